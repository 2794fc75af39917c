// @ts-check
// The rules as they are in force: every value with the article it follows, or marked as the zone's own.

import { get } from '../api/api.js';
import { inForce } from '../api/in-force.js';
import { element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { citation, sentence } from '../words/data.js';
import { clauses, list, ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { lasts } from '../base/place.js';
import { chapters } from '../page/chapters.js';
import { page } from '../page/page.js';
import { saveButton, table } from '../table/table.js';
import {
  benefitCondition,
  bonusPoints,
  condition,
  consequence,
  curve,
  decayBy,
  factors,
  measure,
  rewardAmount,
} from './rule-words.js';
import { pageLink } from '../page/navigation.js';

const { t } = ownWords({
  'rules.data': ['数据', 'Data'],
  'rules.lead': [
    '依据《{name}》（{number}，{day}）。标“依据”的出自文件，标“本系统设定”的是文件没有规定、由本系统确定的。',
    'Based on 《{name}》 ({number}, {day}). “Basis” marks what the notice says, “set by this system” what the ' +
      'notice leaves open.',
  ],
  'rules.stages': ['阶段与权重', 'Stages and weights'],
  'rules.negativeList': ['负面清单', 'Negative list'],
  'rules.total': ['总分与名次', 'Total and ranks'],
  'rules.rewards': ['财政奖励', 'Rewards'],
  'rules.benefits': ['政策支持', 'Benefits'],
  'rules.benefitsNote': [
    '各项条件须全部符合；不纳入积分管理的不享受。',
    'All conditions must hold. Enterprises excluded from scoring have no benefits.',
  ],
  'rules.department': ['办理部门', 'Department'],
  'rules.ownCondition': ['条件：本系统设定', 'conditions: set by this system'],
  'rules.aggregates': ['全区指标', 'Figures of the zone'],
  'rules.aggregatesNote': [
    '企业名录所列企业的数相加；占比为分子之和占分母之和的百分比。',
    'Added up over the enterprises of the roster; a share is the sum of the parts in percent of the sum of the wholes.',
  ],
  'rules.cases': ['案例', 'Cases'],
  'rules.identity': ['规则编号 {id}，摘要 {digest}', 'Rulebook {id}, digest {digest}'],
  'rules.basis': ['依据 {cite}', 'Basis: {cite}'],
  'rules.ownCurve': ['曲线：本系统设定', 'curve: set by this system'],
  'rules.own': ['本系统设定', 'set by this system'],
  'rules.condition': ['条件', 'Condition'],
  'rules.stagesNote': [
    '自上而下，先符合的为准；营业收入或成立日期未知的，不评分，列入补数清单。',
    'The first stage from the top whose condition holds applies. Without revenue or founding date an ' +
      'enterprise is not scored and is put on the missing data list.',
  ],
  'rules.howScored': ['得分办法', 'Scoring'],
  'rules.origin': ['来历', 'Origin'],
  'rules.core': ['核心指标', 'Core indicator'],
  'rules.local': ['特色指标', 'Local indicator'],
  'rules.summary': [
    '共 {count, number} 项，合计 {points} 分；各档之间按直线插值。',
    '{count, plural, one {# indicator} other {# indicators}}, {points} points in total; values between two ' +
      'steps are interpolated linearly.',
  ],
  'rules.case': ['情形', 'Case'],
  'rules.consequence': ['后果', 'Effect'],
  'rules.item': ['事项', 'Item'],
  'rules.factor': ['系数', 'Factor'],
  'rules.weigh': ['三类得分按权重相加', 'weighted sum of the category points'],
  'rules.weighGeometric': ['三类得分按权重作几何平均', 'weighted geometric mean of the category points'],
  'rules.leastDecay': [
    '几项衰减同时适用的，只取最小的系数。',
    'Of several decays that apply, the least factor alone is taken.',
  ],
  'rules.unverifiedOut': [
    '企业填报的数据，核验前按缺失计。',
    'Figures that enterprises report are missing until they are verified.',
  ],
  'rules.rescaled': [
    '缺失的指标不计：各类得分按有数据的指标折算成满分。',
    'Missing indicators do not count: the points of each category are scaled up from those with data.',
  ],
  'rules.growthMissing': [
    '上年数不为正的，增速按缺失计。',
    'Growth on a figure of the year before that is not positive counts as missing.',
  ],
  'rules.lessDeductions': ['减扣分', 'less deductions'],
  'rules.plusBonus': ['加附加分', 'plus bonus'],
  'rules.floor': ['不低于 0', 'not below 0'],
  'rules.timesDecay': ['乘衰减系数', 'times the decay factor'],
  'rules.round': ['四舍六入五成双，保留两位小数', 'rounded half to even to two decimals'],
  'rules.ranks': [
    '名次按公布的总分：同分同名次，其后空出；同分之间按统一社会信用代码排列。',
    'Ranks follow the published total: equal totals share a rank, the following ranks are skipped, and ' +
      'enterprises of one rank are listed by their codes.',
  ],
  'rules.noOverall': [
    '没有全区名次，只有阶段内名次；是否上升，看阶段和阶段内名次。',
    'There are no ranks among all, only those within the stage; who has risen is judged by stage and place in it.',
  ],
  'rules.rankedFrom': [
    '数据覆盖率不低于 {share} 的才参加排名并公开。',
    'Only enterprises with a data coverage of at least {share} are ranked and published.',
  ],
  'rules.casesNote': [
    '读入时逐个验算，全部相符才接收。',
    'Each case is computed when the rulebook is read; the rulebook is accepted only if all come out as ' + 'expected.',
  ],
  'rules.factsOfYear': ['{year}：{facts}', '{year}: {facts}'],
  'rules.expected': ['应得的结果', 'Expected result'],
});

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {import('../page/chapters.js').Chapter} Chapter */
/**
 * @template R
 * @typedef {import('../table/table.js').Column<R>} Column
 */

page({}, async (view) => {
  const books = await get('/rulebooks', {}, view.signal);
  const id = view.query.get('rulebook') ?? inForce(books.items);
  const book = await rulebook(id ?? 'none');
  if (!book.document) {
    view.body.replaceChildren(empty(t('common.unknown'), link('/rules', t('common.inForce'))));
    return;
  }
  const { document: shown, rules } = book;
  lasts({ rulebook: shown.id });
  view.title(shown.title);
  const notice = /** @type {{ name: string, number: string, issuedOn: string }} */ (shown.document);
  view.lead(t('rules.lead', { name: notice.name, number: notice.number, day: format.day(notice.issuedOn) }));
  /** @type {Chapter[]} */
  const parts = [
    ['stages', t('rules.stages'), stages(rules)],
    ...rules.categories.map(
      (category) => /** @type {Chapter} */ ([category.id, category.name, indicators(category, book)]),
    ),
    ['negative', t('rules.negativeList'), negative(rules)],
    ['bonus', t('common.bonus'), bonus(rules)],
    ['decay', t('common.decay'), decay(rules, book)],
    ['total', t('rules.total'), total(rules)],
    ['rewards', t('rules.rewards'), rewards(rules)],
    ['benefits', t('rules.benefits'), rules.benefits ? benefits(rules.benefits, book) : null],
    ['aggregates', t('rules.aggregates'), rules.aggregates ? aggregates(rules.aggregates, book) : null],
    ['cases', t('rules.cases'), rules.cases ? cases(rules.cases.list, book) : null],
  ];
  view.body.replaceChildren(
    ...chapters(parts.filter(([, , content]) => content)),
    element(
      'p.muted',
      {},
      t('rules.identity', { id: shown.id, digest: shown.digest.slice(0, 16) }),
      ' · ',
      element('a', { href: '/v1/rulebooks/' + encodeURIComponent(shown.id) }, 'JSON'),
      ' · ',
      pageLink('/rulebook-guide'),
    ),
  );
});

/** The article, or that the notice leaves it open. */
function basis(/** @type {Sourced & { curve?: Sourced }} */ row) {
  return [
    row.cite ? element('span.basis', {}, t('rules.basis', { cite: citation(row.cite) })) : null,
    isOwn(row) ? element('span.basis.own', {}, row.cite ? t('rules.ownCurve') : t('rules.own')) : null,
    row.note ? element('span.code', {}, sentence(row.note)) : null,
  ];
}

function basisText(/** @type {Sourced & { curve?: Sourced }} */ row) {
  return clauses([
    ...(row.cite ? [t('rules.basis', { cite: citation(row.cite) })] : []),
    ...(isOwn(row) ? [t('rules.own')] : []),
    ...(row.note ? [sentence(row.note)] : []),
  ]);
}

function isOwn(/** @type {Sourced & { curve?: Sourced }} */ row) {
  return row.basis === 'default' || row.curve?.basis === 'default';
}

const BASIS = () => ({ id: 'basis', title: t('common.basis'), value: basisText, cell: basis });

function stages(/** @type {Rules} */ rules) {
  /** @type {Column<StageRule>[]} */
  const columns = [
    { id: 'stage', title: t('common.stage'), head: true, value: (row) => row.name },
    { id: 'condition', title: t('rules.condition'), value: (row) => condition(row.when) },
    ...rules.categories.map(({ id, name }) => ({
      id,
      title: name,
      number: true,
      value: (/** @type {StageRule} */ row) => row.weights[id] * 100,
      cell: (/** @type {StageRule} */ row) => format.share(row.weights[id]),
    })),
    BASIS(),
  ];
  return [
    element('p', {}, t('rules.stagesNote')),
    table({
      caption: t('rules.stages'),
      id: 'rule-stages',
      columns,
      rows: rules.stages,
      stacked: true,
      place: ({ id }) => 'stage-' + id,
    }),
  ];
}

/** The page of an indicator under this rulebook. */
function indicatorAddress(/** @type {string} */ id, /** @type {Book} */ { document }) {
  return '/indicators/' + encodeURIComponent(id) + '?rulebook=' + encodeURIComponent(document?.id ?? '');
}

function indicators(/** @type {Rules['categories'][number]} */ category, /** @type {Book} */ book) {
  const rows = book.rules.indicators.filter((one) => one.category === category.id);
  /** @type {Column<IndicatorRule>[]} */
  const columns = [
    { id: 'code', title: t('common.code'), class: 'short', value: (row) => row.id },
    {
      id: 'indicator',
      title: t('common.indicator'),
      head: true,
      value: (row) => row.name,
      cell: (row) => link(indicatorAddress(row.id, book), row.name),
    },
    { id: 'fullPoints', title: t('common.fullPoints'), number: true, class: 'strong', value: (row) => row.points },
    { id: 'value', title: t('common.value'), value: (row) => measure(row, book) },
    {
      id: 'howScored',
      title: t('rules.howScored'),
      class: 'curve',
      value: (row) => clauses(curve(row, book)),
      cell: (row) => curve(row, book).map((text) => element('span.line', {}, text)),
    },
    {
      id: 'origin',
      title: t('rules.origin'),
      class: 'short',
      value: (row) => (row.origin === 'core' ? t('rules.core') : t('rules.local')),
    },
    BASIS(),
  ];
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  return [
    element(
      'div.above',
      {},
      element('p', {}, t('rules.summary', { count: rows.length, points })),
      saveButton(category.name, columns, rows),
    ),
    table({
      caption: category.name,
      id: 'rule-' + category.id,
      columns,
      rows,
      stacked: true,
      place: ({ id }) => 'indicator-' + id,
    }),
  ];
}

function negative(/** @type {Rules} */ rules) {
  return table({
    caption: t('rules.negativeList'),
    columns: [
      { id: 'case', title: t('rules.case'), head: true, value: (row) => row.name },
      { id: 'consequence', title: t('rules.consequence'), value: (row) => consequence(row.effect) },
      BASIS(),
    ],
    rows: rules.negativeList,
    stacked: true,
    place: ({ id }) => 'negative-' + id,
  });
}

function bonus(/** @type {Rules} */ rules) {
  return table({
    caption: t('common.bonus'),
    columns: [
      { id: 'item', title: t('rules.item'), head: true, value: (row) => row.name },
      { id: 'points', title: t('common.points'), value: bonusPoints },
      BASIS(),
    ],
    rows: rules.bonus,
    stacked: true,
    place: ({ id }) => 'bonus-' + id,
  });
}

function decay(/** @type {Rules} */ rules, /** @type {Book} */ book) {
  return table({
    caption: t('common.decay'),
    columns: [
      { id: 'case', title: t('rules.case'), head: true, value: (row) => row.name },
      { id: 'condition', title: t('rules.condition'), value: (row) => decayBy(row.by, book) },
      { id: 'factor', title: t('rules.factor'), value: factors },
      BASIS(),
    ],
    rows: rules.decay,
    stacked: true,
    place: ({ id }) => 'decay-' + id,
  });
}

/** @type {Record<string, string>} */
const ORDER = {
  weigh: t('rules.weigh'),
  deduct: t('rules.lessDeductions'),
  'add-bonus': t('rules.plusBonus'),
  floor: t('rules.floor'),
  decay: t('rules.timesDecay'),
  round: t('rules.round'),
};

function total(/** @type {Rules} */ { total: rule, ranks, coverage, growth }) {
  const line = (/** @type {string} */ text, /** @type {Sourced} */ row) => element('li', {}, text + ' ', basis(row));
  return element(
    'ul.card.lines',
    {},
    rule ? line(rule.order.map((one) => step(one, rule.mean)).join(' → '), rule) : null,
    rule?.decays === 'least' ? line(t('rules.leastDecay'), rule) : null,
    ranks ? line(t('rules.ranks'), ranks) : null,
    ranks?.overall === 'none' ? line(t('rules.noOverall'), ranks) : null,
    coverage ? line(t('rules.rankedFrom', { share: coverage.atLeast }), coverage) : null,
    coverage?.missing === 'rescale' ? line(t('rules.rescaled'), coverage) : null,
    coverage?.unverified === 'leave-out' ? line(t('rules.unverifiedOut'), coverage) : null,
    growth?.baseNotPositive === 'missing' ? line(t('rules.growthMissing'), growth) : null,
  );
}

function step(/** @type {string} */ id, /** @type {string | undefined} */ mean) {
  return id === 'weigh' && mean === 'geometric' ? t('rules.weighGeometric') : (ORDER[id] ?? id);
}

function rewards(/** @type {Rules} */ rules) {
  return table({
    caption: t('rules.rewards'),
    columns: [
      { id: 'item', title: t('rules.item'), head: true, value: (row) => row.name },
      { id: 'amount', title: t('common.amount'), value: rewardAmount },
      BASIS(),
    ],
    rows: rules.rewards?.rules ?? [],
    stacked: true,
    place: ({ id }) => 'reward-' + id,
  });
}

function benefits(/** @type {BenefitRule[]} */ rows, /** @type {Book} */ book) {
  /** The conditions have a basis of their own, which stands beside that of the benefit. */
  const ofConditions = (/** @type {BenefitRule} */ { when }) => [
    when.basis ? element('span.basis.own', {}, t('rules.ownCondition')) : null,
    when.note ? element('span.code', {}, sentence(when.note)) : null,
  ];
  /** @type {Column<BenefitRule>[]} */
  const columns = [
    { id: 'item', title: t('rules.item'), head: true, value: (row) => row.name },
    { id: 'condition', title: t('rules.condition'), value: (row) => benefitCondition(row.when, book) },
    { id: 'department', title: t('rules.department'), value: (row) => row.department.name },
    { ...BASIS(), cell: (row) => [basis(row), ofConditions(row)] },
  ];
  return [
    element('p', {}, t('rules.benefitsNote')),
    table({
      caption: t('rules.benefits'),
      id: 'rule-benefits',
      columns,
      rows,
      stacked: true,
      place: ({ id }) => 'benefit-' + id,
    }),
  ];
}

function aggregates(/** @type {AggregateRule[]} */ rows, /** @type {Book} */ book) {
  /** @type {Column<AggregateRule>[]} */
  const columns = [
    { id: 'name', title: t('common.indicator'), head: true, value: (row) => row.name },
    { id: 'measure', title: t('rules.howScored'), value: (row) => measure(row, book) },
    BASIS(),
  ];
  return [
    element('p', {}, t('rules.aggregatesNote')),
    table({
      caption: t('rules.aggregates'),
      id: 'rule-aggregates',
      columns,
      rows,
      stacked: true,
      place: ({ id }) => 'figure-' + id,
    }),
  ];
}

/** A rulebook's own cases: it was taken because each comes out as it says. */
function cases(/** @type {RulebookCase[]} */ rows, /** @type {Book} */ book) {
  const shown = (/** @type {unknown} */ value) =>
    value !== null && typeof value === 'object' ? JSON.stringify(value) : (value ?? t('common.missing'));
  const expected = (/** @type {RulebookCase} */ { expect }) =>
    clauses(Object.entries(expect ?? {}).map(([name, value]) => name + ' ' + shown(value)));
  const years = (/** @type {RulebookCase} */ { facts }) =>
    Object.entries(facts ?? {}).map(([year, of]) =>
      t('rules.factsOfYear', {
        year,
        facts: list(Object.entries(of).map(([field, value]) => book.field(field) + ' ' + shown(value))),
      }),
    );
  /** @type {Column<RulebookCase>[]} */
  const columns = [
    { id: 'cases', title: t('rules.cases'), head: true, value: (row) => row.case },
    { id: 'year', title: t('common.year'), class: 'short', value: (row) => row.year },
    {
      id: 'data',
      title: t('rules.data'),
      value: (row) => clauses(years(row)),
      cell: (row) => years(row).map((text) => element('span.line', {}, text)),
    },
    { id: 'expected', title: t('rules.expected'), value: expected },
    { id: 'basis', title: t('common.basis'), class: 'short', value: (row) => citation(row.rule ?? '') },
  ];
  return [
    element('p', {}, t('rules.casesNote')),
    table({ caption: t('rules.cases'), id: 'rule-cases', columns, rows, stacked: true }),
  ];
}
