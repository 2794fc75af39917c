// @ts-check
// Which enterprises an office's lists are narrowed to, by park, grid and certificate, as the address says.

/** @typedef {{ park: string, grid: string, qualification: string }} OfficeFilter */

/** What the address asks for, as parameters of the lists. */
export function officeFilter(/** @type {URLSearchParams} */ query) {
  const said = (/** @type {string} */ name) => query.get(name) ?? '';
  return { park: said('park'), grid: said('grid'), qualification: said('qualification') };
}

/** Where nothing is asked for, all enterprises are listed. */
export function isOpen(/** @type {OfficeFilter} */ asked) {
  return !Object.values(asked).some(Boolean);
}
