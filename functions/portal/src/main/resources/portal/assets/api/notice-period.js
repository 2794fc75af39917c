// @ts-check
// The days in which enterprises may object.

const HOUR = 3600 * 1000;

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
  for (let day = new Date(today(now)); day <= new Date(until); day = new Date(day.getTime() + 24 * HOUR)) {
    count += works(day, years) ? 1 : 0;
  }
  return count;
}

/** The years whose holidays {@link workingDaysLeft} reads; none where the period is over or was never set. */
export function yearsOf(/** @type {string | null | undefined} */ until, /** @type {Date} */ now) {
  const first = Number(today(now).slice(0, 4));
  const last = until && isOpen(until, now) ? Number(until.slice(0, 4)) : first - 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** As YYYY-MM-DD of the zone's clock. */
function today(/** @type {Date} */ now) {
  return new Date(now.getTime() + 8 * HOUR).toISOString().slice(0, 10);
}

function works(/** @type {Date} */ day, /** @type {Holidays[]} */ years) {
  const weekend = day.getUTCDay() % 6 === 0;
  const text = day.toISOString().slice(0, 10);
  const own = years.find(({ year }) => year === day.getUTCFullYear());
  return weekend ? Boolean(own?.workdays.includes(text)) : !own?.holidays.includes(text);
}
