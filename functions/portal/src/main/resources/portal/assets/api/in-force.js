// @ts-check
// Which rulebook holds.

import { zoneDay } from '../base/zone-day.js';

/** @typedef {Schema<'RulebookSummary'>} Book */

/** The id of the rulebook that holds today: of those that have begun the one that began last. */
export function inForce(/** @type {Book[]} */ books, today = zoneDay(new Date())) {
  const begun = books.filter(({ effectiveFrom }) => effectiveFrom <= today);
  return begun.toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1))[0]?.id ?? books[0]?.id;
}
