// @ts-check
// What a list says of the years before: how a rank has changed, and the totals as a line. A call a year, none a row.

import { lines } from '../api/api.js';
import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';
import { sparkline } from '../charts/sparkline.js';

const { t } = ownWords({
  'before.moved': ['升降', 'Moved'],
  'before.up': ['上升', 'up'],
  'before.down': ['下降', 'down'],
  'before.same': ['不变', 'unchanged'],
  'before.new': ['新', 'New'],
  'before.line': ['历年', 'Years'],
  'before.ofYear': ['{year} 年 {total} 分', '{year}: {total}'],
});

/** So many years make a line. */
const YEARS = 3;

/** @typedef {Pick<Schema<'RankingEntry'>, 'uscc' | 'rank' | 'total' | 'stage'>} Entry */
/** @typedef {{ year: number, entries: Map<string, Entry> }} Past */

/**
 * The rankings of the published years before, the newest first; none where they cannot be read: the list stands alone.
 *
 * @param {Schema<'Year'>[]} years published
 * @param {number} year
 * @param {AbortSignal} signal
 * @returns {Promise<Past[]>}
 */
export async function yearsBefore(years, year, signal) {
  const past = years.filter((one) => one.year < year && one.year > year - YEARS);
  try {
    return await Promise.all(
      past.map(async (one) => {
        const asked = { year: one.year, fields: 'rank,stage,total', format: /** @type {const} */ ('ndjson') };
        const items = await lines('/years/{year}/rankings', asked, signal);
        return { year: one.year, entries: new Map(items.map((item) => [item.uscc, item])) };
      }),
    );
  } catch {
    return [];
  }
}

/**
 * Columns of the change of rank and of the line; none where no year before is published.
 *
 * @param {Past[]} past
 * @param {number} year
 * @returns {import('../table/table.js').Column<Entry>[]}
 */
export function beforeColumns(past, year) {
  const last = past.find((one) => one.year === year - 1);
  return [
    ...(last
      ? [
          {
            id: 'moved',
            title: t('before.moved'),
            number: true,
            class: 'detail moved',
            value: (/** @type {Entry} */ row) => moved(row, last.entries.get(row.uscc)),
            cell: (/** @type {Entry} */ row) => change(row, last.entries.get(row.uscc)),
          },
        ]
      : []),
    ...(past.length
      ? [
          {
            id: 'line',
            title: t('before.line'),
            sortable: false,
            class: 'detail off-paper',
            value: (/** @type {Entry} */ row) => said(totals(row, past, year)),
            cell: (/** @type {Entry} */ row) => drawn(totals(row, past, year)),
          },
        ]
      : []),
  ];
}

/** Places gained since the year before; null where there is nothing to compare. */
function moved(/** @type {Entry} */ { rank, stage }, /** @type {Entry | undefined} */ before) {
  if (rank?.overall && before?.rank?.overall) {
    return before.rank.overall - rank.overall;
  }
  // Where there are no ranks among all, the place counts within the same stage.
  return rank && before?.rank && rank.overall === null && before.stage === stage
    ? before.rank.stage - rank.stage
    : null;
}

function change(/** @type {Entry} */ row, /** @type {Entry | undefined} */ before) {
  const by = moved(row, before);
  if (!before) {
    return element('span.badge', {}, t('before.new'));
  }
  if (by === null) {
    return format.count(null);
  }
  const [word, sign, kind] =
    by > 0 ? [t('before.up'), '▲', 'up'] : by < 0 ? [t('before.down'), '▼', 'down'] : [t('before.same'), '', 'same'];
  return element(
    'span',
    { class: kind },
    element('span.unseen', {}, word),
    element('span', { 'aria-hidden': 'true' }, sign),
    by === 0 ? element('span', { 'aria-hidden': 'true' }, '–') : format.count(Math.abs(by)),
  );
}

/** @typedef {[year: number, total: number | null][]} Totals in order */

/** @returns {Totals} */
function totals(/** @type {Entry} */ { uscc, total }, /** @type {Past[]} */ past, /** @type {number} */ year) {
  const before = past.map(
    (one) => /** @type {[number, number | null]} */ ([one.year, one.entries.get(uscc)?.total ?? null]),
  );
  return [...before.reverse(), [year, total]];
}

function said(/** @type {Totals} */ of) {
  return list(of.filter(([, total]) => total !== null).map(([year, total]) => inYear(year, total)));
}

const inYear = (/** @type {number} */ year, /** @type {number | null} */ total) =>
  t('before.ofYear', { year, total: format.points(total) });

/** A line needs two years. */
function drawn(/** @type {Totals} */ of) {
  const known = of.filter(([, total]) => total !== null);
  return known.length > 1
    ? sparkline(
        of.map(([, total]) => total),
        said(of),
      )
    : format.count(null);
}
