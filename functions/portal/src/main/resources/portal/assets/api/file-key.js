// @ts-check
// What the key of a file in the bucket says: uploads/{source}/{dataset}/{year}/{name}.

/** Its parts; a key of another kind has no name. */
export function partsOf(/** @type {string} */ key) {
  const [, source, dataset, year, name] = key.split('/');
  return { source, dataset, year, name };
}

/** The name alone; the key where it has none. */
export function nameOf(/** @type {string} */ key) {
  return partsOf(key).name ?? key;
}
