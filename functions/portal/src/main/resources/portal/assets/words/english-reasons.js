// @ts-check
// English for the sentences by which a score is explained. They are made of a year, a name and a few fixed words.

/** @typedef {(chinese: string) => string} Named the English name of what has one */

/** @type {[said: RegExp, english: (named: Named, ...parts: string[]) => string][]} */
const CLAUSES = [
  [/^(.+)未知：(.+)$/, (named, field, why) => sentence(named(field) + ' unknown: ') + clause(why, named)],
  [/^未报送(\d{4})年(.+)$/, (named, year, dataset) => named(dataset) + ' of ' + year + ' not delivered'],
  [
    /^(\d{4})年(.+)中没有本企业，按 0 计$/,
    (named, year, dataset) => 'not in ' + named(dataset) + ' of ' + year + ': counts as 0',
  ],
  [/^(\d{4})年(.+)中没有本企业$/, (named, year, dataset) => 'not in ' + named(dataset) + ' of ' + year],
  [/^(\d{4})年(.+)空缺$/, (named, year, field) => named(field) + ' of ' + year + ' is blank'],
  [/^(.+)为 (\S+)，不大于 0，无法计算$/, (named, base, value) => term(base, named) + ' is ' + value + ', not above 0'],
  [/^(.+)为 0，改用(.+)$/, (named, whole, other) => term(whole, named) + ' is 0; taken instead: ' + term(other, named)],
];

/** @type {[said: RegExp, english: string][]} What follows the name of a reward. */
const AMOUNTS = [
  [/，最高 ([\d.]+) 元/, ', at most CNY $1'],
  [/（(\d+)—(\d+) 年）/, ' ($1–$2)'],
  [/，(\d+) 份合同，按成交额的 ([\d.]+)%/, ', contracts: $1, $2% of their amounts'],
  [/，每份最高 ([\d.]+) 元/, ', at most CNY $1 each'],
  [/，每家最高 ([\d.]+) 元/, ', at most CNY $1 in all'],
  [/，按 ([\d.]+)% 发放/, ', paid at $1%'],
  [/，([\d.]+) 元/, ', CNY $1'],
];

/** Clauses after one another: why a figure is missing, or what was taken instead. */
export function clauses(/** @type {string} */ text, /** @type {Named} */ named) {
  return sentence(
    text
      .split('；')
      .map((one) => clause(one, named))
      .join('; '),
  );
}

/** What a reward comes to; the reward has its name beside it. */
export function amount(/** @type {string} */ text, /** @type {string} */ reward, /** @type {Named} */ named) {
  return AMOUNTS.reduce(
    (words, [said, english]) => words.replace(said, english),
    text.startsWith(reward) ? named(reward) + text.slice(reward.length) : text,
  );
}

function clause(/** @type {string} */ text, /** @type {Named} */ named) {
  for (const [said, english] of CLAUSES) {
    const [whole, ...parts] = said.exec(text) ?? [];
    if (whole) {
      return english(named, ...parts);
    }
  }
  return text;
}

/** A figure that another is made from. */
function term(/** @type {string} */ text, /** @type {Named} */ named) {
  const [, mean] = /^(.+)的平均$/.exec(text) ?? [];
  if (mean) {
    return 'the mean of ' + mean.split('与').map(named).join(' and ');
  }
  const [, year, field] = /^(\d{4})年(.+)$/.exec(text) ?? [];
  return year ? named(field) + ' of ' + year : named(text);
}

function sentence(/** @type {string} */ text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
