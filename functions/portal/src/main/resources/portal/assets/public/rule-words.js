// @ts-check
// What a rulebook says, in words.

import { format } from '../words/format.js';
import { clauses, list, ownWords } from '../words/i18n.js';
import { unitName } from '../words/units.js';
import { valueWord } from '../words/data.js';

const { t } = ownWords({
  'rules.revenueFrom': ['营业收入不低于 {from} 万元', 'revenue of at least {from} × 10,000 yuan'],
  'rules.revenueBelow': ['营业收入低于 {below} 万元', 'revenue below {below} × 10,000 yuan'],
  'rules.revenueBetween': [
    '营业收入不低于 {from} 万元、低于 {below} 万元',
    'revenue of at least {from} and below {below} × 10,000 yuan',
  ],
  'rules.ageFrom': [
    '成立满 {from, number} 周年',
    'founded at least {from, plural, one {# full year} other {# full years}} ago',
  ],
  'rules.ageBelow': [
    '成立不满 {below, number} 周年',
    'founded less than {below, plural, one {# full year} other {# full years}} ago',
  ],
  'rules.ageBetween': [
    '成立满 {from, number} 周年、不满 {below, number} 周年',
    'founded at least {from, number} and less than {below, plural, one {# full year} other {# full years}} ' + 'ago',
  ],
  'rules.excluded': ['不纳入积分管理', 'Excluded from scoring'],
  'rules.deduct': ['扣 {points} 分', '−{points} points'],
  'rules.deductAtLevel': ['{level}扣 {points} 分', '{level}: −{points} points'],
  'rules.bonusAtLevel': ['{level}加 {points} 分', '{level}: +{points} points'],
  'rules.ageInStage': ['处于{stage}，按成立周年数', 'In {stage}, by full years since founding'],
  'rules.yearsInStage': ['连续处于{stage}，按年数', 'Consecutively in {stage}, by years'],
  'rules.stepsDown': ['阶段下降，按级数', 'Stage lower than before, by steps'],
  'rules.factorFromYears': [
    '{from, number} 年起 × {factor}',
    'from {from, plural, one {# year} other {# years}} × {factor}',
  ],
  'rules.factorFromSteps': [
    '{from, number} 级起 × {factor}',
    'from {from, plural, one {# step} other {# steps}} × {factor}',
  ],
  'rules.shareOfContract': [
    '合同成交额的 {percent}%，每份最高 {each} 万元，每家最高 {most} 万元',
    '{percent}% of the contract amount, at most {each} × 10,000 yuan a contract and {most} × 10,000 yuan an ' +
      'enterprise',
  ],
  'rules.upTo': ['最高 {amount} 万元', 'up to {amount} × 10,000 yuan'],
  'rules.fixed': ['{amount} 万元', '{amount} × 10,000 yuan'],
  'rules.inStages': ['处于{stages}', 'in stage: {stages}'],
  'rules.onTiers': ['列入{tiers}名单', 'on a list: {tiers}'],
  'rules.amongBest': ['阶段内名次在前 {share}', 'among the best {share} of the stage'],
  'rules.withItem': ['有{items}', 'with {items}'],
  'measure.withUnit': ['{measure}（{unit}）', '{measure} ({unit})'],
  'measure.growth': ['{field}比上年增长', 'growth of {field} on the year before'],
  'measure.sum': ['{items}的{field}合计', 'sum of {field} of {items}'],
  'measure.count': ['{items}的数量', 'number of {items}'],
  'measure.any': ['有其一即可：{items}', 'any of: {items}'],
  'measure.best': ['{items}，按最高级别：{levels}', '{items}, by the highest level: {levels}'],
  'measure.mean': ['平均（{of}）', 'mean ({of})'],
  'measure.firstKnown': ['{first}，缺则{next}', '{first}, else {next}'],
  'measure.yearBefore': ['上年{field}', '{field} of the year before'],
  'measure.recent': ['近两年取得', 'obtained in the last two years'],
  'measure.ofYear': ['当年取得', 'obtained in the year'],
  'measure.toDate': ['截至基准日取得', 'obtained up to the reference date'],
  'measure.inForce': ['有效', 'in force'],
  'measure.withUniversities': ['与高校院所合作', 'with universities'],
  'measure.qualified': ['{dataset}（{conditions}）', '{dataset} ({conditions})'],
  'measure.asShare': ['按上述比例得分', 'Points by the share above'],
  'measure.fullAt': ['从 0 起线性，达到下列数值得满分', 'Linear from 0; full points at the values below'],
  'measure.fullAtStage': ['{stage}：{value}', '{stage}: {value}'],
  'measure.fullAtStageUnit': ['{stage}：{value} {unit}', '{stage}: {value} {unit}'],
  'measure.knotsAtStage': ['{stage}：{knots}', '{stage}: {knots}'],
  'measure.otherStages': ['其他阶段：{knots}', 'Other stages: {knots}'],
});

/** @typedef {import('../api/names.js').Book} Book */
const WAN = 10_000;

/** What an indicator measures. */
export function measure(/** @type {{ value: Measure, unit?: string }} */ { value, unit }, /** @type {Book} */ book) {
  const words = formula(value, book);
  return unit ? t('measure.withUnit', { measure: words, unit: unitName(unit) }) : words;
}

function formula(/** @type {Measure} */ value, /** @type {Book} */ book) {
  const { amount, growth, ratio, sum, count, any, best } = value;
  if (amount) {
    return book.field(amount);
  }
  if (growth) {
    return t('measure.growth', { field: book.field(growth) });
  }
  if (ratio) {
    return operand(ratio.part, book) + ' ÷ ' + operand(ratio.whole, book);
  }
  if (sum) {
    return t('measure.sum', { items: items(sum.items, book), field: book.field(sum.of, sum.items.dataset) });
  }
  if (count) {
    return t('measure.count', { items: items(count, book) });
  }
  if (any) {
    return t('measure.any', { items: list(any.map((one) => items(one, book))) });
  }
  if (best) {
    const levels = Object.entries(best.shares).map(([level, share]) => valueWord(level) + ' ' + format.share(share));
    return t('measure.best', { items: items(best.items, book), levels: list(levels) });
  }
  return JSON.stringify(value);
}

/** @type {(of: Operand, book: Book) => string} */
function operand(of, book) {
  if (typeof of === 'string') {
    return book.field(of);
  }
  if (of.mean) {
    return t('measure.mean', { of: list(of.mean.map((one) => operand(one, book))) });
  }
  if (of.firstKnown) {
    return of.firstKnown
      .map((one) => operand(one, book))
      .reduceRight((next, first) => t('measure.firstKnown', { first, next }));
  }
  return of.yearBefore ? t('measure.yearBefore', { field: book.field(of.yearBefore) }) : JSON.stringify(of);
}

/** @type {Record<string, string>} */
const DATED = { window: t('measure.recent'), year: t('measure.ofYear'), 'to-date': t('measure.toDate') };

function items(/** @type {Items} */ { dataset, where = {}, dated = {}, state }, /** @type {Book} */ book) {
  const conditions = [
    ...Object.values(dated).map((one) => DATED[one] ?? one),
    ...(state === 'in-force' ? [t('measure.inForce')] : []),
    ...Object.entries(where).map(([field, values]) =>
      field === 'university' ? t('measure.withUniversities') : list(values.map(valueWord)),
    ),
  ];
  const name = book.dataset(dataset);
  return conditions.length ? t('measure.qualified', { dataset: name, conditions: clauses(conditions) }) : name;
}

function corners(/** @type {Knots} */ knots) {
  return list(knots.map(([value, share]) => format.value(value) + ' → ' + format.share(share)));
}

/** How a value becomes points, line by line. */
export function curve(/** @type {IndicatorRule} */ { curve: of, unit }, /** @type {Book} */ book) {
  if (of.asShare) {
    return [t('measure.asShare')];
  }
  const fullAt = Object.entries(of.fullAt ?? {}).map(([stage, value]) => {
    const at = { stage: book.stage(stage), value: format.value(value) };
    return unit ? t('measure.fullAtStageUnit', { ...at, unit: unitName(unit) }) : t('measure.fullAtStage', at);
  });
  const general = of.knots ? corners(of.knots) : null;
  return [
    ...(of.fullAt ? [t('measure.fullAt')] : []),
    ...fullAt,
    ...(general ? [of.stages ? t('measure.otherStages', { knots: general }) : general] : []),
    ...Object.entries(of.stages ?? {}).map(([stage, knots]) =>
      t('measure.knotsAtStage', { stage: book.stage(stage), knots: corners(knots) }),
    ),
  ];
}

/** Which enterprises are in a stage. */
export function condition(/** @type {StageRule['when']} */ { revenue, age }) {
  return clauses([...(revenue ? [revenueRange(revenue)] : []), ...(age ? [ageRange(age)] : [])]);
}

function revenueRange(/** @type {Range} */ { from, below }) {
  if (from === undefined) {
    return t('rules.revenueBelow', { below: format.value(below) });
  }
  return below === undefined
    ? t('rules.revenueFrom', { from: format.value(from) })
    : t('rules.revenueBetween', { from: format.value(from), below: format.value(below) });
}

function ageRange(/** @type {Range} */ { from, below }) {
  if (from === undefined) {
    return t('rules.ageBelow', { below });
  }
  return below === undefined ? t('rules.ageFrom', { from }) : t('rules.ageBetween', { from, below });
}

/** Who is entitled to a benefit. */
export function benefitCondition(/** @type {BenefitRule['when']} */ when, /** @type {Book} */ book) {
  const { stages, tiers, upTo, item } = when;
  return clauses([
    ...(stages ? [t('rules.inStages', { stages: list(stages.map(book.stage)) })] : []),
    ...(tiers ? [t('rules.onTiers', { tiers: list(tiers.map(book.tier)) })] : []),
    ...(upTo ? [t('rules.amongBest', { share: format.share(upTo / 100) })] : []),
    ...(item ? [t('rules.withItem', { items: items(item, book) })] : []),
  ]);
}

/** What an entry of the negative list costs. */
export function consequence(/** @type {NegativeRule['effect']} */ { exclude, deduct, deductByLevel }) {
  if (exclude) {
    return t('rules.excluded');
  }
  return deductByLevel
    ? list(
        Object.entries(deductByLevel.points).map(([level, points]) =>
          t('rules.deductAtLevel', { level: valueWord(level), points }),
        ),
      )
    : t('rules.deduct', { points: deduct });
}

/** What a bonus is worth, by level. */
export function bonusPoints(/** @type {BonusRule} */ { levels }) {
  return list(
    Object.entries(levels.points).map(([level, points]) =>
      t('rules.bonusAtLevel', { level: valueWord(level), points }),
    ),
  );
}

/** What a decay goes by. */
export function decayBy(/** @type {DecayRule['by']} */ { ageInStage, yearsInStage }, /** @type {Book} */ book) {
  if (ageInStage) {
    return t('rules.ageInStage', { stage: book.stage(ageInStage) });
  }
  return yearsInStage ? t('rules.yearsInStage', { stage: book.stage(yearsInStage) }) : t('rules.stepsDown');
}

/** From when on which factor applies. */
export function factors(/** @type {DecayRule} */ { by, factors: of }) {
  return clauses(
    Object.entries(of).map(([from, factor]) =>
      by.stepsDown ? t('rules.factorFromSteps', { from, factor }) : t('rules.factorFromYears', { from, factor }),
    ),
  );
}

/** What is paid. */
export function rewardAmount(/** @type {RewardRule} */ { amount: { fixed, share }, upTo }) {
  if (share) {
    return t('rules.shareOfContract', {
      percent: share.percent,
      each: format.value(share.eachAtMost / WAN),
      most: format.value(share.atMost / WAN),
    });
  }
  const amount = format.value((fixed ?? 0) / WAN);
  return upTo ? t('rules.upTo', { amount }) : t('rules.fixed', { amount });
}
