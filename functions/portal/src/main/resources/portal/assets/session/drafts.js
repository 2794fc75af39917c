// @ts-check
// What people have typed and not sent yet, kept in this browser for each person: it outlives the page, its tab and the
// sign-in, and ends when it is sent, when its person signs out, or after a week.

const PREFIX = 'draft ';
const KEPT = 7 * 24 * 3600 * 1000;

/** @typedef {{ at: number, values: unknown }} Draft at: when it was last typed, in milliseconds */

/**
 * The drafts of one person.
 *
 * @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>} storage
 * @param {string} person
 * @param {() => number} now in milliseconds
 */
export function drafts(storage, person, now = Date.now) {
  const mine = PREFIX + JSON.stringify(person) + ' ';
  const keys = (/** @type {string} */ prefix) =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    );
  /** @returns {Draft | null} */
  const read = (/** @type {string} */ key) => {
    try {
      const { at, values } = JSON.parse(storage.getItem(key) ?? '{}');
      return now() - at <= KEPT ? { at, values } : null;
    } catch {
      return null;
    }
  };
  return {
    key: (/** @type {string} */ name) => mine + name,
    read: (/** @type {string} */ name) => read(mine + name),
    keep: (/** @type {string} */ name, /** @type {unknown} */ values) =>
      storage.setItem(mine + name, JSON.stringify({ at: now(), values })),
    drop: (/** @type {string} */ name) => storage.removeItem(mine + name),
    count: () => keys(mine).filter(read).length,
    dropAll: () => keys(mine).forEach((key) => storage.removeItem(key)),
    /** Everybody's that are too old. */
    dropOld: () =>
      keys(PREFIX)
        .filter((key) => !read(key))
        .forEach((key) => storage.removeItem(key)),
  };
}

/**
 * The values that are not what they were at first, by name; null where there are none.
 *
 * @param {Record<string, unknown>} values
 * @param {Record<string, unknown>} first
 */
export function typed(values, first) {
  const differing = Object.entries(values).filter(([name, value]) => !isEqual(value, first[name]));
  return differing.length ? Object.fromEntries(differing) : null;
}

function isEqual(/** @type {unknown} */ one, /** @type {unknown} */ other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
