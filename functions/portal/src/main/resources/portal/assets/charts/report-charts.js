// @ts-check
// Charts that only the report has.

import { chart } from './chart.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'chart.rates': [
    '得分率最高的是 {best}（{high}），最低的是 {worst}（{low}）。',
    '{best} has the highest rate ({high}), {worst} the lowest ({low}).',
  ],
});

/**
 * The mean points of each indicator as a share of its full points, by category.
 *
 * @param {string} title
 * @param {Schema<'AnalysisReport'>['performance']} performance
 * @param {import('./zone-charts.js').How} how
 */
export function scoringRates(title, { categories, indicators }, how) {
  const drawn = indicators.filter((one) => one.rate !== null).toReversed();
  if (drawn.length === 0) {
    return null;
  }
  return chart({
    ...how,
    title,
    says: extremes(drawn),
    data: { columns: columns(), rows: drawn.toReversed() },
    height: 'highest',
    option: ({ series, ink }) => ({
      legend: {},
      tooltip: { trigger: 'item', valueFormatter: format.share },
      grid: { left: 8, right: 48, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: 'value', min: 0, max: 1, axisLabel: { formatter: format.share } },
      yAxis: {
        type: 'category',
        data: drawn.map((one) => one.id + ' ' + one.name),
        axisLabel: { color: ink, width: 250, overflow: 'truncate', interval: 0 },
      },
      series: categories.map((category, index) => ({
        name: category.name,
        type: 'bar',
        stack: 'rates',
        barWidth: 12,
        itemStyle: { color: series[index % series.length] },
        data: drawn.map((one) => (one.category === category.id ? one.rate : null)),
        label: {
          show: true,
          position: 'right',
          color: ink,
          formatter: (/** @type {{ value: number | null }} */ { value }) =>
            value === null || value === undefined ? '' : format.share(value),
        },
      })),
    }),
  });
}

/** @typedef {Schema<'AnalysisReport'>['performance']['indicators'][number]} Rated */

/** @type {() => import('../table/data-table.js').Column<Rated>[]} */
const columns = () => [
  { id: 'code', title: t('common.code'), class: 'short', value: (row) => row.id },
  { id: 'name', title: t('common.indicator'), head: true, value: (row) => row.name },
  {
    id: 'rate',
    title: t('common.rate'),
    number: true,
    value: (row) => row.rate,
    cell: (row) => format.share(row.rate),
  },
];

function extremes(/** @type {Rated[]} */ rated) {
  const ordered = rated.toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
  const [best, worst] = [ordered[0], ordered[ordered.length - 1]];
  return t('chart.rates', {
    best: best.id + ' ' + best.name,
    high: format.share(best.rate),
    worst: worst.id + ' ' + worst.name,
    low: format.share(worst.rate),
  });
}
