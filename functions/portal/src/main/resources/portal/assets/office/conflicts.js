// @ts-check
// Fields of which the sources say different things, each with a way to ask about it.

import { lines } from '../api/api.js';
import { element, link } from '../base/dom.js';
import { officeFilter } from '../page/office-query.js';
import { enterpriseColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'conflicts.title': [
    '来源不一致的数据（{count, number} 项）',
    'Sources in conflict ({count, plural, one {# field} other {# fields}})',
  ],
  'conflicts.grid': ['网格', 'Grid'],
  'conflicts.field': ['字段', 'Field'],
  'conflicts.values': ['各来源的数据', 'What each source says'],
  'conflicts.said': ['{source}：{value}', '{source}: {value}'],
  'conflicts.inForce': ['采用', 'In force'],
  'conflicts.difference': ['相差', 'Difference'],
  'conflicts.ask': ['登记问题', 'Ask'],
  'conflicts.download': ['下载清单（{kind}）', 'Download the list ({kind})'],
});

/** @typedef {Answer<'/years/{year}/conflicts', 'get'>['items'][number]} Conflict */

/**
 * Nothing where all sources agree.
 *
 * @param {import('../page/page.js').View} view
 * @param {import('../api/names.js').Book} rules
 * @returns {Promise<HTMLElement[]>}
 */
export async function conflicts(view, rules) {
  const year = /** @type {number} */ (view.number);
  const asked = { year, ...officeFilter(view.query) };
  const items = await lines('/years/{year}/conflicts', asked, view.signal);
  if (!items.length) {
    return [];
  }
  const title = t('conflicts.title', { count: items.length });
  return [
    element(
      'details.card.off-paper',
      { id: 'conflicts' },
      element('summary', {}, title),
      element(
        'div.downloads',
        {},
        fileButtons('/years/{year}/conflicts', asked, 'conflicts', (kind) => t('conflicts.download', { kind })),
      ),
      table({
        caption: title,
        id: 'conflicting',
        columns: columns(year, rules),
        rows: items,
        stacked: true,
        place: ({ uscc, dataset, field }) => ['conflict', uscc, dataset, field].join('-'),
      }),
    ),
  ];
}

/**
 * @param {number} year
 * @param {import('../api/names.js').Book} rules
 * @returns {import('../table/table.js').Column<Conflict>[]}
 */
function columns(year, { department, dataset }) {
  return [
    enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + year),
    { id: 'grid', title: t('conflicts.grid'), class: 'short', value: (row) => row.grid },
    { id: 'field', title: t('conflicts.field'), value: (row) => dataset(row.dataset) + ' · ' + row.title },
    {
      id: 'values',
      title: t('conflicts.values'),
      value: (row) => row.values.map(({ value }) => value).join(' '),
      cell: (row) =>
        element(
          'ul.sources',
          {},
          row.values.map(({ source, value }) =>
            element('li', {}, t('conflicts.said', { source: department(source), value: String(value) })),
          ),
        ),
    },
    { id: 'inForce', title: t('conflicts.inForce'), class: 'short', value: (row) => department(row.inForce) },
    {
      id: 'difference',
      title: t('conflicts.difference'),
      number: true,
      value: (row) => row.difference,
      cell: (row) => format.share(row.difference),
    },
    {
      id: 'ask',
      title: t('conflicts.ask'),
      value: () => '',
      cell: (row) =>
        link(
          '/questions?year=' + year + '&about=conflict&id=' + row.field + '&uscc=' + row.uscc + '#register',
          t('conflicts.ask'),
        ),
    },
  ];
}
