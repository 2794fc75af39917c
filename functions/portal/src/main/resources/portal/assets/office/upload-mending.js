// @ts-check
// Bad cells mended on the page: the rows as they were read, with what was mended, become a new file.

import { all, get } from '../api/api.js';
import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { keptForm } from '../page/use-draft.js';

const { t } = ownWords({
  'mending.title': ['在这里改正有误或存疑的格', 'Correct bad and doubtful cells here'],
  'mending.lead': [
    '改好后按读出的各行生成一个新文件，重新校验；原文件不变。存疑的数如无误，不必改。',
    'The rows as they were read, with your corrections, become a new file and are checked again; ' +
      'the file itself stays as it is. Doubtful figures that are right need no change.',
  ],
  'mending.unit': ['按{unit}填写', 'in {unit}'],
  'mending.cell': ['第 {row} 行 {title}', 'Row {row} {title}'],
  'mending.row': ['第 {row} 行 {name}', 'Row {row} {name}'],
  'mending.again': ['改好了，重新校验', 'Check again'],
});

/** @typedef {import('../api/upload.js').Upload} Upload */

/** More are mended in the file. */
const CELLS = 100;
const MOST_ROWS = 20_000;

/** Warnings of figures that may be wrong. */
const DOUBTS = ['implausible', 'unlike-last-year', 'inconsistent-figures'];

/**
 * The bad and the doubtful cells of a file as inputs; nothing where there is none, or too much.
 *
 * @param {Upload} upload
 * @param {{ name: string, title: string, 'x-unit'?: string }[]} fields of its dataset
 * @param {(file: File) => Promise<Upload | undefined>} check undefined where it has failed
 * @param {AbortSignal} signal
 */
export async function mending(upload, fields, check, signal) {
  const doubtful = upload.warnings.some(({ code, row }) => row && DOUBTS.includes(code));
  if (!upload.reading || !(upload.rejected || doubtful) || (upload.rows ?? 0) > MOST_ROWS) {
    return null;
  }
  const { id, filename, reading } = upload;
  const fieldOf = new Map(reading.columns.map(({ letter, field }) => [letter, field]));
  const titles = new Map(fields.map(({ name, title }) => [name, title]));
  const units = new Map(
    reading.columns.flatMap(({ field, factor, unit }) => (field && factor !== 1 ? [[field, { factor, unit }]] : [])),
  );
  const codes = new Set([...upload.problems.map(({ code }) => code), ...DOUBTS]);
  const bad = upload.rejected ? (await get('/uploads/{id}/rows', { id, status: 'rejected', limit: CELLS })).items : [];
  const warned = doubtful ? (await all('/uploads/{id}/rows', { id, status: 'warned' })).items : [];
  const cells = cellsOf([...bad, ...warned], codes, fieldOf);
  if (cells.length === 0) {
    return null;
  }
  const inputs = cells.slice(0, CELLS).map(({ row, messages, found, field }) => ({
    row: row.row,
    field,
    message: [...messages, units.has(field) ? t('mending.unit', { unit: units.get(field)?.unit ?? '' }) : ''].join(' '),
    name: row.name ?? row.uscc,
    input: element('input', {
      type: 'text',
      name: row.row + ' ' + field,
      value: found,
      'aria-label': t('mending.cell', { row: row.row, title: titles.get(field) ?? field }),
    }),
  }));
  const mend = async () => {
    const { items: rows } = await all('/uploads/{id}/rows', { id });
    const mended = new Map(
      inputs
        .filter(({ input }) => input.value !== input.defaultValue)
        .map(({ input, field }) => [input.name, converted(input.value, units.get(field)?.factor ?? 1)]),
    );
    const columns = reading.columns.flatMap(({ field }) => (field ? [field] : []));
    const own = new Map(fields.map((field) => [field.name, field['x-unit'] ?? '']));
    return check(new File([csv(rows, columns, mended, fieldOf, own)], renamed(filename), { type: 'text/csv' }));
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
 * The cells with problems, each once.
 *
 * @param {Schema<'UploadRow'>[]} rows
 * @param {Set<string>} codes of problems that a cell can have
 * @param {Map<string, string | undefined>} fieldOf by the letter of a column
 */
function cellsOf(rows, codes, fieldOf) {
  return rows.flatMap((row) => {
    /** @type {Map<string, { row: typeof row, field: string, found: string, messages: string[] }>} */
    const cells = new Map();
    for (const { code, columnLetter, found, message } of row.problems) {
      const field = fieldOf.get(columnLetter ?? '');
      if (field && codes.has(code)) {
        const cell = cells.get(field) ?? { row, field, found: found ?? '', messages: [] };
        cell.messages.push(message);
        cells.set(field, cell);
      }
    }
    return [...cells.values()];
  });
}

/**
 * A figure in the unit of the file as one in the dataset's; what is no figure stays as it is, and is refused.
 *
 * @param {string} text
 * @param {number} factor
 */
export function converted(text, factor) {
  const figure = text.trim().replace(/^([+-]?\d{1,3})(,\d{3})+(?=\.|$)/, (all) => all.replaceAll(',', ''));
  return factor === 1 || !/^[+-]?\d+(\.\d+)?$/.test(figure)
    ? text
    : String(Number((Number(figure) * factor).toPrecision(15)));
}

/**
 * The rows as CSV with the fields' own names, in the dataset's units, which the header says: the name of the file may
 * say another.
 *
 * @param {Schema<'UploadRow'>[]} rows
 * @param {string[]} columns
 * @param {Map<string, string>} mended by row and field
 * @param {Map<string, string | undefined>} fieldOf by the letter of a column
 * @param {Map<string, string>} units of the fields, empty where one has none
 */
export function csv(rows, columns, mended, fieldOf, units) {
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
  const header = columns.map((field) => field + (units.get(field) ? `(${units.get(field)})` : ''));
  return [header, ...lines].map((line) => line.join(',') + '\r\n').join('');
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
