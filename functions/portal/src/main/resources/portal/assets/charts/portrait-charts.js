// Charts of one enterprise.

import { chart, narrow } from './chart.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';

const CLOSE = 0.006;

/** From category points over deductions, bonus and decay to the total, in the rulebook's order. */
export function waterfall(profile, rules) {
  const rows = steps(profile, rules);
  const last = rows.at(-1);
  if (Math.abs(last.to - profile.total) > CLOSE) {
    return null;
  }
  last.to = profile.total;
  last.amount = profile.total;
  const columns = [
    { title: t('步骤'), head: true, value: (row) => row.name },
    { title: t('说明'), value: (row) => row.note },
    {
      title: t('分值'),
      unit: t('分'),
      number: true,
      value: (row) => row.amount,
      cell: (row) => (row.kind === 'sum' ? format.points(row.amount) : format.change(row.amount)),
    },
  ];
  return chart({
    title: t('总分怎样算出来'),
    note: t('三类得分按权重相加，减扣分、加奖励分，再乘衰减系数。'),
    summary: rows.map((row) => row.name + ' ' + format.points(row.amount)).join('，'),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink }) => ({
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: ([first]) =>
          rows[first.dataIndex].name +
          '\n' +
          rows[first.dataIndex].note +
          '\n' +
          format.points(rows[first.dataIndex].amount) +
          ' ' +
          t('分'),
      },
      grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: rows.map((row) => row.name),
        axisLabel: { color: ink, interval: 0, width: 80, overflow: 'break' },
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
            formatter: ({ dataIndex }) =>
              rows[dataIndex].kind === 'sum'
                ? format.points(rows[dataIndex].amount)
                : format.change(rows[dataIndex].amount),
          },
        },
      ],
    }),
  });
}

function steps(profile, rules) {
  const rows = [];
  let sum = 0;
  const add = (name, note, amount, kind) => {
    rows.push({ name, note, from: sum, to: sum + amount, amount, kind });
    sum += amount;
  };
  const weights = rules.stages.get(profile.stage)?.weights ?? {};
  const category = new Map(rules.rules.indicators.map((one) => [one.id, one.category]));
  for (const { id, name } of rules.rules.categories) {
    const points = profile.indicators
      .filter((one) => category.get(one.id) === id)
      .reduce((total, one) => total + one.points, 0);
    add(
      name.replace(/指标$/, ''),
      t('{points} 分 × {weight}', { points: format.points(points), weight: format.share(weights[id]) }),
      points * weights[id],
      'part',
    );
  }
  profile.deductions.forEach((one) => add(t('扣分'), one.reason ?? rules.negative(one.rule), one.points, 'minus'));
  profile.bonus.forEach((one) => add(t('奖励分'), rules.bonus(one.rule) + ' ' + (one.level ?? ''), one.points, 'plus'));
  if (sum < 0) {
    add(t('不低于 0'), t('扣分后最低为 0 分'), -sum, 'plus');
  }
  profile.decay.forEach((one) =>
    add(t('衰减') + ' × ' + one.factor, one.reason ?? rules.decay(one.rule), sum * (one.factor - 1), 'minus'),
  );
  rows.push({ name: t('总分'), note: t('保留两位小数'), from: 0, to: sum, amount: sum, kind: 'sum' });
  return rows;
}

const LINES = [
  ['上四分位', 2, 'dashed', 2],
  ['中位数', 1, 'solid', 1],
  ['下四分位', 0, 'dotted', 3],
];

function radar({ title, axes, own, quartiles, shape, columns, rows }) {
  return chart({
    title,
    note: quartiles ? t('与同阶段已公布企业的四分位比较。') : null,
    summary: rows.map((row) => row.name + ' ' + format.points(row.own)).join('，'),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink, line }) => ({
      legend: { top: 'auto', bottom: 0, left: 'center', right: 'auto', itemGap: 12, itemWidth: 18 },
      tooltip: { trigger: 'item', valueFormatter: (value) => format.points(value) },
      radar: {
        radius: narrow.matches ? '52%' : '60%',
        center: ['50%', '46%'],
        shape,
        indicator: axes,
        // On a phone the numbers alone; the names are in the table.
        axisName: { color: ink, fontSize: 12.5, formatter: (name) => (narrow.matches ? name.split('\n')[0] : name) },
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
              name: t('本企业'),
              value: own,
              areaStyle: { opacity: 0.18 },
              lineStyle: { width: 3 },
              itemStyle: { color: series[0] },
            },
            ...(quartiles
              ? LINES.map(([name, index, type, colour]) => ({
                  name: t(name),
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

const peerColumns = (head, unit) => [
  { title: head, head: true, value: (row) => row.name },
  {
    title: t('本企业'),
    unit,
    number: true,
    class: 'strong',
    value: (row) => row.own,
    cell: (row) => format.points(row.own),
  },
  {
    title: t('下四分位'),
    unit,
    number: true,
    value: (row) => row.quartiles?.[0],
    cell: (row) => format.points(row.quartiles?.[0]),
  },
  {
    title: t('中位数'),
    unit,
    number: true,
    value: (row) => row.quartiles?.[1],
    cell: (row) => format.points(row.quartiles?.[1]),
  },
  {
    title: t('上四分位'),
    unit,
    number: true,
    value: (row) => row.quartiles?.[2],
    cell: (row) => format.points(row.quartiles?.[2]),
  },
];

/** The three categories against the stage's quartiles. */
export function categoryRadar(profile, rules) {
  const peers = new Map((profile.peers?.categories ?? []).map((one) => [one.id, one.points.quartiles]));
  const rows = rules.rules.categories.map(({ id, name, points }) => ({
    name,
    of: points,
    own: profile.categories[id],
    quartiles: peers.get(id),
  }));
  return radar({
    title: t('三类指标'),
    axes: rows.map((row) => ({ name: row.name.replace(/指标$/, ''), max: row.of })),
    own: rows.map((row) => row.own),
    quartiles: peers.size ? rows.map((row) => row.quartiles) : null,
    columns: peerColumns(t('类别'), t('分')),
    rows,
  });
}

/** The indicators of one category, each as a share of its full points. */
export function indicatorRadar(profile, category, rules) {
  const members = new Set(rules.rules.indicators.filter((one) => one.category === category.id).map((one) => one.id));
  const peers = new Map((profile.peers?.indicators ?? []).map((one) => [one.id, one.points.quartiles]));

  const rows = profile.indicators
    .filter((one) => members.has(one.id))
    .map((one) => ({
      id: one.id,
      name: one.id + ' ' + one.name,
      of: one.fullPoints,
      own: one.points,
      quartiles: peers.get(one.id),
    }));
  if (rows.length < 3) {
    return null;
  }
  const share = (row, points) => (points * 100) / row.of;
  return radar({
    title: category.name + t('：占满分的百分比'),
    axes: rows.map((row) => ({ name: row.id + '\n' + shortened(row.name.slice(row.id.length + 1)), max: 100 })),
    own: rows.map((row) => share(row, row.own)),
    quartiles: peers.size ? rows.map((row) => (row.quartiles ?? [0, 0, 0]).map((points) => share(row, points))) : null,
    columns: peerColumns(t('指标'), t('分')),
    rows,
  });
}

function shortened(name) {
  const short = name.replace(/^(与主营业务相关的|当年主导或参与制定|近两年|企业与|企业|当年|累计拥有|是否是)/, '');
  return short.length > 8 ? short.slice(0, 8) + '…' : short;
}

/** Totals year by year. */
export function timeline(items) {
  const rows = items.toSorted((a, b) => a.year - b.year);
  return chart({
    title: t('总分变化'),
    summary: rows.map((row) => row.year + ' ' + format.points(row.total)).join('，'),
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
            formatter: ({ value }) => format.points(value),
          },
        },
      ],
    }),
  });
}
