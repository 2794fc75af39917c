// @ts-check
// Charts that only the report has.

import { chart } from './chart.js';
import { format } from '../lib/format.js';
import { list } from '../lib/i18n.js';

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
    summary: list(drawn.toReversed().map((one) => one.id + ' ' + one.name + ' ' + format.share(one.rate))),
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
