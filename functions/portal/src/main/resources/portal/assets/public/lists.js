// @ts-check
// The lists that are announced, and, for the offices, the library of seeds.

import { address, download, lines } from '../api/api.js';
import { button, element } from '../base/dom.js';
import { beforeColumns, yearsBefore } from '../compare/years-before.js';
import { onEdge } from '../api/on-edge.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { chapter } from '../page/chapters.js';
import { officeFilter } from '../page/office-query.js';
import { page, publication } from '../page/page.js';
import { isAny } from '../session/session.js';
import {
  clusterColumn,
  enterpriseColumn,
  industryColumn,
  stageColumn,
  totalColumn,
  usccColumn,
} from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';

const { t } = ownWords({
  'lists.ofYear': ['{year} 年度公示名单', 'Announced lists {year}'],
  'lists.none': ['{year} 年度没有公示名单。', 'No lists are announced for {year}.'],
  'lists.forOffices': ['供各部门使用', 'For offices'],
  'lists.seeds': ['种子企业库', 'Seed enterprises'],
  'lists.totalBefore': ['上年总分', 'Total, year before'],
  'lists.band': ['边缘：名次范围', 'Near the end: band'],
  'lists.services': ['各企业可享受的服务', 'Services for each enterprise'],
  'lists.servicesNote': [
    '按企业所处阶段列出，供上门服务时使用。',
    'Listed by the stage of the enterprise, for visits.',
  ],
  'lists.paper': ['下载公示和名单（{kind}）', 'Announcement with the lists ({kind})'],
  'lists.certificate': ['证书', 'Certificate'],
  'lists.counted': [
    '{list} · {count, number} 家',
    '{list} · {count, plural, one {# enterprise} other {# enterprises}}',
  ],
});

page({ year: true }, async (view) => {
  const { year, signal } = view;
  const office = isAny('bureau', 'department');
  const asked = { year: year.year, ...officeFilter(view.query) };
  const [listed, seeds, rules, near, past] = await Promise.all([
    lines('/years/{year}/lists', { year: year.year }, signal),
    office ? lines('/years/{year}/seeds', asked, signal) : null,
    rulebook(year.rulebook),
    onEdge(year.year, signal),
    yearsBefore(view.years, year.year, signal),
  ]);
  // What only offices see is loaded for them alone.
  const [controls, opened, ending, clusters] = office
    ? await Promise.all([
        import('../page/office-filter.js').then(({ officeControls }) => officeControls(view)),
        import('../office/benefits.js').then(({ benefits }) => benefits(view, asked, rules)),
        import('../office/expiring.js').then(({ expiring }) => expiring(asked, signal)),
        import('../office/special-clusters.js').then(({ specialClusters }) => specialClusters(asked, rules, signal)),
      ])
    : [null, [], null, null];
  view.title(t('lists.ofYear', { year: year.year }));
  view.lead(publication(year));
  /** @type {Map<string, Schema<'Listed'>[]>} */
  const tiers = new Map();
  listed.forEach((row) => tiers.set(row.list, [...(tiers.get(row.list) ?? []), row]));
  view.body.replaceChildren(
    ...(listed.length === 0 ? [empty(t('lists.none', { year: year.year }))] : [files(year.year)]),
    ...[...tiers].map(([id, rows], index) =>
      tier(
        id,
        rules.tier(id),
        rules.inOrder(rows, ({ stage }) => stage),
        [
          ...columns(rules, year.year, near, [id]),
          ...movedSince(past, year.year),
          ...(isAny('bureau') ? [certificateColumn(year.year)] : []),
        ],
        index === 0,
      ),
    ),
    ...(seeds
      ? [
          element('h2.of-offices', {}, t('lists.forOffices')),
          ...(controls ? [controls] : []),
          seedbed(
            rules.inOrder(seeds, ({ stage }) => stage),
            [...columns(rules, year.year, near, ['seeds']), ...movedSince(past, year.year)],
            asked,
          ),
          served(asked),
          ...opened,
          ...(ending ? [ending] : []),
          ...(clusters ? [clusters] : []),
        ]
      : []),
  );
});

function files(/** @type {number} */ year) {
  const file = (/** @type {string} */ kind) =>
    element(
      'a',
      { href: address('/years/{year}/lists', { year, format: kind }), download: true },
      t('common.download', { kind: kind.toUpperCase() }),
    );
  const paper = (/** @type {string} */ href, /** @type {string} */ kind) =>
    element('a', { href, download: true }, t('lists.paper', { kind }));
  return element(
    'p.downloads',
    {},
    paper(address('/years/{year}/lists.docx', { year }), 'DOCX'),
    paper(address('/years/{year}/lists.pdf', { year }), 'PDF'),
    file('csv'),
    file('xlsx'),
  );
}

/** @typedef {{ year: number, park?: string, grid?: string, qualification?: string }} Narrowed a year's lists */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {import('../table/table.js').Column<Omit<Schema<'Seed'>, 'totalBefore'>>[]} Columns */

/**
 * @param {Book} rules
 * @param {number} year
 * @param {Map<string, import('../api/on-edge.js').Near[]>} near
 * @param {string[]} ends of lists
 * @returns {Columns}
 */
const columns = (rules, year, near, ends) => [
  stageColumn(rules),
  {
    id: 'inStage',
    title: t('common.inStage'),
    number: true,
    value: (row) => row.rank,
    cell: (row) => row.rank + ' / ' + row.rankOf,
  },
  enterpriseColumn((uscc) => '/enterprises/' + uscc + '?year=' + year),
  usccColumn(),
  { ...industryColumn(rules), filter: false },
  { ...clusterColumn(), filter: false },
  totalColumn(),
  ...(near.size ? [bandColumn(near, ends)] : []),
];

/**
 * The band of the rank of those near the end of the list.
 *
 * @param {Map<string, import('../api/on-edge.js').Near[]>} near
 * @param {string[]} ends
 * @returns {Columns[number]}
 */
function bandColumn(near, ends) {
  const band = (/** @type {string} */ uscc) => near.get(uscc)?.find(({ list }) => ends.includes(list));
  return {
    id: 'band',
    title: t('lists.band'),
    class: 'short',
    value: ({ uscc }) => band(uscc)?.high ?? null,
    cell: ({ uscc }) => {
      const one = band(uscc);
      return one ? element('span.badge.warn', {}, one.low + '–' + one.high) : NOTHING;
    },
  };
}

/**
 * How each has moved within its stage since the year before, and its totals as a line.
 *
 * @param {import('../compare/years-before.js').Past[]} past
 * @param {number} year
 * @returns {Columns}
 */
function movedSince(past, year) {
  const entry = (/** @type {Pick<Schema<'Seed'>, 'uscc' | 'stage' | 'total' | 'rank'>} */ row) => ({
    ...row,
    rank: { overall: null, stage: row.rank },
  });
  return beforeColumns(past, year).map(({ id, title, number, sortable, class: kind, value, cell }) => ({
    id,
    title,
    number,
    sortable,
    class: kind,
    value: (row) => value(entry(row)),
    cell: (row) => cell?.(entry(row)),
  }));
}

/**
 * @param {string} id
 * @param {string} list
 * @param {Schema<'Listed'>[]} rows
 * @param {Columns} columns
 * @param {boolean} opened
 */
function tier(id, list, rows, columns, opened) {
  return chapter(
    t('lists.counted', { list, count: rows.length }),
    table({ caption: list, columns, rows, stacked: true, place: ({ uscc }) => id + '-' + uscc }),
    { id: 'list-' + id, opened },
  );
}

/**
 * @param {Schema<'Seed'>[]} rows
 * @param {Columns} columns
 * @param {Narrowed} asked
 */
function seedbed(rows, columns, asked) {
  /** @type {import('../table/table.js').Column<Schema<'Seed'>>} */
  const before = {
    id: 'totalBefore',
    title: t('lists.totalBefore'),
    number: true,
    value: (row) => row.totalBefore,
    cell: (row) => format.points(row.totalBefore),
  };
  return chapter(t('lists.counted', { list: t('lists.seeds'), count: rows.length }), [
    element('div.downloads', {}, fileButtons('/years/{year}/seeds', asked, 'seeds', undefined, ['xlsx'])),
    rows.length
      ? table({
          caption: t('lists.seeds'),
          id: 'seeds',
          place: ({ uscc }) => 'seed-' + uscc,
          columns: [...columns, before],
          rows,
          stacked: true,
        })
      : empty(t('common.noMatch')),
  ]);
}

/**
 * The certificate of each, for the bureau.
 *
 * @param {number} year
 * @returns {Columns[number]}
 */
function certificateColumn(year) {
  return {
    id: 'certificate',
    title: t('lists.certificate'),
    value: () => null,
    cell: ({ uscc }) =>
      button('PDF', () => download('/years/{year}/enterprises/{uscc}/certificate.pdf', { year, uscc }, uscc + '.pdf'), {
        class: 'plain',
        'aria-label': t('lists.certificate') + ' ' + uscc,
      }),
  };
}

/** What the zone offers each enterprise at its stage. */
function served(/** @type {Narrowed} */ asked) {
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h2', {}, t('lists.services')),
      element('div.downloads', {}, fileButtons('/years/{year}/services', asked, 'services')),
    ),
    element('p', {}, t('lists.servicesNote')),
  );
}
