// @ts-check
// The words of the guide for rule owners in English. What a rulebook itself says is Chinese, and so is its case.

export { CASE } from './rulebook-guide-text.js';

export const PARTS = [
  [
    'id, title, document, effectiveFrom',
    'Identifier, title, the notice it implements, the day it takes effect. A year is computed by the ' +
      'newest rulebook in ' +
      'effect on 31 December of that year; a run can also name one.',
  ],
  [
    'datasets',
    'The datasets and fields in use. absent: whether an enterprise that a delivered dataset does not ' +
      'list counts as zero ' +
      'or missing. undelivered: whether line items that were not delivered count as none (zero) or missing. count: ' +
      'whether line items are those of the year’s files (of-year) or of all (all-years).',
  ],
  [
    'roster, dates, coverage, growth',
    'The roster; reference day, recent years, day of founding; the least coverage of data for a rank, and whether ' +
      'missing indicators score nothing (missing: zero) or categories are scaled up from what is known (rescale), ' +
      'and figures that enterprises report count before they are verified (unverified: count) or not (leave-out); ' +
      'whether growth on a base that is not positive scores nothing (zero) or is missing.',
  ],
  [
    'categories, stages',
    'Categories and their points; the conditions and weights of stages. from is inclusive, below ' +
      'exclusive; from the top, ' +
      'the first that holds is the stage. Together the stages cover every enterprise, and weights add up to 1.',
  ],
  [
    'indicators',
    'Points, value and curve of each indicator. The points of a category’s indicators add up to those of the category.',
  ],
  [
    'negativeList, bonus, decay',
    'Negative list, bonus and decay. Where the notice has none, an empty list []; they cannot be left out.',
  ],
  [
    'total, ranks, uses',
    'Order and rounding of the total; ranks (overall: none leaves ranks among all out); tiers of lists and seed ' +
      'enterprises, if any.',
  ],
  [
    'benefits',
    'Support other than money, and who is entitled to it; optional. All of when must hold: stages, tiers (on one of ' +
      'these lists), upTo (percent of the stage by rank), item (a line item that matches, such as a certificate in ' +
      'force). department grants it.',
  ],
  [
    'aggregates',
    'Figures of the zone; optional: what the enterprises of the roster come to together. value is one of amount (a ' +
      'field), ratio (sum of the parts in percent of that of the wholes), sum (of line items; by once an item counts ' +
      'once in the zone), count (of line items), any (enterprises with such an item).',
  ],
  ['rewards', 'Rewards; where there are none, rules is an empty list [].'],
  [
    'cases',
    'Cases: an enterprise’s data and the result it must have. All are computed when the file is read; ' +
      'if one differs, the ' +
      'file is refused. Optional.',
  ],
];

export const VALUES = [
  ['amount: field', 'The figure itself'],
  [
    'growth: field',
    '(this year − year before) ÷ year before × 100; where the year before is not positive, as the ' +
      'section growth says: it scores 0 and counts as known, or is missing',
  ],
  [
    'ratio: {part, whole}',
    'Part ÷ whole × 100; where the whole is not positive it scores 0 and counts as known. ' +
      'whereZero: what to use instead',
  ],
  ['sum: {of, items}', 'The sum of a field of the line items that match'],
  ['count: items', 'How many line items match'],
  ['any: [items…]', '1 where there is any of them, else 0'],
  ['best: {by, shares, items}', 'The share of the highest level among the line items'],
];

export const CURVES = [
  ['fullAt: {stage: value}', 'A straight line from 0; full points at this value and above'],
  [
    'knots: [[value, share], …]',
    'Straight between the knots, level outside them; values rise, shares are 0 to 1 and never fall',
  ],
  ['stages: {stage: [[value, share], …]}', 'Knots of some stages of their own, instead of knots'],
  ['asShare: true', 'The value is the share itself; only for any and best'],
];

export const RULES = [
  ['effect: {exclude: true}', 'Excluded from scoring: neither score nor rank'],
  ['effect: {deduct: 5}', 'Deducts 5 points, once'],
  ['effect: {deductByLevel: {…}}', 'Deducts by level, added up; each: level once a level, item for every item'],
  ['levels: {by, each, points}', 'Bonus by level, added up; each as above'],
  [
    'by: {ageInStage: stage}',
    'In this stage, by full years since founding; each number in factors is inclusive, up to the next',
  ],
  [
    'by: {yearsInStage: stage}',
    'Consecutive full years in this stage; unknown years do not interrupt them, another stage does',
  ],
  ['by: {stepsDown: {falls: 2}}', 'Steps down from the year before; falls: how many falls in a row are added up'],
  ['mean: arithmetic', 'Category points by weight, added up; geometric: multiplied, so that a category of 0 makes 0'],
  ['decays: product', 'Several decays multiply; least: the smallest factor alone'],
  [
    'order: [weigh, …, round]',
    'weigh: the categories together; deduct: deductions; add-bonus: bonus; floor: not below the floor; ' +
      'decay: times the factor; round: rounding, last, half to even',
  ],
];

export const BASES = [
  ['cite: 表2', 'The notice says so: its article or table'],
  [
    'basis: default',
    'The notice leaves it open; the author of the rulebook has set it. The diagnostics try another ' +
      'choice and show how ' +
      'ranks move',
  ],
  ['basis: calibrated 2025', 'The curve was calibrated on the data of this year and adopted after review'],
];

export const LEAD =
  'For authors of rulebooks: a rulebook is a YAML text file by which the system scores. Other rules or ' +
  'another zone need ' +
  'another file, not another program.';

export const HEADINGS = {
  submit: 'How to submit one',
  parts: 'Parts of the file',
  basis: 'Every entry has its basis',
  values: 'Values of indicators',
  curves: 'Curves: from value to points',
  pictures: 'Curves in force',
  rules: 'Deductions, bonus, decay and total',
  cases: 'Cases',
  calibration: 'Calibration',
};

export const SUBMITTING = [
  'Name the file id.yaml, in UTF-8, after the id in it (lower-case letters, digits, hyphens), and put ' +
    'it under rulebooks/ ' +
    'in the bucket.',
  'The whole text is checked and its cases are computed at once. All problems are listed together, each ' +
    'with its line, ' +
    'what was expected and what was found: at /v1/rulebook-files and under reports/rulebooks/ in the bucket.',
  'What an accepted id says never changes, so that every result can be explained by the rules of its ' +
    'time. For a change ' +
    'use another id.',
  'A rulebook in effect by 31 December of a year applies from the runs of that year. To try one only, ' +
    'set effectiveFrom ' +
    'in the future and name it in the run.',
  'To compare two rulebooks, run a published year with the new one as a dry run: it shows who rises, ' +
    'who falls and why, ' +
    'and writes no results.',
];

export const SCORE =
  'Points = full points × curve(value). An indicator without data scores 0 and lowers the coverage of data.';

export const WHY_CASES =
  'Write what may be disputed as a case at the end of the rulebook. When rules change later, the cases guard them.';

export const CALIBRATION = [
  'Each run of a year looks for better full marks: curves keep their form, full marks change to half or double at ' +
    'most, in two significant digits, and stages keep their order. Totals are to be symmetric, fewer to have full ' +
    'points, points to tell more apart, weights to act as written, and growing over a bound to cost less. Stages ' +
    'with fewer than 20 such values, and curves that the notice sets, stay as they are.',
  'They are fitted to the enterprises of the year before (where it is not published, to half of the year) and judged ' +
    'by enterprises they were not fitted to: only an improvement there is proposed, and the reason is given.',
  'The draft is a proposal. The bureau sees distribution and ranks before and after at ' +
    '/v1/years/{year}/calibration, and ' +
    'downloads the draft rulebook from /v1/years/{year}/calibration/rulebook.yaml. Reviewed and under a new id it is ' +
    'submitted as above and takes effect from the next year; results that exist do not change.',
];
