// @ts-check
// English for the other way of a choice that the notice leaves open, from its path in the rulebook.

/** @type {[RegExp, string][]} */
const CHOICES = [
  [/^dates\.window\.years$/, 'one more recent year'],
  [/^datasets\.(.+)\.absent$/, 'enterprises not listed in $1 counted the other way (zero or missing)'],
  [/^datasets\.(.+)\.undelivered$/, '$1 counted the other way where it was not delivered (none or missing)'],
  [/^coverage\.atLeast$/, 'another least coverage for a rank'],
  [/^coverage\.missing$/, 'missing indicators treated the other way (no points, or scaled up from what is known)'],
  [/^growth\.baseNotPositive$/, 'growth on a base that is not positive counted the other way (zero or missing)'],
  [/^stages\.(.+)\.when$/, 'the age decides the stage before the revenue does'],
  [/^negativeList\.(.+)\.effect\.deductByLevel\.each$/, '$1 deducted the other way (by level or by item)'],
  [/^decay\.(.+)\.by$/, '$1 counted from the first year in the stage, not from the founding'],
  [/^total\.order$/, 'decay applied in the other order with deductions and bonus'],
  [/^total\.decays$/, 'several decays combined the other way (product or least factor)'],
  [/^total\.mean$/, 'categories combined the other way (arithmetic or geometric mean)'],
];

export function choiceInEnglish(/** @type {string} */ id) {
  const [path, words] = CHOICES.find(([pattern]) => pattern.test(id)) ?? [];
  return path && words ? id.replace(path, words) : id;
}
