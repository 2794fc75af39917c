// @ts-check
// The order of a table's rows.

/**
 * A column.
 *
 * @template R
 * @typedef {object} By
 * @property {(row: R) => unknown} value
 * @property {(row: R) => unknown} [order] what rows are sorted by where that is not the value
 * @property {boolean} [number]
 */
/**
 * @template R
 * @typedef {{ by: By<R>, descending: boolean }} Sort
 */

/**
 * Rows in the order of a column: numbers by size, texts as Chinese is sorted; what is not there stands last either way.
 *
 * @template R
 * @param {R[]} rows
 * @param {Sort<R> | null} sort null: as the rows come
 */
export function sorted(rows, sort) {
  if (!sort) {
    return rows;
  }
  const { by } = sort;
  const value = by.order ?? by.value;
  const direction = sort.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (isNothing(left) || isNothing(right)) {
      return Number(isNothing(left)) - Number(isNothing(right));
    }
    const both = typeof left === 'number' && typeof right === 'number';
    return direction * (both ? left - right : String(left).localeCompare(String(right), 'zh-CN'));
  });
}

/**
 * What a press on a column's head makes of the order: numbers begin with the largest.
 *
 * @template R
 * @param {Sort<R> | null} sort
 * @param {By<R>} by
 * @returns {Sort<R>}
 */
export function pressed(sort, by) {
  return { by, descending: sort?.by === by ? !sort.descending : Boolean(by.number) };
}

function isNothing(/** @type {unknown} */ value) {
  return value === null || value === undefined || value === '';
}
