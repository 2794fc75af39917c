// @ts-check
// The controls with which a person says what a file is: its unit, its table, its columns.

import { choice, chosen, element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { keptForm } from '../page/use-draft.js';

const { t } = ownWords({
  'saying.title': ['需要您确认', 'Please confirm'],
  'saying.lead': [
    '请说明下面的情况，文件会按您说的重新读取；谁在何时确认、理由都会记录。列名的对应会留给本部门下次的文件使用。',
    'Say what the file is and it is read again so; who said it, when and why is recorded. ' +
      'What is said of columns is kept for your next file.',
  ],
  'saying.unit': ['金额的单位', 'Unit of the amounts'],
  'saying.asRead': ['不改（现按{unit}读取）', 'As it is (read in {unit})'],
  'saying.table': ['采用哪一张表', 'Which table to take'],
  'saying.column': ['{letter} 列“{header}”是', 'Column {letter} “{header}” is'],
  'saying.reason': ['理由', 'Reason'],
  'saying.readSo': ['按此读取', 'Read it so'],
  'saying.withdraw': ['撤回这个文件', 'Withdraw this file'],
  'saying.withdrawLead': [
    '撤回后文件不再生效，由它而来的数据随之撤下。',
    'The file no longer counts, and the data that came from it is withdrawn.',
  ],
});

/** @typedef {import('../api/upload.js').Upload} Upload */
/** @typedef {import('../api/upload.js').Saying} Saying */

/** By their power of ten. */
const RENMINBI = Object.keys({ 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 });
const DOLLARS = Object.keys({ 美元: 0, 千美元: 3, 万美元: 4, 百万美元: 6, 亿美元: 8 });

/** Whether there is anything about a file that a person could say. */
export function isDoubtful(/** @type {Upload} */ upload) {
  return verdict(upload) === 'held' || unknown(upload).length > 0;
}

/** What becomes of a file, or would if it were not only checked. */
export function verdict(/** @type {Upload} */ upload) {
  return upload.status === 'checked' ? (upload.verdict ?? 'rejected') : upload.status;
}

/** What holds the file: the problems of the whole of it. */
function why(/** @type {Upload} */ upload) {
  return verdict(upload) === 'held' ? upload.problems.filter(({ row }) => !row).map(({ message }) => message) : [];
}

function unknown(/** @type {Upload} */ { reading }) {
  return (reading?.columns ?? []).filter(({ match }) => match === 'UNKNOWN');
}

/**
 * The controls for what is doubtful about a file; nothing where nothing is.
 *
 * @param {Upload} upload
 * @param {{ name: string, title: string, 'x-unit'?: string }[]} fields of its dataset
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
        [['', t('saying.asRead', { unit: reading.unit.name })], ...units(fields).map((name) => pair(name, name))],
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
      [['', t('common.notRead')], ...free.map(({ name, title }) => pair(name, title))],
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
      ...why(upload).map((message) => element('p.notice', {}, message)),
      element('p.muted', {}, t('saying.lead')),
      element('div.row', {}, unit, table),
      columns.length ? element('div.row', {}, ...columns.map(({ control }) => control)) : null,
      element('label.field', {}, element('span', {}, t('saying.reason')), reason),
      element('button', { type: 'submit' }, t('saying.readSo')),
    ],
  );
}

/** Those of the currency that the dataset's amounts are in: into another one nothing is converted. */
function units(/** @type {{ 'x-unit'?: string }[]} */ fields) {
  return fields.some((field) => DOLLARS.includes(field['x-unit'] ?? '')) ? DOLLARS : RENMINBI;
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
