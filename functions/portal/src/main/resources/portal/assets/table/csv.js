// @ts-check
// Rows as a file that opens right in a spreadsheet: BOM, CRLF, no cell that is a formula.

const GUARDED = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/;
const QUOTED = /[",\r\n]/;

/**
 * @template R
 * @param {{ title: string, value: (row: R) => unknown }[]} columns
 * @param {R[]} rows
 */
export function csv(columns, rows) {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map((column) => column.value(row)))];
  return '\ufeff' + lines.map((cells) => cells.map(cell).join(',') + '\r\n').join('');
}

function cell(/** @type {unknown} */ value) {
  if (value === null || value === undefined) {
    return '';
  }
  const text = typeof value === 'string' && GUARDED.test(value) ? "'" + value : String(value);
  return QUOTED.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}
