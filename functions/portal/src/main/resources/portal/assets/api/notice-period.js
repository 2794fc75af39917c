// @ts-check
// The days in which enterprises may object.

/** Whether the last day, as YYYY-MM-DD of the zone's clock, is not over yet. */
export function isOpen(/** @type {string | undefined} */ until, /** @type {Date} */ now) {
  return until !== undefined && new Date(until + 'T23:59:59.999+08:00') >= now;
}
