// @ts-check
// The figures that a score was made of.

import { partsOf } from '../api/file-key.js';

/** @typedef {Answer<'/years/{year}/enterprises/{uscc}/profile', 'get'>} Profile */
/** @typedef {import('./supposed-changes.js').Value} Value */

/** The figures as they are, as far as the score's trace tells; the others are unknown here. */
export function known(/** @type {Profile} */ profile, /** @type {Rules} */ rules) {
  /** @type {Map<string, Value>} */
  const values = new Map();
  for (const indicator of profile.indicators) {
    for (const { field, value, key } of indicator.from ?? []) {
      if (partsOf(key).year === String(profile.year)) {
        values.set(field, value);
      }
    }
    // Who is not in a dataset whose figures count as none then has no source for its nought.
    const field = rules.indicators.find(({ id }) => id === indicator.id)?.value.amount;
    if (field && indicator.value === 0 && !values.has(field)) {
      values.set(field, 0);
    }
  }
  return values;
}
