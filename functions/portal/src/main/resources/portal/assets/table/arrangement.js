// @ts-check
// Which rows of a table are shown, in which order: all rows are searched, filtered and sorted before any is left out.

/**
 * A column as far as the order of rows is concerned.
 *
 * @template [R=any]
 * @typedef {object} Field
 * @property {string} id unique in its table; stands in addresses
 * @property {(row: R) => unknown} value number or text
 * @property {(row: R) => unknown} [order] what it is sorted by where that is not the value
 * @property {(row: R) => string | null | undefined} [key] what it is filtered by where that is not the value
 * @property {boolean} [number]
 */
/** @typedef {{ by: string, descending: boolean }} Sort by the id of a column */
/**
 * @typedef {object} Wanted
 * @property {string} q words, all of which a row has to have
 * @property {Record<string, string>} filters by the id of a column
 * @property {Sort | null} sort null: as the rows come
 */

const collator = new Intl.Collator('zh-CN', { numeric: true });

/**
 * @template R
 * @param {R[]} rows
 * @param {Field<R>[]} fields
 */
export function arrangement(rows, fields) {
  const byId = new Map(fields.map((field) => [field.id, field]));
  /** @type {string[] | null} */
  let texts = null;
  /** @type {{ sort: string, rows: number[] }} */
  let order = { sort: '', rows: rows.map((_, index) => index) };

  /** Kept until another order is asked for, so that a letter typed only leaves rows out. */
  function ordered(/** @type {Sort | null} */ sort) {
    const name = sort ? sort.by + sort.descending : '';
    if (order.sort !== name) {
      order = { sort: name, rows: places(sort && byId.get(sort.by), Boolean(sort?.descending)) };
    }
    return order.rows;
  }

  function places(/** @type {Field<R> | null | undefined} */ field, /** @type {boolean} */ descending) {
    const indices = rows.map((_, index) => index);
    if (!field) {
      return indices;
    }
    const values = rows.map(field.order ?? field.value);
    return indices.sort((a, b) => compared(values[a], values[b], descending) || a - b);
  }

  return {
    /** The rows that are wanted, in the order that is wanted. */
    shown(/** @type {Wanted} */ { q, filters, sort }) {
      const words = folded(q).split(' ').filter(Boolean);
      const wanted = Object.entries(filters).flatMap(([id, key]) => {
        const field = byId.get(id);
        return field ? [{ field, key }] : [];
      });
      if (words.length) {
        texts ??= rows.map((row) => fields.map(({ value }) => folded(text(value(row)))).join('\n'));
      }
      return ordered(sort)
        .filter(
          (index) =>
            words.every((word) => texts?.[index].includes(word)) &&
            wanted.every(({ field, key }) => keyOf(field, rows[index]) === key),
        )
        .map((index) => rows[index]);
    },

    /** What a column can be filtered by, in the column's order. */
    choices(/** @type {string} */ id) {
      const field = byId.get(id);
      if (!field) {
        return [];
      }
      /** @type {Map<string, { name: string, order: unknown }>} */
      const found = new Map();
      for (const row of rows) {
        const key = keyOf(field, row);
        if (key && !found.has(key)) {
          found.set(key, { name: text(field.value(row)), order: (field.order ?? field.value)(row) });
        }
      }
      return [...found]
        .sort(([, a], [, b]) => compared(a.order, b.order, false))
        .map(([key, { name }]) => /** @type {[key: string, name: string]} */ ([key, name]));
    },
  };
}

/** What a press on a column's head makes of the order: numbers begin with the largest. */
export function pressed(/** @type {Sort | null} */ sort, /** @type {Field} */ { id, number }) {
  return { by: id, descending: sort?.by === id ? !sort.descending : Boolean(number) };
}

/** Numbers by size, texts as Chinese is sorted; what is not there stands last either way. */
function compared(/** @type {unknown} */ left, /** @type {unknown} */ right, /** @type {boolean} */ descending) {
  if (isNothing(left) || isNothing(right)) {
    return Number(isNothing(left)) - Number(isNothing(right));
  }
  const both = typeof left === 'number' && typeof right === 'number';
  return (descending ? -1 : 1) * (both ? left - right : collator.compare(String(left), String(right)));
}

function keyOf(/** @type {Field} */ { key, value }, /** @type {unknown} */ row) {
  return key ? (key(row) ?? '') : text(value(row));
}

/** In whatever case and width. */
function folded(/** @type {string} */ given) {
  return given.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function text(/** @type {unknown} */ value) {
  return isNothing(value) ? '' : String(value);
}

function isNothing(/** @type {unknown} */ value) {
  return value === null || value === undefined || value === '';
}
