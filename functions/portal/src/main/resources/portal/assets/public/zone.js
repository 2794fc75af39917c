// @ts-check
// The zone at a glance.

import { get } from '../api/api.js';
import { button, element, link } from '../base/dom.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { enterpriseColumn, stageColumn, totalColumn } from '../table/columns.js';
import { titleOf } from '../page/navigation.js';
import { page, publication } from '../page/page.js';

const { t } = ownWords({
  'zone.nameOrCode': ['名称或统一社会信用代码', 'Name or unified social credit code'],
  'zone.search': ['查询', 'Search'],
  'zone.ofYear': ['{year} 年度创新积分总览', 'Innovation points at a glance {year}'],
  'zone.report': ['{year} 年度监测分析报告', 'Analysis report {year}'],
  'zone.byYear': ['历年变化', 'Year by year'],
  'zone.newResults': ['刚刚公布了新的结果。', 'New results have just been published.'],
  'zone.showNew': ['显示新的结果', 'Show the new results'],
  'zone.onYearBefore': ['较上年 {change}', '{change} on the year before'],
  'zone.medianTotal': ['总分中位数', 'Median total'],
  'zone.find': ['查找企业', 'Find an enterprise'],
  'zone.viewAll': ['查看全部 {count, number} 家', 'View {count, plural, one {# enterprise} other {all # enterprises}}'],
  'zone.notPublished': ['未公布', 'Not published'],
  'zone.notPublishedWhy': ['不分原因；不足 3 家不列', 'for whatever reason; not shown under 3'],
});

const LOOK_AGAIN = 60_000;

page({ year: true }, async (view) => {
  const { year, signal } = view;
  const [overview, top, rules, ...overviews] = await Promise.all([
    get('/years/{year}/overview', { year: year.year }, signal),
    get('/years/{year}/rankings', { year: year.year, limit: 10 }, signal),
    rulebook(year.rulebook),
    ...view.years.map((one) => get('/years/{year}/overview', { year: one.year }, signal)),
  ]);
  const stages = rules.inOrder(overview.stages, ({ id }) => id);
  view.title(t('zone.ofYear', { year: year.year }));
  view.lead(publication(year));
  const grid = element('div.grid');
  view.body.replaceChildren(
    figures(year, overview),
    search(year),
    element(
      'p.links',
      {},
      link('/report?year=' + year.year, t('zone.report', { year: year.year })),
      link('/lists?year=' + year.year, titleOf('/lists')),
      link('/compare?year=' + year.year, titleOf('/compare')),
      link('/briefs', titleOf('/briefs')),
    ),
    grid,
  );
  suggest(view.body, year.year);
  // The figures are painted before lists and charts are asked for.
  const [{ table }, { bars, histogram, spread, trend }, { zoneFigures }] = await Promise.all([
    import('../table/data-table.js'),
    import('../charts/zone-charts.js'),
    import('./zone-figures.js'),
  ]);
  grid.append(
    leaders(top.items, year, rules, table),
    histogram(t('common.distribution'), overview.all, overview.before?.year),
    spread(t('common.byStage'), named(stages, rules.stage)),
    spread(
      t('common.byCluster'),
      named(overview.clusters, (id) => valueWord(id) ?? t('common.notGiven')),
    ),
    bars(
      t('common.byIndustry'),
      named(overview.industries, (id) => (id ? rules.industry(id) : t('common.notGiven'))),
    ),
    trend(t('zone.byYear'), view.years.map((one, index) => ({ ...one, all: overviews[index].all.now })).reverse()),
  );
  grid.after((await zoneFigures(year.year, rules, signal)) ?? '');
  lookAgain(view);
});

/** Names are suggested as soon as what does it is here; the search works without. */
async function suggest(/** @type {HTMLElement} */ body, /** @type {number} */ year) {
  const input = body.querySelector('#find');
  const { suggesting } = await import('../compare/suggestions.js').catch(() => ({ suggesting: null }));
  if (suggesting && input instanceof HTMLInputElement) {
    suggesting(input, year, ({ uscc }) => location.assign('/enterprises/' + uscc + '?year=' + year));
  }
}

/** Whoever leaves the page open is told when other results are published; nothing moves under the reader's eyes. */
async function lookAgain(/** @type {import('../page/page.js').View} */ { body, years, signal }) {
  const generations = (/** @type {Schema<'Year'>[]} */ list) => list.map(({ generation }) => generation).join();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    if (signal.aborted) {
      return;
    }
    try {
      if (!document.hidden && generations((await get('/years', {}, signal)).items) !== generations(years)) {
        body.prepend(
          element(
            'p.notice',
            { role: 'status', id: 'newer' },
            t('zone.newResults'),
            ' ',
            button(t('zone.showNew'), () => location.reload(), { class: 'plain' }),
          ),
        );
        return;
      }
    } catch {
      // The next look may reach the server again.
    }
  }
}

/**
 * @param {Schema<'Group'>[]} groups
 * @param {(id: string | null) => string} name
 */
function named(groups, name) {
  return groups.map((group) => ({ ...group, name: name(group.id) }));
}

function figures(/** @type {Schema<'Year'>} */ year, /** @type {Schema<'Overview'>} */ overview) {
  const { now, before } = overview.all;
  const change = (/** @type {'mean' | 'median'} */ name) => {
    const [later, earlier] = [now?.[name], before?.[name]];
    return later != null && earlier != null ? t('zone.onYearBefore', { change: format.change(later - earlier) }) : '';
  };
  const { counts } = year;
  return element(
    'dl.figures',
    {},
    counted(t('common.evaluated'), counts.enterprises),
    counted(t('common.ranked'), counts.ranked),
    figure(t('common.meanTotal'), format.points(now?.mean), t('common.pointsUnit'), change('mean')),
    figure(t('zone.medianTotal'), format.points(now?.median), t('common.pointsUnit'), change('median')),
    counted(t('zone.notPublished'), counts.notPublished, t('zone.notPublishedWhy')),
  );
}

function counted(/** @type {string} */ title, /** @type {number | null} */ count, note = '') {
  return figure(title, format.count(count), t('common.enterprisesUnit'), note);
}

/**
 * @param {string} title
 * @param {string} number
 * @param {string} unit
 * @param {string} note
 */
function figure(title, number, unit, note) {
  return element(
    'div',
    {},
    element('dt', {}, title),
    element('dd', {}, element('b', {}, number), ' ', element('small', {}, unit)),
    note ? element('dd.note', {}, note) : null,
  );
}

function search(/** @type {Schema<'Year'>} */ year) {
  const input = element('input', {
    name: 'q',
    id: 'find',
    type: 'search',
    maxlength: 100,
    required: true,
    placeholder: t('zone.nameOrCode'),
  });
  return element(
    'form.search',
    { action: '/ranking', role: 'search' },
    element('input', { type: 'hidden', name: 'year', value: year.year }),
    element('label.field.wide-field', {}, element('span', {}, t('zone.find')), element('span.combobox', {}, input)),
    element('button', { type: 'submit' }, t('zone.search')),
  );
}

/**
 * @param {Schema<'RankingEntry'>[]} items
 * @param {Schema<'Year'>} year
 * @param {import('../api/names.js').Book} rules
 * @param {typeof import('../table/data-table.js').table} table
 */
function leaders(items, year, rules, table) {
  /** @type {import('../table/table.js').Column<Schema<'RankingEntry'>>[]} */
  const columns = [
    { id: 'rank', title: t('common.rank'), number: true, value: (row) => row.rank?.overall },
    enterpriseColumn((uscc) => '/enterprises/' + uscc + '?year=' + year.year),
    stageColumn(rules),
    totalColumn(),
  ];
  return element(
    'section.card',
    {},
    element('h2', {}, t('common.topTen')),
    table({ caption: t('common.topTen'), columns, rows: items }),
    element('p', {}, link('/ranking?year=' + year.year, t('zone.viewAll', { count: year.counts.ranked }))),
  );
}
