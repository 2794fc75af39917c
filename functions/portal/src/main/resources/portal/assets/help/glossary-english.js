// @ts-check
// What the words of this site mean, in English; glossary-text.js says the same in Chinese.

/** @type {[word: string, meaning: string][]} */
export const TERMS = [
  ['Enterprise', 'A technology enterprise on the roster of the year, known by its unified social credit code.'],
  ['Roster', 'The enterprises that are evaluated in a year, as the science bureau lists them.'],
  ['Stage', 'The stage of life, by age and operating income; weights differ by stage.'],
  ['Indicator', 'One of the things that earn points; a curve turns its figure into points.'],
  ['Category', 'Indicators form three categories, which are weighted by stage.'],
  ['Weight', 'The share of a category in the total; the weights add up to 1.'],
  ['Full marks', 'The figure from which an indicator earns all its points.'],
  ['Total', 'The weighted categories, less deductions, plus bonuses, times the decay.'],
  ['Negative list', 'What excludes an enterprise from the evaluation or costs it points.'],
  ['Decay', 'A total is lowered for who stays in one stage for too long.'],
  ['Bonus', 'Points beside the indicators, as for a major project.'],
  ['Coverage', 'The share of points whose indicators have data; below a limit an enterprise is not ranked.'],
  ['Rulebook', 'All numbers, lists and orders of the evaluation, each with its article; approved by two persons.'],
  ['Draft', 'Scores by the data of the moment: no ranks, not public.'],
  ['Generation', 'The results of one whole run; publishing makes one of them the one in force.'],
  ['Dry run', 'A run that keeps nothing, to look at checks and differences.'],
  ['Notice period', 'The working days after a publication in which enterprises may object.'],
  ['Held', 'A file that is doubtful as a whole: nothing of it counts until a person says what it is.'],
  ['Partly accepted', 'Some rows of a file were refused; the others count.'],
  ['Self-report', 'Figures by the enterprise itself; a department’s figure comes first.'],
  ['Letter', 'The result on paper for banks, with code, QR code and signature.'],
  ['Grant', 'What an enterprise lets a bank read, until a day.'],
  ['Audit trail', 'Who did what and when; entries are chained, so that a change is found out.'],
];
