// @ts-check
// Which data came from whom, and who lacks what.

import { get, lines } from '../api/api.js';
import { button, choice, element } from '../base/dom.js';
import { format } from '../words/format.js';
import { clauses, list, ownWords } from '../words/i18n.js';
import { nameOf } from '../api/file-key.js';
import { rulebook, status } from '../api/names.js';
import { empty } from '../base/notices.js';
import { officeControls, officeWords } from '../page/office-filter.js';
import { isOpen, officeFilter } from '../page/office-query.js';
import { page } from '../page/page.js';
import { isAny } from '../session/session.js';
import { enterpriseColumn, placeColumns, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';
import { conflicts } from './conflicts.js';
import { rosterCandidates } from './roster-candidates.js';
import { selfReportChecks } from './self-report-checks.js';

const { t } = ownWords({
  'completeness.lead': [
    '{year} 年度 · 已报送 {delivered, number} / {all, number} 张表 · {lacking, number} 家企业待补数',
    '{year} · {delivered, number} of {all, number} datasets delivered · {lacking, plural, one {# enterprise ' +
      'lacks} other {# enterprises lack}} data',
  ],
  'completeness.isOverdue': ['已逾期', 'Overdue'],
  'completeness.cameLate': ['{day} 逾期报送', 'Late, on {day}'],
  'completeness.due': ['期限 {day}', 'due {day}'],
  'completeness.accepted': [
    '采用 {accepted, number} / {rows, number} 行',
    '{accepted, number} of {rows, plural, one {# row} other {# rows}} accepted',
  ],
  'completeness.selfReports': [
    '企业自主填报 {count, number} 家',
    '{count, plural, one {# self-report} other {# self-reports}}',
  ],
  'completeness.lacking': ['缺少的内容', 'Missing data'],
  'completeness.responsible': ['责任部门', 'Responsible department'],
  'completeness.allDepartments': ['全部部门', 'All departments'],
  'completeness.ofThese': ['补数清单 · {which}', 'Missing data list · {which}'],
  'completeness.list': ['补数清单', 'Missing data list'],
  'completeness.download': ['下载补数清单（{kind}）', 'Download the missing data list ({kind})'],
  'completeness.none': ['没有企业缺数据。', 'No enterprise lacks data.'],
  'completeness.items': ['{count, number} 项', '{count, plural, one {# item} other {# items}}'],
  'completeness.indicator': ['{id} {name}：{reason}', '{id} {name}: {reason}'],
  'completeness.noRecord': ['{dataset}没有该企业的记录', '{dataset}: no record of this enterprise'],
});

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Schema<'Gap'>} Gap */
/** @typedef {import('../page/office-query.js').OfficeFilter & { department: string }} Wanted */

page({ anyYear: true }, async (view) => {
  const { number, query, signal, year } = view;
  const office = officeFilter(query);
  const asked = { department: query.get('department') ?? '', ...office };
  const [{ datasets }, items, rules, controls] = await Promise.all([
    get('/years/{year}/completeness', { year: number, limit: 1 }, signal),
    lines('/years/{year}/completeness', { year: number, ...asked }, signal),
    rulebook(year?.rulebook ?? 'none'),
    officeControls(view),
  ]);
  const delivered = datasets.filter((one) => one.delivered).length;
  view.lead(
    t('completeness.lead', {
      year: number,
      delivered,
      all: datasets.length,
      lacking: items.length,
    }),
  );
  view.body.replaceChildren(
    board(datasets, rules, !isOpen(office)),
    gaps(items, asked, view, rules, controls),
    ...(isAny('bureau', 'approver') ? await rosterCandidates(view, rules) : []),
    ...(await selfReportChecks(view, rules)),
    ...(await conflicts(view, rules)),
  );
});

/**
 * @param {Schema<'Arrival'>[]} datasets
 * @param {Book} rules
 * @param {boolean} listed whether a part of the enterprises is wanted: then only their list is printed
 */
function board(datasets, { dataset, department }, listed) {
  return element(
    'ul.board',
    { class: listed ? 'off-paper' : '' },
    datasets.map((one) => {
      const tone = one.overdue ? 'bad' : one.delivered ? 'good' : 'warn';
      const word = one.delivered
        ? one.overdue
          ? t('completeness.cameLate', { day: format.day(one.deliveredOn) })
          : t('common.delivered')
        : one.overdue
          ? t('completeness.isOverdue')
          : t('common.notDelivered');
      return element(
        'li.card',
        {},
        element(
          'div.above',
          {},
          element('h2', {}, dataset(one.dataset)),
          element('span', { class: 'badge ' + tone }, word),
        ),
        element(
          'p.muted',
          {},
          [department(one.owner), ...(one.due ? [t('completeness.due', { day: format.day(one.due) })] : [])].join(
            ' · ',
          ),
        ),
        element(
          'p.muted',
          {},
          [one.contact, one.deputy].map(({ name, telephone }) => name + ' ' + telephone).join(' · '),
        ),
        element(
          'ul.files',
          {},
          one.files.map((file) =>
            element(
              'li',
              {},
              nameOf(file.key),
              element(
                'span.code',
                {},
                [
                  department(file.source),
                  t('completeness.accepted', { accepted: file.accepted, rows: file.rows }),
                  format.minute(file.uploadedAt),
                ].join(' · '),
              ),
            ),
          ),
        ),
        one.selfReports ? element('p.muted', {}, t('completeness.selfReports', { count: one.selfReports })) : null,
      );
    }),
  );
}

/**
 * @param {Gap[]} items
 * @param {Wanted} asked
 * @param {import('../page/page.js').View} view
 * @param {Book} rules
 * @param {HTMLElement} controls of park, grid and qualification
 */
function gaps(items, asked, view, rules, controls) {
  /** @type {import('../table/table.js').Column<Gap>[]} */
  const columns = [
    enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + view.number),
    usccColumn(),
    ...placeColumns(true).map((column) =>
      column.id === 'grid' ? { ...column, hidden: !items.some((row) => row.grid) } : column,
    ),
    { id: 'status', title: t('common.status'), class: 'short', value: (row) => status(row.status) },
    {
      id: 'coverage',
      title: t('common.coverage'),
      number: true,
      value: (row) => row.coverage,
      cell: (row) => format.share(row.coverage),
    },
    {
      id: 'lacking',
      title: t('completeness.lacking'),
      class: 'broad',
      value: (row) => clauses(lacking(row, rules)),
      cell: (row) => brief(lacking(row, rules)),
    },
    {
      id: 'responsible',
      title: t('completeness.responsible'),
      class: 'offices',
      hidden: !items.some((row) => row.departments),
      value: (row) => list((row.departments ?? []).map(rules.department)),
    },
  ];
  /** @type {(id: string) => [string, string]} */
  const named = (id) => [id, rules.department(id)];
  const files = fileButtons('/years/{year}/completeness', { year: view.number, ...asked }, 'missing', (kind) =>
    t('completeness.download', { kind }),
  );
  const print = button(t('common.print'), () => window.print(), { class: 'quiet', id: 'print' });
  return element(
    'section',
    { id: 'missing' },
    element(
      'div.above',
      {},
      element(
        'h2',
        {},
        isOpen(officeFilter(view.query))
          ? t('completeness.list')
          : t('completeness.ofThese', { which: officeWords(asked) }),
      ),
      element('div.downloads.off-paper', {}, files, print),
    ),
    element(
      'div.row.off-paper',
      {},
      choice(
        t('completeness.responsible'),
        [['', t('completeness.allDepartments')], ...rules.departmentIds.map(named)],
        asked.department,
        (id) => view.show({ department: id }),
        { id: 'department' },
      ),
      controls,
    ),
    items.length
      ? table({
          caption: t('completeness.list'),
          id: 'gaps',
          columns,
          rows: items,
          stacked: true,
          place: ({ uscc }) => 'gap-' + uscc,
        })
      : empty(t('completeness.none')),
  );
}

/** A long list is opened by who wants it. */
function brief(/** @type {string[]} */ texts) {
  const lines = element(
    'ul.sources',
    {},
    texts.map((text) => element('li', {}, text)),
  );
  return texts.length <= 3
    ? lines
    : element('details', {}, element('summary', {}, t('completeness.items', { count: texts.length })), lines);
}

function lacking(/** @type {Gap} */ row, /** @type {Book} */ rules) {
  return [
    ...rules.unknown(row),
    ...row.indicators.map((one) =>
      t('completeness.indicator', { id: one.id, name: rules.indicator(one.id), reason: rules.reason(one) }),
    ),
    ...row.unreported.map((id) => t('completeness.noRecord', { dataset: rules.dataset(id) })),
  ];
}
