// @ts-check
// The sentences of the analysis report in English, from its figures. In Chinese they are part of the report.

import { format } from '../words/format.js';
import { citation } from '../words/data.js';
import { unitName } from '../words/units.js';
import { inEnglish } from '../words/english-findings.js';

/** @typedef {Schema<'AnalysisReport'>} Report */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {'overview' | 'distribution' | 'stages' | 'industries' | 'performance' | 'movements'} Described */
/** @typedef {Described | 'completeness' | 'rewards' | 'index' | 'zone' | 'notes'} Part */

const FEW = 3;
const points = (/** @type {number | null | undefined} */ value) => format.points(value) + ' points';
const named = (/** @type {number} */ of) => (of === 1 ? '1 enterprise' : format.count(of) + ' enterprises');

/**
 * The sentences of each part, of a report whose names are in English.
 *
 * @param {Report} report
 * @param {Book} rules
 * @returns {Record<Part, string[]>}
 */
export function sentences(report, rules) {
  return {
    overview: overview(report),
    distribution: distribution(report),
    stages: [
      'Ranked enterprises by stage: ' + counts(report.stages.groups) + '.',
      ...extremes(report.stages.groups),
      ...hidden(report.stages.groups),
    ],
    industries: [
      ...largest('clusters', report.industries.clusters),
      ...extremes(report.industries.clusters),
      ...largest('industry divisions', report.industries.industries),
      ...hidden([...report.industries.clusters, ...report.industries.industries]),
    ],
    performance: performance(report),
    movements: movements(report, rules),
    completeness: completeness(report),
    rewards: rewards(report),
    index: index(report, rules),
    zone: zone(report, rules),
    notes: notes(report, rules),
  };
}

function overview(/** @type {Report} */ { year, overview: of }) {
  const { totals, totalsBefore: before } = of;
  const some =
    of.roster === null
      ? `${named(of.ranked)} ranked and published for ${year}.`
      : `${named(of.roster)} on the roster of ${year}, of which ${format.count(of.ranked)} are ranked and published ` +
        `(${format.share(of.ranked / of.roster)}) and ${format.count(of.notPublished)} are not.`;
  if (totals.mean === null) {
    return [some, `Fewer than ${FEW} enterprises are ranked: no mean is published.`];
  }
  const changed =
    before && before.mean !== null
      ? ` Compared with ${year - 1}: ranked enterprises ${signed(totals.enterprises - before.enterprises)}, mean ` +
        `${format.change(totals.mean - before.mean)}, median ${difference(totals.median, before.median)}.`
      : '';
  return [
    some,
    `Mean total ${points(totals.mean)}, median ${points(totals.median)}, highest ${points(totals.highest)}.` + changed,
  ];
}

const signed = (/** @type {number} */ by) => (by > 0 ? '+' : '') + format.count(by);
const difference = (/** @type {number | null} */ now, /** @type {number | null} */ before) =>
  format.change(now === null || before === null ? null : now - before);

function distribution(/** @type {Report} */ { overview: { totals }, distribution: { bins } }) {
  if (bins.length === 0) {
    return [`Fewer than ${FEW} enterprises are ranked: no distribution is published.`];
  }
  const density = (/** @type {(typeof bins)[number]} */ one) => one.enterprises / (one.to - one.from);
  const densest = bins.reduce((most, one) => (density(one) > density(most) ? one : most));
  const { lowerQuartile, median, upperQuartile } = totals;
  return [
    `Lower quartile ${points(lowerQuartile)}, median ${points(median)}, upper quartile ${points(upperQuartile)}: the ` +
      `middle half spans ${difference(upperQuartile, lowerQuartile).replace('+', '')} points.`,
    `Most enterprises, ${format.count(densest.enterprises)} ` +
      `(${format.share(densest.enterprises / totals.enterprises)}), have ${densest.from}–${densest.to} points. ` +
      `Ranges of fewer than ${FEW} are joined with the next.`,
  ];
}

/** @typedef {Schema<'ReportGroup'>} Group */

const counts = (/** @type {Group[]} */ groups) =>
  groups.map((one) => one.name + ' ' + format.count(one.totals.enterprises)).join(', ');

function extremes(/** @type {Group[]} */ groups) {
  const told = groups
    .filter((one) => one.id !== null && one.totals.mean !== null)
    .toSorted((a, b) => Number(a.totals.mean) - Number(b.totals.mean));
  const as = (/** @type {Group} */ one) =>
    `${one.name}, ${points(one.totals.mean)} (median ${points(one.totals.median)})`;
  return told.length < 2 ? [] : [`Highest mean: ${as(told[told.length - 1])}. Lowest: ${as(told[0])}.`];
}

function hidden(/** @type {Group[]} */ groups) {
  return groups.some((one) => one.totals.enterprises > 0 && one.totals.mean === null)
    ? [
        `Of groups of fewer than ${FEW} only the number is given, and, where it could be worked out ` +
          `otherwise, of the ` +
          'next smallest group too.',
      ]
    : [];
}

function largest(/** @type {string} */ kind, /** @type {Group[]} */ groups) {
  const found = groups.filter((one) => one.id !== null && one.totals.enterprises > 0);
  const sum = (/** @type {Group[]} */ list) => list.reduce((all, one) => all + one.totals.enterprises, 0);
  const first = found.slice(0, 3);
  return found.length
    ? [
        `${format.count(found.length)} ${kind}; the largest: ${counts(first)}, ` +
          `${format.share(sum(first) / sum(groups))}.`,
      ]
    : [];
}

function performance(/** @type {Report} */ { performance: { categories, indicators } }) {
  const rated = indicators.filter((one) => one.rate !== null).toSorted((a, b) => Number(a.rate) - Number(b.rate));
  const lacking = indicators.filter((one) => one.missing).toSorted((a, b) => Number(b.missing) - Number(a.missing));
  return [
    ...(rated.length
      ? [
          'Mean out of 100: ' + categories.map((one) => `${one.name} ${points(one.mean)}`).join(', ') + '.',
          'Lowest scoring rates: ' +
            rated
              .slice(0, 5)
              .map((one) => `${one.id} ${one.name} (${format.share(one.rate)})`)
              .join(', ') +
            '.',
        ]
      : []),
    lacking.length
      ? 'Most often without data: ' +
        lacking
          .slice(0, 5)
          .map((one) => `${one.id} ${one.name} (${named(Number(one.missing))})`)
          .join(', ') +
        '. An indicator without data scores 0.'
      : `No indicator lacks data of ${FEW} ranked enterprises or more.`,
  ];
}

function movements(/** @type {Report} */ { year, before, movements: of }, /** @type {Book} */ rules) {
  if (!before) {
    return [`No results of ${year - 1} are published to compare with.`];
  }
  const moved = (/** @type {number} */ way) =>
    of.stageMoves
      .filter(({ from, to }) => Math.sign(rules.stagePlace(to) - rules.stagePlace(from)) === way)
      .reduce((all, one) => all + one.enterprises, 0);
  const [up, down, first] = [moved(1), moved(-1), of.risers[0]];
  return [
    `Compared with the results of ${before.year}: ${format.count(of.entered)} newly ranked, ` +
      `${format.count(of.left)} no ` +
      `longer. Of those ranked in both years ${format.count(of.rose)} rose, ${format.count(of.fell)} fell and ` +
      `${format.count(of.same)} stayed.`,
    up + down === 0
      ? 'No enterprise ranked in both years changed its stage.'
      : `${named(up + down)} changed stage: ${format.count(up)} to a higher one, ${format.count(down)} to a lower one.`,
    ...(first
      ? [
          `Largest rise: ${first.name ?? first.uscc}, from ${format.points(first.totalBefore)} to ` +
            `${points(first.total)}, rank ${format.count(first.rankBefore)} to ${format.count(first.rank)}.`,
        ]
      : []),
  ];
}

function completeness(/** @type {Report} */ { year, completeness: { known, datasets, departments } }) {
  const lacking = datasets.filter((one) => !one.delivered);
  const least = departments
    .filter((one) => one.known !== null)
    .toSorted((a, b) => Number(a.known) - Number(b.known))
    .at(0);
  return [
    `${format.count(datasets.length - lacking.length)} of ${format.count(datasets.length)} datasets of ` +
      `${year} delivered` +
      (lacking.length
        ? '; not delivered: ' + lacking.map((one) => `${one.name} (${one.departmentName})`).join(', ') + '.'
        : '.'),
    ...(known === null
      ? []
      : [
          `${format.share(known)} of the indicators’ values of ranked enterprises are known` +
            (least ? `; fewest where they depend on ${least.name}, ${format.share(least.known)}.` : '.'),
        ]),
  ];
}

function rewards(/** @type {Report} */ { year, rewards: { enterprises, kinds } }) {
  if (kinds.length === 0) {
    return ['No reward is due for the year.'];
  }
  const told = kinds.reduce((all, one) => all + (one.amount ?? 0), 0);
  const some = kinds.some((one) => one.amount === null);
  return [
    enterprises === null
      ? `Fewer than ${FEW} enterprises are due rewards for ${year}: neither number nor amount is published.`
      : `${named(enterprises)} due rewards for ${year}, ${some ? 'those published ' : ''}CNY ${format.points(told)} ` +
        'in all. Amounts are estimates; the announcement and the payment prevail.',
    ...(some
      ? [
          `Rewards of fewer than ${FEW} enterprises, or of which one has four fifths, are not published, ` +
            `nor what they ` +
            'could be worked out from.',
        ]
      : []),
  ];
}

function index(/** @type {Report} */ { index: { findings } }, /** @type {Book} */ rules) {
  return findings.length
    ? findings.map((one) => Object.values(inEnglish(one, rules)).join(' '))
    : ['The audit found nothing to say of the index.'];
}

function zone(/** @type {Report} */ { year, zone: of }, /** @type {Book} */ rules) {
  const told = (of?.totals ?? []).filter(({ value }) => value !== null);
  return [
    `All enterprises of the roster together, ${year}: ` +
      told
        .map(
          (one) =>
            `${rules.aggregate(one.id)} ${format.value(one.value)} ${unitName(one.unit)}` +
            (one.change === null ? '' : ` (${format.change(one.change)}% on the year before)`),
        )
        .join('; ') +
      '.',
    `Enterprises without data are left out. A figure of fewer than ${FEW} enterprises, or of which one has over four ` +
      'fifths, is not published, nor what it could be worked out from.',
  ];
}

function notes(/** @type {Report} */ { generation, computedAt, before, rulebook }, /** @type {Book} */ { rules }) {
  const cite = rules.coverage?.cite;
  return [
    `Rulebook ${rulebook.id}, SHA-256 ${rulebook.digest}.`,
    `Data version ${generation}, computed ${format.minute(computedAt)} (Beijing time).`,
    ...(before ? [`The year before: the published results of ${before.year}, data version ${before.generation}.`] : []),
    `Ranked and published is who has at least ${rules.coverage?.atLeast} of the weighted points known` +
      `${cite ? ' (' + citation(cite) + ')' : ''}. Means, quartiles and scoring rates are those of ranked ` +
      `enterprises, ` +
      'two decimals, half to even.',
    'Quartiles and median: the values at 25 %, 50 % and 75 % of the totals in order, interpolated linearly.',
    'Scoring rate: mean points as a share of full points. Known values: indicators with data as a share of all.',
    'Stages, divisions (GB/T 4754-2017) and clusters are those of the roster and the data of the year.',
    `Only enterprises ranked in both years are named, with nothing that their public score does not say. ` +
      `Those without a ` +
      `public score are one figure, not given under ${FEW}.`,
  ];
}
