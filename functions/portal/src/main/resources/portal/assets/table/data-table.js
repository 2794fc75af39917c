// @ts-check
// <data-table>: rows that are searched, filtered and sorted as a whole, of which a window stands in the page.

import { button, choice, element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { NOTHING } from '../words/messages.js';
import { empty } from '../base/notices.js';
import { addressOf, inAddress, reveal } from '../base/place.js';
import { changed } from '../base/query.js';
import { changesFor, checked, stateIn, withoutTables } from './address.js';
import { arrangement, pressed } from './arrangement.js';
import { saveRows } from './files.js';
import { firstInSight, SIZE, startFor } from './window.js';

const { t } = ownWords({
  'table.nextPage': ['下一页', 'Next page'],
  'table.pages': ['翻页', 'Pages'],
  'table.searchField': ['检索', 'Search'],
  'table.inBrackets': ['（{text}）', ' ({text})'],
  'table.all': ['共 {all, number} 行', '{all, plural, one {# row} other {# rows}}'],
  'table.some': [
    '共 {all, number} 行，符合条件的 {shown, number} 行',
    '{shown, number} of {all, plural, one {# row} other {# rows}}',
  ],
  'table.range': [
    '第 {first, number}–{last, number} 行，共 {all, number} 行',
    'Rows {first, number}–{last, number} of {all, number}',
  ],
  'table.first': ['首行', 'First row'],
  'table.previous': ['上一页', 'Previous page'],
  'table.last': ['末行', 'Last row'],
  'table.every': ['全部', 'All'],
  'table.clear': ['清除条件', 'Clear filters'],
  'table.columns': ['选择列', 'Columns'],
  'table.dense': ['紧凑', 'Compact'],
  'table.link': ['这一行的链接', 'Link to this row'],
  'table.save': ['下载所列各行（CSV）', 'Download these rows (CSV)'],
});

/** A table of no more rows is read at a glance: it is shown as it is. */
const FEW = 20;
/** Milliseconds after which a row that was scrolled to stands in the address. */
const PAUSE = 250;

const paper = matchMedia('print');
let unnamed = 0;

/** @typedef {import('./arrangement.js').Sort} Sort */
/** @typedef {import('./address.js').State} State */
/**
 * @template [R=any]
 * @typedef {object} Own
 * @property {string} title
 * @property {string} [unit]
 * @property {(row: R) => Child} [cell] what is shown; the value where absent
 * @property {boolean} [filter] whether its values can be chosen from
 * @property {boolean} [sortable] true where absent
 * @property {boolean} [head] whether its cell names the row
 * @property {boolean} [hidden] at first
 * @property {string} [class] of its cells ("off-paper": not printed)
 */
/**
 * A column: its id is unique in the table and stands in addresses; its value is searched, sorted and saved.
 *
 * @template [R=any]
 * @typedef {import('./arrangement.js').Field<R> & Own<R>} Column
 */
/**
 * @template [R=any]
 * @typedef {object} Of
 * @property {string} caption
 * @property {Column<R>[]} columns
 * @property {R[]} rows
 * @property {string | null} [id] under which the address keeps what the reader has made of it
 * @property {Sort | null} [sort] how rows stand at first, null: as they come
 * @property {boolean} [stacked] whether each row is a card on a phone
 * @property {boolean} [tools] whether it can be searched, sorted, saved and is shown in a window; where absent, if it
 *   has many rows
 * @property {(input: HTMLInputElement) => HTMLElement} [suggest] what the search suggests while one types, around it
 * @property {(row: R) => string} [place] the id of a row that has an address of its own, unique in the page
 * @property {(q: string) => Node} [otherwise] what can be tried where no row has the words that were searched
 */

/**
 * A table.
 *
 * @template R
 * @param {Of<R>} of
 */
export function table(of) {
  return new DataTable(of);
}

class DataTable extends HTMLElement {
  constructor(/** @type {Of} */ of) {
    super();
    const { id = null, sort = null, columns, rows, tools = rows.length > FEW } = of;
    this.of = { ...of, id, sort, tools, name: id ?? 'table-' + ++unnamed };
    checked(this.of.name, columns);
    this.rows = arrangement(rows, columns);
    /** @type {State} */
    this.state = stateIn(tools && id ? location.search : '', this.of.name, columns, sort);
    /** @type {number | null} the row to go to as soon as heights are known */
    this.wanted = this.state.row;
    this.printing = false;
    this.start = 0;
    /** Of a row, in pixels, on average. */
    this.height = 44;
    /** @type {any[]} */
    this.shown = [];
    /** @type {Map<unknown, HTMLTableRowElement>} */
    this.made = new Map();
    /** @type {(() => void)[]} */
    this.marks = [];
    /** @type {number | undefined} */
    this.frame = undefined;
    this.head = element('tr');
    this.body = element('tbody');
    this.range = element('span', { id: this.of.name + '-range' });
    this.count = element('p.muted.table-count', { id: this.of.name + '-count', role: 'status' });
    this.none = element('div', { hidden: true });
    this.sheet = element(
      'table',
      { id, class: of.stacked ? 'stacked' : null },
      element('caption.unseen', {}, of.caption),
      element('thead', {}, this.head),
      this.body,
    );
    this.room = element('div', {}, this.sheet);
    this.region = element(
      'div.scroll',
      { tabindex: 0, role: 'region', 'aria-label': of.caption, class: tools ? 'long' : '', scroll: () => this.moved() },
      this.room,
    );
    this.pages = this.paging();
    this.replaceChildren(...(tools ? [this.tools(), this.count, this.region, this.none, this.pages] : [this.region]));
    this.heads();
    this.fill(this.state.row);
    this.visit();
  }

  connectedCallback() {
    this.watch = new AbortController();
    const { signal } = this.watch;
    window.addEventListener('beforeprint', () => this.print(true), { signal });
    window.addEventListener('afterprint', () => this.print(false), { signal });
    window.addEventListener('hashchange', () => this.visit(), { signal });
    paper.addEventListener('change', () => this.print(paper.matches), { signal });
    // Heights are known once it has its place, and change with it.
    this.sizes = new ResizeObserver(() => this.settle());
    this.sizes.observe(this.region);
    this.wanted = this.state.row;
  }

  disconnectedCallback() {
    this.watch?.abort();
    this.sizes?.disconnect();
    clearTimeout(this.timer);
  }

  columns() {
    const { columns } = this.of;
    const { columns: chosen } = this.state;
    return columns.filter((one) => (chosen ? one.head || chosen.includes(one.id) : !one.hidden));
  }

  /** Shows the rows that are wanted, from one of them on. */
  fill(from = 0) {
    const { of, state } = this;
    this.shown = this.rows.shown(state);
    const { length } = this.shown;
    this.region.hidden = this.pages.hidden = length === 0;
    this.none.hidden = length > 0;
    if (of.tools) {
      const rows = { shown: length, all: of.rows.length };
      this.count.textContent = length === of.rows.length ? t('table.all', rows) : t('table.some', rows);
      if (length === 0) {
        this.none.replaceChildren(
          empty(
            t('common.noMatch'),
            ...(state.q.trim() && of.otherwise ? [of.otherwise(state.q.trim())] : []),
            button(t('table.clear'), () => this.clear(), { class: 'quiet' }),
          ),
        );
      }
    }
    this.saving?.toggleAttribute('disabled', length === 0);
    this.clearing?.toggleAttribute('hidden', !state.q && Object.keys(state.filters).length === 0);
    this.sheet.setAttribute('aria-rowcount', String(length + 1));
    state.row = Math.min(from, Math.max(0, length - 1));
    this.wanted = state.row;
    this.place(startFor(0, state.row, length));
    this.settle();
  }

  /** Goes to the row that the address names and marks it. */
  visit() {
    const { place } = this.of;
    const named = inAddress();
    const index = place && named ? this.shown.findIndex((row) => place(row) === named) : -1;
    this.marked = index < 0 ? undefined : this.shown[index];
    if (index >= 0) {
      this.fill(index);
    }
    this.made.forEach((row, of) => mark(row, of === this.marked));
    if (index >= 0 && this.isConnected) {
      reveal();
    }
  }

  /** Puts the window's rows into the page; rows that stay are not made anew. */
  place(/** @type {number} */ start) {
    const whole = this.printing || !this.of.tools || this.shown.length <= SIZE;
    const rows = whole ? this.shown : this.shown.slice(start, start + SIZE);
    const columns = this.columns();
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const focused = this.body.contains(active);
    const kept = new Map(rows.map((row) => [row, this.made.get(row) ?? this.row(columns, row)]));
    this.made = kept;
    this.start = whole ? 0 : start;
    const placed = [...kept.values()];
    placed.forEach((row, index) => row.setAttribute('aria-rowindex', String(this.start + index + 2)));
    // A page that is short without them would forget how far it was scrolled.
    if (placed.length !== this.body.rows.length || placed.some((row, index) => row !== this.body.rows[index])) {
      this.body.replaceChildren(...placed);
    }
    // Rows that are put in again have lost it.
    if (focused) {
      (active && this.body.contains(active) ? active : this.region).focus({ preventScroll: true });
    }
    this.pad();
  }

  row(/** @type {Column[]} */ columns, /** @type {any} */ row) {
    const made = bodyRow(columns, row, this.of.place?.(row));
    mark(made, row === this.marked);
    return made;
  }

  /** Room for the rows above and below the window. */
  pad() {
    const after = this.shown.length - this.start - this.made.size;
    this.room.style.paddingBlock = `${this.start * this.height}px ${after * this.height}px`;
  }

  /** Measures what stands in the page, and goes to the row that is wanted. */
  settle() {
    const { height } = this.body.getBoundingClientRect();
    if (height === 0 || this.printing) {
      return;
    }
    this.height = height / this.made.size;
    this.pad();
    if (this.wanted !== null) {
      this.goTo(this.wanted);
    }
    this.follow();
  }

  /** Puts a row at the top of the sight, or as near to it as the list's end lets it. */
  goTo(/** @type {number} */ row) {
    const { region, shown } = this;
    this.wanted = null;
    this.place(startFor(this.start, row, shown.length));
    region.scrollTop = row ? this.top(this.body.rows[row - this.start]) : 0;
    // The end is where it is, whatever the rows before it were taken to be.
    if (row === shown.length - 1) {
      region.scrollTop = region.scrollHeight;
    }
  }

  /** Where a row begins, from the top of the list. */
  top(/** @type {HTMLTableRowElement} */ row) {
    const { region, head } = this;
    return row.getBoundingClientRect().top - region.getBoundingClientRect().top - head.offsetHeight + region.scrollTop;
  }

  moved() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.follow();
    });
  }

  /** The window goes with the reader; the row in sight stays where it is. */
  follow() {
    const { region, body, shown } = this;
    if (this.printing || !this.of.tools || !this.isConnected || shown.length === 0) {
      return;
    }
    const tops = [...body.rows].map((row) => this.top(row));
    const ends = [...tops.slice(1), (tops.at(-1) ?? 0) + (body.rows[body.rows.length - 1]?.offsetHeight ?? 0)];
    const first = Math.min(firstInSight(region.scrollTop, this.start, ends, this.height), shown.length - 1);
    const start = startFor(this.start, first, shown.length);
    if (body.rows.length < shown.length && start !== this.start) {
      const known = tops[first - this.start];
      const above = known === undefined ? 0 : region.scrollTop - known;
      this.place(start);
      region.scrollTop = this.top(body.rows[first - start]) + above;
    }
    const bottom = region.scrollTop + region.clientHeight - this.head.offsetHeight;
    const inSight = [...body.rows].filter((row) => this.top(row) < bottom - 1).length + this.start;
    const overflows = region.scrollHeight > region.clientHeight + 1;
    this.pages.hidden = !overflows;
    this.range.textContent = t('table.range', { first: first + 1, last: inSight, all: shown.length });
    this.pages.querySelectorAll('button').forEach((one, index) => {
      one.disabled = index < 2 ? region.scrollTop < 1 : inSight >= shown.length;
    });
    if (this.state.row !== first) {
      this.state.row = first;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(), PAUSE);
    }
  }

  /** On paper all rows stand. */
  print(/** @type {boolean} */ printing) {
    if (this.printing === printing) {
      return;
    }
    this.printing = printing;
    this.wanted = this.state.row;
    this.place(printing ? 0 : startFor(0, this.state.row, this.shown.length));
    this.settle();
  }

  /** Writes into the address what the reader has made of the table. */
  keep() {
    const { id, tools, columns, sort } = this.of;
    if (id && tools && this.isConnected) {
      const query = changed(location.search, changesFor(id, columns, sort, this.state));
      history.replaceState(history.state, '', (query || location.pathname) + location.hash);
    }
  }

  /** Another order or choice begins at the top. */
  change(/** @type {Partial<State>} */ changes) {
    Object.assign(this.state, changes);
    this.fill();
    this.keep();
  }

  clear() {
    this.querySelectorAll('.table-tools :is(input[type=search], .field select)').forEach((one) => {
      /** @type {HTMLInputElement | HTMLSelectElement} */ (one).value = '';
    });
    this.change({ q: '', filters: {} });
    /** @type {HTMLElement | null} */ (this.querySelector('input[type=search]'))?.focus();
  }

  heads() {
    this.made = new Map();
    this.marks = [];
    this.head.replaceChildren(...this.columns().map((column) => this.headCell(column)));
  }

  headCell(/** @type {Column} */ column) {
    const unit = column.unit ? element('small', {}, t('table.inBrackets', { text: column.unit })) : null;
    const offPaper = column.class?.includes('off-paper') ? 'off-paper' : '';
    const kinds = [column.number ? 'number' : '', offPaper, column.head ? 'stuck' : ''];
    const attributes = { scope: 'col', class: kinds.join(' ') };
    if (!this.of.tools || column.sortable === false) {
      return element('th', attributes, column.title, unit);
    }
    const arrow = element('span.arrow', { 'aria-hidden': 'true' });
    const press = () => {
      this.change({ sort: pressed(this.state.sort, column) });
      this.marks.forEach((mark) => mark());
    };
    const cell = element('th', attributes, button([column.title, unit, arrow], press, { class: 'sort' }));
    const mark = () => {
      const { sort } = this.state;
      const down = sort?.by === column.id ? sort.descending : null;
      cell.setAttribute('aria-sort', down === null ? 'none' : down ? 'descending' : 'ascending');
      arrow.textContent = down === null ? '↕' : down ? '▼' : '▲';
    };
    this.marks.push(mark);
    mark();
    return cell;
  }

  tools() {
    const { name, columns, caption } = this.of;
    const { state } = this;
    const search = element('input', {
      type: 'search',
      id: name + '-search',
      value: state.q,
      autocomplete: 'off',
      input: () => this.change({ q: search.value }),
    });
    const filters = columns.filter(({ filter }) => filter).map((column) => this.filter(column));
    this.saving = button(t('table.save'), () => saveRows(caption, this.columns(), this.shown), {
      class: 'plain',
      id: name + '-save',
    });
    this.clearing = button(t('table.clear'), () => this.clear(), { class: 'plain' });
    const dense = element('input', {
      type: 'checkbox',
      checked: state.dense,
      change: () => {
        this.toggleAttribute('dense', dense.checked);
        this.change({ dense: dense.checked });
      },
    });
    this.toggleAttribute('dense', state.dense);
    return element(
      'div.table-tools',
      { role: 'search', 'aria-label': caption },
      element('label.field', {}, element('span', {}, t('table.searchField')), this.of.suggest?.(search) ?? search),
      filters,
      element(
        'div.actions',
        {},
        this.clearing,
        this.chooser(),
        element('label.check', {}, dense, t('table.dense')),
        this.saving,
      ),
    );
  }

  filter(/** @type {Column} */ { id, title }) {
    const chosen = this.state.filters[id] ?? '';
    const choices = this.rows.choices(id);
    const known = !chosen || choices.some(([key]) => key === chosen);
    return choice(
      title,
      [['', t('table.every')], ...choices, ...(known ? [] : [/** @type {[string, string]} */ ([chosen, chosen])])],
      chosen,
      (key) => {
        const filters = Object.entries({ ...this.state.filters, [id]: key }).filter(([, one]) => one);
        this.change({ filters: Object.fromEntries(filters) });
      },
      { id: this.of.name + '-' + id },
    );
  }

  chooser() {
    const shown = () => new Set(this.columns().map(({ id }) => id));
    return element(
      'details.chooser',
      {},
      element('summary', {}, t('table.columns')),
      element(
        'div.card',
        {},
        this.of.columns
          .filter(({ head }) => !head)
          .map(({ id, title }) => {
            const box = element('input', {
              type: 'checkbox',
              value: id,
              checked: shown().has(id),
              change: () => {
                const now = shown();
                now[box.checked ? 'add' : 'delete'](id);
                this.state.columns = this.of.columns.filter((one) => now.has(one.id)).map((one) => one.id);
                this.heads();
                this.fill(this.state.row);
                this.keep();
              },
            });
            return element('label.check', {}, box, title);
          }),
      ),
    );
  }

  /** Both ways, by what is in sight. */
  paging() {
    const { region } = this;
    const by = (/** @type {1 | -1} */ way) => () => {
      region.scrollTop += way * (region.clientHeight - this.head.offsetHeight);
    };
    const quiet = { class: 'quiet' };
    return element(
      'nav.pages',
      { 'aria-label': t('table.pages'), hidden: true },
      button(t('table.first'), () => this.goTo(0), quiet),
      button(t('table.previous'), by(-1), quiet),
      this.range,
      button(t('table.nextPage'), by(1), quiet),
      button(t('table.last'), () => this.goTo(this.shown.length - 1), quiet),
    );
  }
}

/** A row that the address names is marked: it may not have stood in the page when the address was opened. */
function mark(/** @type {HTMLTableRowElement} */ row, /** @type {boolean} */ marked) {
  if (marked) {
    row.setAttribute('aria-current', 'location');
  } else {
    row.removeAttribute('aria-current');
  }
}

/**
 * @param {Column[]} columns
 * @param {any} row
 * @param {string} [place] its id
 */
function bodyRow(columns, row, place) {
  const naming = columns.find(({ head }) => head) ?? columns[0];
  const address = place
    ? element('a.row-link', {
        href: addressOf(place, withoutTables(location.search)),
        'aria-label': t('table.link'),
      })
    : null;
  return element(
    'tr',
    { class: row.emphasis ? 'emphasis' : null, id: place, tabindex: place ? -1 : null },
    columns.map((column) =>
      element(
        column.head ? 'th' : 'td',
        {
          class: [column.number ? 'number' : '', column.class ?? '', column.head ? 'stuck' : ''].join(' ').trim(),
          scope: column.head ? 'row' : null,
          'data-label': column.title,
        },
        column.cell ? column.cell(row) : String(column.value(row) ?? NOTHING),
        column === naming ? address : null,
      ),
    ),
  );
}

customElements.define('data-table', DataTable);
