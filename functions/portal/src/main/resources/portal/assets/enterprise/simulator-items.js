// @ts-check
// What a simulation adds: contracts, certificates, platforms, and steps that were tried and found to gain.

import { button, element } from '../base/dom.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { yesOrNo } from '../api/names.js';
import { changesOf, inWords } from './supposed-changes.js';

const { t } = ownWords({
  'simulatorItems.add': ['新增合同、资质、平台与荣誉', 'Add contracts, certificates, platforms'],
  'simulatorItems.take': ['加入测算', 'Add'],
  'simulatorItems.steps': ['建议的步骤', 'Steps that gain'],
  'simulatorItems.apply': ['采用', 'Take'],
  'simulatorItems.gain': ['总分 +{points}', 'total +{points}'],
  'simulatorItems.notSaid': ['不填', 'Not given'],
});

/** @typedef {import('./supposed-changes.js').Item} Item */
/** @typedef {import('./supposed-changes.js').Changes} Changes */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Answer<'/years/{year}/enterprises/{uscc}/profile', 'get'>} Profile */
/** @typedef {{ id: string, schema: DatasetSchema }} Lines a dataset of lines */

/** Columns that say whose line it is, or which, and change no score. */
const NAMING = ['uscc', 'name', 'title'];

/**
 * A form for each dataset of lines; what is added stands with what was taken over.
 *
 * @param {Lines[]} datasets
 * @param {number} year
 * @param {(dataset: string, item: Item) => void} add
 */
export function additions(datasets, year, add) {
  return element(
    'section.card',
    { id: 'add-items' },
    element('h2', {}, t('simulatorItems.add')),
    datasets.map(({ id, schema }) => addition(id, schema, year, add)),
  );
}

/**
 * @param {string} id
 * @param {DatasetSchema} schema
 * @param {number} year
 * @param {(dataset: string, item: Item) => void} add
 */
function addition(id, schema, year, add) {
  const fields = schema.fields.filter(
    (one) => one.constraints?.required && !one['x-code'] && !NAMING.includes(one.name),
  );
  const inputs = new Map(fields.map((field) => [field, input(id, field, year)]));
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const values = [...inputs].flatMap(([field, made]) => {
      const value = typed(field, made.value);
      return value === undefined ? [] : [[field.name, value]];
    });
    add(id, Object.fromEntries(values));
  };
  return element(
    'details',
    { id: 'add-' + id },
    element('summary', {}, schema.title),
    element(
      'form.row',
      { submit: send },
      [...inputs].map(([field, made]) => element('label.field', {}, element('span', {}, field.title), made)),
      element('button.quiet', { type: 'submit' }, t('simulatorItems.take')),
    ),
  );
}

/** @returns {HTMLInputElement | HTMLSelectElement} */
function input(/** @type {string} */ dataset, /** @type {DatasetField} */ field, /** @type {number} */ year) {
  const id = dataset + '-' + field.name;
  const { enum: options, minimum } = field.constraints ?? {};
  if (options) {
    return element(
      'select',
      { id },
      options.map((value) => element('option', { value }, valueWord(value))),
    );
  }
  switch (field.type) {
    case 'boolean':
      return element(
        'select',
        { id },
        element('option', { value: '' }, t('simulatorItems.notSaid')),
        [true, false].map((value) => element('option', { value: String(value) }, yesOrNo(value))),
      );
    case 'date':
      return element('input', { id, type: 'date', required: true, value: year + '-12-31', max: year + '-12-31' });
    case 'string':
      return element('input', { id, type: 'text', required: true, maxlength: 100 });
    default:
      return element('input', { id, type: 'number', required: true, min: minimum, step: 'any' });
  }
}

/** As the API takes it; undefined where nothing was said. */
function typed(/** @type {DatasetField} */ { type }, /** @type {string} */ text) {
  if (text === '') {
    return undefined;
  }
  return type === 'boolean' ? text === 'true' : type === 'number' || type === 'integer' ? Number(text) : text;
}

/**
 * The steps of the portrait, each taken with one click.
 *
 * @param {Profile} profile
 * @param {Book} rules
 * @param {(changes: Changes) => void} take
 */
export function steps({ weakPoints }, rules, take) {
  const known = weakPoints.flatMap(({ changes, total }) => (changes && total ? [{ changes, total }] : []));
  return known.length
    ? element(
        'section.card',
        { id: 'steps' },
        element('h2', {}, t('simulatorItems.steps')),
        element(
          'ul.advice',
          {},
          known.map(({ changes, total }) => {
            const supposed = changesOf(changes);
            return element(
              'li',
              {},
              element('span', {}, inWords(supposed, rules)),
              element('span.gain', {}, t('simulatorItems.gain', { points: format.points(total) })),
              button(t('simulatorItems.apply'), () => take(supposed), { class: 'plain' }),
            );
          }),
        ),
      )
    : null;
}

/** Both changes; of a figure that both change, the second. */
export function merged(/** @type {Changes} */ one, /** @type {Changes} */ other) {
  const items = { ...one.items };
  for (const [dataset, rows] of Object.entries(other.items)) {
    items[dataset] = [...(items[dataset] ?? []), ...rows];
  }
  return /** @type {Changes} */ ({ figures: { ...one.figures, ...other.figures }, items });
}
