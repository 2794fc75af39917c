// @ts-check
// How a total comes about, step by step.

import { format } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'chart.weightedSum': ['加权得分', 'Weighted score'],
  'chart.weightedNote': [
    '各类得分乘以权重之和，按取整前的得分计算',
    'Sum of category points times weights, before the points are rounded',
  ],
  'chart.deductionsNote': ['负面清单扣分合计', 'Sum of the deductions by the negative list'],
  'chart.bonusNote': ['附加分合计', 'Sum of the bonus points'],
  'chart.decayNote': ['衰减系数之积', 'Product of the decay factors'],
  'chart.weighted': ['{points} 分 × {weight}', '{points} points × {weight}'],
  'chart.decayFactor': ['衰减 × {factor}', 'Decay × {factor}'],
  'chart.floor': ['不低于 0', 'Not below 0'],
  'chart.floorNote': ['扣分后最低为 0 分', 'Deductions never take the total below 0'],
  'chart.rounded': ['保留两位小数', 'Rounded to two decimals'],
});

/** @typedef {Answer<'/years/{year}/enterprises/{uscc}/profile', 'get'>} Profile */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {'part' | 'minus' | 'plus' | 'sum'} Kind */
/** @typedef {{ name: string, note: string, from: number, to: number, amount: number, kind: Kind }} Step in points */

/** Unrounded steps may miss the rounded total by this much. */
const CLOSE = 0.006;

/**
 * From category points over deductions, bonus and decay to the total; nothing where that is not what the total is.
 *
 * @returns {Step[]}
 */
export function steps(/** @type {Profile} */ profile, /** @type {Book} */ rules) {
  const made = new Steps();
  const weights = rules.stages.get(profile.stage ?? '')?.weights ?? {};
  const category = new Map(rules.rules.indicators.map((one) => [one.id, one.category]));
  for (const { id, name } of rules.rules.categories) {
    const members = profile.indicators.filter((one) => category.get(one.id) === id);
    // Of a category with indicators that are withheld from a department its points are known, rounded.
    const points = members.some((one) => one.points === null)
      ? (profile.categories?.[id] ?? 0)
      : members.reduce((total, one) => total + (one.points ?? 0), 0);
    made.part(name, points, weights[id]);
  }
  profile.deductions.forEach((one) =>
    made.add(t('common.deduction'), said(one.reason, rules.negative(one.rule)), one.points, 'minus'),
  );
  profile.bonus.forEach((one) =>
    made.add(t('common.bonus'), rules.bonus(one.rule) + ' ' + one.level, one.points, 'plus'),
  );
  made.floor();
  profile.decay.forEach(({ rule, factor, reason }) => made.decay(factor, said(reason, rules.decay(rule))));
  return made.upTo(profile.total);
}

/**
 * The same of what the public card says: category points as they are published, adjustments as sums.
 *
 * @returns {Step[]}
 */
export function cardSteps(/** @type {Schema<'Score'>} */ score, /** @type {Book} */ rules) {
  const { categories, weights, weighted, adjustments, total } = score;
  if (!categories || !weights || weighted === undefined || !adjustments) {
    return [];
  }
  const made = new Steps();
  for (const { id, name } of rules.rules.categories) {
    made.part(name, categories[id], weights[id]);
  }
  made.subtotal(t('chart.weightedSum'), t('chart.weightedNote'), weighted);
  if (adjustments.deductions) {
    made.add(t('common.deduction'), t('chart.deductionsNote'), -adjustments.deductions, 'minus');
  }
  if (adjustments.bonus) {
    made.add(t('common.bonus'), t('chart.bonusNote'), adjustments.bonus, 'plus');
  }
  made.floor();
  if (adjustments.factor !== 1) {
    made.decay(adjustments.factor, t('chart.decayNote'));
  }
  return made.upTo(total);
}

/** Steps, each from where the one before it ended. */
class Steps {
  /** @type {Step[]} */
  rows = [];
  sum = 0;

  /**
   * @param {string} name
   * @param {string} note
   * @param {number} amount
   * @param {Kind} kind
   */
  add(name, note, amount, kind) {
    this.rows.push({ name, note, from: this.sum, to: this.sum + amount, amount, kind });
    this.sum += amount;
  }

  /** The points of a category by its weight. */
  part(/** @type {string} */ category, /** @type {number} */ points, /** @type {number} */ weight) {
    const note = t('chart.weighted', { points: format.points(points), weight: format.share(weight) });
    this.add(shortCategory(category), note, points * weight, 'part');
  }

  /** What the steps so far make before anything is rounded. */
  subtotal(/** @type {string} */ name, /** @type {string} */ note, /** @type {number} */ amount) {
    if (Math.abs(this.sum - amount) > CLOSE) {
      this.sum = NaN;
      return;
    }
    this.rows.push({ name, note, from: 0, to: amount, amount, kind: 'sum' });
    this.sum = amount;
  }

  floor() {
    if (this.sum < 0) {
      this.add(t('chart.floor'), t('chart.floorNote'), -this.sum, 'plus');
    }
  }

  decay(/** @type {number} */ factor, /** @type {string} */ note) {
    this.add(t('chart.decayFactor', { factor }), note, this.sum * (factor - 1), 'minus');
  }

  /** @returns {Step[]} the steps and the total, none where they do not lead to it */
  upTo(/** @type {number | null} */ total) {
    if (total === null || !(Math.abs(this.sum - total) <= CLOSE)) {
      return [];
    }
    const name = t('common.total');
    return [...this.rows, { name, note: t('chart.rounded'), from: 0, to: total, amount: total, kind: 'sum' }];
  }
}

/** The reason, which is in Chinese, or the rule's name. */
function said(/** @type {string} */ reason, /** @type {string} */ rule) {
  return language === 'en' ? rule : reason;
}

/** A category's name without the word that all of them end in. */
export function shortCategory(/** @type {string} */ name) {
  return name.replace(/指标$/, '');
}
