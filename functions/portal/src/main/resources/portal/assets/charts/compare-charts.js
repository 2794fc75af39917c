// @ts-check
// Charts of a few enterprises side by side.

import { chart } from './chart.js';
import { narrow } from '../base/narrow.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'compare.byCategory': ['分类得分对比', 'Points by category'],
  'compare.byYear': ['历年总分', 'Totals year by year'],
  'compare.best': ['{category}最高的是{name}（{points} 分）。', 'Highest in {category}: {name} ({points} points).'],
  'compare.highest': [
    '{year} 年度总分最高的是{name}（{points} 分）。',
    'Highest total of {year}: {name} ({points} points).',
  ],
});

/** @typedef {{ name: string, points: (number | undefined)[] }} Points of an enterprise, as the columns are */

/**
 * Points of 100 by category, the enterprises beside each other.
 *
 * @param {string[]} categories
 * @param {Points[]} enterprises
 */
export function categoryBars(categories, enterprises) {
  return chart({
    title: t('compare.byCategory'),
    says: categories
      .map((category, at) => {
        const best = highest(enterprises, at);
        return best ? t('compare.best', { category, name: best.name, points: format.points(best.points[at]) }) : '';
      })
      .join(' ')
      .trim(),
    data: { columns: columns(t('common.enterprise'), categories), rows: enterprises },
    height: 'tall',
    option: ({ series, ink }) => ({
      legend: { left: 0, right: 'auto' },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: format.points },
      grid: { left: 8, right: 8, top: room(enterprises.length), bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: categories,
        axisLabel: { color: ink, interval: 0, width: 110, overflow: 'break' },
      },
      yAxis: { type: 'value', min: 0, max: 100 },
      series: enterprises.map(({ name, points }, index) => ({
        name,
        type: 'bar',
        barMaxWidth: 36,
        itemStyle: { color: series[index], borderRadius: [4, 4, 0, 0] },
        data: points.map((one) => one ?? null),
        label: label(ink),
      })),
    }),
  });
}

/**
 * Totals of up to three years, a line for each enterprise.
 *
 * @param {number[]} years in order
 * @param {Points[]} enterprises
 */
export function yearLines(years, enterprises) {
  const newest = years.length - 1;
  const best = highest(enterprises, newest);
  const names = years.map(String);
  return chart({
    title: t('compare.byYear'),
    says: best
      ? t('compare.highest', { year: years[newest], name: best.name, points: format.points(best.points[newest]) })
      : '',
    data: { columns: columns(t('common.enterprise'), names), rows: enterprises },
    height: 'tall',
    option: ({ series, ink }) => ({
      legend: { left: 0, right: 'auto' },
      tooltip: { trigger: 'axis', valueFormatter: format.points },
      grid: { left: 8, right: 32, top: room(enterprises.length), bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: names, axisLabel: { color: ink } },
      yAxis: { type: 'value', scale: true },
      series: enterprises.map(({ name, points }, index) => ({
        name,
        type: 'line',
        symbol: ['circle', 'rect', 'triangle', 'diamond'][index],
        symbolSize: 9,
        lineStyle: { width: 3 },
        itemStyle: { color: series[index] },
        data: points.map((one) => one ?? null),
      })),
    }),
  });
}

/** Room for the legend, whose names are long: one beside the other, on a phone below each other. */
const room = (/** @type {number} */ names) => 30 + 26 * (narrow.matches ? names : Math.ceil(names / 2));

const label = (/** @type {string} */ color) => ({
  show: !narrow.matches,
  position: 'top',
  color,
  fontSize: 11,
  formatter: (/** @type {{ value: number }} */ { value }) => format.points(value),
});

/** The one that has most; none where what one of them has is not public, which may be more. */
function highest(/** @type {Points[]} */ enterprises, /** @type {number} */ at) {
  return enterprises.every(({ points }) => points[at] !== undefined)
    ? enterprises.toSorted((a, b) => Number(b.points[at]) - Number(a.points[at]))[0]
    : undefined;
}

/** @returns {import('../table/table.js').Column<Points>[]} */
function columns(/** @type {string} */ head, /** @type {string[]} */ titles) {
  return [
    { id: 'enterprise', title: head, head: true, value: (row) => row.name },
    ...titles.map((title, at) => ({
      id: 'of-' + at,
      title,
      number: true,
      value: (/** @type {Points} */ row) => row.points[at],
      cell: (/** @type {Points} */ row) => format.points(row.points[at]),
    })),
  ];
}
