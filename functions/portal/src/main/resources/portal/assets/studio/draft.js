// @ts-check
// What somebody changes in a rulebook, and the text of the draft that comes of it: it extends the present rulebook, and
// only what was changed differs.

import { knotsFor } from '../charts/curves.js';

/** @typedef {Schema<'CurveProposal'>} Proposal */
/** @typedef {import('../charts/curves.js').Knot} Knot */
/**
 * @typedef {object} Changes
 * @property {Record<string, number>} points by indicator
 * @property {Record<string, Record<string, number>>} weights by stage and category
 * @property {Record<string, Record<string, number>>} curves by indicator and stage: how far its values are stretched
 * @property {Record<string, number>} adjusted by key of an adjustment
 * @property {string[]} taken keys of the proposals that were ticked
 */
/**
 * A deduction, a bonus or a factor.
 *
 * @typedef {({ list: 'negativeList', rule: NegativeRule } | { list: 'bonus', rule: BonusRule }
 *   | { list: 'decay', rule: DecayRule }) & { at: string, key: string, value: number }} Adjustment
 *   at: the level, or from when on the factor applies; empty where there is one value. key: tells it apart
 */

/** @returns {Changes} */
export function none() {
  return { points: {}, weights: {}, curves: {}, adjusted: {}, taken: [] };
}

/** How many values differ. */
export function count(/** @type {Changes} */ { points, weights, curves, adjusted, taken }) {
  return [points, adjusted, ...Object.values(weights), ...Object.values(curves)].reduce(
    (sum, of) => sum + Object.keys(of).length,
    taken.length,
  );
}

/** What tells proposals apart. */
export function keyOf(/** @type {Proposal} */ { indicator, stage }) {
  return indicator + ' ' + stage;
}

/**
 * Parts of a whole, of which some were changed: the others take up the difference in proportion, rounded, so that
 * the sum stays. None becomes nothing by that.
 *
 * @param {[id: string, value: number][]} parts
 * @param {Record<string, number>} changed
 * @param {number} digits
 * @returns {Map<string, number>}
 */
export function balanced(parts, changed, digits) {
  const sum = (/** @type {[string, number][]} */ of) => of.reduce((all, [, value]) => all + value, 0);
  const rest = parts.filter(([id]) => !(id in changed));
  const left = sum(parts) - Object.values(changed).reduce((all, value) => all + value, 0);
  const weight = sum(rest);
  /** @type {Map<string, number>} */
  const made = new Map(parts.map(([id]) => [id, changed[id]]));
  const least = 10 ** -digits;
  let given = 0;
  rest.forEach(([id, value], at) => {
    const share = at === rest.length - 1 ? left - given : weight ? (left * value) / weight : 0;
    const rounded = Number(Math.max(least, share).toFixed(digits));
    given += rounded;
    made.set(id, rounded);
  });
  return made;
}

/**
 * Changes one of several parts of a whole. One of the others has to take up the difference: where all were changed, the
 * one that was changed first.
 *
 * @param {Record<string, number>} changed
 * @param {string} id
 * @param {number} value
 * @param {string[]} ids of the parts
 */
export function change(changed, id, value, ids) {
  changed[id] = value;
  const others = Object.keys(changed).filter((one) => one !== id && ids.includes(one));
  if (others.length === ids.length - 1) {
    delete changed[others[0]];
  }
}

/**
 * How much one of several parts of a whole may be, beside what the others were changed to.
 *
 * @param {[id: string, value: number][]} parts
 * @param {Record<string, number>} changed
 * @param {string} id
 * @param {number} digits
 */
export function mostOf(parts, changed, id, digits) {
  const others = parts.filter(([one]) => one !== id);
  const fixed = others.filter(([one]) => one in changed);
  const free = fixed.length === others.length ? fixed.slice(1) : fixed;
  const whole = parts.reduce((sum, [, value]) => sum + value, 0);
  const taken = free.reduce((sum, [one]) => sum + changed[one], 0);
  return whole - taken - (others.length - free.length) * 10 ** -digits;
}

/**
 * The present points of a category's indicators.
 *
 * @param {Rules} rules
 * @param {string} category
 * @returns {[id: string, value: number][]}
 */
export function pointsNow(rules, category) {
  return rules.indicators.filter((one) => one.category === category).map(({ id, points }) => [id, Number(points)]);
}

/** The points of a category's indicators. */
export function pointsOf(/** @type {Rules} */ rules, /** @type {string} */ category, /** @type {Changes} */ changes) {
  const now = pointsNow(rules, category);
  const changed = Object.fromEntries(Object.entries(changes.points).filter(([id]) => now.some(([one]) => one === id)));
  return balanced(now, changed, 2);
}

/** The weights of a stage's categories. */
export function weightsOf(/** @type {Rules} */ rules, /** @type {string} */ stage, /** @type {Changes} */ changes) {
  const given = rules.stages.find(({ id }) => id === stage)?.weights ?? {};
  return balanced(
    Object.entries(given).map(([id, value]) => [id, Number(value)]),
    changes.weights[stage] ?? {},
    4,
  );
}

/**
 * What can be deducted, added and multiplied with, as it is now.
 *
 * @param {Rules} rules
 * @returns {Adjustment[]}
 */
export function adjustments({ negativeList = [], bonus = [], decay = [] }) {
  const one = (/** @type {string} */ id, /** @type {string} */ at, /** @type {number} */ value) => ({
    at,
    key: 'adjusted-' + id + (at && '-' + at),
    value: Number(value),
  });
  const each = (/** @type {string} */ id, /** @type {By<number>} */ values) =>
    Object.entries(values).map(([at, value]) => one(id, at, value));
  return [
    ...negativeList.flatMap((rule) => {
      const { deduct, deductByLevel } = rule.effect;
      const values = deduct ? [one(rule.id, '', deduct)] : each(rule.id, deductByLevel?.points ?? {});
      return values.map((value) => ({ list: /** @type {const} */ ('negativeList'), rule, ...value }));
    }),
    ...bonus.flatMap((rule) =>
      each(rule.id, rule.levels.points).map((value) => ({ list: /** @type {const} */ ('bonus'), rule, ...value })),
    ),
    ...decay.flatMap((rule) =>
      each(rule.id, rule.factors).map((value) => ({ list: /** @type {const} */ ('decay'), rule, ...value })),
    ),
  ];
}

/**
 * A curve as changed: the ticked proposal or the present one, its values stretched.
 *
 * @param {Rules} rules
 * @param {string} indicator
 * @param {string} stage
 * @param {Changes} changes
 * @param {Proposal[]} proposals
 * @returns {Knot[]}
 */
export function knotsOf(rules, indicator, stage, changes, proposals) {
  const proposal = proposals.find((one) => one.indicator === indicator && one.stage === stage);
  const curve = rules.indicators.find(({ id }) => id === indicator)?.curve ?? {};
  /** @type {Knot[]} */
  const knots =
    proposal && changes.taken.includes(keyOf(proposal))
      ? proposal.proposed.map(({ value, share }) => [value, share])
      : knotsFor(curve, stage);
  const stretch = changes.curves[indicator]?.[stage] ?? 1;
  return knots.map(([value, share]) => [Number((value * stretch).toPrecision(6)), share]);
}

/**
 * The draft's text.
 *
 * @param {{ id: string, rules: Rules }} parent
 * @param {Changes} changes
 * @param {Proposal[]} proposals
 * @param {{ id: string, title: string, year: number }} draft it takes effect the year after
 */
export function textOf(parent, changes, proposals, { id, title, year }) {
  const { rules } = parent;
  const indicators = rules.indicators.flatMap((one) => {
    const parts = [points(rules, one, changes), curve(rules, one, changes, proposals, year)].filter(Boolean);
    return parts.length ? ['  - {id: ' + JSON.stringify(one.id) + ', ' + parts.join(', ') + '}'] : [];
  });
  const stages = Object.keys(changes.weights).map((stage) => {
    const weights = [...weightsOf(rules, stage, changes)].map(([category, weight]) => category + ': ' + weight);
    return '  - {id: ' + stage + ', weights: {' + weights.join(', ') + '}}';
  });
  const lines = [
    'id: ' + id,
    'title: ' + JSON.stringify(title),
    'extends: ' + parent.id,
    'effectiveFrom: ' + (year + 1) + '-01-01',
    ...(stages.length ? ['stages:', ...stages] : []),
    ...(indicators.length ? ['indicators:', ...indicators] : []),
    ...adjusted(rules, changes),
  ];
  return lines.join('\n') + '\n';
}

/** The rules whose values were moved: those are no longer the document's. */
function adjusted(/** @type {Rules} */ rules, /** @type {Changes} */ changes) {
  const moved = adjustments(rules).filter(({ key }) => key in changes.adjusted);
  return [...new Set(moved.map(({ list }) => list))].flatMap((list) => {
    const inList = moved.filter((one) => one.list === list);
    return [
      list + ':',
      ...[...new Set(inList.map(({ rule }) => rule.id))].map((id) => {
        const values = inList.filter(({ rule }) => rule.id === id).map(({ key, at }) => [at, changes.adjusted[key]]);
        return '  - ' + JSON.stringify({ id, ...placed(list, values), basis: 'default' });
      }),
    ];
  });
}

/**
 * Values where a rule of a list has them.
 *
 * @param {Adjustment['list']} list
 * @param {(string | number)[][]} values by level or number
 */
function placed(list, values) {
  if (list === 'negativeList' && values[0][0] === '') {
    return { effect: { deduct: values[0][1] } };
  }
  const by = Object.fromEntries(values);
  return {
    negativeList: { effect: { deductByLevel: { points: by } } },
    bonus: { levels: { points: by } },
    decay: { factors: by },
  }[list];
}

function points(/** @type {Rules} */ rules, /** @type {IndicatorRule} */ one, /** @type {Changes} */ changes) {
  const now = pointsOf(rules, one.category, changes).get(one.id);
  return now === Number(one.points) ? '' : 'points: ' + now;
}

/**
 * @param {Rules} rules
 * @param {IndicatorRule} one
 * @param {Changes} changes
 * @param {Proposal[]} proposals
 * @param {number} year
 */
function curve(rules, one, changes, proposals, year) {
  const taken = proposals.some((of) => of.indicator === one.id && changes.taken.includes(keyOf(of)));
  const stretched = Object.keys(changes.curves[one.id] ?? {}).length > 0;
  if (!taken && !stretched) {
    return '';
  }
  const stages = rules.stages.map(
    ({ id }) => id + ': ' + JSON.stringify(knotsOf(rules, one.id, id, changes, proposals)),
  );
  const without = Object.keys(one.curve)
    .filter((key) => !['stages', 'basis', 'cite'].includes(key))
    .map((key) => key + ': ~');
  const basis = taken && !stretched ? 'calibrated ' + year : 'default';
  return 'curve: {' + ['stages: {' + stages.join(', ') + '}', ...without, 'basis: ' + basis].join(', ') + '}';
}
