// @ts-check
// Numbers and times as people of a language read them; the same precision everywhere.

import { NOTHING } from './messages.js';

const ZONE = 'Asia/Shanghai';

/**
 * @template T
 * @param {(value: T) => string} shown
 * @returns {(value: T | null | undefined) => string}
 */
function orNothing(shown) {
  return (value) => (value === null || value === undefined ? NOTHING : shown(value));
}

/**
 * Each takes null for what is not there.
 *
 * @param {string} locale
 */
export function formats(locale) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const upToTwo = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: ZONE });
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: ZONE });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium', timeZone: ZONE });
  /** @typedef {string | number} Time an ISO 8601 text or milliseconds since 1970 */
  return {
    count: orNothing((/** @type {number} */ value) => whole.format(value)),
    points: orNothing((/** @type {number} */ value) => two.format(value)),
    change: orNothing((/** @type {number} */ value) => signed.format(value)),
    value: orNothing((/** @type {unknown} */ value) =>
      typeof value === 'number' ? upToTwo.format(value) : String(value),
    ),
    share: orNothing((/** @type {number} */ value) => share.format(value)),
    day: orNothing((/** @type {Time} */ value) => day.format(new Date(value))),
    minute: orNothing((/** @type {Time} */ value) => minute.format(new Date(value))),
    /** The time of day. */
    clock: orNothing((/** @type {Time} */ value) => clock.format(new Date(value))),
    /** Date and time to the second. */
    moment: orNothing((/** @type {Time} */ value) => moment.format(new Date(value))),
    /** When the results with this id were ordered, which no other results of the year share. */
    generation: orNothing((/** @type {string} */ id) => {
      const [, date, time] = /(?:^|-)(\d{8})T(\d{6})/.exec(id) ?? [];
      return date ? minute.format(new Date(iso(date, time))) : id;
    }),
    bytes: orNothing((/** @type {number} */ value) =>
      value < 1_000_000 ? whole.format(value / 1000) + ' kB' : upToTwo.format(value / 1_000_000) + ' MB',
    ),
  };
}

/** 20261129T090904 of universal time, as dates are read. */
function iso(/** @type {string} */ date, /** @type {string} */ time) {
  return date.replace(/(....)(..)(..)/, '$1-$2-$3') + 'T' + time.replace(/(..)(..)(..)/, '$1:$2:$3') + 'Z';
}
