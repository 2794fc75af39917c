// @ts-check
// One file on the page: looked at first, said what it is, mended, and taken only then.

import { schema } from '../api/catalogue.js';
import { button, choice, element } from '../base/dom.js';
import { failure } from '../api/failure.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { result, statusBadge } from './upload-result.js';
import { confirm, send } from '../api/upload.js';
import { changesOf } from './upload-changes.js';
import { mending } from './upload-mending.js';
import { saying, verdict } from './upload-saying.js';

const { t } = ownWords({
  'uploads.hashing': ['计算校验和', 'Computing the checksum'],
  'uploads.sending': ['上传中', 'Sending'],
  'uploads.preparing': ['准备', 'Preparing'],
  'uploads.unknown': [
    '文件已送达，暂时查不到校验结果',
    'The file has arrived; the result of its check cannot be read at the moment',
  ],
  'uploads.incomplete': ['没有完成', 'Not completed'],
  'looking.take': ['采用这个文件', 'Take this file'],
  'looking.drop': ['不采用', 'Do not take it'],
  'looking.otherDataset': ['改传到“{title}”', 'Send it as “{title}”'],
});

/** @typedef {import('../api/upload.js').Upload} Upload */
/** @typedef {import('../api/upload.js').Saying} Saying */
/** @typedef {{ dataset: string, year: number, source?: string }} About */
/** @typedef {{ id: string, title: string, chinese: string }} Choice */

/** @type {Record<import('../api/upload.js').Step, string>} */
const STEPS = {
  hashing: t('uploads.hashing'),
  sending: t('uploads.sending'),
  checking: t('common.processing'),
  unknown: t('uploads.unknown'),
};

/**
 * The card of a file that was chosen; it is checked at once.
 *
 * @param {File} first
 * @param {About} about
 * @param {Choice[]} datasets that may be sent
 * @param {() => unknown} taken called once the file counts
 */
export function fileCard(first, about, datasets, taken) {
  const card = new FileCard(first, about, datasets, taken);
  card.look();
  return card.article;
}

class FileCard {
  /** @type {Saying | null} */
  #said = null;
  #file;
  #about;
  #datasets;
  #taken;
  #name = element('b');
  #size = element('small');
  #state = element('span.muted');
  #bar = element('progress', { max: 1, value: 0 });
  #outcome = element('div');

  /**
   * @param {File} file
   * @param {About} about
   * @param {Choice[]} datasets
   * @param {() => unknown} taken
   */
  constructor(file, about, datasets, taken) {
    this.#file = file;
    this.#about = about;
    this.#datasets = datasets;
    this.#taken = taken;
    const dataset =
      datasets.length > 1
        ? choice(
            t('common.dataset'),
            datasets.map(({ id, title }) => [id, title]),
            about.dataset,
            (id) => this.#moveTo(id),
          )
        : null;
    this.article = element(
      'article.file',
      {},
      element('p.file-head', {}, this.#name, this.#size, this.#bar, this.#state),
      dataset,
      this.#outcome,
    );
  }

  #moveTo(/** @type {string} */ dataset) {
    this.#about = { ...this.#about, dataset };
    this.#said = null;
    const select = this.article.querySelector('select');
    if (select) {
      select.value = dataset;
    }
    return this.look();
  }

  /** Has the file checked, and shows how it was read and what it would change. */
  look() {
    return this.#sent(true, async (upload) => {
      const { fields } = await schema(this.#about.dataset);
      const good = ['accepted', 'partial'].includes(verdict(upload));
      const other = this.#otherDataset(upload);
      this.#outcome.replaceChildren(
        element('p.reading', {}, upload.reading?.sentence ?? ''),
        other
          ? button(t('looking.otherDataset', { title: other.title }), () => this.#moveTo(other.id), { class: 'other' })
          : '',
        saying(upload, fields, (words) => {
          this.#said = words;
          return this.look();
        }) ?? '',
        good ? await changesOf(upload.id, fields) : '',
        (await mending(upload, fields, (file) => {
          this.#file = file;
          this.#said = null;
          return this.look();
        })) ?? '',
        element(
          'div.actions',
          {},
          good ? button(t('looking.take'), () => this.#take(), { class: 'take' }) : null,
          button(t('looking.drop'), () => this.article.remove(), { class: 'quiet' }),
        ),
        result(upload),
      );
    });
  }

  #take() {
    return this.#sent(false, async (upload) => {
      this.#outcome.replaceChildren(result(upload));
      this.#taken();
    });
  }

  /** The dataset that the file seems to be of. */
  #otherDataset(/** @type {Upload} */ { problems }) {
    const found = problems.find(({ code }) => code === 'wrong-dataset')?.found;
    return this.#datasets.find(({ chinese }) => chinese === found);
  }

  /**
   * @param {boolean} checkOnly
   * @param {(upload: Upload) => Promise<unknown>} show
   */
  async #sent(checkOnly, show) {
    this.#name.textContent = this.#file.name;
    this.#size.textContent = format.bytes(this.#file.size);
    this.#state.textContent = t('uploads.preparing');
    this.#bar.setAttribute('aria-label', this.#file.name);
    this.#bar.value = 0;
    this.#bar.hidden = false;
    let arrived = false;
    /** @type {Parameters<typeof send>[2]} */
    const told = (step, done) => {
      this.#state.textContent = STEPS[step];
      arrived ||= step === 'checking';
      if (arrived) {
        this.#bar.removeAttribute('value');
      } else {
        this.#bar.value = done;
      }
    };
    try {
      const about = { ...this.#about, filename: this.#file.name, checkOnly };
      const sent = await send(this.#file, about, told);
      const upload = this.#said && verdict(sent) !== 'accepted' ? await confirm(sent.id, this.#said) : sent;
      this.#state.replaceChildren(statusBadge(upload));
      await show(upload);
    } catch (error) {
      this.#state.textContent = arrived ? t('uploads.unknown') : t('uploads.incomplete');
      this.#outcome.replaceChildren(failure(error));
    } finally {
      this.#bar.hidden = true;
    }
  }
}
