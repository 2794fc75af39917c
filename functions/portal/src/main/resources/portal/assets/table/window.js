// @ts-check
// The part of a long list that stands in the page.

/** Rows that stand in the page at once. */
export const SIZE = 60;
/** So many rows are kept ready above and below those in sight. */
const READY = 10;

/**
 * Where the window begins when a row is the first in sight: it stays while that row has others around it.
 *
 * @param {number} start where it begins now
 * @param {number} first the first row in sight
 * @param {number} count of all rows
 */
export function startFor(start, first, count) {
  const last = Math.max(0, count - SIZE);
  const now = Math.min(start, last);
  const near = first < now + READY && now > 0;
  const far = first > now + SIZE / 2 && now < last;
  return near || far || first < now ? Math.min(last, Math.max(0, first - SIZE / 3)) : now;
}

/**
 * The first row in sight, judged by where rows end; the height of those that do not stand in the page is taken to be
 * as that of those that do.
 *
 * @param {number} scrolled pixels above the sight
 * @param {number} start
 * @param {number[]} ends of the rows in the page, in pixels from the top of the list
 * @param {number} height of a row on average
 */
export function firstInSight(scrolled, start, ends, height) {
  const before = start * height;
  if (scrolled < before) {
    return Math.floor(scrolled / height);
  }
  const found = ends.findIndex((end) => end > scrolled + 1);
  return found >= 0 ? start + found : start + ends.length + Math.floor((scrolled - (ends.at(-1) ?? 0)) / height);
}
