// The zone at a glance.

import { get } from '../lib/api.js';
import { bars, histogram, spread, trend } from '../charts/zone-charts.js';
import { button, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { industry } from '../lib/industries.js';
import { rulebook } from '../lib/names.js';
import { page, publication } from '../lib/page.js';
import { table } from '../lib/table.js';

const LOOK_AGAIN = 60_000;

page({ title: '创新积分总览', year: true }, async (view) => {
  const { year, signal } = view;
  const path = '/years/' + year.year;
  const [overview, top, rules, ...overviews] = await Promise.all([
    get(path + '/overview', {}, signal),
    get(path + '/rankings', { limit: 10 }, signal),
    rulebook(year.rulebook),
    ...view.years.map((one) => get('/years/' + one.year + '/overview', {}, signal)),
  ]);
  const order = rules.rules.stages.map((stage) => stage.id).reverse();
  const stages = overview.stages.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  view.title(t('{year} 年度创新积分总览', { year: year.year }));
  view.lead(publication(year));
  view.body.replaceChildren(
    figures(year, overview),
    search(year),
    element(
      'p.links',
      {},
      link('/report?year=' + year.year, t('{year} 年度监测分析报告', { year: year.year })),
      link('/lists?year=' + year.year, t('公示名单')),
    ),
    element(
      'div.grid',
      {},
      histogram(t('总分分布'), overview.all, overview.before?.year),
      leaders(top.items, year, rules),
      spread(t('各阶段总分'), named(stages, rules.stage)),
      spread(
        t('各主导产业总分'),
        named(overview.clusters, (id) => id ?? t('未填')),
      ),
      bars(
        t('各行业大类企业数'),
        named(overview.industries, (id) => (id ? industry(id) : t('未填'))),
      ),
      trend(t('历年变化'), view.years.map((one, index) => ({ ...one, all: overviews[index].all.now })).reverse()),
    ),
  );
  lookAgain(view);
});

/** Whoever leaves the page open is told when other results are published; nothing moves under the reader's eyes. */
async function lookAgain({ body, years, signal }) {
  const generations = (list) => list.map(({ generation }) => generation).join();
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
            t('刚刚公布了新的结果。'),
            ' ',
            button(t('显示新的结果'), () => location.reload(), { class: 'plain' }),
          ),
        );
        return;
      }
    } catch {
      // The next look may reach the server again.
    }
  }
}

function named(groups, name) {
  return groups.map((group) => ({ ...group, name: name(group.id) }));
}

function figures(year, overview) {
  const { now, before } = overview.all;
  const change = (name) =>
    now?.[name] != null && before?.[name] != null
      ? t('较上年 {change}', { change: format.change(now[name] - before[name]) })
      : '';
  const { counts } = year;
  return element(
    'dl.figures',
    {},
    figure(t('参评企业'), format.count(counts.enterprises), t('家'), ''),
    figure(t('进入排名'), format.count(counts.ranked), t('家'), ''),
    figure(t('平均总分'), format.points(now?.mean), t('分'), change('mean')),
    figure(t('总分中位数'), format.points(now?.median), t('分'), change('median')),
    figure(t('待补数'), format.count(counts.incomplete), t('家'), t('缺必要数据，未评分')),
    figure(t('不纳入'), format.count(counts.excluded), t('家'), t('列入负面清单')),
  );
}

function figure(title, number, unit, note) {
  return element(
    'div',
    {},
    element('dt', {}, title),
    element('dd', {}, element('b', {}, number), element('small', {}, unit)),
    note ? element('dd.note', {}, note) : null,
  );
}

function search(year) {
  return element(
    'form.search',
    { action: '/ranking', role: 'search' },
    element('input', { type: 'hidden', name: 'year', value: year.year }),
    element(
      'label.field.wide-field',
      {},
      element('span', {}, t('查找企业')),
      element('input', {
        name: 'q',
        type: 'search',
        maxlength: 100,
        required: true,
        placeholder: t('名称或统一社会信用代码'),
        autocomplete: 'off',
      }),
    ),
    element('button', { type: 'submit' }, t('查询')),
  );
}

function leaders(items, year, rules) {
  const columns = [
    { title: t('名次'), number: true, value: (row) => row.rank.overall },
    {
      title: t('企业'),
      head: true,
      value: (row) => row.name,
      cell: (row) => link('/enterprises/' + row.uscc + '?year=' + year.year, row.name ?? row.uscc),
    },
    { title: t('阶段'), class: 'short', value: (row) => rules.stage(row.stage) },
    {
      title: t('总分'),
      number: true,
      class: 'strong',
      value: (row) => row.total,
      cell: (row) => format.points(row.total),
    },
  ];
  return element(
    'section.card',
    {},
    element('h2', {}, t('前十名')),
    table({ caption: t('前十名'), columns, rows: items }),
    element(
      'p',
      {},
      link('/ranking?year=' + year.year, t('查看全部 {count} 家', { count: format.count(year.counts.ranked) })),
    ),
  );
}
