// @ts-check
// Charts of groups of enterprises.

import { axis, filled, outline } from './bins.js';
import { chart } from './chart.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'chart.suppressed': ['不公布', 'Not published'],
  'chart.binsNote': [
    '柱内为企业家数；少于 3 家的分数段已与相邻段合并。',
    'The numbers are enterprises; bins of fewer than 3 are merged with their neighbours.',
  ],
  'chart.binsNoteBefore': [
    '柱内为企业家数；少于 3 家的分数段已与相邻段合并。虚线为 {year} 年度。',
    'The numbers are enterprises; bins of fewer than 3 are merged with their neighbours. The dashed line is ' +
      '{year}.',
  ],
  'chart.totalAxis': ['总分（分）', 'Total (points)'],
  'chart.enterprisesBefore': ['上年企业', 'Enterprises, year before'],
  'chart.medianBefore': ['上年中位数', 'Median, year before'],
  'chart.spreadNote': [
    '横条为中间一半企业的总分，数字为中位数，菱形为上年中位数。',
    'The bar covers the middle half of the enterprises, the number is the median, the diamond the median of ' +
      'the year before.',
  ],
  'chart.group': ['组别', 'Group'],
  'chart.groupCount': [
    '{group}（{count, number} 家）',
    '{group} ({count, plural, one {# enterprise} other {# enterprises}})',
  ],
  'chart.groupMedian': ['中位数 {median}', 'Median {median}'],
  'chart.groupMiddleHalf': ['中间一半 {from} – {to}', 'Middle half {from} – {to}'],
  'chart.groupMedianBefore': ['上年中位数 {median}', 'Median, year before {median}'],
  'chart.industriesSuppressed': [
    '少于 3 家的行业不单独公布。',
    'Industries with fewer than 3 enterprises are not published separately.',
  ],
  'chart.rankedAxis': ['进入排名（家）', 'Ranked (enterprises)'],
  'chart.medianAxis': ['总分中位数（分）', 'Median total (points)'],
  'chart.mostInBin': [
    '{from}–{to} 分的企业最多，有 {count, number} 家。',
    'Most enterprises have {from}–{to} points: {count, number}.',
  ],
  'chart.medians': [
    '中位数最高的是{best}（{high} 分），最低的是{worst}（{low} 分）。',
    'The highest median is that of {best} ({high} points), the lowest that of {worst} ({low} points).',
  ],
  'chart.largest': [
    '图中 {groups, number} 个行业，{group}企业最多，有 {count, number} 家。',
    'Of the {groups, number} industries shown, {group} has the most enterprises: {count, number}.',
  ],
  'chart.overYears': [
    '{year} 年度为 {total} 分，比 {first} 年度 {change} 分。',
    '{total} points in {year}, {change} against {first}.',
  ],
  'chart.oneYear': ['{year} 年度为 {total} 分。', '{total} points in {year}.'],
});

/** @typedef {Schema<'Bin'>} Bin */
/** @typedef {Partial<Schema<'Cell'>>} Cell */
/** @typedef {{ name: string, now: Cell | null, before: Cell | null }} Group */
/** @typedef {import('../table/table.js').Column<Group>} Column */
/** @typedef {{ printed?: boolean, level?: 'h2' | 'h3' }} How see chart */
/** @typedef {{ dataIndex: number }} Drawn */

/**
 * A figure of a cell: said, hidden because too few, or not there.
 *
 * @param {Cell | null} cell
 * @param {(cell: Cell) => number | null | undefined} value
 * @param {(value: number | null | undefined) => string} shown
 */
function told(cell, value, shown) {
  if (!cell) {
    return NOTHING;
  }
  return cell.suppressed ? t('chart.suppressed') : shown(value(cell));
}

const bin = (/** @type {Bin} */ { from, to }) => from + '–' + to;

/**
 * How totals are spread; a bar's area is its enterprises, so bins of any width compare.
 *
 * @param {string} title
 * @param {{ now: Cell | null, before: Cell | null }} years
 * @param {number | undefined} yearBefore
 * @param {How} how
 */
export function histogram(title, { now, before }, yearBefore, how = {}) {
  const rows = now?.histogram ?? [];
  /** @type {import('../table/table.js').Column<Bin>[]} */
  const columns = [
    { id: 'total', title: t('common.total'), unit: t('common.pointsUnit'), head: true, value: bin },
    {
      id: 'enterpriseCount',
      title: t('common.enterpriseCount'),
      unit: t('common.enterprisesUnit'),
      number: true,
      value: (row) => row.enterprises,
    },
  ];
  const past = before?.histogram ?? [];
  const [most] = rows.toSorted((a, b) => b.enterprises - a.enterprises);
  return chart({
    ...how,
    title,
    note: past.length ? t('chart.binsNoteBefore', { year: yearBefore }) : t('chart.binsNote'),
    says: most ? t('chart.mostInBin', { from: most.from, to: most.to, count: most.enterprises }) : t('common.nothing'),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink }) => ({
      grid: { left: 8, right: 16, top: 28, bottom: 28, containLabel: true },
      xAxis: {
        ...axis([...rows, ...past]),
        name: t('chart.totalAxis'),
        nameLocation: 'middle',
        nameGap: 28,
        splitLine: { show: false },
      },
      yAxis: { type: 'value', show: false },
      series: [
        ...filled(rows, { fill: series[0], ink, fontSize: 13 }),
        {
          type: 'line',
          data: outline(past),
          symbol: 'none',
          silent: true,
          lineStyle: { color: series[1], width: 1.5, type: 'dashed' },
        },
      ],
    }),
  });
}

/** @type {(head: string) => Column[]} */
const groupColumns = (head) => [
  { id: 'name', title: head, head: true, value: (group) => group.name },
  {
    id: 'enterpriseCount',
    title: t('common.enterpriseCount'),
    unit: t('common.enterprisesUnit'),
    number: true,
    value: (group) => group.now?.enterprises,
    cell: (group) => told(group.now, (cell) => cell.enterprises, format.count),
  },
  {
    id: 'enterprisesBefore',
    title: t('chart.enterprisesBefore'),
    unit: t('common.enterprisesUnit'),
    number: true,
    value: (group) => group.before?.enterprises,
    cell: (group) => told(group.before, (cell) => cell.enterprises, format.count),
  },
  {
    id: 'mean',
    title: t('common.mean'),
    unit: t('common.pointsUnit'),
    number: true,
    value: (group) => group.now?.mean,
    cell: (group) => told(group.now, (cell) => cell.mean, format.points),
  },
  {
    id: 'lowerQuartile',
    title: t('common.lowerQuartile'),
    unit: t('common.pointsUnit'),
    number: true,
    value: (group) => group.now?.quartiles?.[0],
    cell: (group) => told(group.now, (cell) => cell.quartiles?.[0], format.points),
  },
  {
    id: 'median',
    title: t('common.median'),
    unit: t('common.pointsUnit'),
    number: true,
    value: (group) => group.now?.median,
    cell: (group) => told(group.now, (cell) => cell.median, format.points),
  },
  {
    id: 'upperQuartile',
    title: t('common.upperQuartile'),
    unit: t('common.pointsUnit'),
    number: true,
    value: (group) => group.now?.quartiles?.[2],
    cell: (group) => told(group.now, (cell) => cell.quartiles?.[2], format.points),
  },
  {
    id: 'medianBefore',
    title: t('chart.medianBefore'),
    unit: t('common.pointsUnit'),
    number: true,
    value: (group) => group.before?.median,
    cell: (group) => told(group.before, (cell) => cell.median, format.points),
  },
];

/**
 * The middle half of each group's totals with its median, beside last year's median.
 *
 * @param {string} title
 * @param {Group[]} groups
 * @param {How} how
 */
export function spread(title, groups, how = {}) {
  const rows = groups.filter((group) => group.now || group.before);
  const drawn = described(rows)
    .flatMap(({ quartiles, ...group }) =>
      quartiles ? [{ ...group, low: quartiles[0], median: quartiles[1], high: quartiles[2] }] : [],
    )
    .reverse();
  return chart({
    ...how,
    title,
    note: t('chart.spreadNote'),
    says: rangeOf(drawn),
    data: { columns: groupColumns(t('chart.group')), rows },
    height: drawn.length > 8 ? 'tall' : 'normal',
    option: ({ series, ink, sheet }) => ({
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (/** @type {Drawn[]} */ [{ dataIndex }]) => drawn[dataIndex].words,
      },
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', min: 0 },
      yAxis: { type: 'category', data: drawn.map((group) => group.name), axisLabel: { color: ink } },
      series: [
        {
          type: 'bar',
          stack: 'spread',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: drawn.map((group) => group.low),
        },
        {
          type: 'bar',
          stack: 'spread',
          barWidth: 22,
          itemStyle: { color: series[0], opacity: 0.55, borderRadius: [4, 0, 0, 4] },
          data: drawn.map((group) => group.median - group.low),
        },
        {
          type: 'bar',
          stack: 'spread',
          barWidth: 22,
          itemStyle: { color: series[0], borderRadius: [0, 4, 4, 0] },
          data: drawn.map((group) => group.high - group.median),
          label: {
            show: true,
            position: 'right',
            color: ink,
            fontWeight: 600,
            formatter: (/** @type {Drawn} */ { dataIndex }) => format.points(drawn[dataIndex].median),
          },
        },
        {
          type: 'scatter',
          symbol: 'diamond',
          symbolSize: 13,
          z: 5,
          itemStyle: { color: sheet, borderColor: series[1], borderWidth: 2 },
          data: drawn.map((group) => group.medianBefore),
        },
      ],
    }),
  });
}

/** Between which groups the medians lie. */
function rangeOf(/** @type {{ name: string, median: number }[]} */ groups) {
  const ordered = groups.toSorted((a, b) => b.median - a.median);
  const [best, worst] = [ordered[0], ordered[ordered.length - 1]];
  return best
    ? t('chart.medians', {
        best: best.name,
        high: format.points(best.median),
        worst: worst.name,
        low: format.points(worst.median),
      })
    : t('common.nothing');
}

/** The groups whose number is public, each with its words. */
function described(/** @type {Group[]} */ groups) {
  return groups.flatMap(({ name, now, before }) => {
    const { enterprises, quartiles } = now ?? {};
    if (!enterprises) {
      return [];
    }
    const medianBefore = before?.median ?? null;
    const words = [
      t('chart.groupCount', { group: name, count: enterprises }),
      ...(quartiles ? quartileWords(quartiles) : []),
      ...(medianBefore === null ? [] : [t('chart.groupMedianBefore', { median: format.points(medianBefore) })]),
    ].join('\n');
    return [{ name, enterprises, quartiles, medianBefore, words }];
  });
}

function quartileWords(/** @type {number[]} */ [low, median, high]) {
  return [
    t('chart.groupMedian', { median: format.points(median) }),
    t('chart.groupMiddleHalf', { from: format.points(low), to: format.points(high) }),
  ];
}

/**
 * How many enterprises each group has, the largest first; the hidden ones are in the table.
 *
 * @param {string} title
 * @param {Group[]} groups
 * @param {How} how
 */
export function bars(title, groups, how = {}) {
  const rows = groups.toSorted((a, b) => (b.now?.enterprises ?? -1) - (a.now?.enterprises ?? -1));
  const drawn = described(rows).reverse();
  return chart({
    ...how,
    title,
    note: rows.length > drawn.length ? t('chart.industriesSuppressed') : null,
    says: drawn.length
      ? t('chart.largest', {
          group: drawn[drawn.length - 1].name,
          count: drawn[drawn.length - 1].enterprises,
          groups: drawn.length,
        })
      : t('common.nothing'),
    data: { columns: groupColumns(t('common.industry')), rows },
    height: Math.max(drawn.length * 0.75, 8),
    option: ({ series, ink }) => ({
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (/** @type {Drawn[]} */ [{ dataIndex }]) => drawn[dataIndex].words,
      },
      grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        data: drawn.map((group) => group.name),
        axisLabel: { color: ink, width: 190, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          itemStyle: { color: series[0], borderRadius: [0, 4, 4, 0] },
          data: drawn.map((group) => group.enterprises),
          label: { show: true, position: 'right', color: ink, fontWeight: 600 },
        },
      ],
    }),
  });
}

/** How the last year stands against the first. */
export function overYears(/** @type {{ year: number, total: number | null | undefined }[]} */ years) {
  const known = years.filter(({ total }) => total !== null && total !== undefined);
  const [first, last] = [known[0], known[known.length - 1]];
  if (!last) {
    return t('common.nothing');
  }
  return first === last
    ? t('chart.oneYear', { year: last.year, total: format.points(last.total) })
    : t('chart.overYears', {
        year: last.year,
        total: format.points(last.total),
        first: first.year,
        change: format.change((last.total ?? 0) - (first.total ?? 0)),
      });
}

/**
 * Year by year: how many are ranked, and where the middle of them stands.
 *
 * @param {string} title
 * @param {(Schema<'Year'> & { all: Cell | null })[]} rows
 */
export function trend(title, rows) {
  /** @type {import('../table/table.js').Column<(typeof rows)[number]>[]} */
  const columns = [
    { id: 'year', title: t('common.year'), head: true, value: (row) => row.year },
    {
      id: 'evaluated',
      title: t('common.evaluated'),
      unit: t('common.enterprisesUnit'),
      number: true,
      value: (row) => row.counts.enterprises,
    },
    {
      id: 'ranked',
      title: t('common.ranked'),
      unit: t('common.enterprisesUnit'),
      number: true,
      value: (row) => row.counts.ranked,
    },
    {
      id: 'mean',
      title: t('common.mean'),
      unit: t('common.pointsUnit'),
      number: true,
      value: (row) => row.all?.mean,
      cell: (row) => format.points(row.all?.mean),
    },
    {
      id: 'median',
      title: t('common.median'),
      unit: t('common.pointsUnit'),
      number: true,
      value: (row) => row.all?.median,
      cell: (row) => format.points(row.all?.median),
    },
  ];
  return chart({
    title,
    says: overYears(rows.map(({ year, all }) => ({ year, total: all?.median }))),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink, sheet }) => ({
      legend: {},
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      grid: { left: 8, right: 8, top: 64, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: rows.map((row) => String(row.year)), axisLabel: { color: ink } },
      yAxis: [
        { type: 'value', name: t('common.enterprisesUnit'), splitLine: { show: false } },
        { type: 'value', name: t('common.pointsUnit'), min: 0 },
      ],
      series: [
        {
          name: t('chart.rankedAxis'),
          type: 'bar',
          barMaxWidth: 48,
          itemStyle: { color: series[0], borderRadius: [4, 4, 0, 0] },
          data: rows.map((row) => row.counts.ranked),
          label: { show: true, position: 'insideBottom', distance: 12, color: sheet, fontWeight: 600, fontSize: 14 },
        },
        {
          name: t('chart.medianAxis'),
          type: 'line',
          yAxisIndex: 1,
          symbol: 'circle',
          symbolSize: 9,
          lineStyle: { width: 3 },
          itemStyle: { color: series[1] },
          data: rows.map((row) => row.all?.median),
          label: {
            show: true,
            position: 'top',
            color: ink,
            backgroundColor: sheet,
            padding: [2, 6],
            borderRadius: 4,
            fontWeight: 600,
            formatter: (/** @type {{ value: number }} */ { value }) => format.points(value),
          },
        },
      ],
    }),
  });
}
