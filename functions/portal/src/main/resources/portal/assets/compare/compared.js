// @ts-check
// The enterprises chosen to be compared, as the address has them: codes with commas between.

/** So many stand side by side. */
export const MOST = 4;

/** The codes in a text, each once. */
export function chosenIn(/** @type {string | null} */ text) {
  const codes = (text ?? '').split(/[,，\s]+/).map((one) => one.trim().toUpperCase());
  return [...new Set(codes.filter(Boolean))];
}

/** The page that compares them. */
export function compareAddress(/** @type {string[]} */ codes, /** @type {number} */ year) {
  const query = new URLSearchParams({ ...(codes.length ? { ids: codes.join() } : {}), year: String(year) });
  return '/compare?' + query.toString().replaceAll('%2C', ',');
}
