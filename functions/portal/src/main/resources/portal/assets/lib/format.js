// Numbers and times as people read them; the same precision everywhere.

import { language } from './i18n.js';

const locale = language === 'en' ? 'en-GB' : 'zh-CN';
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const upToTwo = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});
const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
const minute = new Intl.DateTimeFormat(locale, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

export const NOTHING = '—';

const orNothing = (shown) => (value) => (value === null || value === undefined ? NOTHING : shown(value));

/** Each takes null for what is not there. */
export const format = {
  count: orNothing((value) => whole.format(value)),
  points: orNothing((value) => two.format(value)),
  change: orNothing((value) => signed.format(value)),
  value: orNothing((value) => (typeof value === 'number' ? upToTwo.format(value) : String(value))),
  share: orNothing((value) => share.format(value)),
  day: orNothing((value) => day.format(new Date(value))),
  minute: orNothing((value) => minute.format(new Date(value))),
  bytes: orNothing((value) =>
    value < 1_000_000 ? whole.format(value / 1000) + ' kB' : upToTwo.format(value / 1_000_000) + ' MB',
  ),
};
