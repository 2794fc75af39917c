// @ts-check
// The part of an address that says what a page shows.

/** @typedef {Record<string, string | number | null | undefined>} Changes a value that is empty takes its name away */

/** The query with those changes; empty or from its question mark on. */
export function changed(/** @type {string} */ search, /** @type {Changes} */ changes) {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '' || value === null || value === undefined) {
      query.delete(name);
    } else {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return text ? '?' + text : '';
}
