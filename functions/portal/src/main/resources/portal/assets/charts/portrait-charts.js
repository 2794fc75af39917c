// @ts-check
// Charts of one enterprise.

import { chart } from './chart.js';
import { narrow } from '../base/narrow.js';
import { format } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';
import { totalColumn } from '../table/columns.js';
import { overYears } from './zone-charts.js';

const { t } = ownWords({
  'chart.composition': ['总分构成', 'Composition of the total'],
  'chart.compositionNote': [
    '三类得分按权重相加，减扣分、加附加分，再乘衰减系数。',
    'Weighted category points, less deductions, plus bonus, times the decay factor.',
  ],
  'chart.step': ['步骤', 'Step'],
  'chart.shareOfFull': ['{category}：占满分的百分比', '{category}: percentage of full points'],
  'chart.ownEnterprise': ['本企业', 'This enterprise'],
  'chart.totalOverYears': ['总分变化', 'Total over the years'],
  'chart.totalMade': [
    '总分 {total} 分，其中{category}贡献最多（{points} 分）。',
    'A total of {total} points, most of them from {category} ({points}).',
  ],
  'chart.stripsNote': [
    '圆点为本企业，横条为同阶段已公布企业中间的一半，竖线为中位数。',
    'The dot is this enterprise, the bar the middle half of its stage, the mark the median.',
  ],
  'chart.besideMedian': [
    '{above, number} 项指标高于本阶段中位数，{alike, number} 项持平，{below, number} 项低于中位数。',
    'Above the stage’s median: {above, number}; on it: {alike, number}; below it: {below, number}.',
  ],
  'chart.noPeers': ['本阶段没有可比较的数据。', 'There is nothing in this stage to compare with.'],
  'chart.figure': ['{title} {points}', '{title} {points}'],
  'chart.figureOf': ['{title} {points} / {of}', '{title} {points} / {of}'],
  'chart.pointsValue': ['{points} 分', '{points} points'],
});

/** @typedef {import('./waterfall-steps.js').Profile} Profile */
/** @typedef {import('./waterfall-steps.js').Step} Step */
/** @typedef {import('../api/names.js').Book} Book */

/** How a total comes about, step by step; null where there are no steps. */
export function waterfall(/** @type {Step[]} */ rows) {
  if (rows.length === 0) {
    return null;
  }
  const shown = (/** @type {Step} */ { kind, amount }) =>
    kind === 'sum' ? format.points(amount) : format.change(amount);
  const told = (/** @type {{ dataIndex: number }[]} */ [{ dataIndex }]) => {
    const { name, note, amount } = rows[dataIndex];
    return [name, note, t('chart.pointsValue', { points: format.points(amount) })].join('\n');
  };
  /** @type {import('../table/table.js').Column<Step>[]} */
  const columns = [
    { id: 'step', title: t('chart.step'), head: true, value: (row) => row.name },
    { id: 'note', title: t('common.note'), value: (row) => row.note },
    {
      id: 'points',
      title: t('common.points'),
      unit: t('common.pointsUnit'),
      number: true,
      value: (row) => row.amount,
      cell: shown,
    },
  ];
  return chart({
    title: t('chart.composition'),
    note: t('chart.compositionNote'),
    says: made(rows),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink }) => ({
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: told,
      },
      grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: rows.map((row) => row.name),
        axisLabel: { color: ink, interval: 0, width: 96, overflow: 'break' },
      },
      yAxis: { type: 'value', min: 0 },
      series: [
        {
          type: 'bar',
          stack: 'all',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: rows.map((row) => Math.min(row.from, row.to)),
        },
        {
          type: 'bar',
          stack: 'all',
          barMaxWidth: 56,
          data: rows.map((row) => ({
            value: Math.abs(row.to - row.from),
            itemStyle: { borderRadius: 3, color: series[{ part: 0, minus: 1, plus: 2, sum: 3 }[row.kind]] },
          })),
          label: {
            show: true,
            position: 'top',
            color: ink,
            fontWeight: 600,
            formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => shown(rows[dataIndex]),
          },
        },
      ],
    }),
  });
}

/** What a total is made of, in a sentence. */
function made(/** @type {Step[]} */ rows) {
  const total = rows[rows.length - 1].amount;
  const [largest] = rows.filter(({ kind }) => kind === 'part').sort((a, b) => b.amount - a.amount);
  return t('chart.totalMade', {
    total: format.points(total),
    category: largest.name,
    points: format.points(largest.amount),
  });
}

/**
 * One line of the strips: points of the enterprise beside the quartiles of its stage.
 *
 * @typedef {object} Strip
 * @property {string} name
 * @property {string} short
 * @property {number} of full points
 * @property {number | null} own null where it may not be seen
 * @property {number[] | undefined} quartiles
 */

/** @type {(id: string, title: string, index: number) => import('../table/table.js').Column<Strip>} */
const quartile = (id, title, index) => ({
  id,
  title,
  unit: t('common.pointsUnit'),
  number: true,
  value: (row) => row.quartiles?.[index],
  cell: (row) => format.points(row.quartiles?.[index]),
});

/** @type {() => import('../table/table.js').Column<Strip>[]} */
const stripColumns = () => [
  { id: 'name', title: t('common.indicator'), head: true, value: (row) => row.name },
  {
    id: 'own',
    title: t('chart.ownEnterprise'),
    unit: t('common.pointsUnit'),
    number: true,
    class: 'strong',
    value: (row) => row.own,
    cell: (row) => format.points(row.own),
  },
  quartile('lowerQuartile', t('common.lowerQuartile'), 0),
  quartile('median', t('common.median'), 1),
  quartile('upperQuartile', t('common.upperQuartile'), 2),
  { id: 'of', title: t('common.fullPoints'), number: true, value: (row) => row.of },
];

/** A category and its indicators, each as a share of its full points, on the middle half of the stage. */
export function strips(
  /** @type {Profile} */ profile,
  /** @type {Rules['categories'][number]} */ category,
  /** @type {Book} */ rules,
) {
  const members = new Set(rules.rules.indicators.filter((one) => one.category === category.id).map((one) => one.id));
  const { categories = [], indicators = [] } = profile.peers ?? {};
  const quartiles = new Map([...categories, ...indicators].map((one) => [one.id, one.points.quartiles]));
  /** @type {Strip[]} */
  const rows = [
    {
      name: category.name,
      short: category.name,
      of: category.points ?? 100,
      own: profile.categories?.[category.id] ?? null,
      quartiles: quartiles.get(category.id),
    },
    ...profile.indicators
      .filter((one) => members.has(one.id))
      .map((one) => ({
        name: one.id + ' ' + rules.indicator(one.id),
        short: one.id,
        of: one.fullPoints,
        own: one.points,
        quartiles: quartiles.get(one.id),
      })),
  ];
  const drawn = rows.toReversed();
  const share = (/** @type {Strip} */ { of }, /** @type {number | null | undefined} */ points) =>
    points === null || points === undefined ? null : (points * 100) / of;
  const part = (/** @type {Strip} */ row, /** @type {number} */ from, /** @type {number} */ to) =>
    row.quartiles ? ((row.quartiles[to] - (from < 0 ? 0 : row.quartiles[from])) * 100) / row.of : 0;
  const band = { type: 'bar', stack: 'quartiles', barWidth: 14, silent: true };
  return chart({
    title: t('chart.shareOfFull', { category: category.name }),
    note: quartiles.size ? t('chart.stripsNote') : null,
    says: beside(rows.slice(1)),
    data: { columns: stripColumns(), rows },
    height: rows.length * (language === 'en' ? 1.5 : 1),
    option: ({ series, ink, line }) => ({
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (/** @type {{ dataIndex: number }[]} */ [{ dataIndex }]) => inWords(drawn[dataIndex]),
      },
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
      yAxis: {
        type: 'category',
        data: drawn.map((row) => (narrow.matches ? row.short : row.name)),
        axisLabel: { color: ink, interval: 0, width: narrow.matches ? 88 : 220, overflow: 'break', lineHeight: 16 },
      },
      series: [
        { ...band, itemStyle: { color: 'transparent' }, data: drawn.map((row) => part(row, -1, 0)) },
        { ...band, itemStyle: { color: line }, data: drawn.map((row) => part(row, 0, 2)) },
        {
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [3, 18],
          silent: true,
          itemStyle: { color: series[1] },
          data: drawn.map((row) => share(row, row.quartiles?.[1])),
        },
        {
          type: 'scatter',
          symbolSize: 12,
          z: 5,
          itemStyle: { color: series[0] },
          data: drawn.map((row) => share(row, row.own)),
        },
      ],
    }),
  });
}

function inWords(/** @type {Strip} */ { name, own, of, quartiles }) {
  const figure = (/** @type {string} */ title, /** @type {number | null | undefined} */ points) =>
    t('chart.figure', { title, points: format.points(points) });
  return [
    name,
    t('chart.figureOf', { title: t('chart.ownEnterprise'), points: format.points(own), of }),
    ...(quartiles
      ? [
          figure(t('common.upperQuartile'), quartiles[2]),
          figure(t('common.median'), quartiles[1]),
          figure(t('common.lowerQuartile'), quartiles[0]),
        ]
      : []),
  ].join('\n');
}

/** On how many indicators the enterprise is before and behind the middle of its stage. */
function beside(/** @type {Strip[]} */ rows) {
  const compared = rows.flatMap(({ own, quartiles }) => (own === null || !quartiles ? [] : [own - quartiles[1]]));
  const count = (/** @type {(difference: number) => boolean} */ is) => compared.filter(is).length;
  return compared.length
    ? t('chart.besideMedian', {
        above: count((one) => one > 0),
        alike: count((one) => one === 0),
        below: count((one) => one < 0),
      })
    : t('chart.noPeers');
}

/** Totals year by year. */
export function timeline(/** @type {Schema<'HistoryYear'>[]} */ items) {
  const rows = items.toSorted((a, b) => a.year - b.year);
  return chart({
    title: t('chart.totalOverYears'),
    says: overYears(rows),
    data: {
      columns: [{ id: 'year', title: t('common.year'), head: true, value: (row) => row.year }, totalColumn()],
      rows,
    },
    option: ({ series, ink }) => ({
      grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: rows.map((row) => String(row.year)), axisLabel: { color: ink } },
      yAxis: { type: 'value', min: 0 },
      series: [
        {
          type: 'line',
          symbol: 'circle',
          symbolSize: 9,
          lineStyle: { width: 3 },
          itemStyle: { color: series[0] },
          data: rows.map((row) => row.total ?? '-'),
          label: {
            show: true,
            position: 'top',
            color: ink,
            fontWeight: 600,
            formatter: (/** @type {{ value: number }} */ { value }) => format.points(value),
          },
        },
      ],
    }),
  });
}
