// @ts-check
// What the reader has made of a table, as the address says it: under the table's name, so that a page has room for
// several, and in no language.

/** @typedef {import('./arrangement.js').Sort} Sort */
/**
 * @typedef {object} State
 * @property {string} q
 * @property {Record<string, string>} filters
 * @property {Sort | null} sort
 * @property {string[] | null} columns those that are shown, null: as the table has them at first
 * @property {boolean} dense
 * @property {number} row the first one in sight, from 0
 */

/** What no column may be called. */
export const OWN = ['q', 'sort', 'columns', 'dense', 'at'];

/**
 * What an address says of a table; names of columns it does not have are passed over.
 *
 * @param {string} search
 * @param {string} table
 * @param {{ id: string }[]} columns
 * @param {Sort | null} sort the order at first
 * @returns {State}
 */
export function stateIn(search, table, columns, sort) {
  const query = new URLSearchParams(search);
  const said = (/** @type {string} */ name) => query.get(table + '.' + name) ?? '';
  const known = new Set(columns.map(({ id }) => id));
  const [, sign, by] = /** @type {RegExpExecArray} */ (/^(-?)(.*)$/.exec(said('sort')));
  const shown = said('columns')
    .split(',')
    .filter((id) => known.has(id));
  return {
    q: said('q'),
    filters: Object.fromEntries(columns.flatMap(({ id }) => (said(id) ? [[id, said(id)]] : []))),
    sort: known.has(by) ? { by, descending: sign === '-' } : sort,
    columns: shown.length ? shown : null,
    dense: said('dense') === '1',
    row: Math.max(0, Math.floor(Number(said('at'))) || 0),
  };
}

/**
 * What changes in the address, empty texts where a table is as it is at first.
 *
 * @param {string} table
 * @param {{ id: string }[]} columns
 * @param {Sort | null} sort the order at first
 * @param {State} state
 * @returns {Record<string, string>}
 */
export function changesFor(table, columns, sort, state) {
  const asSaid = (/** @type {Sort | null} */ one) => (one ? (one.descending ? '-' : '') + one.by : '');
  const own = {
    q: state.q.trim(),
    sort: asSaid(state.sort) === asSaid(sort) ? '' : asSaid(state.sort),
    columns: state.columns?.join(',') ?? '',
    dense: state.dense ? '1' : '',
    at: state.row ? String(state.row) : '',
  };
  const filters = columns.map(({ id }) => [id, state.filters[id] ?? '']);
  const named = [...filters, ...Object.entries(own)].map(([name, value]) => [table + '.' + name, value]);
  return Object.fromEntries(named);
}

/** The part of an address that no table has written: what the page itself shows. */
export function withoutTables(/** @type {string} */ search) {
  const query = new URLSearchParams(search);
  for (const name of [...query.keys()].filter((one) => one.includes('.'))) {
    query.delete(name);
  }
  return query.toString();
}

/** Fails where a column cannot stand in an address. */
export function checked(/** @type {string} */ table, /** @type {{ id: string }[]} */ columns) {
  const seen = new Set();
  for (const { id } of columns) {
    if (!/^[a-zA-Z][\w-]*$/.test(id ?? '') || OWN.includes(id) || seen.has(id)) {
      throw new Error(`table "${table}": expected columns with an id of their own, none of ${OWN}; found "${id}"`);
    }
    seen.add(id);
  }
}
