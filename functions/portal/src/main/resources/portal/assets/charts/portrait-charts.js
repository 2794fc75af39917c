// @ts-check
// Charts of one enterprise.

import { chart, narrow } from './chart.js';
import { format } from '../lib/format.js';
import { language, list, said, t } from '../lib/i18n.js';
import { shortCategory } from './waterfall-steps.js';

/** @typedef {import('./waterfall-steps.js').Profile} Profile */
/** @typedef {import('./waterfall-steps.js').Step} Step */
/** @typedef {import('../lib/names.js').Book} Book */
/** @typedef {import('../lib/i18n.js').MessageId} MessageId */
/**
 * An axis of a radar.
 *
 * @typedef {object} Spoke
 * @property {string} name
 * @property {number} own points of the enterprise
 * @property {number[] | undefined} quartiles of its stage
 */
/** @typedef {import('../lib/table.js').Column<Spoke>} Column */

/** How a total comes about, step by step; null where there are no steps. */
export function waterfall(/** @type {Step[]} */ rows) {
  if (rows.length === 0) {
    return null;
  }
  const shown = (/** @type {Step} */ { kind, amount }) =>
    kind === 'sum' ? format.points(amount) : format.change(amount);
  const told = (/** @type {{ dataIndex: number }[]} */ [{ dataIndex }]) => {
    const { name, note, amount } = rows[dataIndex];
    return [name, note, t('common.pointsValue', { points: format.points(amount) })].join('\n');
  };
  /** @type {import('../lib/table.js').Column<Step>[]} */
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
    summary: list(rows.map((row) => row.name + ' ' + format.points(row.amount))),
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

/** @type {[name: MessageId, index: number, line: string, colour: number][]} */
const LINES = [
  ['common.upperQuartile', 2, 'dashed', 2],
  ['common.median', 1, 'solid', 1],
  ['common.lowerQuartile', 0, 'dotted', 3],
];

/**
 * @param {object} of
 * @param {string} of.title
 * @param {{ name: string, max: number }[]} of.axes
 * @param {number[]} of.own
 * @param {(number[] | undefined)[] | null} of.quartiles
 * @param {Column[]} of.columns
 * @param {Spoke[]} of.rows
 */
function radar({ title, axes, own, quartiles, columns, rows }) {
  return chart({
    title,
    note: quartiles ? t('chart.quartilesNote') : null,
    summary: list(rows.map((row) => row.name + ' ' + format.points(row.own))),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink, line }) => ({
      legend: { top: 'auto', bottom: 0, left: 'center', right: 'auto', itemGap: 12, itemWidth: 18 },
      tooltip: { trigger: 'item', valueFormatter: (/** @type {number} */ value) => format.points(value) },
      radar: {
        radius: narrow.matches ? '52%' : '60%',
        center: ['50%', '46%'],
        indicator: axes,
        // On a phone the numbers alone; the names are in the table.
        axisName: {
          color: ink,
          fontSize: 12.5,
          formatter: (/** @type {string} */ name) => (narrow.matches ? name.split('\n')[0] : name),
        },
        splitArea: { show: false },
        splitLine: { lineStyle: { color: line } },
        axisLine: { lineStyle: { color: line } },
      },
      series: [
        {
          type: 'radar',
          symbolSize: 5,
          data: [
            {
              name: t('chart.ownEnterprise'),
              value: own,
              areaStyle: { opacity: 0.18 },
              lineStyle: { width: 3 },
              itemStyle: { color: series[0] },
            },
            ...(quartiles
              ? LINES.map(([name, index, type, colour]) => ({
                  name: said(name),
                  value: quartiles.map((one) => one?.[index] ?? 0),
                  symbol: 'none',
                  lineStyle: { type, width: 1.6, color: series[colour] },
                  itemStyle: { color: series[colour] },
                }))
              : []),
          ],
        },
      ],
    }),
  });
}

/** @type {(head: string, unit: string) => Column[]} */
const peerColumns = (head, unit) => [
  { id: 'name', title: head, head: true, value: (row) => row.name },
  {
    id: 'ownEnterprise',
    title: t('chart.ownEnterprise'),
    unit,
    number: true,
    class: 'strong',
    value: (row) => row.own,
    cell: (row) => format.points(row.own),
  },
  {
    id: 'lowerQuartile',
    title: t('common.lowerQuartile'),
    unit,
    number: true,
    value: (row) => row.quartiles?.[0],
    cell: (row) => format.points(row.quartiles?.[0]),
  },
  {
    id: 'median',
    title: t('common.median'),
    unit,
    number: true,
    value: (row) => row.quartiles?.[1],
    cell: (row) => format.points(row.quartiles?.[1]),
  },
  {
    id: 'upperQuartile',
    title: t('common.upperQuartile'),
    unit,
    number: true,
    value: (row) => row.quartiles?.[2],
    cell: (row) => format.points(row.quartiles?.[2]),
  },
];

/** The three categories against the stage's quartiles. */
export function categoryRadar(/** @type {Profile} */ profile, /** @type {Book} */ rules) {
  const peers = new Map((profile.peers?.categories ?? []).map((one) => [one.id, one.points.quartiles]));
  const rows = rules.rules.categories.map(({ id, name, points }) => ({
    name,
    of: points ?? 100,
    own: profile.categories?.[id] ?? 0,
    quartiles: peers.get(id),
  }));
  return radar({
    title: t('chart.threeCategories'),
    axes: rows.map((row) => ({ name: shortCategory(row.name), max: row.of })),
    own: rows.map((row) => row.own),
    quartiles: peers.size ? rows.map((row) => row.quartiles) : null,
    columns: peerColumns(t('common.category'), t('common.pointsUnit')),
    rows,
  });
}

/** The indicators of one category, each as a share of its full points. */
export function indicatorRadar(
  /** @type {Profile} */ profile,
  /** @type {Rules['categories'][number]} */ category,
  /** @type {Book} */ rules,
) {
  const members = new Set(rules.rules.indicators.filter((one) => one.category === category.id).map((one) => one.id));
  const peers = new Map((profile.peers?.indicators ?? []).map((one) => [one.id, one.points.quartiles]));

  // What is withheld from a department has no points.
  const rows = profile.indicators.flatMap(({ id, fullPoints, points }) =>
    members.has(id) && points !== null
      ? [{ id, name: id + ' ' + rules.indicator(id), of: fullPoints, own: points, quartiles: peers.get(id) }]
      : [],
  );
  if (rows.length < 3) {
    return null;
  }
  const share = (/** @type {{ of: number }} */ row, /** @type {number} */ points) => (points * 100) / row.of;
  return radar({
    title: t('chart.shareOfFull', { category: category.name }),
    axes: rows.map((row) => ({ name: row.id + '\n' + shortened(row.name.slice(row.id.length + 1)), max: 100 })),
    own: rows.map((row) => share(row, row.own)),
    quartiles: peers.size ? rows.map((row) => (row.quartiles ?? [0, 0, 0]).map((points) => share(row, points))) : null,
    columns: peerColumns(t('common.indicator'), t('common.pointsUnit')),
    rows,
  });
}

function shortened(/** @type {string} */ name) {
  const short = name.replace(/^(与主营业务相关的|当年主导或参与制定|近两年|企业与|企业|当年|累计拥有|是否是)/, '');
  const most = language === 'en' ? 16 : 8;
  return short.length > most ? short.slice(0, most) + '…' : short;
}

/** Totals year by year. */
export function timeline(/** @type {Schema<'HistoryYear'>[]} */ items) {
  const rows = items.toSorted((a, b) => a.year - b.year);
  return chart({
    title: t('chart.totalOverYears'),
    summary: list(rows.map((row) => row.year + ' ' + format.points(row.total))),
    height: 'low',
    level: 'h3',
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
