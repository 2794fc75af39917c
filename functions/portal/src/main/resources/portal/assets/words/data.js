// @ts-check
// What the data says in Chinese, in the reader's language; what has no other words stays as it is.

import { language } from './i18n.js';

const english = language === 'en' ? await import('./english-data.js') : null;

/**
 * A value of a column that has certain values only.
 *
 * @template {string | null | undefined} T
 * @param {T} value
 */
export function valueWord(value) {
  return value === null || value === undefined ? value : (english?.values[value] ?? value);
}

/** An industry division's name; undefined where the code is unknown. */
export function divisionWord(/** @type {string} */ code, /** @type {string | undefined} */ name) {
  return name && (english?.divisions[code] ?? name);
}

/** A note of the rulebook or a remark of a schema. */
export function sentence(/** @type {string} */ text) {
  return english?.sentences[text] ?? text;
}

/** Where a document says it: its articles and tables. Articles keep the document's own numbers. */
export function citation(/** @type {string} */ cite) {
  const said = english ? cite.replaceAll(/表\s*(\d+)/g, 'Table $1') : cite;
  return english ? said.split(/、/).join(', ') : said;
}
