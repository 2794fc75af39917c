// @ts-check
// What enterprises have reported.

import { all } from './api.js';

/**
 * What of it counts in a year and waits to be verified: of one enterprise, or of all that the reader may see.
 *
 * @param {{ year: number, uscc?: string }} of
 * @param {AbortSignal} signal
 */
export async function awaiting(of, signal) {
  return (await all('/self-reports', { ...of, awaiting: 'true' }, signal)).items;
}
