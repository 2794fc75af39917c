// @ts-check
// The big screen: one page, live, readable from five metres.

import { get } from '../lib/api.js';
import { element } from '../lib/dom.js';
import { words } from '../lib/failure.js';
import { format } from '../lib/format.js';
import { list, t } from '../lib/i18n.js';
import { rulebook } from '../lib/names.js';
import { axis, filled } from '../charts/bins.js';
import { fonts } from '../charts/chart.js';

const REFRESH = 30_000;
/** Two looks missed: what is shown may no longer be so. */
const STALE = 75_000;
/** Where it hangs, no type is below 28 of 1080 pixels: on 75 inches 1/200 of five metres. Elsewhere it is a page. */
const hangs = matchMedia('(min-width: 80.01rem)');
const least = () => (hangs.matches ? 28 : 14);
const INK = '#eaf2fb';
const MUTED = '#9fb6cf';
const SERIES = ['#4fa3ff', '#ffb35c', '#4fd6b0', '#c79bff'];

/** @typedef {import('../lib/names.js').Book} Book */
/** @typedef {[year: Schema<'Year'>, overview: Schema<'Overview'>, top: Schema<'RankingEntry'>[], rules: Book]} Told */
/** @typedef {[name: string, value: number][]} Pairs */

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
document.body.classList.add('screen');
document.documentElement.classList.add('screen');
const clock = element('time');
const title = element('h1', {}, t('screen.title'));
const state = element('p.state');
/** Spoken when it changes, which the clock is not. */
const alarm = element('p.unseen', { role: 'status' });
const body = element('div.screen-body');
main.replaceChildren(
  element(
    'header.screen-head',
    {},
    element(
      'a',
      { href: '/', 'aria-label': t('screen.overview') },
      element('img', { src: document.body.dataset.icon, alt: '', width: 56, height: 56 }),
    ),
    title,
    element('div', {}, clock, state, alarm),
  ),
  body,
);

/** @type {Board | null} */
let board = null;
/** @type {string | null} */
let shown = null;
/** @type {number | null} when what is shown was last read */
let fresh = null;
let trouble = '';

function tick() {
  const now = Date.now();
  clock.textContent = format.moment(now);
  const stale = fresh === null ? Boolean(trouble) : now - fresh > STALE;
  state.classList.toggle('bad', stale || Boolean(trouble));
  body.classList.toggle('stale', stale && fresh !== null);
  const said =
    fresh === null
      ? trouble
      : stale
        ? t('screen.stale', { time: format.clock(fresh) })
        : trouble
          ? t('screen.retrying', { time: format.clock(fresh) })
          : t('screen.live', { time: format.clock(fresh) });
  if (state.textContent !== said) {
    state.textContent = said;
  }
  const spoken = stale ? said : '';
  if (alarm.textContent !== spoken) {
    alarm.textContent = spoken;
  }
}

async function refresh() {
  try {
    const years = (await get('/years', {})).items;
    if (years.length === 0) {
      body.replaceChildren(element('p.nothing', {}, t('page.noYear')));
      board = null;
    } else if (shown !== years[0].generation) {
      await show(years[0]);
      shown = years[0].generation;
    }
    fresh = Date.now();
    trouble = '';
  } catch (error) {
    trouble = words(error);
  }
  tick();
  main.setAttribute('aria-busy', 'false');
}

/** Everything is read before anything is shown; what stands keeps its place. */
async function show(/** @type {Schema<'Year'>} */ year) {
  const [overview, top, rules, echarts] = await Promise.all([
    get('/years/{year}/overview', { year: year.year }),
    get('/years/{year}/rankings', { year: year.year, limit: 10 }),
    rulebook(year.rulebook),
    import('../charts/echarts.js'),
  ]);
  title.textContent = t('screen.ofYear', { year: year.year });
  document.title = title.textContent;
  board ??= new Board(echarts);
  board.fill(year, overview, top.items, rules);
}

class Board {
  constructor(/** @type {typeof import('../charts/echarts.js')} */ echarts) {
    this.figures = element('dl.screen-figures');
    this.leaders = element('ol');
    this.panels = {
      spread: panel(t('screen.distribution'), 'spread', echarts),
      stages: panel(t('screen.byStage'), 'stages', echarts),
      clusters: panel(t('screen.byCluster'), 'clusters', echarts),
      industries: panel(t('screen.topIndustries'), 'industries', echarts),
    };
    body.replaceChildren(
      this.figures,
      element('section.panel.leaders', {}, element('h2', {}, t('common.topTen')), this.leaders),
      ...Object.values(this.panels).map(({ box }) => box),
    );
    /** @type {Told | null} */
    this.told = null;
    hangs.addEventListener('change', () => (this.told ? this.fill(...this.told) : null));
  }

  fill(/** @type {Told} */ ...told) {
    this.told = told;
    const [year, overview, top, rules] = told;
    const bins = overview.all.now?.histogram ?? [];
    const order = rules.rules.stages.map((stage) => stage.id).reverse();
    const stages = overview.stages.toSorted((a, b) => order.indexOf(a.id ?? '') - order.indexOf(b.id ?? ''));
    const divisions = pairs(overview.industries, 'enterprises', (id) => (id ? (rules.division(id) ?? id) : null));
    this.figures.replaceChildren(...figures(year, overview));
    this.leaders.replaceChildren(...top.map(leader));
    this.draw(
      'spread',
      histogram(bins),
      bins.map(({ from, to, enterprises }) => [from + '–' + to, enterprises]),
    );
    this.bars('stages', pairs(stages, 'enterprises', rules.stage));
    this.bars(
      'clusters',
      pairs(overview.clusters, 'median', (id) => id ?? t('common.notGiven')),
      format.points,
      1,
    );
    this.bars('industries', divisions.toSorted(([, a], [, b]) => b - a).slice(0, 5), format.count, 2);
  }

  /**
   * @param {keyof Board['panels']} name
   * @param {Pairs} bars
   * @param {(value: number) => string} shownAs
   * @param {number} colour
   */
  bars(name, bars, shownAs = format.count, colour = 3) {
    this.draw(name, barsOption(bars, shownAs, colour), bars);
  }

  /**
   * Charts move from the old values to the new ones; nothing is taken away in between.
   *
   * @param {keyof Board['panels']} name
   * @param {object} option
   * @param {Pairs} figures the table
   */
  draw(name, option, figures) {
    const { chart, canvas, table } = this.panels[name];
    chart.setOption({ ...BASE, ...option });
    canvas.setAttribute('aria-label', list(figures.map(([key, value]) => key + ' ' + format.value(value))));
    table.replaceChildren(
      ...figures.map(([key, value]) =>
        element('tr', {}, element('th', { scope: 'row' }, key), element('td', {}, format.value(value))),
      ),
    );
  }
}

/**
 * The groups that have a name and a figure.
 *
 * @param {Schema<'Group'>[]} groups
 * @param {'enterprises' | 'median'} figure
 * @param {(id: string | null) => string | null} name
 * @returns {Pairs}
 */
function pairs(groups, figure, name) {
  return groups.flatMap(({ id, now }) => {
    const [shown, value] = [name(id), now?.[figure]];
    return shown && value ? [[shown, value]] : [];
  });
}

function figures(/** @type {Schema<'Year'>} */ { counts }, /** @type {Schema<'Overview'>} */ overview) {
  const one = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ unit) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, element('b', {}, value), unit));
  const { now } = overview.all;
  return [
    one(t('common.evaluated'), format.count(counts.enterprises), t('common.enterprisesUnit')),
    one(t('common.ranked'), format.count(counts.ranked), t('common.enterprisesUnit')),
    one(t('common.meanTotal'), format.points(now?.mean), t('common.pointsUnit')),
    one(t('common.median'), format.points(now?.median), t('common.pointsUnit')),
  ];
}

function leader(/** @type {Schema<'RankingEntry'>} */ row) {
  return element(
    'li',
    {},
    element('span.place', {}, String(row.rank.overall)),
    element('span.name', {}, row.name ?? row.uscc),
    element('b', {}, format.points(row.total)),
  );
}

/**
 * A chart, and its table for who does not see it.
 *
 * @param {string} name
 * @param {string} area
 * @param {typeof import('../charts/echarts.js')} echarts
 */
function panel(name, area, echarts) {
  const canvas = element('div.screen-canvas', { role: 'img' });
  const table = element('tbody');
  const chart = echarts.init(canvas, null, { renderer: 'canvas' });
  // Boxes get their size from what is beside them, which comes later.
  new ResizeObserver(() => chart.resize()).observe(canvas);
  return {
    chart,
    canvas,
    table,
    box: element(
      'section.panel',
      { class: area },
      element('h2', {}, name),
      canvas,
      element('div.unseen', {}, element('table', {}, element('caption', {}, name), table)),
    ),
  };
}

const BASE = {
  textStyle: { fontFamily: fonts, color: INK },
  animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  animationDuration: 600,
};

function histogram(/** @type {Schema<'Bin'>[]} */ bins) {
  return {
    grid: { left: 10, right: 24, top: 44, bottom: 8, containLabel: true },
    xAxis: {
      ...axis(bins),
      axisLabel: { color: INK, fontSize: least() },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: MUTED } },
      splitLine: { show: false },
    },
    yAxis: { type: 'value', show: false },
    series: filled(bins, { fill: SERIES[0], ink: INK, fontSize: least() + 4 }),
  };
}

/**
 * @param {Pairs} given
 * @param {(value: number) => string} shownAs
 * @param {number} colour
 */
function barsOption(given, shownAs, colour) {
  const drawn = given.toReversed();
  return {
    grid: { left: 4, right: least() * (shownAs === format.points ? 3.4 : 2.1), top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      data: drawn.map(([name]) => name),
      axisLabel: { color: INK, fontSize: least(), width: hangs.matches ? 204 : 110, overflow: 'truncate' },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 36,
        itemStyle: { color: SERIES[colour], borderRadius: [0, 6, 6, 0] },
        data: drawn.map(([, value]) => value),
        label: {
          show: true,
          position: 'right',
          color: INK,
          fontSize: least(),
          fontWeight: 700,
          formatter: (/** @type {{ value: number }} */ { value }) => shownAs(value),
        },
      },
    ],
  };
}

tick();
setInterval(tick, 1000);
await refresh();
setInterval(refresh, REFRESH);
