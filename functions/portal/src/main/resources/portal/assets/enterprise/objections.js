// @ts-check
// Objections during the notice period: an enterprise files them, the bureau answers them.

import { all, find, post } from '../api/api.js';
import { button, choice, chosen, element, link } from '../base/dom.js';
import { enterpriseColumn } from '../table/columns.js';
import { table } from '../table/table.js';
import { titleOf } from '../page/navigation.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { whoAndWhen } from '../words/roles.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { isAny, person } from '../session/session.js';
import { keptForm } from '../page/use-draft.js';

const { t } = ownWords({
  'objections.noPeriod': [
    '{year} 年度的结果没有设定公示期，不受理异议。',
    'The results of {year} have no notice period; objections are not accepted.',
  ],
  'objections.period': [
    '公示期至 {day}，含今天还有 {left, number} 个工作日，期间可对本企业的每项指标提出一次异议。',
    'Notice period until {day}, {left, plural, one {# working day} other {# working days}} with today: ' +
      'you may object once to each of your indicators.',
  ],
  'objections.periodEnded': ['公示期已于 {day} 结束。', 'The notice period ended on {day}.'],
  'objections.none': ['没有异议。', 'No objections.'],
  'objections.listedHere': [
    '企业在公示期内提出的异议会列在这里。',
    'Objections that enterprises file during the notice period are listed here.',
  ],
  'objections.noneFiled': ['还没有提出过异议。', 'No objection has been filed.'],
  'objections.lookFirst': [
    '先看各项指标的数值和来源，再决定是否提出。',
    'First look at the value and the source of each indicator.',
  ],
  'objections.portrait': ['看本企业的创新画像', 'See your portrait'],
  'objections.indicatorChoice': ['{indicator} · {points} 分', '{indicator} · {points} points'],
  'objections.file': ['提出异议', 'File an objection'],
  'objections.why': [
    '理由（说明哪个数据不对、应是多少、依据是什么）',
    'Grounds: which figure is wrong, what it should be, and on what evidence',
  ],
  'objections.submit': ['提交异议', 'Submit the objection'],
  'objections.isUpheld': ['成立', 'Upheld'],
  'objections.isDismissed': ['不成立', 'Dismissed'],
  'objections.open': ['待答复', 'Awaiting answer'],
  'objections.filed': ['提出时间', 'Filed'],
  'objections.grounds': ['理由', 'Grounds'],
  'objections.answer': ['答复', 'Answer'],
  'objections.uphold': ['异议成立', 'Uphold'],
  'objections.dismiss': ['异议不成立', 'Dismiss'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {{ year: number, uscc: string }} Own the enterprise that is signed in */

page({ year: true }, async (view) => {
  const { year } = view;
  const open = year.workingDaysLeft !== undefined;
  view.lead(
    !year.noticeUntil
      ? t('objections.noPeriod', { year: year.year })
      : open
        ? t('objections.period', { day: format.day(year.noticeUntil), left: year.workingDaysLeft })
        : t('objections.periodEnded', { day: format.day(year.noticeUntil) }),
  );
  view.body.replaceChildren(...(isAny('bureau') ? await received(view) : await own(view, open)));
});

async function received(/** @type {View} */ view) {
  const found = await all('/years/{year}/objections', { year: view.year.year }, view.signal);
  return [found.items.length ? list(found.items, view, true) : empty(t('objections.none'), t('objections.listedHere'))];
}

async function own(/** @type {View} */ view, /** @type {boolean} */ open) {
  const at = { year: view.year.year, uscc: person().uscc };
  const [filed, profile] = await Promise.all([
    all('/years/{year}/enterprises/{uscc}/objections', at, view.signal, null),
    open ? find('/years/{year}/enterprises/{uscc}/profile', at, view.signal) : null,
  ]);
  return [
    ...(open && profile?.status === 'scored' ? [form(profile.indicators, at, view)] : []),
    filed.items.length
      ? list(filed.items, view, false)
      : empty(
          t('objections.noneFiled'),
          t('objections.lookFirst'),
          link('/portrait?year=' + view.year.year, t('objections.portrait')),
        ),
  ];
}

function form(/** @type {Schema<'Indicator'>[]} */ indicators, /** @type {Own} */ at, /** @type {View} */ view) {
  const indicator = choice(
    t('common.indicator'),
    indicators.map(({ id, name, points }) => [
      id,
      t('objections.indicatorChoice', { indicator: id + ' ' + name, points: format.points(points) }),
    ]),
    view.query.get('indicator') ?? '1.1',
    null,
    { id: 'indicator', name: 'indicator' },
  );
  const text = element('textarea', { id: 'text', name: 'text', rows: 5, maxlength: 2000, required: true });
  return keptForm(
    {
      id: 'object',
      class: 'card stack',
      name: 'objection ' + at.year,
      signal: view.signal,
      send: () =>
        post('/years/{year}/enterprises/{uscc}/objections', at, { indicator: chosen(indicator), text: text.value }),
      done: view.refresh,
    },
    [
      element('h2', {}, t('objections.file')),
      indicator,
      element('label.field', {}, element('span', {}, t('objections.why')), text),
      element('div', {}, element('button', { type: 'submit' }, t('objections.submit'))),
    ],
  );
}

/** @type {Record<Schema<'ObjectionAnswer'>['outcome'] | 'open', [word: string, tone: string]>} */
const OUTCOMES = {
  upheld: [t('objections.isUpheld'), 'good'],
  dismissed: [t('objections.isDismissed'), ''],
  open: [t('objections.open'), 'warn'],
};

/**
 * @param {Schema<'Objection'>[]} rows
 * @param {View} view
 * @param {boolean} bureau whether all enterprises' are shown
 */
function list(rows, view, bureau) {
  const outcome = (/** @type {Schema<'Objection'>} */ one) => one.answer?.outcome ?? 'open';
  /** @type {import('../table/table.js').Column<Schema<'Objection'>>[]} */
  const columns = [
    {
      id: 'indicator',
      title: t('common.indicator'),
      head: true,
      value: (one) => one.indicator + ' ' + one.indicatorName,
    },
    ...(bureau
      ? [{ ...enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + view.number), head: false }]
      : []),
    {
      id: 'status',
      title: t('common.status'),
      class: 'short',
      filter: true,
      value: (one) => OUTCOMES[outcome(one)][0],
      key: outcome,
      cell: (one) => {
        const [word, tone] = OUTCOMES[outcome(one)];
        return element('span', { class: 'badge ' + tone }, word);
      },
    },
    {
      id: 'filed',
      title: t('objections.filed'),
      class: 'short',
      value: (one) => one.filedAt,
      cell: (one) => format.minute(one.filedAt),
    },
    {
      id: 'grounds',
      title: t('objections.grounds'),
      value: (one) => one.text,
      cell: (one) => element('p.words', {}, one.text),
    },
    {
      id: 'answer',
      title: t('objections.answer'),
      value: (one) => one.answer?.text,
      cell: (one) => answered(one, view, bureau),
    },
  ];
  const caption = titleOf('/objections');
  return table({ caption, id: 'objections', columns, rows, sort: null, stacked: true, tools: true });
}

function answered(/** @type {Schema<'Objection'>} */ one, /** @type {View} */ view, /** @type {boolean} */ bureau) {
  if (one.answer) {
    return element(
      'blockquote',
      {},
      element('p.words', {}, one.answer.text),
      element('p.muted', {}, one.answer.by ? whoAndWhen(one.answer.by, one.answer.at) : format.minute(one.answer.at)),
    );
  }
  // An approver reads what came and answers nothing.
  return bureau && person().roles.includes('bureau') ? answer(one, view) : null;
}

function answer(/** @type {Schema<'Objection'>} */ one, /** @type {View} */ view) {
  const text = element('textarea', {
    name: 'answer',
    rows: 3,
    maxlength: 2000,
    required: true,
    'aria-label': t('objections.answer'),
  });
  const as = (/** @type {Schema<'ObjectionAnswer'>['outcome']} */ outcome) => async () =>
    text.reportValidity()
      ? post('/years/{year}/objections/{id}/answer', { year: one.year, id: one.id }, { outcome, text: text.value })
      : undefined;
  return keptForm(
    {
      id: 'answer-' + one.id,
      class: 'stack',
      name: 'objection-answer ' + one.id,
      signal: view.signal,
      done: view.refresh,
    },
    (sending) => [
      text,
      element(
        'div.actions',
        {},
        button(t('objections.uphold'), sending(as('upheld'))),
        button(t('objections.dismiss'), sending(as('dismissed')), { class: 'quiet' }),
      ),
    ],
  );
}
