// @ts-check
// English for what the audit of the index found and what to do about it, from the figures of a finding.

import { choiceInEnglish } from './english-choices.js';
import { format } from './format.js';

/** @typedef {Schema<'AuditFinding'>} Finding */
/**
 * @typedef {object} Names of what a finding has by its id
 * @property {(id: string) => string} stage
 * @property {(id: string) => string} indicator
 * @property {(id: string) => string} category
 * @property {(id: string) => string} field
 * @property {(id: string) => string} tier
 */
/** @typedef {(name: string) => string} Said a figure or name of the finding, as it is shown */

const LOOK = 'Look at how its points are spread, and adjust the curve.';

/** @type {Record<string, [found: (said: Said) => string, action: string]>} */
const FINDINGS = {
  boundary: [
    (said) =>
      `${said('field')} reaching ${said('at')} (from ${said('from')} to ${said('to')}): ${said('losing')} of the ` +
      `${said('enterprises')} enterprises near it lose, ${said('median')} points at the median, ${said('worst')} at ` +
      `worst; the weights of the stages alone make ${said('weights')}.`,
    'Let curves meet at the bound, or publish the place within the stage instead of the overall rank.',
  ],
  'at-full': [
    (said) => `${said('indicator')}: ${said('share')} of ${said('stage')} have full points; it tells nobody apart.`,
    'Raise its full mark for this stage; see the proposal.',
  ],
  skewed: [
    (said) => `Totals are not symmetric (skewness ${said('skewness')}).`,
    'See the proposal; where it says to leave the curves, they fit.',
  ],
  choice: [
    (said) => `With ${said('choice')}, ranks move by ${said('mean')} places on average, ` + `${said('most')} at most.`,
    'The document leaves this open: say in the rulebook what holds, and why.',
  ],
  drivers: [
    (said) =>
      `${said('share')} of what moves the ranks is choices that the document leaves open, most of all ` +
      `${said('choice')} (${said('first')}); the rest is weights and full marks.`,
    'Settle the choice that moves most first.',
  ],
  unsteady: [
    (said) =>
      `When weights, full marks and open choices vary, only ${said('share')} of the top tenth nearly always stay ` +
      `there.`,
    'Do not stress differences between neighbouring ranks.',
  ],
  unknown: [
    (said) => `${said('indicator')}: only ${said('share')} of the enterprises have figures.`,
    'Ask the department for the figures, or check them, before looking at the points.',
  ],
  against: [
    (said) =>
      `${said('indicator')} is negatively correlated with the total (${said('correlation')}): who earns more of it ` +
      `ranks lower.`,
    'Check its direction and its figures.',
  ],
  dominant: [
    (said) =>
      `${said('indicator')}: its weight is ${said('nominal')}, its share of the variance of totals ` +
      `${said('effective')}.`,
    LOOK,
  ],
  'at-zero': [
    (said) => `${said('indicator')}: ${said('share')} have no points.`,
    'Check that the figures are complete. If so, let points begin lower, or merge it with a similar indicator.',
  ],
  edge: [
    (said) => `“${said('list')}” (${said('stage')}, first ${said('places')}): ${said('count')} are near its end.`,
    'Check their figures one by one before the list is announced.',
  ],
  redundant: [
    (said) => `${said('indicator')} and ${said('other')} are highly correlated (${said('correlation')}).`,
    'Merge them in the next rulebook, or keep one.',
  ],
  idle: [
    (said) =>
      `${said('indicator')}: its weight is ${said('nominal')}, its share of the variance of totals ` +
      `${said('effective')}.`,
    LOOK,
  ],
  outlying: [
    (said) => `${said('indicator')}: the largest value is ${said('most')}, far above all others (${said('quartile')}).`,
    'Check the figures and the unit of this enterprise.',
  ],
  unlike: [
    (said) =>
      `The indicators of ${said('category')} measure different things (Cronbach’s α ${said('alpha')}, first ` +
      `component ${said('first')}).`,
    'Do not read the sum of this category as one ability.',
  ],
  alike: [
    (said) =>
      `The indicators of ${said('category')} measure nearly one thing (Cronbach’s α ${said('alpha')}, first ` +
      `component ${said('first')}).`,
    'Similar indicators could be merged.',
  ],
};

/** @type {Record<string, (value: string, names: Names) => string>} */
const NAMED = {
  choice: (value) => choiceInEnglish(value),
  from: (value, names) => names.stage(value),
  to: (value, names) => names.stage(value),
  stage: (value, names) => names.stage(value),
  indicator: (value, names) => value + ' ' + names.indicator(value),
  other: (value, names) => value + ' ' + names.indicator(value),
  category: (value, names) => names.category(value),
  field: (value, names) => names.field(value),
  list: (value, names) => (value === 'seeds' ? 'Seed library' : names.tier(value)),
};

const SHARES = new Set(['share', 'losing', 'nominal', 'effective', 'first']);

/** The sentence and what to do. */
export function inEnglish(/** @type {Finding} */ finding, /** @type {Names} */ names) {
  const { stage, indicator } = finding;
  /** @type {Record<string, unknown>} */
  const values = { stage, indicator, ...finding.figures };
  const said = (/** @type {string} */ name) => shown(name, values[name], names);
  const [found, action] = FINDINGS[finding.id];
  return { text: found(said), action };
}

function shown(/** @type {string} */ name, /** @type {unknown} */ value, /** @type {Names} */ names) {
  if (typeof value !== 'number') {
    return NAMED[name]?.(String(value), names) ?? String(value);
  }
  if (SHARES.has(name)) {
    return format.share(value);
  }
  return Number.isInteger(value) ? format.count(value) : format.points(value);
}
