// @ts-check
// English for why a figure is missing, what counts in its place, or why nothing can be divided by it.

import { format } from './format.js';

/** @typedef {Schema<'Cause'>} Cause */
/**
 * @typedef {object} Names of what a cause has by its id
 * @property {(id: string) => string} dataset
 * @property {(id: string) => string} field
 */

/** @type {Record<Cause['id'], (cause: Cause, names: Names) => string>} */
const CLAUSES = {
  undelivered: (cause, names) => data(cause, names) + ' not delivered',
  unlisted: (cause, names) => 'not in ' + data(cause, names),
  'counts-as-zero': (cause, names) => 'not in ' + data(cause, names) + ': counts as 0',
  blank: (cause, names) => base(cause.fields, cause.year, names) + ' is blank',
  'base-not-positive': ({ fields, year, value }, names) =>
    base(fields, year, names) + ' is ' + format.value(value) + ', not above 0',
  'other-base': ({ fields, year, instead }, names) =>
    base(fields, year, names) + ' is 0; taken instead: ' + base(instead, undefined, names),
};

/** Clauses after one another. */
export function reason(/** @type {Cause[]} */ causes, /** @type {Names} */ names) {
  return sentence(clauses(causes, names));
}

/** A fact without which there is no stage. */
export function unknown(/** @type {Schema<'UnknownFact'>} */ { field, causes }, /** @type {Names} */ names) {
  return sentence(names.field(field) + ' unknown: ' + clauses(causes, names));
}

function clauses(/** @type {Cause[]} */ causes, /** @type {Names} */ names) {
  return causes.map((cause) => CLAUSES[cause.id](cause, names)).join('; ');
}

function data(/** @type {Cause} */ { dataset = '', year }, /** @type {Names} */ names) {
  return names.dataset(dataset) + ' of ' + year;
}

/** A figure, or the mean of some; without a year it is of the year that is told of. */
function base(/** @type {string[]} */ fields = [], /** @type {number | undefined} */ year, /** @type {Names} */ names) {
  const named = fields.map(names.field).join(' and ');
  return (fields.length > 1 ? 'the mean of ' : '') + named + (year ? ' of ' + year : '');
}

function sentence(/** @type {string} */ text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
