// @ts-check
// The published ranking: filters, search, pages, files.

import { address, get } from '../api/api.js';
import { button, element, link } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { page, publication } from '../page/page.js';
import { table } from '../table/table.js';

const { t } = ownWords({
  'ranking.allStages': ['全部阶段', 'All stages'],
  'ranking.allClusters': ['全部产业', 'All clusters'],
  'ranking.otherWords': ['请换一个词，或清除筛选条件。', 'Try another word, or clear the filters.'],
  'ranking.ofYear': ['{year} 年度企业创新积分排名', 'Innovation points ranking {year}'],
  'ranking.title': ['企业创新积分排名', 'Innovation points ranking'],
  'ranking.filters': ['筛选与检索', 'Filter and search'],
  'ranking.allIndustries': ['全部行业', 'All divisions'],
  'ranking.clear': ['清除', 'Clear'],
  'ranking.nothingFound': [
    '没有名称或代码包含“{q}”的已公布企业。',
    'No published enterprise has “{q}” in its name or code.',
  ],
  'ranking.all': ['全部企业', 'All enterprises'],
  'ranking.searched': ['检索“{q}”', 'Search for “{q}”'],
  'ranking.downloadPage': [
    '下载本页 {count, number} 条（CSV）',
    'Download this page, {count, plural, one {# row} other {# rows}} (CSV)',
  ],
  'ranking.downloadAll': [
    '下载全部 {count, number} 条（{kind}）',
    'Download all {count, plural, one {# row} other {# rows}} ({kind})',
  ],
  'ranking.downloadWhole': ['下载全部（{kind}）', 'Download all ({kind})'],
  'ranking.window': ['第 {first, number}–{last, number} 条', '{first, number}–{last, number}'],
});

const SIZE = 50;
const FILTERS = ['stage', 'industry', 'cluster'];

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Answer<'/years/{year}/rankings', 'get'>} Found */
/** @typedef {{ stage: string, industry: string, cluster: string, q: string, cursor: string }} Wanted */

page({ title: t('page.enterpriseRanking'), year: true }, async (view) => {
  const { year, query, signal } = view;
  const asked = [...FILTERS, 'q', 'cursor'].map((name) => [name, query.get(name) ?? '']);
  const wanted = /** @type {Wanted} */ (Object.fromEntries(asked));
  const [found, overview, rules] = await Promise.all([
    list(wanted, year.year, signal),
    get('/years/{year}/overview', { year: year.year }, signal),
    rulebook(year.rulebook),
  ]);
  view.title(t('ranking.ofYear', { year: year.year }));
  view.lead(publication(year));
  view.body.replaceChildren(filters(view, wanted, overview, rules), results(view, wanted, found, rules));
});

/**
 * @param {Wanted} wanted
 * @param {number} year
 * @param {AbortSignal} signal
 * @returns {Promise<Found>}
 */
function list({ stage, industry: division, cluster, q, cursor }, year, signal) {
  return q
    ? get('/enterprises', { q, year, limit: SIZE, cursor }, signal)
    : get('/years/{year}/rankings', { year, stage, industry: division, cluster, limit: SIZE, cursor }, signal);
}

/**
 * @param {View} view
 * @param {Wanted} wanted
 * @param {Schema<'Overview'>} overview
 * @param {Book} rules
 */
function filters(view, wanted, overview, rules) {
  const groups = (/** @type {'industries' | 'clusters'} */ name) =>
    overview[name].flatMap(({ id, now }) => (id && now ? [id] : []));
  const search = element('input', {
    name: 'q',
    id: 'q',
    type: 'search',
    maxlength: 100,
    value: wanted.q,
    autocomplete: 'off',
    placeholder: t('common.nameOrCode'),
  });
  const selects = [
    select(
      'stage',
      t('common.stage'),
      t('ranking.allStages'),
      rules.rules.stages.map(({ id, name }) => [id, name]),
      wanted,
    ),
    select(
      'industry',
      t('common.industry'),
      t('ranking.allIndustries'),
      groups('industries').map((id) => [id, rules.industry(id)]),
      wanted,
    ),
    select(
      'cluster',
      t('common.cluster'),
      t('ranking.allClusters'),
      groups('clusters').map((id) => [id, id]),
      wanted,
    ),
  ];
  const form = element(
    'form.filters.card',
    {
      role: 'search',
      'aria-label': t('ranking.filters'),
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        // A select that is disabled during a search keeps its filter for afterwards.
        view.show({
          ...Object.fromEntries(FILTERS.map((name) => [name, selected(form, name)])),
          q: search.value.trim(),
          cursor: '',
          from: '',
        });
      },
    },
    element('label.field', {}, element('span', {}, t('common.enterprise')), search),
    selects,
    element(
      'div.actions',
      {},
      element('button', { type: 'submit' }, t('common.search')),
      button(
        t('ranking.clear'),
        () => view.show({ stage: '', industry: '', cluster: '', q: '', cursor: '', from: '' }),
        {
          class: 'quiet',
        },
      ),
    ),
  );
  selects.forEach((label) => label.addEventListener('change', () => form.requestSubmit()));
  return form;
}

function selected(/** @type {HTMLElement} */ form, /** @type {string} */ name) {
  return /** @type {HTMLSelectElement} */ (form.querySelector('#' + name)).value;
}

/**
 * @param {'stage' | 'industry' | 'cluster'} name
 * @param {string} title
 * @param {string} everything
 * @param {[id: string, text: string][]} choices
 * @param {Wanted} wanted
 */
function select(name, title, everything, choices, wanted) {
  const value = wanted[name];
  const known = !value || choices.some(([id]) => id === value) ? choices : [...choices, [value, value]];
  return element(
    'label.field',
    {},
    element('span', {}, title),
    element(
      'select',
      // A search runs over all enterprises of the year.
      { name, id: name, disabled: wanted.q !== '' },
      [['', everything], ...known].map(([id, text]) => element('option', { value: id, selected: id === value }, text)),
    ),
  );
}

/**
 * @param {View} view
 * @param {Wanted} wanted
 * @param {Found} found
 * @param {Book} rules
 */
function results(view, wanted, found, rules) {
  const { year } = view;
  if (found.items.length === 0) {
    return empty(wanted.q ? t('ranking.nothingFound', { q: wanted.q }) : t('common.noMatch'), t('ranking.otherWords'));
  }
  /** @type {import('../table/table.js').Column<Schema<'RankingEntry'>>[]} */
  const columns = [
    {
      id: 'overall',
      title: t('common.overall'),
      number: true,
      class: 'rank',
      value: (row) => row.rank?.overall,
      cell: (row) => format.count(row.rank?.overall),
    },
    {
      id: 'enterprise',
      title: t('common.enterprise'),
      head: true,
      class: 'enterprise',
      value: (row) => row.name,
      cell: (row) => enterprise(row, year.year),
    },
    { id: 'stage', title: t('common.stage'), class: 'detail short', value: (row) => rules.stage(row.stage) },
    {
      id: 'inStage',
      title: t('common.inStage'),
      number: true,
      class: 'detail',
      value: (row) => row.rank?.stage,
      cell: (row) => format.count(row.rank?.stage),
    },
    {
      id: 'industry',
      title: t('common.industry'),
      class: 'detail',
      value: (row) => (row.industry ? rules.industry(row.industry) : NOTHING),
    },
    { id: 'cluster', title: t('common.cluster'), class: 'detail', value: (row) => row.cluster ?? NOTHING },
    {
      id: 'total',
      title: t('common.total'),
      unit: t('common.pointsUnit'),
      number: true,
      class: 'total',
      value: (row) => row.total,
      cell: (row) => format.points(row.total),
    },
  ];
  return element(
    'section',
    { 'aria-live': 'polite' },
    element(
      'div.above',
      {},
      element('h2', { id: 'summary' }, summary(wanted, found, rules)),
      downloads(wanted, found, year),
    ),
    table({ caption: t('ranking.title'), id: 'ranking', columns, rows: found.items, stacked: true, tools: false }),
    pages(view, wanted, found),
  );
}

function enterprise(/** @type {Schema<'RankingEntry'>} */ row, /** @type {number} */ year) {
  return [link('/enterprises/' + row.uscc + '?year=' + year, row.name ?? row.uscc), element('span.code', {}, row.uscc)];
}

function summary(/** @type {Wanted} */ wanted, /** @type {Found} */ found, /** @type {Book} */ rules) {
  const parts = wanted.q
    ? [t('ranking.searched', { q: wanted.q })]
    : [
        wanted.stage && rules.stage(wanted.stage),
        wanted.industry && rules.industry(wanted.industry),
        wanted.cluster,
      ].filter(Boolean);
  const count = found.count === undefined ? [] : [t('common.enterprises', { count: found.count })];
  return [...(parts.length ? parts : [t('ranking.all')]), ...count].join(' · ');
}

function downloads(/** @type {Wanted} */ wanted, /** @type {Found} */ found, /** @type {Schema<'Year'>} */ year) {
  if (wanted.q) {
    return null;
  }
  const { stage, industry: division, cluster, cursor } = wanted;
  const filter = { stage, industry: division, cluster };
  const file = (/** @type {string} */ text, /** @type {object} */ parameters) =>
    element('a', { href: address('/years/{year}/rankings', { year: year.year, ...parameters }), download: true }, text);
  const { count } = found;
  const whole = (/** @type {string} */ kind) =>
    file(count === undefined ? t('ranking.downloadWhole', { kind }) : t('ranking.downloadAll', { count, kind }), {
      ...filter,
      format: kind.toLowerCase(),
    });
  return element(
    'p.downloads',
    {},
    file(t('ranking.downloadPage', { count: found.items.length }), {
      ...filter,
      limit: SIZE,
      cursor,
      format: 'csv',
    }),
    whole('CSV'),
    whole('XLSX'),
  );
}

function pages(/** @type {View} */ view, /** @type {Wanted} */ wanted, /** @type {Found} */ found) {
  if (!wanted.cursor && !found.nextCursor) {
    return null;
  }
  const from = Number(view.query.get('from')) || 0;
  const last = from + found.items.length;
  const go = (/** @type {import('../base/query.js').Changes} */ changes) => {
    view.show(changes);
    window.scrollTo(0, 0);
  };
  return element(
    'nav.pages',
    { 'aria-label': t('common.pages') },
    button(t('common.firstPage'), () => go({ cursor: '', from: '' }), { class: 'quiet', disabled: !wanted.cursor }),
    element('span', {}, t('ranking.window', { first: from + 1, last })),
    button(t('common.nextPage'), () => go({ cursor: found.nextCursor, from: last }), {
      class: 'quiet',
      disabled: !found.nextCursor,
    }),
  );
}
