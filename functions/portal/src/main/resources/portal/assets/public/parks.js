// @ts-check
// A published year by park: how many, in which stages, median and best total; each leads to its ranking.

import { get } from '../api/api.js';
import { rulebook } from '../api/names.js';
import { element, link } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { page, publication } from '../page/page.js';
import { isAny } from '../session/session.js';
import { table } from '../table/table.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'parks.ofYear': ['{year} 年度分园区情况', 'By park, {year}'],
  'parks.note': [
    '只计参与排名的企业。不足 3 家的园区不显示；为防止推算，必要时另有园区同样处理。点击园区查看其排名。',
    'Ranked enterprises only. A park of fewer than 3 is not shown, nor another from which it could be worked out. ' +
      'A park leads to its ranking.',
  ],
  'parks.none': ['{year} 年度的公布结果没有按园区汇总。', 'The results of {year} were not summed up by park.'],
  'parks.unknown': ['名录未填', 'Not said'],
  'parks.count': ['企业数', 'Enterprises'],
  'parks.median': ['总分中位数', 'Median total'],
  'parks.medianBefore': ['上年中位数', 'Median, year before'],
  'parks.top': ['最高总分', 'Best total'],
  'parks.suppressed': ['不显示', 'not shown'],
  'parks.byGrid': ['按网格统计（各部门使用）', 'By grid (for offices)'],
});

/** @typedef {Schema<'ParkGroup'>} Park */
/** @typedef {import('../table/table.js').Column<Park>} Column */

page({ year: true }, async (view) => {
  const { year, signal } = view;
  const [{ parks }, rules] = await Promise.all([
    get('/years/{year}/overview', { year: year.year }, signal),
    rulebook(year.rulebook),
  ]);
  view.title(t('parks.ofYear', { year: year.year }));
  view.lead(publication(year));
  view.body.replaceChildren(
    element('p', {}, t('parks.note')),
    parks.length
      ? table({
          caption: t('parks.ofYear', { year: year.year }),
          id: 'parks',
          columns: columns(parks, rules, year.year),
          rows: parks,
          sort: null,
          stacked: true,
          place: ({ id }) => 'park-' + (id ?? ''),
        })
      : empty(t('parks.none', { year: year.year })),
    isAny('bureau', 'approver', 'department')
      ? element(
          'p',
          {},
          link('/tables?year=' + year.year + '&rows=grid&columns=stage&measure=enterprises', t('parks.byGrid')),
        )
      : '',
  );
});

/**
 * @param {Park[]} parks
 * @param {import('../api/names.js').Book} rules
 * @param {number} year
 * @returns {Column[]}
 */
function columns(parks, rules, year) {
  const ids = rules.inOrder([...new Set(parks.flatMap(({ stages }) => Object.keys(stages ?? {})))], (id) => id);
  return [
    {
      id: 'park',
      title: t('common.park'),
      head: true,
      value: nameOf,
      cell: (row) => (row.id ? link(ranking(row.id, year), element('span.own-words', {}, nameOf(row))) : nameOf(row)),
    },
    {
      id: 'count',
      title: t('parks.count'),
      number: true,
      value: (row) => row.now?.enterprises,
      cell: (row) =>
        row.now?.suppressed && row.now.enterprises === null
          ? t('parks.suppressed')
          : format.count(row.now?.enterprises),
    },
    ...ids.map(
      (id) =>
        /** @type {Column} */ ({
          id,
          title: rules.stage(id),
          number: true,
          value: (row) => row.stages?.[id] ?? (row.stages ? 0 : null),
          cell: (row) => (row.stages ? format.count(row.stages[id] ?? 0) : format.count(null)),
        }),
    ),
    points('median', t('parks.median'), (row) => row.now?.median),
    points('medianBefore', t('parks.medianBefore'), (row) => row.before?.median),
    points('top', t('parks.top'), (row) => row.top),
  ];
}

const nameOf = (/** @type {Park} */ { id }) => (id ? (valueWord(id) ?? id) : t('parks.unknown'));

/** The ranking of one park: what its table is filtered by stands in the address. */
function ranking(/** @type {string} */ park, /** @type {number} */ year) {
  return '/ranking?' + new URLSearchParams({ year: String(year), 'ranking.park': park });
}

/** @returns {Column} */
function points(
  /** @type {string} */ id,
  /** @type {string} */ title,
  /** @type {(row: Park) => number | null | undefined} */ value,
) {
  return { id, title, number: true, value, cell: (row) => format.points(value(row)) };
}
