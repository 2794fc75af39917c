// @ts-check
// The controls with which a person says what a file is: its unit, its table, its columns.

import { choice, chosen, element } from '../base/dom.js';
import { t } from '../words/i18n.js';
import { keptForm } from '../page/use-draft.js';

/** @typedef {import('../api/upload.js').Upload} Upload */
/** @typedef {import('../api/upload.js').Saying} Saying */

/** By their power of ten. */
const UNITS = Object.keys({ 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 });

/** Whether there is anything about a file that a person could say. */
export function isDoubtful(/** @type {Upload} */ upload) {
  return verdict(upload) === 'held' || unknown(upload).length > 0;
}

/** What becomes of a file, or would if it were not only checked. */
export function verdict(/** @type {Upload} */ upload) {
  return upload.status === 'checked' ? (upload.verdict ?? 'rejected') : upload.status;
}

function unknown(/** @type {Upload} */ { reading }) {
  return (reading?.columns ?? []).filter(({ match }) => match === 'UNKNOWN');
}

/**
 * The controls for what is doubtful about a file; nothing where nothing is.
 *
 * @param {Upload} upload
 * @param {{ name: string, title: string }[]} fields of its dataset
 * @param {(saying: Saying) => Promise<Upload>} say
 * @param {(upload: Upload) => unknown} done
 * @param {AbortSignal} signal
 */
export function saying(upload, fields, say, done, signal) {
  if (!upload.reading || !isDoubtful(upload)) {
    return null;
  }
  const { reading } = upload;
  const unit = reading.unit
    ? choice(
        t('saying.unit'),
        [['', t('saying.asRead', { unit: reading.unit.name })], ...UNITS.map((name) => pair(name, name))],
        '',
        null,
        { name: 'unit' },
      )
    : null;
  const table = reading.tables.length
    ? choice(
        t('saying.table'),
        reading.tables.map((place) => pair(place, place)),
        reading.tables[0],
        null,
        { name: 'table' },
      )
    : null;
  const taken = new Set(reading.columns.map(({ field }) => field));
  const free = fields.filter(({ name }) => !taken.has(name));
  const columns = unknown(upload).map(({ letter, header }) => ({
    header,
    control: choice(
      t('saying.column', { letter, header }),
      [['', t('upload.notRead')], ...free.map(({ name, title }) => pair(name, title))],
      '',
      null,
      { name: 'column ' + letter },
    ),
  }));
  const reason = reasonField();
  const said = () => {
    const fieldsOf = columns.map(({ header, control }) => pair(header, chosen(control))).filter(([, field]) => field);
    return say({
      reason: reason.value,
      unit: (unit && chosen(unit)) || null,
      table: table ? chosen(table) : null,
      columns: Object.fromEntries(fieldsOf),
    });
  };
  return keptForm(
    { id: 'saying-' + upload.id, class: 'saying', name: 'saying ' + upload.id, signal, send: said, done },
    [
      element('h3', {}, t('saying.title')),
      element('p.muted', {}, t('saying.lead')),
      element('div.row', {}, unit, table),
      columns.length ? element('div.row', {}, ...columns.map(({ control }) => control)) : null,
      element('label.field', {}, element('span', {}, t('saying.reason')), reason),
      element('button', { type: 'submit' }, t('saying.readSo')),
    ],
  );
}

function reasonField() {
  return element('input', { type: 'text', name: 'reason', maxlength: 500, required: true });
}

/**
 * @template A, B
 * @param {A} first
 * @param {B} second
 * @returns {[A, B]}
 */
function pair(first, second) {
  return [first, second];
}

/**
 * A reason and a button; what is behind it cannot be taken back with one key.
 *
 * @param {Upload} upload
 * @param {(reason: string) => Promise<Upload>} withdraw
 * @param {(upload: Upload) => unknown} done
 * @param {AbortSignal} signal
 */
export function withdrawing({ id }, withdraw, done, signal) {
  const reason = reasonField();
  return element(
    'details.data',
    {},
    element('summary', {}, t('saying.withdraw')),
    keptForm(
      {
        id: 'withdrawing-' + id,
        class: 'saying',
        name: 'withdrawal ' + id,
        signal,
        send: () => withdraw(reason.value),
        done,
      },
      [
        element('p.muted', {}, t('saying.withdrawLead')),
        element('label.field', {}, element('span', {}, t('saying.reason')), reason),
        element('button.quiet', { type: 'submit' }, t('saying.withdraw')),
      ],
    ),
  );
}
