// What each enterprise would be paid for the year.

import { all, download } from '../lib/api.js';
import { button, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { rulebook } from '../lib/names.js';
import { empty, page } from '../lib/page.js';
import { payments } from './payments.js';
import { sources } from '../lib/sources.js';
import { table } from '../lib/table.js';

page(
  {
    title: '奖励测算',
    lead: '按实施方案五(四)逐家测算；“最高”金额按全额，最终以当年公告和区级财力统筹为准。',
    year: true,
    roles: ['bureau'],
  },
  async (view) => {
    const { year, signal } = view;
    const [found, rules, paid] = await Promise.all([
      all('/years/' + year.year + '/rewards', {}, signal),
      rulebook(year.rulebook),
      payments(year.year, signal),
    ]);
    const items = found.items.filter((row) => row.rewards.length);
    if (items.length === 0) {
      view.body.replaceChildren(empty(t('{year} 年度没有可以奖励的事项。', { year: year.year })));
      return;
    }
    const name = (id) => rules.rules.rewards?.rules.find((one) => one.id === id)?.name ?? id;
    view.body.replaceChildren(...[totals(items, name), paid, list(items, name, rules, year)].filter(Boolean));
  },
);

function totals(items, name) {
  const sums = new Map();
  items
    .flatMap((row) => row.rewards)
    .forEach(({ reward, amount }) => {
      const sum = sums.get(reward) ?? { count: 0, amount: 0 };
      sums.set(reward, { count: sum.count + 1, amount: sum.amount + amount });
    });
  const whole = items.reduce((sum, row) => sum + row.total, 0);
  const figure = (title, amount, note) =>
    element(
      'div',
      {},
      element('dt', {}, title),
      element('dd', {}, element('b', {}, format.points(amount / 10_000)), element('small', {}, t('万元'))),
      element('dd.note', {}, note),
    );
  return element(
    'dl.figures',
    {},
    figure(t('合计'), whole, t('{count} 家企业', { count: items.length })),
    [...sums].map(([id, { count, amount }]) => figure(name(id), amount, t('{count} 家企业', { count }))),
  );
}

function list(items, name, rules, year) {
  const columns = [
    {
      title: t('企业'),
      head: true,
      sortable: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) => [
        link('/portrait?uscc=' + row.uscc + '&year=' + year.year, row.name ?? row.uscc),
        element('span.code', {}, row.uscc),
      ],
    },
    {
      title: t('奖励'),
      value: (row) => row.rewards.map((one) => name(one.reward)).join('；'),
      cell: (row) =>
        element(
          'ul.sources',
          {},
          row.rewards.map((one) =>
            element(
              'li',
              {},
              name(one.reward) + ' ',
              element('b', {}, format.points(one.amount) + ' ' + t('元')),
              element('span.code', {}, one.reason),
              sources(one.from, rules),
            ),
          ),
        ),
    },
    {
      title: t('合计'),
      unit: t('元'),
      number: true,
      sortable: true,
      class: 'strong',
      value: (row) => row.total,
      cell: (row) => format.points(row.total),
    },
  ];
  const file = (kind) =>
    button(
      t('下载（{kind}）', { kind: kind.toUpperCase() }),
      () => download('/years/' + year.year + '/rewards', { format: kind }, 'rewards.' + kind),
      { class: 'plain' },
    );
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('逐家明细')), element('div.downloads', {}, file('csv'), file('xlsx'))),
    table({
      caption: t('奖励测算'),
      id: 'rewards',
      columns,
      rows: items,
      sort: { column: 2, descending: true },
      stacked: true,
    }),
  );
}
