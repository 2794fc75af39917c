// @ts-check
// Rows as files: those that are shown, and whole lists of the API.

import { download } from '../api/api.js';
import { button, save } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { csv } from './csv.js';

const { t } = ownWords({
  'files.downloadRows': [
    '下载 {count, number} 行（CSV）',
    'Download {count, plural, one {# row} other {# rows}} (CSV)',
  ],
  'files.fileColumn': ['{title}({unit})', '{title} ({unit})'],
});

const KINDS = ['csv', 'xlsx'];

/**
 * Saves rows as they are shown.
 *
 * @template R
 * @param {string} name
 * @param {{ title: string, unit?: string, value: (row: R) => unknown }[]} columns
 * @param {R[]} rows
 */
export function saveRows(name, columns, rows) {
  const named = columns.map(({ title, unit, value }) => ({
    title: unit ? t('files.fileColumn', { title, unit }) : title,
    value,
  }));
  save(name + '.csv', 'text/csv;charset=utf-8', csv(named, rows));
}

/**
 * A button that saves the rows, and says how many.
 *
 * @template R
 * @param {string} name
 * @param {{ title: string, unit?: string, value: (row: R) => unknown }[]} columns
 * @param {R[]} rows
 */
export function saveButton(name, columns, rows) {
  return button(t('files.downloadRows', { count: rows.length }), () => saveRows(name, columns, rows), {
    class: 'plain',
  });
}

/**
 * Buttons that save a list of the API as a file, one for each kind of file.
 *
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} asked
 * @param {string} name of the file where the API gives none
 * @param {(kind: string) => string} title
 * @param {string[]} kinds
 */
export function fileButtons(path, asked, name, title = (kind) => t('common.download', { kind }), kinds = KINDS) {
  return kinds.map((kind) =>
    button(title(kind.toUpperCase()), () => download(path, { ...asked, format: kind }, name + '.' + kind), {
      class: 'plain',
    }),
  );
}
