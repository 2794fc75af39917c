// @ts-check
// How a total comes about, step by step.

import { format } from '../lib/format.js';
import { language, t } from '../lib/i18n.js';

/** @typedef {Answer<'/years/{year}/enterprises/{uscc}/profile', 'get'>} Profile */
/** @typedef {import('../lib/names.js').Book} Book */
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
  /** @type {Step[]} */
  const rows = [];
  let sum = 0;
  /** @type {(name: string, note: string, amount: number, kind: Kind) => void} */
  const add = (name, note, amount, kind) => {
    rows.push({ name, note, from: sum, to: sum + amount, amount, kind });
    sum += amount;
  };
  const weights = rules.stages.get(profile.stage ?? '')?.weights ?? {};
  const category = new Map(rules.rules.indicators.map((one) => [one.id, one.category]));
  for (const { id, name } of rules.rules.categories) {
    const points = profile.indicators
      .filter((one) => category.get(one.id) === id)
      .reduce((total, one) => total + one.points, 0);
    const note = t('chart.weighted', { points: format.points(points), weight: format.share(weights[id]) });
    add(shortCategory(name), note, points * weights[id], 'part');
  }
  profile.deductions.forEach((one) =>
    add(t('common.deduction'), said(one.reason, rules.negative(one.rule)), one.points, 'minus'),
  );
  profile.bonus.forEach((one) => add(t('common.bonus'), rules.bonus(one.rule) + ' ' + one.level, one.points, 'plus'));
  if (sum < 0) {
    add(t('chart.floor'), t('chart.floorNote'), -sum, 'plus');
  }
  profile.decay.forEach(({ rule, factor, reason }) =>
    add(t('chart.decayFactor', { factor }), said(reason, rules.decay(rule)), sum * (factor - 1), 'minus'),
  );
  const { total } = profile;
  if (total === null || !(Math.abs(sum - total) <= CLOSE)) {
    return [];
  }
  return [
    ...rows,
    { name: t('common.total'), note: t('chart.rounded'), from: 0, to: total, amount: total, kind: 'sum' },
  ];
}

/** The reason, which is in Chinese, or the rule's name. */
function said(/** @type {string} */ reason, /** @type {string} */ rule) {
  return language === 'en' ? rule : reason;
}

/** A category's name without the word that all of them end in. */
export function shortCategory(/** @type {string} */ name) {
  return name.replace(/指标$/, '');
}
