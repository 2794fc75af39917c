// @ts-check
// Changes that are supposed: as words, and in the address of the simulator.

import { clauses, list, ownWords } from '../words/i18n.js';
import { figure } from '../api/sources.js';
import { valueWord } from '../words/data.js';

const { t } = ownWords({
  'simulator.figureBecomes': ['{field} → {value}', '{field} → {value}'],
  'simulator.itemAdded': ['新增{dataset}（{values}）', 'one more in {dataset} ({values})'],
});

/** @typedef {string | number | boolean | null} Value null: the figure is not there */
/** @typedef {Record<string, string | number | boolean>} Item a line of a dataset */
/** @typedef {{ figures: Record<string, Value>, items: Record<string, Item[]> }} Changes */
/** @typedef {import('../api/names.js').Book} Book */

/** The changes as the API gives and takes them, taken apart. */
export function changesOf(/** @type {Record<string, unknown>} */ { items, ...figures }) {
  return /** @type {Changes} */ ({ figures, items: items ?? {} });
}

/** The changes as the API takes them. */
export function asSent(/** @type {Changes} */ { figures, items }) {
  const added = Object.entries(items).filter(([, rows]) => rows.length);
  const changes = { ...figures, ...(added.length ? { items: Object.fromEntries(added) } : {}) };
  return /** @type {Schema<'Changes'>} */ (/** @type {unknown} */ (changes));
}

/** What an address supposes; nothing where it has no such text. */
export function fromAddress(/** @type {string | null} */ text) {
  try {
    const given = JSON.parse(text ?? '{}');
    return changesOf(given && typeof given === 'object' && !Array.isArray(given) ? given : {});
  } catch {
    return changesOf({});
  }
}

/** The simulator's address with the changes made. */
export function simulatorAddress(
  /** @type {{ year: number, uscc: string }} */ { year, uscc },
  /** @type {object} */ changes,
) {
  return '/simulator?' + new URLSearchParams({ year: String(year), uscc, changes: JSON.stringify(changes) });
}

/** The changes in words. */
export function inWords(/** @type {Changes} */ { figures, items }, /** @type {Book} */ rules) {
  return clauses([
    ...Object.entries(figures).map(([field, value]) => figureInWords(field, value, rules)),
    ...Object.entries(items).flatMap(([dataset, rows]) => rows.map((row) => itemInWords(dataset, row, rules))),
  ]);
}

function shown(/** @type {Value} */ value) {
  return typeof value === 'string' ? valueWord(value) : figure(value);
}

/** A figure that becomes another. */
export function figureInWords(/** @type {string} */ field, /** @type {Value} */ value, /** @type {Book} */ rules) {
  return t('simulator.figureBecomes', { field: rules.field(field), value: shown(value) });
}

/** A line that is added. */
export function itemInWords(/** @type {string} */ dataset, /** @type {Item} */ row, /** @type {Book} */ rules) {
  const values = Object.entries(row).map(([field, value]) => rules.field(field, dataset) + ' ' + shown(value));
  return t('simulator.itemAdded', { dataset: rules.dataset(dataset), values: list(values) });
}
