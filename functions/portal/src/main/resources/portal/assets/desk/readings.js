// @ts-check
// What several parts of a desk are made of, read once for all of them.

import { all, get } from '../api/api.js';
import { once } from '../base/once.js';

/** @typedef {ReturnType<typeof readings>} Readings */

/** Each is read when the first part asks for it. */
export function readings(/** @type {number} */ year, /** @type {AbortSignal} */ signal) {
  return {
    runs: once(async () => (await get('/years/{year}/recomputations', { year, limit: 50 }, signal)).items),
    questions: once(async () => (await all('/questions', { year }, signal)).items),
    datasets: once(async () => (await get('/years/{year}/completeness', { year, limit: 1 }, signal)).datasets),
    /** Rulebooks with their states; a file that could not be read is none. */
    rulebooks: once(async () => (await get('/rulebook-files', {}, signal)).items.flatMap(({ life }) => life ?? [])),
  };
}
