// @ts-check
// What enterprises are called that a page knows by their codes.

import { post } from './api.js';

/** As many as one call answers. */
const MOST = 500;

/**
 * Their names; of one that is not published, and of what is too many, the code.
 *
 * @param {number} year
 * @param {Iterable<string>} codes
 * @param {AbortSignal} signal
 * @param {{ uscc: string, name: string | null }[]} [rows] of the page, which have names already
 * @returns {Promise<(uscc: string) => string>}
 */
export async function enterpriseNames(year, codes, signal, rows = []) {
  const known = new Map(rows.map(({ uscc, name }) => [uscc, name]));
  const usccs = [...new Set(codes)].filter((uscc) => !known.get(uscc)).slice(0, MOST);
  const found = usccs.length ? (await post('/years/{year}/lookups', { year }, { usccs }, signal)).items : [];
  const names = new Map(found.map(({ uscc, score }) => [uscc, score?.name]));
  return (uscc) => known.get(uscc) ?? names.get(uscc) ?? uscc;
}
