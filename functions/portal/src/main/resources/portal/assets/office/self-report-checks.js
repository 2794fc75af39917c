// @ts-check
// Figures that enterprises reported and nobody has verified yet, by report, each to be confirmed or refused.

import { post } from '../api/api.js';
import { awaiting } from '../api/self-reports.js';
import { figure } from '../api/sources.js';
import { button, element, link } from '../base/dom.js';
import { evidence } from '../enterprise/evidence.js';
import { keptForm } from '../page/use-draft.js';
import { isAny } from '../session/session.js';
import { valueWord } from '../words/data.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'selfReports.title': [
    '待核验的企业填报（{count, number} 份）',
    'Self-reports to verify ({count, plural, one {# report} other {# reports}})',
  ],
  'selfReports.lead': [
    '部门没有的数据采用企业填报的，在核验前标为“待核验”。核验属实的不再标注；不予采用的不计分，企业可以看到理由。数据改报后须重新核验。',
    'Where departments have no figure, the enterprise’s own counts and is marked as unverified. What is refused does ' +
      'not count, and the enterprise reads why. A figure that is changed is to be verified again.',
  ],
  'selfReports.figure': ['{name}：{value}', '{name}: {value}'],
  'selfReports.reason': ['不予采用的理由（核验属实的可不填）', 'Reason (needed to refuse)'],
  'selfReports.confirm': ['核验属实', 'Confirm'],
  'selfReports.refuse': ['不予采用', 'Refuse'],
  'selfReports.confirmed': [
    '已核验属实 {count, number} 项。',
    '{count, plural, one {# figure} other {# figures}} confirmed.',
  ],
  'selfReports.refused': [
    '不予采用 {count, number} 项。',
    '{count, plural, one {# figure} other {# figures}} refused.',
  ],
  'selfReports.noneChosen': ['请至少选择一项数据。', 'Choose at least one figure.'],
});

/** @typedef {Schema<'SelfReports'>['items'][number]} Item */
/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {{ upload: string, of: Item, figures: Map<string, string[]> }} Report figures by what is verified */

/** @typedef {{ outcome: 'confirmed' | 'refused', names: string[] }} Checked */

const DONE = /** @type {const} */ ({ confirmed: 'selfReports.confirmed', refused: 'selfReports.refused' });

/**
 * Nothing where all is verified.
 *
 * @param {View} view
 * @param {Book} rules
 * @returns {Promise<HTMLElement[]>}
 */
export async function selfReportChecks(view, rules) {
  const year = /** @type {number} */ (view.number);
  const reports = byReport(await awaiting({ year }, view.signal), rules);
  if (!reports.length) {
    return [];
  }
  const sent = reports.map(({ upload }) => ({ upload, place: element('div') }));
  const whole = element(
    'details.card.off-paper',
    { id: 'self-reports' },
    element('summary', {}, t('selfReports.title', { count: reports.length })),
    element('p.muted', {}, t('selfReports.lead')),
    reports.map((one, at) => element('div.stack', {}, checking(one, year, view, rules), sent[at].place)),
  );
  whole.addEventListener(
    'toggle',
    () => sent.forEach(async ({ upload, place }) => place.replaceChildren(await evidence(upload, view.signal))),
    { once: true },
  );
  return [whole];
}

/** A figure, or one of the words of a column. */
function word(/** @type {Item['reported']} */ value) {
  return typeof value === 'string' ? (valueWord(value) ?? '') : figure(value);
}

/** @returns {Report[]} */
function byReport(/** @type {Item[]} */ items, /** @type {Book} */ rules) {
  /** @type {Map<string, Report>} */
  const reports = new Map();
  for (const one of items) {
    const upload = one.upload ?? '';
    const report = reports.get(upload) ?? { upload, of: one, figures: new Map() };
    const name = one.item ?? one.field;
    const said = t('selfReports.figure', { name: rules.field(one.field, one.dataset), value: word(one.reported) });
    report.figures.set(name, [...(report.figures.get(name) ?? []), said]);
    reports.set(upload, report);
  }
  return [...reports.values()];
}

/**
 * @param {Report} report
 * @param {number} year
 * @param {View} view
 * @param {Book} rules
 */
function checking({ upload, of, figures }, year, view, rules) {
  const boxes = [...figures].map(([name, said]) => ({
    box: element('input', { type: 'checkbox', name: 'figure', value: name, checked: true }),
    words: [of.item === undefined ? null : name, ...said].filter(Boolean).join(' '),
  }));
  const title = element(
    'h3',
    {},
    link('/portrait?uscc=' + of.uscc + '&year=' + year, of.name ?? of.uscc),
    ' · ' + rules.dataset(of.dataset),
  );
  const lines = boxes.map(({ box, words }) =>
    element('label', {}, isAny('bureau', 'department') ? box : null, ' ' + words),
  );
  if (!isAny('bureau', 'department')) {
    return element('div.stack', {}, title, lines);
  }
  const reason = element('input', { name: 'reason', maxlength: 500 });
  const trouble = element('p', { role: 'alert' });
  const as = (/** @type {'confirmed' | 'refused'} */ outcome) => async () => {
    const names = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    trouble.textContent = names.length ? '' : t('selfReports.noneChosen');
    return names.length
      ? post('/uploads/{id}/verification', { id: upload }, { outcome, names, reason: reason.value })
      : undefined;
  };
  /** @type {HTMLElement} */
  const form = keptForm(
    {
      id: 'check-' + upload,
      class: 'stack',
      name: 'self-report-check ' + upload,
      signal: view.signal,
      done: (/** @type {Checked} */ { outcome, names }) =>
        form.replaceChildren(title, element('p.notice', { role: 'status' }, t(DONE[outcome], { count: names.length }))),
    },
    (sending) => [
      title,
      lines,
      element('label.field', {}, element('span', {}, t('selfReports.reason')), reason),
      trouble,
      element(
        'div.actions',
        {},
        button(t('selfReports.confirm'), sending(as('confirmed')), { name: 'confirm' }),
        button(t('selfReports.refuse'), sending(as('refused')), { class: 'quiet', name: 'refuse' }),
      ),
    ],
  );
  return form;
}
