// Tables that sort, line up their numbers, and can be saved.

import { element, save, button } from './dom.js';
import { t } from './i18n.js';

const GUARDED = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A table.
 *
 * @param columns each with title; value (row → number or text, sorted and saved by it); cell (row →
 *     what is shown; the value where absent); number: aligned to the right; unit; sortable; head:
 *     whether its cell names the row; hidden; class: of its cells ("off-paper": not printed)
 * @param sort { column, descending }: how rows stand at first, null: as they come
 */
export function table({ caption, columns, rows, sort = null, stacked = false, id = null }) {
  const shown = columns.filter((column) => !column.hidden);
  const body = element('tbody');
  const state = { ...sort };
  const heads = shown.map((column, index) => headCell(column, index, state, () => fill()));
  const fill = () => {
    heads.forEach(({ mark }) => mark());
    body.replaceChildren(...sorted(rows, shown, state).map((row) => bodyRow(shown, row)));
  };
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

function headCell(column, index, state, changed) {
  const title = [column.title, column.unit ? element('small', {}, '（' + column.unit + '）') : null];
  const attributes = {
    scope: 'col',
    class: [column.number ? 'number' : '', column.class?.includes('off-paper') ? 'off-paper' : ''].join(' '),
  };
  if (!column.sortable) {
    return { cell: element('th', attributes, title), mark: () => {} };
  }
  const press = () => {
    state.descending = state.column === index ? !state.descending : Boolean(column.number);
    state.column = index;
    changed();
  };
  const arrow = element('span.arrow', { 'aria-hidden': 'true' });
  const cell = element('th', attributes, button('', press, { class: 'sort' }));
  cell.firstChild.append(...title.filter(Boolean), arrow);
  const mark = () => {
    const active = state.column === index;
    cell.setAttribute('aria-sort', active ? (state.descending ? 'descending' : 'ascending') : 'none');
    arrow.textContent = active ? (state.descending ? '▼' : '▲') : '↕';
  };
  return { cell, mark };
}

function sorted(rows, columns, { column, descending }) {
  if (column === undefined || column === null) {
    return rows;
  }
  const { value } = columns[column];
  const direction = descending ? -1 : 1;
  // What is not there stands last either way.
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (isNothing(left) || isNothing(right)) {
      return isNothing(left) - isNothing(right);
    }
    return (
      direction *
      (typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), 'zh-CN'))
    );
  });
}

function isNothing(value) {
  return value === null || value === undefined || value === '';
}

function bodyRow(columns, row) {
  return element(
    'tr',
    { class: row.emphasis ? 'emphasis' : null },
    columns.map((column) =>
      element(
        column.head ? 'th' : 'td',
        {
          class: [column.number ? 'number' : '', column.class ?? ''].join(' ').trim() || null,
          scope: column.head ? 'row' : null,
          'data-label': column.title,
        },
        column.cell ? column.cell(row) : (column.value(row) ?? '—'),
      ),
    ),
  );
}

/** The rows as a file that opens right in a spreadsheet: BOM, CRLF, no cell that is a formula. */
export function csv(columns, rows) {
  const line = (cells) => cells.map(quoted).join(',');
  const titles = columns.map((column) => column.title + (column.unit ? `(${column.unit})` : ''));
  return (
    '\ufeff' +
    [titles, ...rows.map((row) => columns.map((column) => column.value(row)))].map(line).join('\r\n') +
    '\r\n'
  );
}

function quoted(value) {
  if (value === null || value === undefined) {
    return '';
  }
  const text = typeof value === 'string' && GUARDED.test(value) ? "'" + value : String(value);
  return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

/** A button that saves the rows, and says how many. */
export function saveButton(name, columns, rows) {
  return button(
    t('下载 {count} 行（CSV）', { count: rows.length }),
    () => save(name + '.csv', 'text/csv;charset=utf-8', csv(columns, rows)),
    { class: 'plain' },
  );
}
