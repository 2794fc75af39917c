// @ts-check
// From which value of a field the indicators that use it earn all their points.

import { knotsFor } from '../charts/curves.js';

/**
 * The value of a field, on the other figures as they are; undefined where no indicator says one.
 *
 * @param {string} field
 * @param {Rules} rules
 * @param {string | null} stage
 * @param {(field: string) => unknown} known
 */
export function fullMark(field, rules, stage, known) {
  const values = rules.indicators.flatMap(({ value, curve }) => {
    const knots = curve.asShare || stage === null ? [] : knotsFor(curve, stage);
    const full = knots.find(([, share]) => share >= 1)?.[0];
    const whole = value.ratio && typeof value.ratio.whole === 'string' ? known(value.ratio.whole) : undefined;
    if (full === undefined) {
      return [];
    }
    if (value.amount === field) {
      return [full];
    }
    // A ratio is in percent.
    return value.ratio?.part === field && typeof whole === 'number' && whole > 0 ? [(full * whole) / 100] : [];
  });
  return values.length ? Math.max(...values) : undefined;
}
