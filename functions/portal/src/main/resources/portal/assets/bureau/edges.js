// @ts-check
// Who may stand on either side of the end of a list.

import { element, link } from '../base/dom.js';
import { saveButton, table } from '../table/table.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'edges.title': ['名单边缘的企业', 'Enterprises near the end of a list'],
  'edges.list': ['名单', 'List'],
  'edges.seeds': ['种子企业库', 'Seed library'],
  'edges.places': ['名单末位', 'Last place'],
  'edges.band': ['名次范围', 'Band of the rank'],
  'edges.enterprise': ['企业', 'Enterprise'],
  'edges.rank': ['阶段内名次', 'Rank in the stage'],
  'edges.none': ['没有企业处于名单边缘。', 'No enterprise is near the end of a list.'],
  'edges.note': [
    '名次范围：权重、满分值和未定的选择变动后，名次在九成的情形中所在的范围；名单末位落在范围之内的列在这里。',
    'The band holds the rank in nine of ten cases when weights, full marks and open choices vary. Listed are those ' +
      'whose band contains the last place of a list.',
  ],
});

/**
 * @param {Schema<'ListEdge'>[]} edges
 * @param {import('../api/names.js').Book} rules
 * @param {(uscc: string) => string} name
 * @param {number} year
 */
export function listEdges(edges, rules, name, year) {
  const rows = edges.flatMap((edge) => edge.enterprises.map((one) => ({ ...edge, ...one })));
  if (!rows.length) {
    return element('p.notice.good', {}, t('edges.none'));
  }
  /** @type {import('../table/table.js').Column<(typeof rows)[number]>[]} */
  const columns = [
    {
      id: 'list',
      title: t('edges.list'),
      filter: true,
      value: (row) => (row.list === 'seeds' ? t('edges.seeds') : rules.tier(row.list)),
    },
    { id: 'stage', title: t('common.stage'), filter: true, value: (row) => rules.stage(row.stage) },
    { id: 'places', title: t('edges.places'), number: true, value: (row) => row.places },
    {
      id: 'enterprise',
      title: t('edges.enterprise'),
      head: true,
      value: (row) => name(row.uscc),
      cell: (row) => link(`/portrait?uscc=${row.uscc}&year=${year}`, name(row.uscc)),
    },
    { id: 'rank', title: t('edges.rank'), number: true, value: (row) => row.rank },
    { id: 'band', title: t('edges.band'), value: (row) => format.count(row.low) + '–' + format.count(row.high) },
  ];
  return [
    element('p', {}, t('edges.note')),
    element('div.above', {}, saveButton(t('edges.title'), columns, rows)),
    table({ caption: t('edges.title'), id: 'on-edge', columns, rows }),
  ];
}
