// The lists that are announced, and, for the offices, the library of seeds.

import { address, all, download } from '../lib/api.js';
import { button, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { industry } from '../lib/industries.js';
import { rulebook } from '../lib/names.js';
import { empty, page, publication } from '../lib/page.js';
import { session } from '../lib/session.js';
import { table } from '../lib/table.js';

page({ title: '公示名单', year: true }, async (view) => {
  const { year, signal } = view;
  const path = '/years/' + year.year;
  const office = session?.role === 'bureau' || session?.role === 'department';
  const [listed, seeds, rules] = await Promise.all([
    all(path + '/lists', {}, signal),
    office ? all(path + '/seeds', {}, signal) : null,
    rulebook(year.rulebook),
  ]);
  view.title(t('{year} 年度公示名单', { year: year.year }));
  view.lead(publication(year));
  const tiers = new Map();
  listed.items.forEach((row) => tiers.set(row.listName, [...(tiers.get(row.listName) ?? []), row]));
  view.body.replaceChildren(
    ...(listed.items.length === 0 ? [empty(t('{year} 年度没有公示名单。', { year: year.year }))] : [files(path)]),
    ...[...tiers].map(([name, rows]) => tier(name, rows, rules, year)),
    ...(seeds ? [seedbed(seeds.items, rules, year, path), served(path)] : []),
  );
});

function files(path) {
  const file = (kind) =>
    element(
      'a',
      { href: address(path + '/lists', { format: kind }), download: true },
      t('下载（{kind}）', { kind: kind.toUpperCase() }),
    );
  return element('p.downloads', {}, file('csv'), file('xlsx'));
}

const columns = (rules, year) => [
  { title: t('阶段'), class: 'short', value: (row) => rules.stage(row.stage) },
  { title: t('阶段排名'), number: true, value: (row) => row.rank, cell: (row) => row.rank + ' / ' + row.rankOf },
  {
    title: t('企业'),
    head: true,
    value: (row) => row.name ?? row.uscc,
    cell: (row) => [
      link('/enterprises/' + row.uscc + '?year=' + year.year, row.name ?? row.uscc),
      element('span.code', {}, row.uscc),
    ],
  },
  { title: t('行业大类'), value: (row) => (row.industry ? industry(row.industry) : '—') },
  { title: t('主导产业'), value: (row) => row.cluster ?? '—' },
  {
    title: t('总分'),
    number: true,
    class: 'total',
    value: (row) => row.total,
    cell: (row) => format.points(row.total),
  },
];

function tier(name, rows, rules, year) {
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, name + ' · ' + t('{count} 家', { count: rows.length }))),
    table({ caption: name, columns: columns(rules, year), rows, stacked: true }),
  );
}

function seedbed(rows, rules, year, path) {
  const before = {
    title: t('上年总分'),
    number: true,
    value: (row) => row.totalBefore,
    cell: (row) => format.points(row.totalBefore),
  };
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h2', {}, t('种子企业库') + ' · ' + t('{count} 家', { count: rows.length })),
      button(t('下载（{kind}）', { kind: 'XLSX' }), () => download(path + '/seeds', { format: 'xlsx' }, 'seeds.xlsx'), {
        class: 'plain',
      }),
    ),
    rows.length
      ? table({
          caption: t('种子企业库'),
          id: 'seeds',
          columns: [...columns(rules, year), before],
          rows,
          stacked: true,
        })
      : empty(t('没有符合条件的企业。')),
  );
}

/** What the zone offers each enterprise at its stage. */
function served(path) {
  const file = (kind) =>
    button(
      t('下载（{kind}）', { kind: kind.toUpperCase() }),
      () => download(path + '/services', { format: kind }, 'services.' + kind),
      { class: 'plain' },
    );
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h2', {}, t('各企业可享受的服务')),
      element('div.downloads', {}, file('csv'), file('xlsx')),
    ),
    element('p', {}, t('按企业所处阶段列出，供上门服务时使用。')),
  );
}
