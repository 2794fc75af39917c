// @ts-check
// Days by the zone's clock, which is eight hours ahead all year.

const HOUR = 3600 * 1000;

/** The day that it is in the zone, as YYYY-MM-DD. */
export function zoneDay(/** @type {Date} */ now) {
  return new Date(now.getTime() + 8 * HOUR).toISOString().slice(0, 10);
}

/** The same, so many days later; earlier where negative. */
export function plusDays(/** @type {string} */ day, /** @type {number} */ days) {
  return new Date(new Date(day).getTime() + days * 24 * HOUR).toISOString().slice(0, 10);
}
