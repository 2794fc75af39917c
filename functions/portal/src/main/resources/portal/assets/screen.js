// The big screen: one page, live, readable from five metres.

import { get } from './api.js';
import { element } from './dom.js';
import { format } from './format.js';
import { t } from './i18n.js';
import { industry } from './industries.js';
import { rulebook } from './names.js';
import { fonts } from './chart.js';

const REFRESH = 30_000;
const INK = '#eaf2fb';
const MUTED = '#9fb6cf';
const SERIES = ['#4fa3ff', '#ffb35c', '#4fd6b0', '#c79bff'];

const main = document.getElementById('main');
document.body.classList.add('screen');
document.documentElement.classList.add('screen');
const clock = element('time');
const title = element('h1', {}, t('企业创新积分数据大屏'));
const state = element('p.state', { role: 'status' });
const body = element('div.screen-body');
main.replaceChildren(element('header.screen-head', {}, element('a', { href: '/', 'aria-label': t('回到总览') }, element('img', { src: document.body.dataset.icon, alt: '', width: 56, height: 56 })), title, element('div', {}, clock, state)), body);

let shown = null;
let charts = [];

function tick() {
  clock.textContent = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(new Date());
}

async function refresh() {
  try {
    const years = (await get('/years')).items;
    if (years.length === 0) {
      body.replaceChildren(element('p.nothing', {}, t('还没有已公布的年度。')));
    } else if (shown !== years[0].generation) {
      await show(years);
      shown = years[0].generation;
    }
    state.textContent = t('实时 · {time} 更新', { time: new Intl.DateTimeFormat('zh-CN', { timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date()) });
    state.classList.remove('bad');
  } catch (error) {
    state.textContent = error.message;
    state.classList.add('bad');
  }
  main.setAttribute('aria-busy', 'false');
}

async function show(years) {
  const [year] = years;
  const path = '/years/' + year.year;
  const [overview, top, rules, echarts] = await Promise.all([get(path + '/overview'), get(path + '/rankings', { limit: 10 }), rulebook(year.rulebook), import('./echarts.js')]);
  title.textContent = t('{year} 年度企业创新积分', { year: year.year });
  document.title = title.textContent;
  charts.forEach((chart) => chart.dispose());
  const order = rules.rules.stages.map((stage) => stage.id).reverse();
  const stages = overview.stages.filter((one) => one.now?.enterprises).toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const panels = [
    panel(t('总分分布（家）'), 'spread', histogram(overview.all.now?.histogram ?? [])),
    panel(t('各阶段企业（家）'), 'stages', bars(stages.map((one) => [rules.stage(one.id), one.now.enterprises]))),
    panel(t('产业总分中位数（分）'), 'clusters', bars(overview.clusters.filter((one) => one.now?.median).map((one) => [one.id ?? t('未填'), one.now.median]), format.points, 1)),
    panel(t('行业前六（家）'), 'industries', bars(overview.industries.filter((one) => one.now?.enterprises).toSorted((a, b) => b.now.enterprises - a.now.enterprises).slice(0, 6).map((one) => [industry(one.id ?? '').slice(4), one.now.enterprises]), format.count, 2)),
  ];
  body.replaceChildren(figures(year, overview), leaders(top.items), ...panels.map(({ box }) => box));
  charts = panels.map(({ canvas, option }) => {
    const chart = echarts.init(canvas, null, { renderer: 'canvas' });
    chart.setOption({ textStyle: { fontFamily: fonts, color: INK }, animationDuration: 600, ...option });
    return chart;
  });
}

function figures(year, overview) {
  const one = (name, value, unit) => element('div', {}, element('dt', {}, name), element('dd', {}, element('b', {}, value), unit));
  const { now } = overview.all;
  return element('dl.screen-figures', {}, one(t('参评企业'), format.count(year.counts.enterprises), t('家')), one(t('进入排名'), format.count(year.counts.ranked), t('家')), one(t('平均总分'), format.points(now?.mean), t('分')), one(t('中位数'), format.points(now?.median), t('分')));
}

function leaders(items) {
  return element(
    'section.panel.leaders',
    {},
    element('h2', {}, t('前十名')),
    element('ol', {}, items.map((row) => element('li', {}, element('span.place', {}, String(row.rank.overall)), element('span.name', {}, row.name ?? row.uscc), element('b', {}, format.points(row.total))))),
  );
}

function panel(name, area, option) {
  const canvas = element('div.screen-canvas', { role: 'img', 'aria-label': name });
  return { canvas, option, box: element('section.panel', { class: area }, element('h2', {}, name), canvas) };
}

function histogram(bins) {
  return {
    grid: { left: 10, right: 10, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: bins.map(({ from, to }) => from + '–' + to), axisLabel: { color: INK, fontSize: 22 }, axisTick: { show: false }, axisLine: { lineStyle: { color: MUTED } } },
    yAxis: { type: 'value', show: false },
    series: [{ type: 'bar', barCategoryGap: '18%', itemStyle: { color: SERIES[0], borderRadius: [6, 6, 0, 0] }, data: bins.map(({ enterprises }) => enterprises), label: { show: true, position: 'top', color: INK, fontSize: 26, fontWeight: 700 } }],
  };
}

function bars(pairs, shownAs = format.count, colour = 3) {
  const drawn = pairs.toReversed();
  return {
    grid: { left: 20, right: 84, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: { type: 'category', data: drawn.map(([name]) => name), axisLabel: { color: INK, fontSize: 20, width: 150, overflow: 'truncate' }, axisTick: { show: false }, axisLine: { show: false } },
    series: [{ type: 'bar', barMaxWidth: 34, itemStyle: { color: SERIES[colour], borderRadius: [0, 6, 6, 0] }, data: drawn.map(([, value]) => value), label: { show: true, position: 'right', color: INK, fontSize: 26, fontWeight: 700, formatter: ({ value }) => shownAs(value) } }],
  };
}

tick();
setInterval(tick, 1000);
await refresh();
setInterval(refresh, REFRESH);
window.addEventListener('resize', () => charts.forEach((chart) => chart.resize()));
