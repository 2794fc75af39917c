// @ts-check
// What a trial says: how many ranks move, which cases do not hold, and every enterprise where it would stand.

import { element, link } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { table } from '../table/table.js';

const { t } = ownWords({
  'studio.moved': [
    '名次有变的 {enterprises, number} 家；平均变动 {mean} 位，最多 {most, number} 位。',
    '{enterprises, plural, one {# enterprise changes} other {# enterprises change}} rank: by {mean} places on ' +
      'average, {most, number} at most.',
  ],
  'studio.unmoved': ['名次都不变。', 'No rank changes.'],
  'studio.cases': ['所附 {cases, number} 个案例全部相符。', 'Attached cases, all as expected: {cases, number}.'],
  'studio.failing': [
    '以下案例不再成立，提交前须一并修订：',
    'These cases do not hold any more and have to be revised before the draft is taken:',
  ],
  'studio.ranks': ['全部企业的名次', 'All ranks'],
  'studio.shift': ['升降', 'Shift'],
  'studio.up': ['升 {places, number} 位', 'up {places, number}'],
  'studio.down': ['降 {places, number} 位', 'down {places, number}'],
  'studio.before': ['公布总分', 'Published total'],
  'studio.after': ['试算总分', 'Tried total'],
  'studio.movedOnly': ['有升降', 'Moves'],
  'studio.same': ['不变', 'Stays'],
});

/** @typedef {Answer<'/years/{year}/trials', 'post'>} Tried */
/** @typedef {Tried['items'][number]} Row */

/**
 * The trial in words and as a table.
 *
 * @param {Tried} tried
 * @param {import('../api/names.js').Book} book
 */
export function ranks(tried, book) {
  const { moved, cases, failing } = tried;
  return [
    element(
      'p',
      { id: 'moved', role: 'status' },
      moved.enterprises ? t('studio.moved', { ...moved, mean: format.points(moved.mean) }) : t('studio.unmoved'),
      cases && !failing.length ? ' ' + t('studio.cases', { cases }) : '',
    ),
    failing.length
      ? element(
          'div.notice.warn',
          {},
          element('p', {}, t('studio.failing')),
          element(
            'ul.sources',
            {},
            failing.map((one) => element('li.own-words', {}, one)),
          ),
        )
      : '',
    table({ caption: t('studio.ranks'), id: 'ranks', columns: columns(tried.year, book), rows: tried.items }),
  ];
}

/** @returns {import('../table/table.js').Column<Row>[]} */
function columns(/** @type {number} */ year, /** @type {import('../api/names.js').Book} */ book) {
  return [
    {
      id: 'rank',
      title: t('common.rank'),
      number: true,
      value: (row) => place(row.after),
      cell: (row) => format.count(place(row.after)),
    },
    {
      id: 'shift',
      title: t('studio.shift'),
      class: 'short',
      value: (row) => shift(row),
      cell: (row) => arrow(shift(row)),
    },
    {
      id: 'enterprise',
      title: t('common.enterprise'),
      head: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) => link('/portrait?year=' + year + '&uscc=' + row.uscc, row.name ?? row.uscc),
    },
    {
      id: 'stage',
      title: t('common.stage'),
      class: 'short',
      filter: true,
      value: (row) => (row.after.stage ? book.stage(row.after.stage) : NOTHING),
    },
    {
      id: 'before',
      title: t('studio.before'),
      number: true,
      value: (row) => row.before.total,
      cell: (row) => format.points(row.before.total),
    },
    {
      id: 'after',
      title: t('studio.after'),
      number: true,
      value: (row) => row.after.total,
      cell: (row) => format.points(row.after.total),
    },
    {
      id: 'moves',
      title: t('studio.movedOnly'),
      class: 'short',
      filter: true,
      hidden: true,
      value: (row) => (shift(row) ? t('studio.movedOnly') : t('studio.same')),
    },
  ];
}

/** Overall or, where ranks are within stages alone, there. */
function place(/** @type {Row['after']} */ { rank, inStage }) {
  return rank ?? inStage;
}

/** Places that it rises; null where it has no rank before or after. */
function shift(/** @type {Row} */ { before, after }) {
  const [from, to] = [place(before), place(after)];
  return from === null || to === null ? null : from - to;
}

function arrow(/** @type {number | null} */ places) {
  if (!places) {
    return places === 0 ? '=' : NOTHING;
  }
  return places > 0
    ? element('span.badge.good', { title: t('studio.up', { places }) }, '▲ ' + format.count(places))
    : element('span.badge.bad', { title: t('studio.down', { places: -places }) }, '▼ ' + format.count(-places));
}
