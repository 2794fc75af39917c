// @ts-check
// Tables that sort, line up their numbers, and can be saved.

import { download } from './api.js';
import { csv } from './csv.js';
import { button, element, save } from './dom.js';
import { t } from './i18n.js';
import { NOTHING } from './messages.js';
import { pressed, sorted } from './sorting.js';

const KINDS = ['csv', 'xlsx'];

/**
 * @template [R=any]
 * @typedef {object} Column
 * @property {string} title
 * @property {string} [unit]
 * @property {(row: R) => any} value number or text, sorted and saved by it
 * @property {(row: R) => Child} [cell] what is shown; the value where absent
 * @property {(row: R) => any} [order] what it is sorted by where that is not the value
 * @property {boolean} [number] aligned to the right
 * @property {boolean} [sortable]
 * @property {boolean} [head] whether its cell names the row
 * @property {boolean} [hidden]
 * @property {string} [class] of its cells ("off-paper": not printed)
 */

/**
 * A table.
 *
 * @template R
 * @param {object} of
 * @param {string} of.caption
 * @param {Column<R>[]} of.columns
 * @param {R[]} of.rows
 * @param {import('./sorting.js').Sort<R> | null} [of.sort] how rows stand at first, null: as they come
 * @param {(sort: import('./sorting.js').Sort<R> | null) => void} [of.onsort] is told the order that was chosen
 * @param {number} [of.most] rows that are shown, the first in that order
 * @param {boolean} [of.stacked] whether each row is a card on a phone
 * @param {string | null} [of.id]
 */
export function table({ caption, columns, rows, sort = null, onsort, most = rows.length, stacked = false, id = null }) {
  const shown = columns.filter((column) => !column.hidden);
  const body = element('tbody');
  let order = sort;
  const fill = () => {
    heads.forEach(({ mark }) => mark());
    const first = sorted(rows, order).slice(0, most);
    body.replaceChildren(...first.map((row) => bodyRow(shown, row)));
  };
  const heads = shown.map((column) => {
    const press = () => {
      order = pressed(order, column);
      onsort?.(order);
      fill();
    };
    return headCell(column, press, () => (order?.by === column ? order.descending : null));
  });
  fill();
  return element(
    'div.scroll',
    { tabindex: 0, role: 'region', 'aria-label': caption },
    element(
      stacked ? 'table.stacked' : 'table',
      { id },
      element('caption.unseen', {}, caption),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          heads.map(({ cell }) => cell),
        ),
      ),
      body,
    ),
  );
}

/**
 * @param {Column} column
 * @param {() => void} press
 * @param {() => boolean | null} descending null where the rows stand by another column
 */
function headCell(column, press, descending) {
  const unit = column.unit ? element('small', {}, t('common.inBrackets', { text: column.unit })) : null;
  const offPaper = column.class?.includes('off-paper') ? 'off-paper' : '';
  const attributes = { scope: 'col', class: [column.number ? 'number' : '', offPaper].join(' ') };
  if (!column.sortable) {
    return { cell: element('th', attributes, column.title, unit), mark: () => {} };
  }
  const arrow = element('span.arrow', { 'aria-hidden': 'true' });
  const cell = element('th', attributes, button([column.title, unit, arrow], press, { class: 'sort' }));
  const mark = () => {
    const down = descending();
    cell.setAttribute('aria-sort', down === null ? 'none' : down ? 'descending' : 'ascending');
    arrow.textContent = down === null ? '↕' : down ? '▼' : '▲';
  };
  return { cell, mark };
}

/**
 * @template R
 * @param {Column<R>[]} columns
 * @param {R} row
 */
function bodyRow(columns, row) {
  return element(
    'tr',
    { class: /** @type {{ emphasis?: boolean }} */ (row).emphasis ? 'emphasis' : null },
    columns.map((column) =>
      element(
        column.head ? 'th' : 'td',
        {
          class: [column.number ? 'number' : '', column.class ?? ''].join(' ').trim() || null,
          scope: column.head ? 'row' : null,
          'data-label': column.title,
        },
        column.cell ? column.cell(row) : (column.value(row) ?? NOTHING),
      ),
    ),
  );
}

/**
 * A button that saves the rows, and says how many.
 *
 * @template R
 * @param {string} name
 * @param {Column<R>[]} columns
 * @param {R[]} rows
 */
export function saveButton(name, columns, rows) {
  const named = columns.map(({ title, unit, value }) => ({
    title: unit ? t('common.fileColumn', { title, unit }) : title,
    value,
  }));
  return button(
    t('common.downloadRows', { count: rows.length }),
    () => save(name + '.csv', 'text/csv;charset=utf-8', csv(named, rows)),
    { class: 'plain' },
  );
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
