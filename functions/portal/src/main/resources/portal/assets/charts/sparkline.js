// @ts-check
// A line as small as a word: totals of a few years, without axes.

import { svg } from './curve-picture.js';

const WIDTH = 56;
const HEIGHT = 22;
const EDGE = 3;

/**
 * The line; a year without a figure is a gap.
 *
 * @param {(number | null)[]} values in order of the years
 * @param {string} says the same in words
 */
export function sparkline(values, says) {
  const known = values.filter((one) => one !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (/** @type {number} */ at) => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(1, values.length - 1);
  const y = (/** @type {number} */ value) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const points = values.flatMap((value, at) => (value === null ? [] : [[x(at), y(value)]]));
  const [lastX, lastY] = points[points.length - 1];
  return svg(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      class: 'sparkline',
      role: 'img',
      'aria-label': says,
    },
    svg('polyline', { points: points.map((one) => one.map((place) => place.toFixed(1)).join()).join(' ') }),
    svg('circle', { cx: lastX.toFixed(1), cy: lastY.toFixed(1), r: 2.5 }),
  );
}
