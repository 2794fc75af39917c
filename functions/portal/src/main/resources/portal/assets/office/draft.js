// @ts-check
// All results of a year as a table: search, sort, filters, columns, export.

import { lines } from '../api/api.js';
import { choice, element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { clauses, ownWords } from '../words/i18n.js';
import { rulebook, status } from '../api/names.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import {
  clusterColumn,
  enterpriseColumn,
  industryColumn,
  placeColumns,
  stageColumn,
  totalColumn,
  usccColumn,
} from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';
import { titleOf } from '../page/navigation.js';

const { t } = ownWords({
  'draft.lead': [
    '数据一有变化，相关企业几秒内重新评分；草稿没有名次。',
    'Every change of data is scored within seconds. A draft has no ranks.',
  ],
  'draft.edition': ['版本', 'Edition'],
  'draft.isPublished': ['公布', 'Published'],
  'draft.noResults': ['{year} 年度还没有结果。', 'There are no results for {year} yet.'],
  'draft.rosterFirst': [
    '企业名录和经营情况报送后，这里会出现。',
    'They appear once the roster and the operations data have been delivered.',
  ],
  'draft.exportAll': ['导出全部 {count, number} 条（{kind}）', 'Export all {count, number} ({kind})'],
  'draft.scores': ['评分结果', 'Scores'],
  'draft.missing': ['缺 {field}', '{field} missing'],
  'draft.scoredAt': ['评分时间', 'Scored at'],
});

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Schema<'ScoreLine'>} Line */
/** @typedef {import('../table/table.js').Column<Line>} Column */
/** @typedef {'draft' | 'published'} Edition */

page(
  {
    lead: t('draft.lead'),
    anyYear: true,
  },
  async (view) => {
    const { number, query, signal } = view;
    const edition = query.get('edition') === 'published' ? 'published' : 'draft';
    const items = await lines('/years/{year}/scores', { year: number, edition }, signal);
    const rules = await rulebook(items[0]?.rulebook ?? view.year?.rulebook ?? 'none');
    view.title(edition === 'draft' ? titleOf('/draft') : t('common.published'));
    view.tools.prepend(
      choice(
        t('draft.edition'),
        [
          ['draft', t('common.draft')],
          ['published', t('draft.isPublished')],
        ],
        edition,
        (value) => view.show({ edition: value }),
        { id: 'edition' },
      ),
    );
    if (items.length === 0) {
      view.body.replaceChildren(empty(t('draft.noResults', { year: number }), t('draft.rosterFirst')));
      return;
    }
    view.body.replaceChildren(sheet(items, edition, rules, view.number));
  },
);

/**
 * @param {Line[]} items
 * @param {Edition} edition
 * @param {Book} rules
 * @param {number} year
 */
function sheet(items, edition, rules, year) {
  const whole = fileButtons('/years/{year}/scores', { year, edition }, 'scores', (kind) =>
    t('draft.exportAll', { count: items.length, kind }),
  );
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h2', { id: 'count' }, t('common.enterprises', { count: items.length })),
      element('div.downloads', {}, whole),
    ),
    table({
      caption: t('draft.scores'),
      id: 'scores',
      columns: columnsOf(edition, rules, year),
      rows: items,
      sort: { by: 'total', descending: true },
      tools: true,
      place: ({ uscc }) => 'enterprise-' + uscc,
    }),
  );
}

/**
 * @param {Edition} edition
 * @param {Book} rules
 * @param {number} year
 * @returns {Column[]}
 */
function columnsOf(edition, rules, year) {
  /** @type {(category: Rules['categories'][number]) => Column} */
  const category = ({ id, name }) => ({
    id,
    title: name,
    number: true,
    value: (row) => row.categories?.[id],
    cell: (row) => format.points(row.categories?.[id]),
  });
  const reasons = (/** @type {Line} */ row) => [
    ...(row.reasons ?? []).map(rules.negative),
    ...(row.missing ?? []).map((field) => t('draft.missing', { field: rules.field(field) })),
  ];
  return [
    enterpriseColumn(
      (uscc) => '/portrait?uscc=' + uscc + '&year=' + year + (edition === 'draft' ? '&edition=draft' : ''),
    ),
    usccColumn(),
    {
      id: 'status',
      title: t('common.status'),
      class: 'short',
      filter: true,
      value: (row) => status(row.status),
      key: (row) => row.status,
    },
    stageColumn(rules),
    totalColumn(),
    ...rules.rules.categories.map(category),
    {
      id: 'rankOverall',
      title: t('common.rankOverall'),
      number: true,
      hidden: edition === 'draft',
      value: (row) => row.rank?.overall,
      cell: (row) => format.count(row.rank?.overall),
    },
    {
      id: 'coverage',
      title: t('common.coverage'),
      number: true,
      value: (row) => row.coverage,
      cell: (row) => format.share(row.coverage),
    },
    { ...industryColumn(rules), hidden: true },
    { ...clusterColumn(), class: 'short' },
    ...placeColumns(true),
    {
      id: 'reason',
      title: t('common.reason'),
      value: (row) => clauses(reasons(row)) || null,
      cell: (row) => clauses(reasons(row)) || NOTHING,
    },
    {
      id: 'scoredAt',
      title: t('draft.scoredAt'),
      hidden: true,
      class: 'short',
      value: (row) => row.evaluatedAt,
      cell: (row) => format.minute(row.evaluatedAt),
    },
  ];
}
