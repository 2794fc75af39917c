// @ts-check
// What growing over the bound of a stage does to the enterprises near it, as a picture for each bound.

import { chart } from '../charts/chart.js';
import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';
import { unitName } from '../words/units.js';

const { t } = ownWords({
  'boundaries.title': ['{from}进入{to}：{name} {at} {unit}', 'From {from} to {to}: {name} of {at} {unit}'],
  'boundaries.note': [
    '每条线是一家企业：只改变这一个数值，其他数据不变时的总分。列出变化最大的 {shown, number} 家。',
    'Each line is an enterprise: its total when this one figure changes and nothing else. The {shown, number} that ' +
      'change most are shown.',
  ],
  'boundaries.says': [
    '界限附近的 {enterprises, number} 家中 {losing} 总分下降，中位 {median} 分，最多 {worst} 分；除去阶段权重本身（{weights} 分），中位 {beyond} 分。',
    'Of {enterprises, number} enterprises near the bound, {losing} lose: {median} points at the median, {worst} at ' +
      'worst. Without what the weights of the stages alone make ({weights}), {beyond} at the median.',
  ],
  'boundaries.because': ['原因：{causes}。', 'Because: {causes}.'],
  'boundaries.and': ['；', '; '],
  'boundaries.weights': ['阶段权重', 'other weights of the stages'],
  'boundaries.curves': ['曲线', 'other curves'],
  'boundaries.adjustments': ['衰减、扣分和附加分', 'decay, deductions and bonus'],
  'boundaries.enterprise': ['企业', 'Enterprise'],
  'boundaries.total': ['总分', 'Total'],
});

/** @typedef {Schema<'StageBoundary'>} Boundary */

const CAUSES = /** @type {const} */ ({
  weights: 'boundaries.weights',
  curves: 'boundaries.curves',
  adjustments: 'boundaries.adjustments',
});

const signed = (/** @type {number} */ points) => (points > 0 ? '+' : '') + format.points(points);

/**
 * @param {Boundary} of
 * @param {import('../api/names.js').Book} rules
 * @param {(uscc: string) => string} name
 */
export function boundary(of, rules, name) {
  const title = t('boundaries.title', {
    from: rules.stage(of.from),
    to: rules.stage(of.to),
    name: rules.field(of.field),
    at: format.value(of.at),
    unit: unitName(of.unit),
  }).trim();
  /** @type {import('../table/table.js').Column<Boundary['through'][number]>[]} */
  const columns = [
    { id: 'enterprise', title: t('boundaries.enterprise'), head: true, value: (row) => name(row.uscc) },
    ...of.figures.map((figure, at) => ({
      id: 'at' + at,
      title: format.value(figure),
      number: true,
      value: (/** @type {Boundary['through'][number]} */ row) => row.totals[at],
      cell: (/** @type {Boundary['through'][number]} */ row) => format.points(row.totals[at]),
    })),
  ];
  return chart({
    title,
    level: 'h3',
    says: t('boundaries.says', {
      enterprises: of.enterprises,
      losing: format.share(of.shareLosing),
      median: signed(of.median),
      worst: signed(of.worst),
      weights: signed(of.weightsAlone),
      beyond: signed(of.beyond),
    }),
    note: t('boundaries.note', { shown: of.through.length }),
    data: { columns, rows: of.through },
    option: ({ series, ink, muted }) => ({
      tooltip: { trigger: 'item' },
      grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
      xAxis: {
        type: 'value',
        min: of.figures[0],
        max: of.figures.at(-1),
        axisLabel: { color: ink },
      },
      yAxis: { type: 'value', scale: true, name: t('boundaries.total'), axisLabel: { color: ink } },
      series: of.through.map(({ uscc, totals }, index) => ({
        type: 'line',
        name: name(uscc),
        symbolSize: 5,
        lineStyle: { color: series[index % series.length] },
        itemStyle: { color: series[index % series.length] },
        data: of.figures.map((figure, at) => [figure, totals[at]]),
        markLine:
          index === 0
            ? { silent: true, symbol: 'none', lineStyle: { color: muted }, data: [{ xAxis: of.at }] }
            : undefined,
      })),
    }),
  });
}

/** Why, as a paragraph. */
export function because(/** @type {Boundary} */ of) {
  const causes = language === 'en' ? of.parts.map((one) => part(one)) : of.because;
  return element('p', {}, t('boundaries.because', { causes: causes.join(t('boundaries.and')) }));
}

function part(/** @type {Boundary['parts'][number]} */ { id, median }) {
  return t(CAUSES[id]) + ' ' + signed(median);
}
