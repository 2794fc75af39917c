// @ts-check
// Answers that are asked for once.

/**
 * Keeps what was read by its key; what failed is read anew when it is asked for again.
 *
 * @template T
 * @param {(key: string) => Promise<T>} read
 * @returns {(key?: string) => Promise<T>}
 */
export function once(read) {
  /** @type {Map<string, Promise<T>>} */
  const kept = new Map();
  return (key = '') => {
    const known = kept.get(key);
    if (known) {
      return known;
    }
    const asked = read(key);
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    return asked;
  };
}
