// Charts of groups of enterprises.

import { chart } from './chart.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';

const HIDDEN = () => t('不公布');

/** A figure of a cell: said, hidden because too few, or not there. */
function told(cell, value, shown) {
  if (!cell) {
    return '—';
  }
  return cell.suppressed ? HIDDEN() : shown(value(cell));
}

const bin = ({ from, to }) => from + '–' + to;

/** How totals are spread; a bar's area is its enterprises, so bins of any width compare. */
export function histogram(title, { now, before }, yearBefore, how = {}) {
  const rows = now?.histogram ?? [];
  const columns = [
    { title: t('总分'), unit: t('分'), head: true, value: bin },
    { title: t('企业'), unit: t('家'), number: true, value: (row) => row.enterprises },
  ];
  const past = before?.histogram ?? [];
  return chart({
    ...how,
    title,
    note:
      t('柱内为企业家数；少于 3 家的分数段已与相邻段合并。') +
      (past.length ? t('虚线为 {year} 年度。', { year: yearBefore }) : ''),
    summary: rows.map((row) => bin(row) + t('分') + ' ' + row.enterprises + t('家')).join('，'),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink, sheet }) => ({
      tooltip: { trigger: 'item' },
      grid: { left: 8, right: 16, top: 16, bottom: 28, containLabel: true },
      xAxis: {
        type: 'value',
        min: 0,
        max: Math.max(...[...rows, ...past].map((row) => row.to), 10),
        interval: 10,
        name: t('总分（分）'),
        nameLocation: 'middle',
        nameGap: 28,
        splitLine: { show: false },
      },
      yAxis: { type: 'value', show: false },
      series: [
        blocks(t('企业（家）'), rows, { fill: series[0], text: sheet, outside: ink }),
        blocks(t('上年（家）'), past, { stroke: series[1] }),
      ],
    }),
  });
}

function blocks(name, rows, { fill, stroke, text, outside }) {
  const density = ({ from, to, enterprises }) => (enterprises * 10) / (to - from);
  return {
    name,
    type: 'custom',
    silent: !fill,
    dimensions: [t('自'), t('至'), t('每 10 分家数'), t('企业（家）')],
    encode: { x: [0, 1], y: 2, tooltip: [0, 1, 3] },
    data: rows.map((row) => [row.from, row.to, density(row), row.enterprises]),
    renderItem: (_, api) => {
      const [left, top] = api.coord([api.value(0), api.value(2)]);
      const [right, bottom] = api.coord([api.value(1), 0]);
      const shape = { x: left + 1, y: top, width: Math.max(right - left - 2, 1), height: bottom - top };
      if (!fill) {
        return { type: 'rect', shape, style: { fill: 'none', stroke, lineWidth: 1.5, lineDash: [5, 4] } };
      }
      const inside = shape.height > 26;
      return {
        type: 'group',
        children: [
          { type: 'rect', shape: { ...shape, r: [3, 3, 0, 0] }, style: { fill } },
          {
            type: 'text',
            style: {
              text: String(api.value(3)),
              x: (left + right) / 2,
              y: inside ? top + 7 : top - 3,
              align: 'center',
              verticalAlign: inside ? 'top' : 'bottom',
              fill: inside ? text : outside,
              font: '600 14px sans-serif',
            },
          },
        ],
      };
    },
  };
}

const groupColumns = (head) => [
  { title: head, head: true, value: (group) => group.name },
  {
    title: t('企业'),
    unit: t('家'),
    number: true,
    value: (group) => group.now?.enterprises,
    cell: (group) => told(group.now, (cell) => cell.enterprises, format.count),
  },
  {
    title: t('上年企业'),
    unit: t('家'),
    number: true,
    value: (group) => group.before?.enterprises,
    cell: (group) => told(group.before, (cell) => cell.enterprises, format.count),
  },
  {
    title: t('平均'),
    unit: t('分'),
    number: true,
    value: (group) => group.now?.mean,
    cell: (group) => told(group.now, (cell) => cell.mean, format.points),
  },
  {
    title: t('四分之一位'),
    unit: t('分'),
    number: true,
    value: (group) => group.now?.quartiles?.[0],
    cell: (group) => told(group.now, (cell) => cell.quartiles?.[0], format.points),
  },
  {
    title: t('中位数'),
    unit: t('分'),
    number: true,
    value: (group) => group.now?.median,
    cell: (group) => told(group.now, (cell) => cell.median, format.points),
  },
  {
    title: t('四分之三位'),
    unit: t('分'),
    number: true,
    value: (group) => group.now?.quartiles?.[2],
    cell: (group) => told(group.now, (cell) => cell.quartiles?.[2], format.points),
  },
  {
    title: t('上年中位数'),
    unit: t('分'),
    number: true,
    value: (group) => group.before?.median,
    cell: (group) => told(group.before, (cell) => cell.median, format.points),
  },
];

/** The middle half of each group's totals with its median, beside last year's median. */
export function spread(title, groups, how = {}) {
  const rows = groups.filter((group) => group.now || group.before);
  const drawn = rows.filter((group) => group.now?.quartiles).reverse();
  return chart({
    ...how,
    title,
    note: t('横条为中间一半企业的总分，数字为中位数，菱形为上年中位数。'),
    summary: drawn.map((group) => group.name + ' ' + format.points(group.now.median)).join('，'),
    data: { columns: groupColumns(t('组别')), rows },
    height: drawn.length > 8 ? 'tall' : 'normal',
    option: ({ series, ink, sheet }) => ({
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: ([first]) => described(drawn[first.dataIndex]),
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
          data: drawn.map((group) => group.now.quartiles[0]),
        },
        {
          type: 'bar',
          stack: 'spread',
          barWidth: 22,
          itemStyle: { color: series[0], opacity: 0.55, borderRadius: [4, 0, 0, 4] },
          data: drawn.map((group) => group.now.median - group.now.quartiles[0]),
        },
        {
          type: 'bar',
          stack: 'spread',
          barWidth: 22,
          itemStyle: { color: series[0], borderRadius: [0, 4, 4, 0] },
          data: drawn.map((group) => group.now.quartiles[2] - group.now.median),
          label: {
            show: true,
            position: 'right',
            color: ink,
            fontWeight: 600,
            formatter: ({ dataIndex }) => format.points(drawn[dataIndex].now.median),
          },
        },
        {
          type: 'scatter',
          symbol: 'diamond',
          symbolSize: 13,
          z: 5,
          itemStyle: { color: sheet, borderColor: series[1], borderWidth: 2 },
          data: drawn.map((group) => group.before?.median ?? null),
        },
      ],
    }),
  });
}

function described({ name, now, before }) {
  return [
    name + '（' + format.count(now.enterprises) + ' ' + t('家') + '）',
    t('中位数') + ' ' + format.points(now.median),
    t('中间一半') + ' ' + format.points(now.quartiles[0]) + ' – ' + format.points(now.quartiles[2]),
    before?.median == null ? null : t('上年中位数') + ' ' + format.points(before.median),
  ]
    .filter(Boolean)
    .join('\n');
}

/** How many enterprises each group has, the largest first; the hidden ones are in the table. */
export function bars(title, groups, how = {}) {
  const rows = groups.toSorted((a, b) => (b.now?.enterprises ?? -1) - (a.now?.enterprises ?? -1));
  const drawn = rows.filter((group) => group.now?.enterprises).reverse();
  return chart({
    ...how,
    title,
    note: rows.length > drawn.length ? t('少于 3 家的行业不单独公布。') : null,
    summary: drawn
      .toReversed()
      .map((group) => group.name + ' ' + group.now.enterprises + t('家'))
      .join('，'),
    data: { columns: groupColumns(t('行业大类')), rows },
    height: 'tall',
    option: ({ series, ink }) => ({
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: ([first]) => described(drawn[first.dataIndex]),
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
          data: drawn.map((group) => group.now.enterprises),
          label: { show: true, position: 'right', color: ink, fontWeight: 600 },
        },
      ],
    }),
  });
}

/** Year by year: how many are ranked, and where the middle of them stands. */
export function trend(title, rows) {
  const columns = [
    { title: t('年度'), head: true, value: (row) => row.year },
    { title: t('参评企业'), unit: t('家'), number: true, value: (row) => row.counts.enterprises },
    { title: t('进入排名'), unit: t('家'), number: true, value: (row) => row.counts.ranked },
    {
      title: t('平均'),
      unit: t('分'),
      number: true,
      value: (row) => row.all?.mean,
      cell: (row) => format.points(row.all?.mean),
    },
    {
      title: t('中位数'),
      unit: t('分'),
      number: true,
      value: (row) => row.all?.median,
      cell: (row) => format.points(row.all?.median),
    },
  ];
  return chart({
    title,
    summary: rows.map((row) => row.year + ' ' + format.points(row.all?.median)).join('，'),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink, sheet }) => ({
      legend: {},
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      grid: { left: 8, right: 8, top: 64, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: rows.map((row) => String(row.year)), axisLabel: { color: ink } },
      yAxis: [
        { type: 'value', name: t('家'), splitLine: { show: false } },
        { type: 'value', name: t('分'), min: 0 },
      ],
      series: [
        {
          name: t('进入排名（家）'),
          type: 'bar',
          barMaxWidth: 48,
          itemStyle: { color: series[0], borderRadius: [4, 4, 0, 0] },
          data: rows.map((row) => row.counts.ranked),
          label: { show: true, position: 'insideBottom', distance: 12, color: sheet, fontWeight: 600, fontSize: 14 },
        },
        {
          name: t('总分中位数（分）'),
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
            formatter: ({ value }) => format.points(value),
          },
        },
      ],
    }),
  });
}
