// @ts-check
// Bad cells mended on the page: the rows as they were read, with what was mended, become a new file.

import { all, get } from '../api/api.js';
import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { keptForm } from '../page/use-draft.js';

const { t } = ownWords({
  'mending.title': ['在这里改正有误的格', 'Correct the bad cells here'],
  'mending.lead': [
    '改好后按读出的各行生成一个新文件，重新校验；原文件不变。',
    'The rows as they were read, with your corrections, become a new file and are checked again; ' +
      'the file itself stays as it is.',
  ],
  'mending.cell': ['第 {row} 行 {title}', 'Row {row} {title}'],
  'mending.row': ['第 {row} 行 {name}', 'Row {row} {name}'],
  'mending.again': ['改好了，重新校验', 'Check again'],
});

/** @typedef {import('../api/upload.js').Upload} Upload */

/** More are mended in the file. */
const CELLS = 100;
const MOST_ROWS = 20_000;

/**
 * The bad cells of a file as inputs; nothing where there is none, or too much.
 *
 * @param {Upload} upload
 * @param {{ name: string, title: string }[]} fields of its dataset
 * @param {(file: File) => Promise<Upload | undefined>} check undefined where it has failed
 * @param {AbortSignal} signal
 */
export async function mending(upload, fields, check, signal) {
  if (!upload.reading || !upload.rejected || (upload.rows ?? 0) > MOST_ROWS) {
    return null;
  }
  const { id, filename, reading } = upload;
  const fieldOf = new Map(reading.columns.map(({ letter, field }) => [letter, field]));
  const titles = new Map(fields.map(({ name, title }) => [name, title]));
  const faults = new Set(upload.problems.map(({ code }) => code));
  const { items } = await get('/uploads/{id}/rows', { id, status: 'rejected', limit: CELLS });
  const cells = items.flatMap((row) =>
    row.problems
      .filter(({ code, columnLetter }) => faults.has(code) && fieldOf.get(columnLetter ?? ''))
      .map((problem) => ({ row, problem, field: String(fieldOf.get(problem.columnLetter ?? '')) })),
  );
  if (cells.length === 0) {
    return null;
  }
  const inputs = cells.slice(0, CELLS).map(({ row, problem, field }) => ({
    row: row.row,
    field,
    message: problem.message,
    name: row.name ?? row.uscc,
    input: element('input', {
      type: 'text',
      name: row.row + ' ' + field,
      value: problem.found ?? '',
      'aria-label': t('mending.cell', { row: row.row, title: titles.get(field) ?? field }),
    }),
  }));
  const mend = async () => {
    const { items: rows } = await all('/uploads/{id}/rows', { id });
    const mended = new Map(inputs.map(({ input }) => [input.name, input.value]));
    const columns = reading.columns.flatMap(({ field }) => (field ? [field] : []));
    return check(new File([csv(rows, columns, mended, fieldOf)], renamed(filename), { type: 'text/csv' }));
  };
  return keptForm(
    { id: 'mending-' + id, class: 'mending', name: 'mending ' + id, signal, send: mend, done: () => {} },
    [
      element('h3', {}, t('mending.title')),
      element('p.muted', {}, t('mending.lead')),
      element(
        'ul',
        {},
        inputs.map(({ row, message, name, input }) =>
          element('li', {}, element('b', {}, t('mending.row', { row, name: name ?? '' })), ' ', input, ' ', message),
        ),
      ),
      element('button', { type: 'submit' }, t('mending.again')),
    ],
  );
}

/**
 * The rows as CSV with the fields' own names, in the dataset's units.
 *
 * @param {Schema<'UploadRow'>[]} rows
 * @param {string[]} columns
 * @param {Map<string, string>} mended by row and field
 * @param {Map<string, string | undefined>} fieldOf by the letter of a column
 */
export function csv(rows, columns, mended, fieldOf) {
  const lines = rows
    .filter(({ status }) => status !== 'note')
    .map((row) => {
      const found = new Map(
        row.problems.map(({ columnLetter, found: text }) => [fieldOf.get(columnLetter ?? ''), text ?? '']),
      );
      return columns.map((field) => {
        const read = field === 'uscc' ? row.uscc : row.values[field];
        return quoted(mended.get(row.row + ' ' + field) ?? plain(read) ?? found.get(field) ?? '');
      });
    });
  return [columns, ...lines].map((line) => line.join(',') + '\r\n').join('');
}

/** @returns {string | undefined} */
function plain(/** @type {unknown} */ value) {
  if (value === null || value === undefined) {
    return undefined;
  }
  return String(value);
}

function quoted(/** @type {string} */ text) {
  return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

/** What was read of a workbook is a text from now on. */
function renamed(/** @type {string} */ name) {
  return /\.csv$/i.test(name) ? name : name.replace(/\.[a-z]{3,4}$/i, '') + '.csv';
}
