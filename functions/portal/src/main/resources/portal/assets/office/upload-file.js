// @ts-check
// One file on the page: looked at first, said what it is, mended, and taken only then.

import { find } from '../api/api.js';
import { schema } from '../api/catalogue.js';
import { button, choice, element } from '../base/dom.js';
import { failure } from '../api/failure.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { myDrafts } from '../session/session.js';
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
  'looking.chooseAgain': ['要采用它，请重新选择这个文件', 'To take it, choose this file again'],
  'looking.drop': ['不采用', 'Do not take it'],
  'looking.otherDataset': ['改传到“{title}”', 'Send it as “{title}”'],
});

/** @typedef {import('../api/upload.js').Upload} Upload */
/** @typedef {import('../api/upload.js').Saying} Saying */
/** @typedef {{ dataset: string, year: number, source?: string }} About */
/** @typedef {{ id: string, title: string, chinese: string }} Choice */

/** The kinds of files that are read. */
export const ACCEPTED = '.csv,.xlsx,.xlsm,.xls,.ods,.htm,.html';

/** @type {Record<import('../api/upload.js').Step, string>} */
const STEPS = {
  hashing: t('uploads.hashing'),
  sending: t('uploads.sending'),
  checking: t('common.processing'),
  unknown: t('uploads.unknown'),
};

/** The cards of this page by year; they stay whatever else it shows meanwhile. @type {Map<number, FileCard[]>} */
const cards = new Map();

/**
 * The card of a file that was chosen; it is checked at once.
 *
 * @param {File} first
 * @param {About} about
 * @param {Choice[]} datasets that may be sent
 */
export function fileCard(first, about, datasets) {
  const card = added(about, datasets);
  card.look(first);
  return card.article;
}

/**
 * The cards of the year's files that were chosen on this page, or checked before it was left, and not taken.
 *
 * @param {number} year
 * @param {(dataset: string) => Choice[]} offered the datasets that such a file may be sent as
 */
export function fileCards(year, offered) {
  for (const { id, dataset, source } of kept(year)) {
    if (offered(dataset).length && !cards.get(year)?.some((card) => card.checked === id)) {
      added({ dataset, year, source }, offered(dataset)).recall(id);
    }
  }
  return (cards.get(year) ?? []).map(({ article }) => article);
}

function added(/** @type {About} */ about, /** @type {Choice[]} */ datasets) {
  const card = new FileCard(about, datasets);
  cards.set(about.year, [card, ...(cards.get(about.year) ?? [])]);
  return card;
}

/** @returns {{ id: string, dataset: string, source?: string }[]} the files that were checked and not taken yet */
function kept(/** @type {number} */ year) {
  const values = myDrafts().read('checked ' + year)?.values;
  return Array.isArray(values) ? values : [];
}

function keep(/** @type {number} */ year, /** @type {ReturnType<typeof kept>} */ checks) {
  const name = 'checked ' + year;
  if (checks.length) {
    myDrafts().keep(name, checks);
  } else {
    myDrafts().drop(name);
  }
}

class FileCard {
  /** @type {File | null} null where the check is older than the page */
  #file = null;
  /** @type {Saying | null} */
  #said = null;
  /** @type {string | undefined} the id of the file's check */
  checked;
  #about;
  #datasets;
  #gone = new AbortController();
  #name = element('b');
  #size = element('small');
  #state = element('span.muted');
  #bar = element('progress', { max: 1, value: 0 });
  #trouble = element('div');
  #outcome = element('div');

  /**
   * @param {About} about
   * @param {Choice[]} datasets
   */
  constructor(about, datasets) {
    this.#about = about;
    this.#datasets = datasets;
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
      this.#trouble,
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
    return this.look(this.#file);
  }

  /** Has a file checked, and shows how it was read and what it would change; null has to be chosen again. */
  look(/** @type {File | null} */ file) {
    this.#file = file;
    if (!file) {
      this.#outcome.replaceChildren(this.#chooseAgain());
      return undefined;
    }
    return this.#show(() => this.#send(file, true));
  }

  /** Shows a check that was made before. */
  recall(/** @type {string} */ id) {
    this.checked = id;
    return this.#show(async () => {
      const upload = await find('/uploads/{id}', { id }, this.#gone.signal);
      if (!upload) {
        this.#drop();
        return undefined;
      }
      this.#name.textContent = upload.filename;
      return upload;
    });
  }

  /** @param {() => Promise<Upload | undefined>} check */
  #show(check) {
    return this.#tried(check, async (upload) => {
      this.#keep(upload.id);
      const { fields } = await schema(this.#about.dataset, this.#about.year);
      const good = ['accepted', 'partial'].includes(verdict(upload));
      const other = this.#otherDataset(upload);
      const say = async (/** @type {Saying} */ words) => {
        const confirmed = await confirm(upload.id, words);
        this.#said = words;
        return confirmed;
      };
      const shown = (/** @type {Upload} */ confirmed) => this.#show(async () => confirmed);
      this.#outcome.replaceChildren(
        element('p.reading', {}, upload.reading?.sentence ?? ''),
        other
          ? button(t('looking.otherDataset', { title: other.title }), () => this.#moveTo(other.id), { class: 'other' })
          : '',
        saying(upload, fields, say, shown, this.#gone.signal) ?? '',
        good ? await changesOf(upload.id, fields) : '',
        (await mending(upload, fields, (file) => this.#mended(file), this.#gone.signal)) ?? '',
        good && !this.#file ? this.#chooseAgain() : '',
        element(
          'div.actions',
          {},
          good && this.#file ? button(t('looking.take'), () => this.#take(), { class: 'take' }) : null,
          button(t('looking.drop'), () => this.#drop(), { class: 'quiet' }),
        ),
        result(upload),
      );
    });
  }

  async #mended(/** @type {File} */ file) {
    this.#said = null;
    return this.look(file);
  }

  #take() {
    const file = /** @type {File} */ (this.#file);
    return this.#tried(
      () => this.#send(file, false),
      (upload) => {
        this.#keep(undefined);
        this.#outcome.replaceChildren(result(upload));
      },
    );
  }

  #drop() {
    this.#keep(undefined);
    this.#gone.abort();
    const { year } = this.#about;
    cards.set(year, cards.get(year)?.filter((one) => one !== this) ?? []);
    this.article.remove();
  }

  /** No page can open a file that was chosen before it was loaded. */
  #chooseAgain() {
    const input = element('input', {
      type: 'file',
      accept: ACCEPTED,
      change: () => (input.files?.[0] ? this.look(input.files[0]) : null),
    });
    return element('label.field', {}, element('span', {}, t('looking.chooseAgain')), input);
  }

  /** Remembers a check until the file is taken or given up, undefined for none. */
  #keep(/** @type {string | undefined} */ id) {
    const { year, dataset, source } = this.#about;
    const others = kept(year).filter((one) => one.id !== this.checked && one.id !== id);
    keep(year, id ? [...others, { id, dataset, source }] : others);
    this.checked = id;
  }

  /** The dataset that the file seems to be of. */
  #otherDataset(/** @type {Upload} */ { problems }) {
    const found = problems.find(({ code }) => code === 'wrong-dataset')?.found;
    return this.#datasets.find(({ chinese }) => chinese === found);
  }

  async #send(/** @type {File} */ file, /** @type {boolean} */ checkOnly) {
    this.#name.textContent = file.name;
    this.#size.textContent = format.bytes(file.size);
    this.#state.textContent = t('uploads.preparing');
    this.#bar.setAttribute('aria-label', file.name);
    this.#bar.value = 0;
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
      const sent = await send(file, { ...this.#about, filename: file.name, checkOnly }, told);
      return this.#said && verdict(sent) !== 'accepted' ? await confirm(sent.id, this.#said) : sent;
    } finally {
      this.#state.textContent = arrived ? t('uploads.unknown') : t('uploads.incomplete');
    }
  }

  /**
   * Shows what becomes of the file, or what went wrong; what stood there before stays until then.
   *
   * @param {() => Promise<Upload | undefined>} ask
   * @param {(upload: Upload) => unknown} show
   * @returns {Promise<Upload | undefined>} undefined where it went wrong
   */
  async #tried(ask, show) {
    this.#trouble.replaceChildren();
    this.#bar.hidden = false;
    try {
      const upload = await ask();
      if (upload) {
        this.#state.replaceChildren(statusBadge(upload));
        await show(upload);
      }
      return upload;
    } catch (error) {
      this.#trouble.replaceChildren(failure(error, () => this.#tried(ask, show)));
      return undefined;
    } finally {
      this.#bar.hidden = true;
    }
  }
}
