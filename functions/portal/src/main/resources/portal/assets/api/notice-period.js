// @ts-check
// The days in which enterprises may object.

import { plusDays, zoneDay } from '../base/zone-day.js';

/** Whether the last day, as YYYY-MM-DD of the zone's clock, is not over yet. */
export function isOpen(/** @type {string | undefined} */ until, /** @type {Date} */ now) {
  return until !== undefined && new Date(until + 'T23:59:59.999+08:00') >= now;
}

/** @typedef {{ year: number, holidays: string[], workdays: string[] }} Holidays a year's file of settings */

/**
 * How many working days, today included, a notice period has left; the server sets its length by the same files.
 *
 * @param {string} until its last day, as YYYY-MM-DD
 * @param {Date} now
 * @param {Holidays[]} years where they differ from Monday to Friday
 */
export function workingDaysLeft(until, now, years) {
  let count = 0;
  for (let day = zoneDay(now); day <= until; day = plusDays(day, 1)) {
    count += works(day, years) ? 1 : 0;
  }
  return count;
}

/** The years whose holidays {@link workingDaysLeft} reads; none where the period is over or was never set. */
export function yearsOf(/** @type {string | null | undefined} */ until, /** @type {Date} */ now) {
  const first = Number(zoneDay(now).slice(0, 4));
  const last = until && isOpen(until, now) ? Number(until.slice(0, 4)) : first - 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function works(/** @type {string} */ day, /** @type {Holidays[]} */ years) {
  const weekend = new Date(day).getUTCDay() % 6 === 0;
  const own = years.find(({ year }) => year === Number(day.slice(0, 4)));
  return weekend ? Boolean(own?.workdays.includes(day)) : !own?.holidays.includes(day);
}
