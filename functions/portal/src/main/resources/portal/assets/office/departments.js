// @ts-check
// How departments deliver and answer: a league of the year, and a quarter beside the one before and the year before.

import { get, post } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { empty } from '../base/notices.js';
import { lasts } from '../base/place.js';
import { choice, element, link } from '../base/dom.js';
import { keptForm } from '../page/use-draft.js';
import { page } from '../page/page.js';
import { titleOf } from '../page/navigation.js';
import { fileButtons, table } from '../table/table.js';
import { person } from '../session/session.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'league.lead': [
    '{quarter}：提出 {asked} · 答复 {answered} · 办结 {closed}',
    '{quarter}: asked {asked} · answered {answered} · closed {closed}',
  ],
  'league.figure': [
    '{value, number}（环比 {quarter}，同比 {year}）',
    '{value, number} ({quarter} on the period before, {year} on year)',
  ],
  'league.quarter': ['季度', 'Quarter'],
  'league.quarterName': ['{year} 年第 {number} 季度', 'Q{number} {year}'],
  'league.place': ['位次', 'Place'],
  'league.onTime': ['按期报送', 'On time'],
  'league.of': ['{part, number} / {all, number}', '{part, number} of {all, number}'],
  'league.late': ['逾期', 'Late'],
  'league.refused': ['退回行数', 'Rows refused'],
  'league.open': ['待答复', 'Open'],
  'league.overdue': ['其中逾期', 'Overdue'],
  'league.closed': ['已办结', 'Closed'],
  'league.share': ['办结率', 'Share closed'],
  'league.days': ['答复工作日（中位数）', 'Working days to answer (median)'],
  'league.asked': ['本季提出', 'Asked in the quarter'],
  'league.answered': ['本季答复', 'Answered in the quarter'],
  'months.title': ['{year} 年网格与热线月度办理情况', 'Visits and hotline by month, {year}'],
  'months.month': ['月份', 'Month'],
  'months.origin': ['来源', 'Origin'],
  'months.grid': ['网格走访', 'Visits'],
  'months.hotline': ['热线工单', 'Hotline'],
  'months.all': ['全部问题', 'All questions'],
  'months.asked': ['受理', 'Asked'],
  'months.answered': ['答复', 'Answered'],
  'months.closed': ['办结', 'Closed'],
  'months.open': ['月末待答复', 'Open at the end'],
  'months.download': ['下载月度情况（{kind}）', 'Download the months ({kind})'],
  'league.reminded': ['最近催报', 'Last reminded'],
  'league.remind': ['催报', 'Remind'],
  'league.remindWhom': ['催报{department}', 'Remind {department}'],
  'league.none': ['没有部门需要报送。', 'No department has anything to deliver.'],
  'league.download': ['下载排行（{kind}）', 'Download the league ({kind})'],
});

/** @typedef {Answer<'/years/{year}/departments', 'get'>['items'][number]} Row */

page({ anyYear: true }, async (view) => {
  const asked = { year: /** @type {number} */ (view.number), quarter: view.query.get('quarter') ?? '' };
  const of = Number((asked.quarter || String(view.number + 1)).slice(0, 4));
  const [league, monthly, names] = await Promise.all([
    get('/years/{year}/departments', asked, view.signal),
    get('/years/{year}/monthly-figures', { year: of }, view.signal),
    catalogue(),
  ]);
  const { zone } = league;
  lasts({ quarter: league.quarter });
  view.lead(
    t('league.lead', {
      quarter: named(league.quarter),
      asked: figure(zone.asked),
      answered: figure(zone.answered),
      closed: figure(zone.closed),
    }),
  );
  view.body.replaceChildren(
    element(
      'div.row.off-paper',
      {},
      choice(
        t('league.quarter'),
        quarters(league.quarter).map((one) => [one, named(one)]),
        league.quarter,
        (quarter) => view.show({ quarter }),
        { id: 'quarter' },
      ),
      fileButtons('/years/{year}/departments', asked, 'departments', (kind) => t('league.download', { kind }), [
        'csv',
        'xlsx',
      ]),
    ),
    league.items.length ? board(league.items, view, names) : empty(t('league.none')),
    byMonth(monthly),
  );
});

/** The quarter that is shown, the one after it and six before. */
function quarters(/** @type {string} */ shown) {
  const at = Number(shown.slice(0, 4)) * 4 + Number(shown[6]) - 1;
  return Array.from({ length: 8 }, (_, back) => at + 1 - back).map(
    (one) => Math.floor(one / 4) + '-Q' + ((one % 4) + 1),
  );
}

function named(/** @type {string} */ quarter) {
  return t('league.quarterName', { year: quarter.slice(0, 4), number: quarter[6] });
}

/** A figure with 环比 and 同比. */
function figure(/** @type {Schema<'QuarterFigure'>} */ { value, onQuarter, onYear }) {
  return onQuarter === null && onYear === null
    ? format.count(value)
    : t('league.figure', { value, quarter: format.share(onQuarter), year: format.share(onYear) });
}

/**
 * @param {Row[]} rows
 * @param {import('../page/page.js').View} view
 * @param {import('../api/catalogue.js').Catalogue} names
 */
function board(rows, view, names) {
  /** @type {import('../table/table.js').Column<Row>[]} */
  const columns = [
    { id: 'place', title: t('league.place'), number: true, value: (one) => one.place },
    {
      id: 'department',
      title: t('common.department'),
      head: true,
      value: (one) => names.department(one.department),
      cell: (one) =>
        link('/questions?year=' + view.number + '&department=' + one.department, names.department(one.department)),
    },
    {
      id: 'onTime',
      title: t('league.onTime'),
      number: true,
      value: (one) => one.datasets.onTime,
      cell: (one) => t('league.of', { part: one.datasets.onTime, all: one.datasets.all }),
    },
    { id: 'late', title: t('league.late'), number: true, value: (one) => one.datasets.late },
    { id: 'refused', title: t('league.refused'), number: true, value: (one) => one.rowsRefused },
    { id: 'open', title: t('league.open'), number: true, value: (one) => one.questions.open },
    { id: 'overdue', title: t('league.overdue'), number: true, value: (one) => one.questions.overdue },
    { id: 'closed', title: t('league.closed'), number: true, value: (one) => one.questions.closed },
    {
      id: 'share',
      title: t('league.share'),
      number: true,
      value: (one) => one.questions.shareClosed,
      cell: (one) => format.share(one.questions.shareClosed),
    },
    { id: 'days', title: t('league.days'), number: true, value: (one) => one.questions.medianDays },
    {
      id: 'asked',
      title: t('league.asked'),
      value: (one) => one.quarter.asked.value,
      cell: (one) => figure(one.quarter.asked),
    },
    {
      id: 'answered',
      title: t('league.answered'),
      value: (one) => one.quarter.answered.value,
      cell: (one) => figure(one.quarter.answered),
    },
    {
      id: 'reminded',
      title: t('league.reminded'),
      value: (one) => one.lastReminded?.at ?? '',
      cell: (one) => [reminded(one.lastReminded), owes(one) ? reminding(one, view, names) : null],
    },
  ];
  return table({
    caption: titleOf('/departments'),
    id: 'league',
    columns,
    rows,
    sort: null,
    stacked: true,
    place: ({ department }) => 'department-' + department,
  });
}

function reminded(/** @type {Row['lastReminded']} */ last) {
  return last ? [format.minute(last.at), ' ', element('span.person', {}, last.by), ' '] : null;
}

/** Whether the bureau can remind it of something. */
function owes(/** @type {Row} */ { datasets, questions }) {
  return person().roles.includes('bureau') && datasets.missing + questions.open > 0;
}

/**
 * @param {Row} row
 * @param {import('../page/page.js').View} view
 * @param {import('../api/catalogue.js').Catalogue} names
 */
function reminding({ department }, view, names) {
  return keptForm(
    {
      id: 'remind-' + department,
      class: 'off-paper',
      name: 'reminder ' + view.number + ' ' + department,
      signal: view.signal,
      send: () => post('/years/{year}/departments/{department}/reminders', { year: view.number, department }, {}),
      done: view.refresh,
    },
    [
      element(
        'button.quiet',
        { type: 'submit', 'aria-label': t('league.remindWhom', { department: names.department(department) }) },
        t('league.remind'),
      ),
    ],
  );
}

/** What the grid and the hotline do, by month. */
function byMonth(/** @type {Schema<'MonthlyFigures'>} */ { year, items }) {
  const title = t('months.title', { year });
  const origins = { grid: t('months.grid'), hotline: t('months.hotline'), all: t('months.all') };
  /** @typedef {Schema<'MonthlyFigures'>['items'][number]} Month */
  const column = (/** @type {'asked' | 'answered' | 'closed' | 'open'} */ id, /** @type {string} */ name) => ({
    id,
    title: name,
    value: (/** @type {Month} */ one) => one[id].value,
    cell: (/** @type {Month} */ one) => {
      const { value, onMonth, onYear } = one[id];
      return t('league.figure', { value, quarter: format.share(onMonth), year: format.share(onYear) });
    },
  });
  /** @type {import('../table/table.js').Column<Month>[]} */
  const columns = [
    { id: 'month', title: t('months.month'), head: true, value: (one) => one.month },
    { id: 'origin', title: t('months.origin'), value: (one) => origins[one.origin] },
    column('asked', t('months.asked')),
    column('answered', t('months.answered')),
    column('closed', t('months.closed')),
    column('open', t('months.open')),
  ];
  return element(
    'section',
    { id: 'months' },
    element('h2', {}, title),
    element(
      'div.row.off-paper',
      {},
      fileButtons('/years/{year}/monthly-figures', { year }, 'months', (kind) => t('months.download', { kind }), [
        'csv',
        'xlsx',
      ]),
    ),
    table({ caption: title, id: 'by-month', columns, rows: items.toReversed(), sort: null, stacked: true }),
  );
}
