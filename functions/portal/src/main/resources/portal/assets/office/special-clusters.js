// @ts-check
// 中小企业特色产业集群 with their validity, and what the enterprises of each come to, for the offices.

import { get } from '../api/api.js';
import { element } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { chapter } from '../page/chapters.js';
import { figureName } from '../public/zone-figures.js';
import { enterpriseColumn, placeColumns, stageColumn, totalColumn, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'clusters.title': ['中小企业特色产业集群', 'Special industry clusters'],
  'clusters.note': [
    '认定有效期三年，先到期的在前；汇总名录中属于该集群的企业，以现有数据为准。',
    'Valid for three years, the first to end first; of the enterprises on the roster, by the data as it is now.',
  ],
  'clusters.none': [
    '没有特色产业集群数据：由科学技术局报送数据集“中小企业特色产业集群”。',
    'No data: the science department delivers the dataset of special industry clusters.',
  ],
  'clusters.cluster': ['集群', 'Cluster'],
  'clusters.level': ['级别', 'Level'],
  'clusters.validTo': ['有效期至', 'Valid until'],
  'clusters.daysLeft': ['剩余天数', 'Days left'],
  'clusters.meanTotal': ['总分均值', 'Mean total'],
  'clusters.members': [
    '{cluster} · {count, number} 家',
    '{cluster} · {count, plural, one {# enterprise} other {# enterprises}}',
  ],
  'clusters.sum': ['合计', 'Together'],
});

/** @typedef {Schema<'SpecialCluster'>} Cluster */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {import('../table/table.js').Column<Cluster>} Column */

/**
 * The clusters as a chapter of a page.
 *
 * @param {import('../public/lists.js').Narrowed} asked
 * @param {Book} rules
 * @param {AbortSignal} signal
 */
export async function specialClusters(asked, rules, signal) {
  const { items } = await get('/years/{year}/special-clusters', asked, signal);
  return chapter(
    t('clusters.title'),
    items.length
      ? [
          element('div.downloads', {}, fileButtons('/years/{year}/special-clusters', asked, 'special-clusters')),
          element('p', {}, t('clusters.note')),
          table({ caption: t('clusters.title'), columns: columns(), rows: items, stacked: true }),
          ...items.map((one) => members(one, asked.year, rules)),
        ]
      : empty(t('clusters.none')),
    { id: 'special-clusters' },
  );
}

/** @returns {Column[]} */
const columns = () => [
  {
    id: 'cluster',
    title: t('clusters.cluster'),
    head: true,
    value: (row) => row.specialCluster,
    cell: (row) => element('span.own-words', {}, row.specialCluster),
  },
  { id: 'level', title: t('clusters.level'), class: 'short', value: (row) => valueWord(row.level) },
  {
    id: 'validTo',
    title: t('clusters.validTo'),
    class: 'short',
    value: (row) => row.validTo,
    cell: (row) => format.day(row.validTo),
  },
  { id: 'daysLeft', title: t('clusters.daysLeft'), number: true, value: (row) => row.daysLeft },
  { id: 'enterprises', title: t('common.enterprise'), number: true, value: (row) => row.enterprises },
  {
    id: 'meanTotal',
    title: t('clusters.meanTotal'),
    number: true,
    value: (row) => row.meanTotal,
    cell: (row) => format.points(row.meanTotal),
  },
];

/**
 * @param {Cluster} cluster
 * @param {number} year
 * @param {Book} rules
 */
function members(cluster, year, rules) {
  const caption = t('clusters.members', { cluster: cluster.specialCluster, count: cluster.enterprises });
  return element(
    'details',
    {},
    element('summary', {}, element('span.own-words', {}, caption)),
    cluster.figures.length
      ? table({
          caption: t('clusters.sum'),
          columns: [
            figureName(rules),
            {
              id: 'value',
              title: t('clusters.sum'),
              number: true,
              value: (row) => row.value,
              cell: (row) => format.value(row.value),
            },
          ],
          rows: cluster.figures,
        })
      : null,
    table({
      caption: t('common.enterprises', { count: cluster.enterprises }),
      columns: [
        enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + year + '&edition=draft'),
        usccColumn(),
        stageColumn(rules),
        ...placeColumns(),
        totalColumn(),
      ],
      rows: cluster.members,
      stacked: true,
    }),
  );
}
