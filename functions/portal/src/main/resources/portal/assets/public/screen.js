// The big screen: one page, live, readable from five metres.

import { get } from '../lib/api.js';
import { element } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { language, t } from '../lib/i18n.js';
import { industry } from '../lib/industries.js';
import { rulebook } from '../lib/names.js';
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

const locale = language === 'en' ? 'en-GB' : 'zh-CN';
const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Shanghai' });
const short = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Asia/Shanghai' });

const main = document.getElementById('main');
document.body.classList.add('screen');
document.documentElement.classList.add('screen');
const clock = element('time');
const title = element('h1', {}, t('企业创新积分数据大屏'));
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
      { href: '/', 'aria-label': t('回到总览') },
      element('img', { src: document.body.dataset.icon, alt: '', width: 56, height: 56 }),
    ),
    title,
    element('div', {}, clock, state, alarm),
  ),
  body,
);

let board = null;
let shown = null;
let fresh = null;
let trouble = '';

function tick() {
  const now = Date.now();
  clock.textContent = long.format(now);
  const stale = fresh === null ? Boolean(trouble) : now - fresh > STALE;
  state.classList.toggle('bad', stale || Boolean(trouble));
  body.classList.toggle('stale', stale && fresh !== null);
  const said =
    fresh === null
      ? trouble
      : stale
        ? t('数据停在 {time}，未能更新', { time: short.format(fresh) })
        : (trouble ? t('连接中断，正在重试') : t('实时')) + ' · ' + t('{time} 更新', { time: short.format(fresh) });
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
    const years = (await get('/years')).items;
    if (years.length === 0) {
      body.replaceChildren(element('p.nothing', {}, t('还没有已公布的年度。')));
      board = null;
    } else if (shown !== years[0].generation) {
      await show(years[0]);
      shown = years[0].generation;
    }
    fresh = Date.now();
    trouble = '';
  } catch (error) {
    trouble = error.message;
  }
  tick();
  main.setAttribute('aria-busy', 'false');
}

/** Everything is read before anything is shown; what stands keeps its place. */
async function show(year) {
  const path = '/years/' + year.year;
  const [overview, top, rules, echarts] = await Promise.all([
    get(path + '/overview'),
    get(path + '/rankings', { limit: 10 }),
    rulebook(year.rulebook),
    import('../charts/echarts.js'),
  ]);
  title.textContent = t('{year} 年度企业创新积分', { year: year.year });
  document.title = title.textContent;
  board ??= new Board(echarts);
  board.fill(year, overview, top.items, rules);
}

class Board {
  constructor(echarts) {
    this.figures = element('dl.screen-figures');
    this.leaders = element('ol');
    this.panels = {
      spread: panel(t('总分分布（家）'), 'spread'),
      stages: panel(t('各阶段企业（家）'), 'stages'),
      clusters: panel(t('产业总分中位数（分）'), 'clusters'),
      industries: panel(t('行业前五（家）'), 'industries'),
    };
    body.replaceChildren(
      this.figures,
      element('section.panel.leaders', {}, element('h2', {}, t('前十名')), this.leaders),
      ...Object.values(this.panels).map(({ box }) => box),
    );
    const animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const one of Object.values(this.panels)) {
      one.chart = echarts.init(one.canvas, null, { renderer: 'canvas' });
      // Boxes get their size from what is beside them, which comes later.
      new ResizeObserver(() => one.chart.resize()).observe(one.canvas);
      one.base = { textStyle: { fontFamily: fonts, color: INK }, animation, animationDuration: 600 };
    }
    hangs.addEventListener('change', () => this.fill(...this.told));
  }

  fill(...told) {
    this.told = told;
    const [year, overview, top, rules] = told;
    const order = rules.rules.stages.map((stage) => stage.id).reverse();
    const stages = overview.stages
      .filter((one) => one.now?.enterprises)
      .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    this.figures.replaceChildren(...figures(year, overview));
    this.leaders.replaceChildren(...top.map(leader));
    this.draw(
      'spread',
      histogram(overview.all.now?.histogram ?? []),
      (overview.all.now?.histogram ?? []).map(({ from, to, enterprises }) => [from + '–' + to, enterprises]),
    );
    this.bars(
      'stages',
      stages.map((one) => [rules.stage(one.id), one.now.enterprises]),
    );
    this.bars(
      'clusters',
      overview.clusters.filter((one) => one.now?.median).map((one) => [one.id ?? t('未填'), one.now.median]),
      format.points,
      1,
    );
    this.bars(
      'industries',
      overview.industries
        .filter((one) => one.now?.enterprises && one.id)
        .toSorted((a, b) => b.now.enterprises - a.now.enterprises)
        .slice(0, 5)
        .map((one) => [industry(one.id).slice(4), one.now.enterprises]),
      format.count,
      2,
    );
  }

  bars(name, pairs, shownAs, colour) {
    this.draw(name, bars(pairs, shownAs, colour), pairs);
  }

  /** Charts move from the old values to the new ones; nothing is taken away in between. */
  draw(name, option, pairs) {
    const { chart, base, canvas, table } = this.panels[name];
    chart.setOption({ ...base, ...option });
    canvas.setAttribute('aria-label', pairs.map(([key, value]) => key + ' ' + format.value(value)).join('，'));
    table.replaceChildren(
      ...pairs.map(([key, value]) =>
        element('tr', {}, element('th', { scope: 'row' }, key), element('td', {}, format.value(value))),
      ),
    );
  }
}

function figures(year, overview) {
  const one = (name, value, unit) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, element('b', {}, value), unit));
  const { now } = overview.all;
  return [
    one(t('参评企业'), format.count(year.counts.enterprises), t('家')),
    one(t('进入排名'), format.count(year.counts.ranked), t('家')),
    one(t('平均总分'), format.points(now?.mean), t('分')),
    one(t('中位数'), format.points(now?.median), t('分')),
  ];
}

function leader(row) {
  return element(
    'li',
    {},
    element('span.place', {}, String(row.rank.overall)),
    element('span.name', {}, row.name ?? row.uscc),
    element('b', {}, format.points(row.total)),
  );
}

/** A chart, and its table for who does not see it. */
function panel(name, area) {
  const canvas = element('div.screen-canvas', { role: 'img' });
  const table = element('tbody');
  return {
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

function histogram(bins) {
  return {
    grid: { left: 10, right: 10, top: 44, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: bins.map(({ from, to }) => from + '–' + to),
      axisLabel: { color: INK, fontSize: least() },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: MUTED } },
    },
    yAxis: { type: 'value', show: false },
    series: [
      {
        type: 'bar',
        barCategoryGap: '18%',
        itemStyle: { color: SERIES[0], borderRadius: [6, 6, 0, 0] },
        data: bins.map(({ enterprises }) => enterprises),
        label: { show: true, position: 'top', color: INK, fontSize: least() + 4, fontWeight: 700 },
      },
    ],
  };
}

function bars(pairs, shownAs = format.count, colour = 3) {
  const drawn = pairs.toReversed();
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
          formatter: ({ value }) => shownAs(value),
        },
      },
    ],
  };
}

tick();
setInterval(tick, 1000);
await refresh();
setInterval(refresh, REFRESH);
