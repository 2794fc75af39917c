// @ts-check
// The published ranking: all of it in one table, or what a search by name, pinyin or code finds.

import { address, get, lines } from '../api/api.js';
import { element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { titleOf } from '../page/navigation.js';
import { page, publication } from '../page/page.js';
import {
  clusterColumn,
  enterpriseColumn,
  industryColumn,
  placeColumns,
  stageColumn,
  totalColumn,
  usccColumn,
} from '../table/columns.js';
import { table } from '../table/table.js';
import { comparing, IN_ADDRESS } from '../compare/comparing.js';
import { suggesting } from '../compare/suggestions.js';
import { beforeColumns, yearsBefore } from '../compare/years-before.js';

const { t } = ownWords({
  'ranking.otherWords': ['请换一个词，或清除筛选条件。', 'Try another word, or clear the filters.'],
  'ranking.ofYear': ['{year} 年度企业创新积分排名', 'Innovation points ranking {year}'],
  'ranking.title': ['企业创新积分排名', 'Innovation points ranking'],
  'ranking.nothingFound': [
    '没有名称或代码包含“{q}”的已公布企业。',
    'No published enterprise has “{q}” in its name or code.',
  ],
  'ranking.all': ['全部企业', 'All enterprises'],
  'ranking.searched': ['检索“{q}”', 'Search for “{q}”'],
  'ranking.downloadAll': [
    '下载全部 {count, number} 条（{kind}）',
    'Download all {count, plural, one {# row} other {# rows}} ({kind})',
  ],
  'ranking.nearest': [
    '按接近程度列出前 {count, number} 家。',
    'The nearest {count, plural, one {# enterprise} other {# enterprises}} are listed.',
  ],
  'ranking.byPinyin': ['按拼音、简称或近似名称查找“{q}”', 'Search for “{q}” by pinyin, initials or a similar name'],
});

/** A search lists the nearest. */
const FOUND = 200;

/** @typedef {Schema<'RankingEntry'>} Entry */

page({ year: true }, async (view) => {
  const { year, query, signal } = view;
  const q = query.get('q') ?? '';
  const asked = { year: year.year };
  const [found, rules, past] = await Promise.all([
    q
      ? get('/enterprises', { ...asked, q, limit: FOUND }, signal)
      : { items: await lines('/years/{year}/rankings', asked, signal), nextCursor: undefined },
    rulebook(year.rulebook),
    yearsBefore(view.years, year.year, signal),
  ]);
  view.title(t('ranking.ofYear', { year: year.year }));
  view.lead(publication(year));
  const { items } = found;
  if (items.length === 0) {
    view.body.replaceChildren(
      q
        ? empty(t('ranking.nothingFound', { q }), t('ranking.otherWords'), whole(year.year))
        : empty(t('common.noMatch')),
    );
    return;
  }
  const compared = comparing(year.year, query.get(IN_ADDRESS));
  view.body.replaceChildren(
    element(
      'section',
      {},
      element(
        'div.above',
        {},
        element(
          'h2',
          { id: 'summary' },
          [q ? t('ranking.searched', { q }) : t('ranking.all'), t('common.enterprises', { count: items.length })].join(
            ' · ',
          ),
        ),
        q
          ? whole(year.year)
          : element(
              'div.downloads',
              {},
              link('/parks?year=' + year.year, titleOf('/parks')),
              files(items.length, year.year),
            ),
      ),
      found.nextCursor ? element('p.muted', {}, t('ranking.nearest', { count: FOUND })) : null,
      table({
        caption: t('ranking.title'),
        id: 'ranking',
        place: ({ uscc }) => 'enterprise-' + uscc,
        columns: [...columns(rules, year.year, past), compared.column],
        rows: items,
        stacked: true,
        suggest: (input) =>
          suggesting(input, year.year, ({ uscc }) => location.assign('/enterprises/' + uscc + '?year=' + year.year)),
        otherwise: (words) =>
          link('/ranking?year=' + year.year + '&q=' + encodeURIComponent(words), t('ranking.byPinyin', { q: words })),
      }),
      compared.tray,
    ),
  );
});

function whole(/** @type {number} */ year) {
  return link('/ranking?year=' + year, t('ranking.all'));
}

/** @returns {import('../table/table.js').Column<Entry>[]} */
function columns(
  /** @type {import('../api/names.js').Book} */ rules,
  /** @type {number} */ year,
  /** @type {import('../compare/years-before.js').Past[]} */ past,
) {
  return [
    {
      id: 'overall',
      title: t('common.overall'),
      number: true,
      class: 'rank',
      value: (row) => row.rank?.overall,
      cell: (row) => format.count(row.rank?.overall),
    },
    { ...enterpriseColumn((uscc) => '/enterprises/' + uscc + '?year=' + year), class: 'enterprise' },
    { ...usccColumn(), class: 'detail short uscc' },
    { ...stageColumn(rules), class: 'detail short' },
    {
      id: 'inStage',
      title: t('common.inStage'),
      number: true,
      class: 'detail',
      value: (row) => row.rank?.stage,
      cell: (row) => format.count(row.rank?.stage),
    },
    { ...industryColumn(rules), class: 'detail' },
    { ...clusterColumn(), class: 'detail short' },
    { ...placeColumns()[0], class: 'detail short' },
    { ...totalColumn(), class: 'total' },
    ...beforeColumns(past, year),
  ];
}

function files(/** @type {number} */ count, /** @type {number} */ year) {
  return element(
    'p.downloads',
    {},
    ['CSV', 'XLSX'].map((kind) =>
      element(
        'a',
        { href: address('/years/{year}/rankings', { year, format: kind.toLowerCase() }), download: true },
        t('ranking.downloadAll', { count, kind }),
      ),
    ),
  );
}
