// @ts-check
// Where a rulebook is worked on: from a finding to a draft, with all ranks of a published year following every value
// that is moved. What is decided on it afterwards stands on the rulebooks' page.

import { find, post } from '../api/api.js';
import { failure } from '../api/failure.js';
import { rulebook } from '../api/names.js';
import { element } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { inReadersWords } from '../bureau/findings.js';
import { sendDraft } from '../bureau/rulebook-draft.js';
import { pageLink } from '../page/navigation.js';
import { Following } from '../page/following.js';
import { page } from '../page/page.js';
import { restored } from '../page/use-draft.js';
import { myDrafts, session } from '../session/session.js';
import { ownWords } from '../words/i18n.js';
import { adjustmentsCard } from './adjustments.js';
import { changesMade } from './changes-made.js';
import { count, none, textOf } from './draft.js';
import { ranks } from './ranks.js';
import { indicatorCard, weightsCard } from './sliders.js';
import { suggestions } from './suggestions.js';

const { t } = ownWords({
  'studio.lead': [
    '拖动分值、权重、曲线、扣分、附加分和衰减，{year} 年度的全部名次随之变动。什么都不改变，直到存为草稿、提交并由另一人批准。',
    'Move points, weights, curves, deductions, bonus and decay, and all ranks of {year} follow. Nothing changes ' +
      'until it is kept as a draft, submitted, and approved by another person.',
  ],
  'studio.noRules': ['这一年度的评价规则已不可读。', 'The rulebook of this year cannot be read any more.'],
  'studio.result': ['试算结果', 'What comes of it'],
  'studio.keep': ['存为规则草稿', 'Keep as a draft of a rulebook'],
  'studio.keepNote': [
    '存为草稿后，在“规则管理”比较、试算、提交，由另一人批准。',
    'The draft is compared, tried and submitted under “Manage rulebooks”, and approved by another person.',
  ],
  'studio.id': ['编号（小写字母、数字和连字符）', 'Id (lower-case letters, digits and hyphens)'],
  'studio.title': ['名称', 'Title'],
  'studio.titled': ['{title}（{year} 年度校准草案）', '{title} (calibrated to {year}, draft)'],
  'studio.nothing': ['还没有改动。', 'Nothing has been changed yet.'],
});

const PAUSE = 120;

/** @typedef {import('./draft.js').Changes} Changes */
/** @typedef {import('./draft.js').Proposal} Proposal */
/** @typedef {import('../api/names.js').Book} Book */
/**
 * What the parts of the page share.
 *
 * @typedef {object} Studio
 * @property {Book} book
 * @property {Rules} rules
 * @property {Proposal[]} proposals
 * @property {Changes} changes
 * @property {Schema<'AuditFinding'>[]} findings
 * @property {() => void} moved to be called after every change: the ranks follow
 * @property {() => void} redrawn to be called where the sliders have to show a change that was made elsewhere
 */

page({ year: true }, async (view) => {
  const { year, query, signal } = view;
  view.lead(t('studio.lead', { year: year.year }));
  const [audit, calibration, book] = await Promise.all([
    find('/years/{year}/diagnostics', { year: year.year }, signal),
    find('/years/{year}/calibration', { year: year.year }, signal),
    rulebook(year.rulebook),
  ]);
  if (!book.document) {
    view.body.replaceChildren(empty(t('studio.noRules'), pageLink('/rules')));
    return;
  }
  const { id, title } = book.document;
  const name = 'studio ' + year.year;
  const kept = myDrafts();
  const draft = kept.read(name);
  const clear = () => {
    kept.drop(name);
    view.refresh();
  };
  const sliders = element('div.stack');
  const made = element('section.card', { id: 'changes' });
  const result = element('section.card.result', { id: 'tried', 'aria-label': t('studio.result') });
  /** @type {Studio} */
  const studio = {
    book,
    rules: book.rules,
    proposals: calibration?.proposals ?? [],
    changes: { ...none(), .../** @type {Partial<Changes>} */ (draft?.values ?? {}) },
    findings: inReadersWords(audit?.findings ?? [], book),
    moved: () => {
      if (count(studio.changes)) {
        kept.keep(name, { ...studio.changes });
      } else {
        kept.drop(name);
      }
      made.replaceChildren(...changesMade(studio));
      trial.soon();
    },
    redrawn: () => {
      draw();
      studio.moved();
    },
  };
  const { indicators } = studio.rules;
  const chosen = {
    indicator: indicators.find((one) => one.id === query.get('indicator'))?.id ?? indicators[0].id,
    stage: studio.rules.stages.find((one) => one.id === query.get('stage'))?.id ?? '',
  };
  const draw = () =>
    sliders.replaceChildren(indicatorCard(studio, chosen), weightsCard(studio, chosen), adjustmentsCard(studio) ?? '');
  const said = {
    id: (id.replace(/-calibrated-\d{4}$/, '').slice(0, 48) + '-calibrated-' + year.year).replace(/--+/g, '-'),
  };
  const text = (draftId = said.id, titled = t('studio.titled', { title, year: year.year })) =>
    textOf({ id, rules: studio.rules }, studio.changes, studio.proposals, {
      id: draftId,
      title: titled,
      year: year.year,
    });
  const shown = (/** @type {(Node | string)[]} */ ...parts) =>
    result.replaceChildren(element('h2', {}, t('studio.result')), ...parts);
  const trial = new Following(
    result,
    PAUSE,
    () => post('/years/{year}/trials', { year: year.year }, { text: text() }, signal),
    (tried) => shown(...ranks(tried, book)),
    shown,
  );
  made.replaceChildren(...changesMade(studio));
  draw();
  const keep = session?.roles.includes('bureau')
    ? keeping(
        said.id,
        t('studio.titled', { title, year: year.year }),
        async (draftId, titled) => {
          const file = new File([text(draftId, titled)], draftId + '.yaml', { type: 'application/yaml' });
          const sent = await sendDraft(file, signal);
          kept.drop(name);
          location.assign('/rulebooks?id=' + encodeURIComponent(sent.life?.id ?? ''));
        },
        () => count(studio.changes) > 0,
      )
    : null;
  view.body.replaceChildren(
    ...(draft ? [element('p.draft', { role: 'status' }, restored(draft.at, clear))] : []),
    element(
      'div.simulator.studio',
      { 'data-draft': name },
      element('div.figures-to-move', {}, suggestions(studio), sliders, made, keep),
      result,
    ),
  );
  await trial.ask();
});

/**
 * The form that makes a draft of it.
 *
 * @param {string} id
 * @param {string} title
 * @param {(id: string, title: string) => Promise<void>} send
 * @param {() => boolean} anything whether there is something to send
 */
function keeping(id, title, send, anything) {
  const trouble = element('div', { role: 'status' });
  const named = element('input', { id: 'draft-id', value: id, required: true, maxlength: 64, pattern: '[a-z0-9\\-]+' });
  const titled = element('input', { id: 'draft-title', value: title, required: true, maxlength: 200 });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!anything()) {
      trouble.replaceChildren(element('p.notice.warn', {}, t('studio.nothing')));
      return;
    }
    trouble.replaceChildren(element('p.loading', {}, t('common.checking')));
    try {
      await send(named.value, titled.value);
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  };
  return element(
    'section.card',
    {},
    element('h2', {}, t('studio.keep')),
    element('p', {}, t('studio.keepNote')),
    element(
      'form.stack',
      { id: 'keep', submit },
      element('label.field.wide-field', {}, element('span', {}, t('studio.title')), titled),
      element('label.field.wide-field', {}, element('span', {}, t('studio.id')), named),
      element('div.actions', {}, element('button', { type: 'submit', id: 'make-draft' }, t('studio.keep'))),
    ),
    trouble,
  );
}
