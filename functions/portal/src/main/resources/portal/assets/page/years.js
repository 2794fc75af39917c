// @ts-check
// Which years a page offers.

/**
 * Years with results or soon to have some, the newest first, and the one that is shown.
 *
 * @param {number[]} published the newest first
 * @param {number} asked NaN where the address names none
 * @param {number} current the year it is
 */
export function anyYears(published, asked, current) {
  const newest = published[0] ?? current - 1;
  const offered = [...new Set([newest + 1, ...published, newest, newest - 1])].sort((a, b) => b - a);
  return { offered, shown: offered.includes(asked) ? asked : newest };
}
