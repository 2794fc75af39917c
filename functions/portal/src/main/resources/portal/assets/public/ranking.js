// The published ranking: filters, search, pages, files.

import { address, get } from '../lib/api.js';
import { button, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { industry } from '../lib/industries.js';
import { rulebook } from '../lib/names.js';
import { empty, page, publication } from '../lib/page.js';
import { table } from '../lib/table.js';

const SIZE = 50;
const FILTERS = ['stage', 'industry', 'cluster'];

page({ title: '企业排名', year: true }, async (view) => {
  const { year, query, signal } = view;
  const wanted = Object.fromEntries([...FILTERS, 'q', 'cursor'].map((name) => [name, query.get(name) ?? '']));
  const [found, overview, rules] = await Promise.all([
    list(wanted, year.year, signal),
    get('/years/' + year.year + '/overview', {}, signal),
    rulebook(year.rulebook),
  ]);
  view.title(t('{year} 年度企业创新积分排名', { year: year.year }));
  view.lead(publication(year));
  view.body.replaceChildren(filters(view, wanted, overview, rules), results(view, wanted, found, rules));
});

function list({ stage, industry: division, cluster, q, cursor }, year, signal) {
  return q
    ? get('/enterprises', { q, year, limit: SIZE, cursor }, signal)
    : get('/years/' + year + '/rankings', { stage, industry: division, cluster, limit: SIZE, cursor }, signal);
}

function filters(view, wanted, overview, rules) {
  const groups = (name) => overview[name].filter((group) => group.id && group.now).map(({ id }) => id);
  const search = element('input', {
    name: 'q',
    id: 'q',
    type: 'search',
    maxlength: 100,
    value: wanted.q,
    autocomplete: 'off',
    placeholder: t('名称或统一社会信用代码'),
  });
  const selects = [
    select(
      'stage',
      t('阶段'),
      t('全部阶段'),
      rules.rules.stages.map(({ id, name }) => [id, name]),
      wanted,
    ),
    select(
      'industry',
      t('行业大类'),
      t('全部行业'),
      groups('industries').map((id) => [id, industry(id)]),
      wanted,
    ),
    select(
      'cluster',
      t('主导产业'),
      t('全部产业'),
      groups('clusters').map((id) => [id, id]),
      wanted,
    ),
  ];
  const form = element(
    'form.filters.card',
    {
      role: 'search',
      'aria-label': t('筛选与检索'),
      submit: (event) => {
        event.preventDefault();
        const chosen = Object.fromEntries(new FormData(form));
        view.show({
          ...Object.fromEntries(FILTERS.map((name) => [name, ''])),
          ...chosen,
          q: search.value.trim(),
          cursor: '',
          from: '',
        });
      },
    },
    element('label.field', {}, element('span', {}, t('企业')), search),
    selects,
    element(
      'div.actions',
      {},
      element('button', { type: 'submit' }, t('查询')),
      button(t('清除'), () => view.show({ stage: '', industry: '', cluster: '', q: '', cursor: '', from: '' }), {
        class: 'quiet',
      }),
    ),
  );
  selects.forEach((label) => label.addEventListener('change', () => form.requestSubmit()));
  return form;
}

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

function results(view, wanted, found, rules) {
  const { year } = view;
  if (found.items.length === 0) {
    return empty(
      wanted.q ? t('没有名称或代码包含“{q}”的已公布企业。', { q: wanted.q }) : t('没有符合条件的企业。'),
      t('请换一个词，或清除筛选条件。'),
    );
  }
  const columns = [
    {
      title: t('总排名'),
      number: true,
      class: 'rank',
      value: (row) => row.rank.overall,
      cell: (row) => format.count(row.rank.overall),
    },
    {
      title: t('企业'),
      head: true,
      class: 'enterprise',
      value: (row) => row.name,
      cell: (row) => enterprise(row, year.year),
    },
    { title: t('阶段'), class: 'detail short', value: (row) => rules.stage(row.stage) },
    {
      title: t('阶段排名'),
      number: true,
      class: 'detail',
      value: (row) => row.rank.stage,
      cell: (row) => format.count(row.rank.stage),
    },
    { title: t('行业大类'), class: 'detail', value: (row) => (row.industry ? industry(row.industry) : '—') },
    { title: t('主导产业'), class: 'detail', value: (row) => row.cluster ?? '—' },
    {
      title: t('总分'),
      unit: t('分'),
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
    table({ caption: t('企业创新积分排名'), id: 'ranking', columns, rows: found.items, stacked: true }),
    pages(view, wanted, found),
  );
}

function enterprise(row, year) {
  return [link('/enterprises/' + row.uscc + '?year=' + year, row.name ?? row.uscc), element('span.code', {}, row.uscc)];
}

function summary(wanted, found, rules) {
  const parts = wanted.q
    ? [t('检索“{q}”', { q: wanted.q })]
    : [wanted.stage && rules.stage(wanted.stage), wanted.industry && industry(wanted.industry), wanted.cluster].filter(
        Boolean,
      );
  const count = found.count === undefined ? '' : ' · ' + t('{count} 家', { count: format.count(found.count) });
  return (parts.length ? parts.join(' · ') : t('全部企业')) + count;
}

function downloads(wanted, found, year) {
  if (wanted.q) {
    return null;
  }
  const path = '/years/' + year.year + '/rankings';
  const { stage, industry: division, cluster, cursor } = wanted;
  const filter = { stage, industry: division, cluster };
  const file = (text, parameters) => element('a', { href: address(path, parameters), download: true }, text);
  const count = found.count === undefined ? '' : format.count(found.count);
  return element(
    'p.downloads',
    {},
    file(t('下载本页 {count} 条（CSV）', { count: found.items.length }), {
      ...filter,
      limit: SIZE,
      cursor,
      format: 'csv',
    }),
    file(t('下载全部 {count} 条（CSV）', { count }), { ...filter, format: 'csv' }),
    file(t('下载全部 {count} 条（XLSX）', { count }), { ...filter, format: 'xlsx' }),
  );
}

function pages(view, wanted, found) {
  if (!wanted.cursor && !found.nextCursor) {
    return null;
  }
  const from = Number(view.query.get('from')) || 0;
  const last = from + found.items.length;
  const go = (changes) => {
    view.show(changes);
    window.scrollTo(0, 0);
  };
  return element(
    'nav.pages',
    { 'aria-label': t('翻页') },
    button(t('回到第一页'), () => go({ cursor: '', from: '' }), { class: 'quiet', disabled: !wanted.cursor }),
    element('span', {}, t('第 {first}–{last} 条', { first: format.count(from + 1), last: format.count(last) })),
    button(t('下一页'), () => go({ cursor: found.nextCursor, from: last }), {
      class: 'quiet',
      disabled: !found.nextCursor,
    }),
  );
}
