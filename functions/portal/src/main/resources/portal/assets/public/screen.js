// @ts-check
// The big screen: live, readable from five metres, as large as the screen it hangs on; its scenes take turns.

import { get } from '../api/api.js';
import { button, element } from '../base/dom.js';
import { failure, words } from '../api/failure.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { axis, filled } from '../charts/bins.js';
import { fonts } from '../charts/chart.js';
import { unitName } from '../words/units.js';
import { percent } from './zone-figures.js';

const { t } = ownWords({
  'screen.title': ['企业创新积分数据大屏', 'Innovation points, big screen'],
  'screen.ofYear': ['{year} 年度企业创新积分', 'Innovation points {year}'],
  'screen.overview': ['回到总览', 'Back to the overview'],
  'screen.stale': ['数据停在 {time}，未能更新', 'Stale: data of {time}, update failed'],
  'screen.retrying': ['连接中断，正在重试 · {time} 更新', 'Connection lost, trying again · updated {time}'],
  'screen.live': ['实时 · {time} 更新', 'Live · updated {time}'],
  'screen.distribution': ['总分分布（家）', 'Totals (enterprises)'],
  'screen.byStage': ['各阶段企业（家）', 'By stage (enterprises)'],
  'screen.byCluster': ['产业总分中位数（分）', 'Median by cluster (points)'],
  'screen.bestOf': ['{stage}前五名', 'Top five, {stage}'],
  'screen.stages': ['各阶段', 'By stage'],
  'screen.clusters': ['各主导产业', 'By cluster'],
  'screen.before': ['上一屏', 'Scene before'],
  'screen.after': ['下一屏', 'Next scene'],
  'screen.pause': ['暂停轮播', 'Stop turning'],
  'screen.play': ['开始轮播', 'Turn by itself'],
  'screen.zone': ['全区指标', 'Figures of the zone'],
  'screen.thisYear': ['本年', 'This year'],
  'screen.onYearBefore': ['同比', 'On the year before'],
  'screen.topIndustries': ['行业前五（家）', 'Top five divisions (enterprises)'],
});

const REFRESH = 30_000;
/** Two looks missed: what is shown may no longer be so. */
const STALE = 75_000;
/** A scene can be read through in that time. */
const TURN = 20_000;
/** Where it hangs, no type is below 28 of 1080 pixels: on 75 inches 1/200 of five metres. Elsewhere it is a page. */
const hangs = matchMedia('(min-width: 80.01rem)');
/** How many pixels one of a screen of 1080 lines has here. */
const scale = () => (hangs.matches ? parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 : 1);
const least = () => (hangs.matches ? 28 * scale() : 14);
const INK = '#eaf2fb';
const MUTED = '#9fb6cf';
const SERIES = ['#4fa3ff', '#ffb35c', '#4fd6b0', '#c79bff'];

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Schema<'RankingEntry'>[]} Entries */
/** @typedef {Schema<'ZoneFigure'>[]} Figures */
/** @typedef {[Schema<'Year'>, Schema<'Overview'>, top: Entries, best: Entries[], rules: Book, zone: Figures]} Told */
/** @typedef {[name: string, value: number][]} Pairs */

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
document.body.classList.add('screen');
document.documentElement.classList.add('screen');
const clock = element('time');
const title = element('h1', {}, t('screen.title'));
const state = element('p.state');
/** Spoken when it changes, which the clock is not. */
const alarm = element('p.unseen', { role: 'status' });
const body = element('div.scenes', {}, element('p.loading', { role: 'status' }, t('page.loading')));
const turns = element('span.turns', { hidden: true });
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
    turns,
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
    if (!board) {
      body.replaceChildren(failure(error, refresh));
    }
  }
  tick();
  main.setAttribute('aria-busy', 'false');
}

/** Everything is read before anything is shown; what stands keeps its place. */
async function show(/** @type {Schema<'Year'>} */ year) {
  const rules = await rulebook(year.rulebook);
  const [overview, zone, top, echarts, ...best] = await Promise.all([
    get('/years/{year}/overview', { year: year.year }),
    get('/years/{year}/figures', { year: year.year }),
    get('/years/{year}/rankings', { year: year.year, limit: 10 }),
    import('../charts/echarts.js'),
    ...rules.rules.stages
      .toReversed()
      .map(({ id }) => get('/years/{year}/rankings', { year: year.year, stage: id, limit: 5 })),
  ]);
  title.textContent = t('screen.ofYear', { year: year.year });
  document.title = title.textContent;
  board ??= new Board(echarts);
  board.fill(
    year,
    overview,
    top.items,
    best.map(({ items }) => items),
    rules,
    zone.items,
  );
}

/** Scenes take turns; whoever stands before the screen can stop them and leaf through. */
class Turns {
  constructor(/** @type {HTMLElement[]} */ scenes) {
    this.scenes = scenes;
    this.shown = 0;
    /** Nothing moves by itself for who does not want it. */
    this.paused = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.place = element('span');
    this.pause = button('', () => this.stop(!this.paused), { id: 'pause' });
    turns.hidden = false;
    turns.replaceChildren(
      button('‹', () => this.turn(-1), { 'aria-label': t('screen.before'), id: 'before' }),
      this.place,
      button('›', () => this.turn(1), { 'aria-label': t('screen.after'), id: 'after' }),
      this.pause,
    );
    this.stop(this.paused);
    this.turn(0);
    setInterval(() => (this.paused ? null : this.turn(1)), TURN);
  }

  stop(/** @type {boolean} */ paused) {
    this.paused = paused;
    this.pause.textContent = paused ? '▶' : '❚❚';
    this.pause.setAttribute('aria-label', paused ? t('screen.play') : t('screen.pause'));
  }

  turn(/** @type {number} */ by) {
    const { length } = this.scenes;
    this.shown = (this.shown + by + length) % length;
    this.place.textContent = this.shown + 1 + ' / ' + length;
    this.scenes.forEach((scene, index) => scene.classList.toggle('waiting', index !== this.shown));
  }
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
    this.best = element('div.scene.best');
    this.groups = element('div.scene.groups');
    this.zone = element('div.scene.groups.zone');
    const overview = element(
      'div.scene.screen-body',
      {},
      this.figures,
      element('section.panel.leaders', {}, element('h2', {}, t('common.topTen')), this.leaders),
      Object.values(this.panels).map(({ box }) => box),
    );
    body.replaceChildren(overview, this.best, this.groups, this.zone);
    new Turns([overview, this.best, this.groups, this.zone]);
    /** @type {Told | null} */
    this.told = null;
    // Type on canvases is as large as the screen is.
    new ResizeObserver(() => (this.told ? this.fill(...this.told) : null)).observe(document.documentElement);
  }

  fill(/** @type {Told} */ ...told) {
    this.told = told;
    const [year, overview, top, best, rules, zone] = told;
    const bins = overview.all.now?.histogram ?? [];
    const stages = rules.inOrder(overview.stages, ({ id }) => id);
    const divisions = pairs(overview.industries, 'enterprises', (id) => (id ? (rules.division(id) ?? id) : null));
    this.figures.replaceChildren(...figures(year, overview));
    this.leaders.replaceChildren(...top.map((row) => leader(row, row.rank?.overall)));
    this.best.replaceChildren(
      ...rules.rules.stages.toReversed().map(({ id }, index) =>
        element(
          'section.panel.leaders',
          {},
          element('h2', {}, t('screen.bestOf', { stage: rules.stage(id) })),
          element(
            'ol',
            {},
            best[index].map((row) => leader(row, row.rank?.stage)),
          ),
        ),
      ),
    );
    this.groups.replaceChildren(
      groupTable(t('screen.stages'), stages, rules.stage),
      groupTable(t('screen.clusters'), overview.clusters, (id) => valueWord(id) ?? t('common.notGiven')),
    );
    // In two columns, so that no line is below the screen.
    const half = Math.ceil(zone.length / 2);
    this.zone.replaceChildren(zoneTable(zone.slice(0, half), rules), zoneTable(zone.slice(half), rules));
    this.draw(
      'spread',
      histogram(bins),
      bins.map(({ from, to, enterprises }) => [from + '–' + to, enterprises]),
    );
    this.bars('stages', pairs(stages, 'enterprises', rules.stage));
    this.bars(
      'clusters',
      pairs(overview.clusters, 'median', (id) => valueWord(id) ?? t('common.notGiven')),
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

/**
 * Groups with their enterprises and totals; what is too small to be shown is a dash.
 *
 * @param {string} title
 * @param {Schema<'Group'>[]} groups
 * @param {(id: string | null) => string | null} name
 */
function groupTable(title, groups, name) {
  return screenTable(
    title,
    [t('common.ranked'), t('common.meanTotal'), t('common.median')],
    groups.map(({ id, now }) => [
      name(id),
      [format.count(now?.enterprises), format.points(now?.mean), format.points(now?.median)],
    ]),
  );
}

/**
 * @param {string} title
 * @param {string[]} heads
 * @param {[name: string | null, values: string[]][]} rows
 */
function screenTable(title, heads, rows) {
  return element(
    'section.panel',
    {},
    element('h2', {}, title),
    element(
      'table.screen-table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('td'),
          heads.map((head) => element('th', { scope: 'col' }, head)),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map(([name, values]) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, name),
            values.map((value) => element('td', {}, value)),
          ),
        ),
      ),
    ),
  );
}

/** The figures of the zone with 同比; what may not be shown is a dash. */
function zoneTable(/** @type {Figures} */ figures, /** @type {Book} */ rules) {
  return screenTable(
    t('screen.zone'),
    [t('screen.thisYear'), t('screen.onYearBefore')],
    figures.map(({ id, unit, all }) => [
      rules.aggregate(id),
      [format.value(all.value) + ' ' + unitName(unit), percent(all.change)],
    ]),
  );
}

function leader(/** @type {Schema<'RankingEntry'>} */ row, /** @type {number | null | undefined} */ place) {
  return element(
    'li',
    {},
    element('span.place', {}, format.count(place)),
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
    grid: { left: 10, right: 24 * scale(), top: 44 * scale(), bottom: 8, containLabel: true },
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
      axisLabel: { color: INK, fontSize: least(), width: hangs.matches ? 204 * scale() : 110, overflow: 'truncate' },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 36 * scale(),
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
