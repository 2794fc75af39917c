// @ts-check
// Figures and where they came from, in words.

import { element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { partsOf } from './file-key.js';
import { yesOrNo } from './names.js';

const { t } = ownWords({
  'sources.rowNumber': ['第 {row} 行', 'row {row}'],
});

/** @typedef {import('./names.js').Book} Book */

/** A figure of whatever kind. */
export function figure(/** @type {unknown} */ value) {
  return typeof value === 'boolean' ? yesOrNo(value) : format.value(value);
}

/** A file of the bucket as people call it: office, dataset, year, name. */
export function fileName(/** @type {string} */ key, /** @type {Book} */ rules) {
  const { source, dataset, year, name } = partsOf(key);
  return name ? [rules.department(source), rules.dataset(dataset), year, name].join(' · ') : key;
}

/** The row of a file that a figure is from. */
export function origin(/** @type {Schema<'Fact'>} */ { key, row }, /** @type {Book} */ rules) {
  return fileName(key, rules) + ' · ' + t('sources.rowNumber', { row });
}

/** Figures, each with where it is from; opened by who wants it. */
export function sources(/** @type {Schema<'Fact'>[] | undefined} */ from, /** @type {Book} */ rules) {
  if (!from?.length) {
    return NOTHING;
  }
  const line = (/** @type {Schema<'Fact'>} */ one) =>
    element(
      'li',
      {},
      rules.field(one.field, partsOf(one.key).dataset) + ' ' + figure(one.value),
      element('span.code', {}, origin(one, rules)),
    );
  return element(
    'details',
    {},
    element('summary', {}, t('common.placesCount', { count: from.length })),
    element('ul.sources', {}, from.map(line)),
  );
}
