// @ts-check
// What the yearly audit says of the index: what tells enterprises apart, and how firm the ranks are.

import { find } from '../api/api.js';
import { enterpriseNames } from '../api/enterprise-names.js';
import { narrow } from '../base/narrow.js';
import { chart } from '../charts/chart.js';
import { choice, element, link } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { chapters } from '../page/chapters.js';
import { page } from '../page/page.js';
import { saveButton, table } from '../table/table.js';
import { because, boundary } from './boundaries.js';
import { openChoices } from './choices.js';
import { listEdges } from './edges.js';
import { findings } from './findings.js';

const { t } = ownWords({
  'audit.lead': [
    '各项指标的区分能力、实际权重和相互重复程度，以及排名稳健性。',
    'Discrimination, effective weight and redundancy of the indicators, and robustness of the ranks.',
  ],
  'audit.none': [
    '{year} 年度公布的结果的诊断分析正在生成，一般在公布后几分钟内完成。',
    'The diagnostics of the results published for {year} are being written; this takes some minutes.',
  ],
  'audit.scope': ['范围', 'Scope'],
  'audit.deviation': ['标准差', 'Standard deviation'],
  'audit.skewness': ['偏度', 'Skewness'],
  'audit.symmetric': ['0 为左右对称', '0 is symmetric'],
  'audit.differing': ['区分度', 'Discrimination'],
  'audit.chance': ['任意两家得分不同的概率', 'the chance that two enterprises differ'],
  'audit.normality': ['正态检验', 'Normality test'],
  'audit.passed': ['通过', 'Passed'],
  'audit.notPassed': ['未通过', 'Not passed'],
  'audit.nominal': ['名义权重', 'Nominal weight'],
  'audit.effective': ['实际权重', 'Effective weight'],
  'audit.weights': ['名义权重与实际权重', 'Nominal and effective weights'],
  'audit.weightsNote': [
    '实际权重是总分差异中由该指标带来的份额；远低于名义权重的，几乎不起区分作用。',
    'The effective weight is the share of the variance of totals that the indicator contributes. Far below ' +
      'the nominal weight, it hardly discriminates.',
  ],
  'audit.atZero': ['得零分', 'At zero'],
  'audit.atFull': ['得满分', 'At full points'],
  'audit.median': ['得分中位数', 'Median points'],
  'audit.correlation': ['与总分相关', 'Correlation with the total'],
  'audit.without': ['去掉后名次平均移动', 'Mean rank shift without it'],
  'audit.noneRedundant': ['没有高度相关指标。', 'No indicators are highly correlated.'],
  'audit.redundant': ['高度相关指标', 'Highly correlated indicators'],
  'audit.robustness': ['排名稳健性', 'Robustness of the ranks'],
  'audit.robustnessNote': [
    '权重、满分值和未定的选择反复变动后，名次平均在 {width} 位的范围内浮动；前十分之一的企业中，{share} 在变动后几乎总保持在前十分之一。',
    'When weights, full marks and open choices are varied, ranks move within {width} places on average. ' +
      '{share} of the top tenth nearly always stay there.',
  ],
  'audit.findings': ['发现', 'Findings'],
  'audit.boundaries': ['阶段界限', 'Bounds of the stages'],
  'audit.noBoundaries': ['没有企业在阶段界限附近。', 'No enterprise is near the bound of a stage.'],
  'audit.edges': ['名单边缘', 'Ends of lists'],
  'audit.totals': ['总分与权重', 'Totals and weights'],
  'audit.calibration': ['曲线校准建议', 'Proposed curve calibration'],
  'audit.calibrationNote': [
    '有 {count, number} 条曲线可以调整；建议只供审阅，采纳须另行发布规则。',
    '{count, plural, one {# curve} other {# curves}} could be adjusted. The proposal is for review; ' +
      'adopting it takes a new rulebook.',
  ],
  'calibration.choose': [
    '在规则工作室勾选要采用的曲线，看名次怎样变动，再存为规则草稿。',
    'The studio is where they are ticked, their effect on the ranks is seen, and a draft is made.',
  ],
  'calibration.studio': ['到规则工作室勾选', 'Tick them in the studio'],
  'calibration.stage': ['阶段', 'Stage'],
  'calibration.current': ['现行曲线', 'Current curve'],
  'calibration.proposed': ['建议曲线', 'Proposed curve'],
  'calibration.improves': ['建议采用：', 'It improves: '],
  'calibration.leave': ['不建议改动：', 'Leave the curves as they are.'],
  'calibration.halves': [
    '用 {year} 年度一半的企业（{fitted, number} 家）拟合，用另一半（{judged, number} 家）检验。',
    'Fitted to one half of the enterprises of {year} ({fitted, number}), judged by the other ({judged, number}).',
  ],
  'calibration.years': [
    '用 {earlier} 年度的企业（{fitted, number} 家）拟合，用 {year} 年度的企业（{judged, number} 家）检验。',
    'Fitted to the enterprises of {earlier} ({fitted, number}), judged by those of {year} ({judged, number}).',
  ],
  'calibration.measure': ['在没有参与拟合的企业上', 'On enterprises it was not fitted to'],
  'calibration.measured': ['校准前后', 'Before and after'],
  'calibration.before': ['现行曲线', 'Current curves'],
  'calibration.after': ['建议曲线', 'Proposed curves'],
  'calibration.weights': ['实际权重偏离名义权重', 'Weights that act differently'],
  'calibration.bounds': ['跨过阶段界限时因曲线减少的分', 'Points that curves take at the bounds of stages'],
  'audit.furthest': [
    '{indicator}的有效权重偏离最大：名义 {nominal}，有效 {effective}。',
    '{indicator} is furthest from its weight: {nominal} nominal, {effective} effective.',
  ],
});

/** @typedef {Schema<'AuditedIndicator'>} Indicator */
/** @typedef {import('../table/table.js').Column<Indicator>} Column */
/** @typedef {(id: string, title: string, value: (row: Indicator) => number | null | undefined) => Column} Columned */

page(
  {
    lead: t('audit.lead'),
    year: true,
  },
  async (view) => {
    const { year, query, signal } = view;
    const [audit, calibration, rules] = await Promise.all([
      find('/years/{year}/diagnostics', { year: year.year }, signal),
      find('/years/{year}/calibration', { year: year.year }, signal),
      rulebook(year.rulebook),
    ]);
    if (!audit) {
      view.body.replaceChildren(empty(t('audit.none', { year: year.year })));
      return;
    }
    const scope = audit.scopes.find((one) => (one.stage ?? '') === (query.get('stage') ?? '')) ?? audit.scopes[0];
    view.tools.prepend(
      choice(
        t('audit.scope'),
        inOrder(audit.scopes, rules).map((one) => [
          one.stage ?? '',
          one.stage ? rules.stage(one.stage) : t('common.wholeZone'),
        ]),
        scope.stage ?? '',
        (stage) => view.show({ stage }),
        { id: 'scope' },
      ),
    );
    scope.indicators = scope.indicators.map((one) => ({ ...one, name: rules.indicator(one.id) }));
    const shown = [...audit.boundaries.flatMap((one) => one.through), ...audit.edges.flatMap((one) => one.enterprises)];
    const codes = shown.map(({ uscc }) => uscc);
    const name = await enterpriseNames(year.year, codes, signal);
    const proposed = (/** @type {Schema<'AuditFinding'>} */ { indicator, stage }) =>
      Boolean(calibration?.proposals.some((one) => one.indicator === indicator && (!stage || one.stage === stage)));
    /** @type {import('../page/chapters.js').Chapter[]} */
    const parts = [
      ['findings', t('audit.findings'), findings(audit.findings, rules, proposed)],
      ['boundaries', t('audit.boundaries'), bounds(audit.boundaries, rules, name)],
      ['edges', t('audit.edges'), listEdges(audit.edges, rules, name, year.year)],
      ['totals', t('audit.totals'), [totals(scope), weights(scope)]],
      ['indicators', t('common.indicators'), indicators(scope)],
      ['redundant', t('audit.redundant'), redundant(scope)],
      ['robustness', t('audit.robustness'), robustness(audit.robustness)],
      ['calibration', t('audit.calibration'), proposals(calibration, year.year, rules)],
    ];
    view.body.replaceChildren(...chapters(parts));
  },
);

function bounds(
  /** @type {Schema<'StageBoundary'>[]} */ all,
  /** @type {import('../api/names.js').Book} */ rules,
  /** @type {(uscc: string) => string} */ name,
) {
  return all.length
    ? all.flatMap((one) => [boundary(one, rules, name), because(one)])
    : element('p.notice.good', {}, t('audit.noBoundaries'));
}

/** The whole zone, then the stages. */
function inOrder(/** @type {Schema<'AuditedScope'>[]} */ scopes, /** @type {import('../api/names.js').Book} */ rules) {
  const zone = scopes.filter((one) => !one.stage);
  return [...zone, ...rules.inOrder(scopes, ({ stage }) => stage).filter((one) => one.stage)];
}

function totals(/** @type {Schema<'AuditedScope'>} */ { enterprises, totals: of, normality, discrimination }) {
  const one = (/** @type {string} */ title, /** @type {string} */ value, unit = '', note = '') =>
    element(
      'div',
      {},
      element('dt', {}, title),
      element('dd', {}, element('b', {}, value), ' ', element('small', {}, unit)),
      note ? element('dd.note', {}, note) : null,
    );
  return element(
    'dl.figures',
    {},
    one(t('common.enterpriseCount'), format.count(enterprises), t('common.enterprisesUnit')),
    one(t('common.meanTotal'), format.points(of?.mean), t('common.pointsUnit')),
    one(t('audit.deviation'), format.points(of?.deviation), t('common.pointsUnit')),
    one(t('audit.skewness'), format.points(of?.skewness), '', t('audit.symmetric')),
    one(t('audit.differing'), format.share(discrimination?.differing), '', t('audit.chance')),
    one(
      t('audit.normality'),
      normality ? (normality.normal ? t('audit.passed') : t('audit.notPassed')) : NOTHING,
      '',
      normality ? (normality.p < 0.001 ? 'p < 0.001' : 'p = ' + format.value(normality.p)) : '',
    ),
  );
}

/** Nominal weights beside what the data makes of them. */
function weights(/** @type {Schema<'AuditedScope'>} */ { indicators: rows }) {
  /** @type {Column[]} */
  const columns = [
    { id: 'indicator', title: t('common.indicator'), head: true, value: (row) => row.id + ' ' + row.name },
    {
      id: 'nominal',
      title: t('audit.nominal'),
      unit: '%',
      number: true,
      value: (row) => row.nominal * 100,
      cell: (row) => format.share(row.nominal),
    },
    {
      id: 'effective',
      title: t('audit.effective'),
      unit: '%',
      number: true,
      value: (row) => (row.effective === null ? null : row.effective * 100),
      cell: (row) => format.share(row.effective),
    },
  ];
  return chart({
    title: t('audit.weights'),
    note: t('audit.weightsNote'),
    says: heavier(rows),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink }) => ({
      legend: {},
      tooltip: { trigger: 'axis', valueFormatter: (/** @type {number} */ value) => format.points(value) + '%' },
      grid: { left: 8, right: 8, top: 44, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: rows.map((row) => row.id),
        axisLabel: { color: ink, interval: narrow.matches ? 'auto' : 0, rotate: 45 },
      },
      yAxis: { type: 'value', axisLabel: { formatter: '{value}%' } },
      series: [
        {
          name: t('audit.nominal'),
          type: 'bar',
          itemStyle: { color: series[0] },
          data: rows.map((row) => row.nominal * 100),
        },
        {
          name: t('audit.effective'),
          type: 'bar',
          itemStyle: { color: series[1] },
          data: rows.map((row) => (row.effective ?? 0) * 100),
        },
      ],
    }),
  });
}

/** The indicator whose effective weight is furthest from its nominal one. */
function heavier(/** @type {Indicator[]} */ rows) {
  const away = (/** @type {Indicator} */ { effective, nominal }) => Math.abs((effective ?? nominal) - nominal);
  const [furthest] = rows.toSorted((a, b) => away(b) - away(a));
  return furthest
    ? t('audit.furthest', {
        indicator: furthest.id + ' ' + furthest.name,
        nominal: format.share(furthest.nominal),
        effective: format.share(furthest.effective),
      })
    : t('common.nothing');
}

function indicators(/** @type {Schema<'AuditedScope'>} */ { indicators: rows }) {
  /** @type {Columned} */
  const share = (id, title, value) => ({
    id,
    title,
    number: true,
    value,
    cell: (row) => format.share(value(row)),
  });
  /** @type {Columned} */
  const figure = (id, title, value) => ({
    id,
    title,
    number: true,
    value,
    cell: (row) => format.points(value(row)),
  });
  /** @type {Column[]} */
  const columns = [
    { id: 'code', title: t('common.code'), class: 'short', value: (row) => row.id },
    { id: 'indicator', title: t('common.indicator'), head: true, value: (row) => row.name },
    share('coverage', t('common.coverage'), (row) => row.coverage),
    share('atZero', t('audit.atZero'), (row) => row.atZero),
    share('atFull', t('audit.atFull'), (row) => row.atFull),
    figure('median', t('audit.median'), (row) => row.points?.median),
    share('differing', t('audit.differing'), (row) => row.discrimination?.differing),
    figure('correlation', t('audit.correlation'), (row) => row.correlation),
    figure('without', t('audit.without'), (row) => row.without?.meanShift),
  ];
  return [
    element('div.above', {}, saveButton(t('common.indicators'), columns, rows)),
    table({
      caption: t('common.indicators'),
      id: 'audit',
      columns,
      rows,
      place: ({ id }) => 'indicator-' + id,
    }),
  ];
}

function redundant(/** @type {Schema<'AuditedScope'>} */ { correlations, indicators: all }) {
  const name = (/** @type {string} */ id) => id + ' ' + (all.find((one) => one.id === id)?.name ?? '');
  if (!correlations.redundant.length) {
    return element('p.notice.good', {}, t('audit.noneRedundant'));
  }
  /** @type {import('../table/table.js').Column<(typeof correlations.redundant)[number]>[]} */
  const columns = [
    {
      id: 'indicator',
      title: t('common.indicator'),
      head: true,
      value: (row) => name(row.first) + ' — ' + name(row.second),
    },
    {
      id: 'pearson',
      title: 'Pearson',
      number: true,
      value: (row) => row.pearson,
      cell: (row) => format.points(row.pearson),
    },
    {
      id: 'spearman',
      title: 'Spearman',
      number: true,
      value: (row) => row.spearman,
      cell: (row) => format.points(row.spearman),
    },
  ];
  return table({ caption: t('audit.redundant'), columns, rows: correlations.redundant });
}

function robustness(/** @type {Schema<'RankRobustness'>} */ of) {
  const { meanWidth, stable } = of;
  return [
    element('p.card', {}, t('audit.robustnessNote', { width: format.points(meanWidth), share: format.share(stable) })),
    openChoices(of),
  ].flat();
}

/** Whether to take the proposal, and on what that rests. */
function verdict(/** @type {Answer<'/years/{year}/calibration', 'get'>} */ calibration) {
  const { verdict: decision, reason, fitted, judged, before, after } = calibration;
  const halves = fitted.year === judged.year;
  const sides = { year: judged.year, earlier: fitted.year, fitted: fitted.enterprises, judged: judged.enterprises };
  return [
    element(
      'p.notice',
      { class: decision === 'improves' ? 'good' : '' },
      element('strong', {}, decision === 'improves' ? t('calibration.improves') : t('calibration.leave')),
      language === 'en' ? '' : reason,
    ),
    element('p', {}, halves ? t('calibration.halves', sides) : t('calibration.years', sides)),
    before && after ? measured(before, after) : null,
  ];
}

/** @typedef {Schema<'CurveMeasures'>} Measures */

function measured(/** @type {Measures} */ before, /** @type {Measures} */ after) {
  /** @type {[string, keyof Measures, (figure: number) => string][]} */
  const rows = [
    [t('audit.skewness'), 'skewness', format.points],
    [t('audit.atFull'), 'atFull', format.share],
    [t('audit.differing'), 'discrimination', format.share],
    [t('calibration.weights'), 'weights', format.share],
    [t('calibration.bounds'), 'bounds', format.points],
  ];
  /** @type {import('../table/table.js').Column<(typeof rows)[number]>[]} */
  const columns = [
    { id: 'measure', title: t('calibration.measure'), head: true, value: ([name]) => name },
    { id: 'before', title: t('calibration.before'), number: true, value: ([, id, shown]) => shown(before[id]) },
    { id: 'after', title: t('calibration.after'), number: true, value: ([, id, shown]) => shown(after[id]) },
  ];
  return table({ caption: t('calibration.measured'), columns, rows });
}

/**
 * @param {Answer<'/years/{year}/calibration', 'get'> | null} calibration
 * @param {number} year
 * @param {import('../api/names.js').Book} rules
 */
function proposals(calibration, year, rules) {
  if (!calibration) {
    return empty(t('audit.none', { year }));
  }
  const rows = calibration.proposals;
  if (!rows.length) {
    return verdict(calibration);
  }
  const curve = (/** @type {{ value: number, share: number }[]} */ knots) =>
    knots.map(({ value, share }) => format.value(value) + ' → ' + format.share(share)).join(' · ');
  /** @type {import('../table/table.js').Column<(typeof rows)[number]>[]} */
  const columns = [
    {
      id: 'indicator',
      title: t('common.indicator'),
      head: true,
      value: (row) => row.indicator + ' ' + rules.indicator(row.indicator),
    },
    { id: 'stage', title: t('calibration.stage'), value: (row) => rules.stage(row.stage) },
    { id: 'current', title: t('calibration.current'), class: 'broad', value: (row) => curve(row.current) },
    { id: 'proposed', title: t('calibration.proposed'), class: 'broad', value: (row) => curve(row.proposed) },
  ];
  return [
    verdict(calibration),
    element('p', {}, t('audit.calibrationNote', { count: rows.length }), ' ', t('calibration.choose')),
    table({
      caption: t('audit.calibration'),
      id: 'proposals',
      columns,
      rows,
      stacked: true,
      place: ({ indicator, stage }) => ['proposal', indicator, stage].join('-'),
    }),
    element('p', {}, link('/studio?year=' + year + '#suggested', t('calibration.studio'))),
  ].flat();
}
