// All results of a year as a table: search, sort, filters, columns, export.

import { all, download } from '../lib/api.js';
import { button, choice, element, link } from '../lib/dom.js';
import { format, NOTHING } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { industry } from '../lib/industries.js';
import { rulebook, status } from '../lib/names.js';
import { empty, page } from '../lib/page.js';
import { saveButton, table } from '../lib/table.js';

const STEP = 200;

page(
  {
    title: '评分草稿',
    lead: '数据一有变化，相关企业几秒内重新评分；草稿没有名次。',
    anyYear: true,
    roles: ['department', 'bureau'],
  },
  async (view) => {
    const { number, query, signal } = view;
    const edition = query.get('edition') === 'published' ? 'published' : 'draft';
    const found = await all('/years/' + number + '/scores', { edition }, signal);
    const rules = await rulebook(found.items[0]?.rulebook ?? view.year?.rulebook ?? 'none');
    view.title(edition === 'draft' ? t('评分草稿') : t('公布结果'));
    view.tools.prepend(
      choice(
        t('版本'),
        [
          ['draft', t('草稿')],
          ['published', t('公布')],
        ],
        edition,
        (value) => view.show({ edition: value }),
        { id: 'edition' },
      ),
    );
    if (found.items.length === 0) {
      view.body.replaceChildren(
        empty(t('{year} 年度还没有结果。', { year: number }), t('企业名录和经营情况报送后，这里会出现。')),
      );
      return;
    }
    view.body.replaceChildren(sheet(found, edition, rules, view));
  },
);

function sheet(found, edition, rules, view) {
  const columns = columnsOf(edition, rules, view.number);
  const words = element('input', {
    type: 'search',
    id: 'search',
    placeholder: t('名称、代码、行业或主导产业'),
    autocomplete: 'off',
  });
  const stages = choice(
    t('阶段'),
    [['', t('全部阶段')], ...rules.rules.stages.map(({ id, name }) => [id, name])],
    '',
    () => fill(),
    { id: 'stage' },
  );
  const statuses = choice(
    t('状态'),
    [['', t('全部状态')], ...['scored', 'excluded', 'incomplete'].map((id) => [id, status(id)])],
    '',
    () => fill(),
    { id: 'status' },
  );
  const clusters = choice(
    t('主导产业'),
    [
      ['', t('全部产业')],
      ...[...new Set(found.items.map((row) => row.cluster).filter(Boolean))].sort().map((id) => [id, id]),
    ],
    '',
    () => fill(),
    { id: 'cluster' },
  );
  const place = element('div', { 'aria-live': 'polite' });
  let most = STEP;
  const value = (label) => label.querySelector('select').value;
  const matching = () => {
    const text = words.value.trim().toLowerCase();
    return found.items.filter(
      (row) =>
        (!value(stages) || row.stage === value(stages)) &&
        (!value(statuses) || row.status === value(statuses)) &&
        (!value(clusters) || row.cluster === value(clusters)) &&
        (!text ||
          [row.name, row.uscc, row.cluster, row.industry && industry(row.industry)].some((part) =>
            part?.toLowerCase().includes(text),
          )),
    );
  };
  const fill = () => {
    const rows = matching();
    const path = '/years/' + view.number + '/scores';
    const whole = (kind) =>
      button(
        t('导出全部 {count} 条（{kind}）', { count: found.items.length, kind: kind.toUpperCase() }),
        () => download(path, { edition, format: kind }, 'scores.' + kind),
        { class: 'plain' },
      );
    place.replaceChildren(
      element(
        'div.above',
        {},
        element('h2', { id: 'count' }, t('{count} 家', { count: format.count(rows.length) })),
        element(
          'div.downloads',
          {},
          saveButton(
            t('评分筛选结果'),
            columns.filter((column) => !column.hidden),
            rows,
          ),
          whole('csv'),
          whole('xlsx'),
        ),
      ),
      rows.length
        ? table({
            caption: t('评分结果'),
            id: 'scores',
            columns,
            rows: rows.slice(0, most),
            sort: { column: 4, descending: true },
          })
        : empty(t('没有符合条件的企业。'), t('请换一个词，或清除筛选条件。')),
    );
    if (rows.length > most) {
      place.append(
        button(
          t('显示更多（已显示 {shown}，共 {all}）', { shown: most, all: rows.length }),
          () => {
            most += STEP;
            fill();
          },
          { class: 'quiet' },
        ),
      );
    }
  };
  words.addEventListener('input', fill);
  fill();
  return element(
    'div.body',
    {},
    element(
      'div.card.filters',
      { role: 'search' },
      element('label.field', {}, element('span', {}, t('检索')), words),
      stages,
      statuses,
      clusters,
      chooser(columns, fill),
    ),
    place,
  );
}

function columnsOf(edition, rules, year) {
  const category = ({ id, name }) => ({
    title: name,
    number: true,
    sortable: true,
    value: (row) => row.categories?.[id],
    cell: (row) => format.points(row.categories?.[id]),
  });
  const reasons = (row) => [
    ...(row.reasons ?? []).map(rules.negative),
    ...(row.missing ?? []).map((field) => t('缺 {field}', { field: rules.field(field) })),
  ];
  return [
    {
      title: t('企业'),
      head: true,
      sortable: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) =>
        link(
          '/portrait?uscc=' + row.uscc + '&year=' + year + (edition === 'draft' ? '&edition=draft' : ''),
          row.name ?? row.uscc,
        ),
    },
    { title: t('统一社会信用代码'), sortable: true, class: 'short', value: (row) => row.uscc },
    { title: t('状态'), sortable: true, class: 'short', value: (row) => status(row.status) },
    { title: t('阶段'), sortable: true, class: 'short', value: (row) => (row.stage ? rules.stage(row.stage) : null) },
    {
      title: t('总分'),
      number: true,
      sortable: true,
      class: 'strong',
      value: (row) => row.total,
      cell: (row) => format.points(row.total),
    },
    ...rules.rules.categories.map(category),
    {
      title: t('全区名次'),
      number: true,
      sortable: true,
      hidden: edition === 'draft',
      value: (row) => row.rank?.overall,
      cell: (row) => format.count(row.rank?.overall),
    },
    {
      title: t('覆盖率'),
      number: true,
      sortable: true,
      value: (row) => row.coverage,
      cell: (row) => format.share(row.coverage),
    },
    {
      title: t('行业大类'),
      sortable: true,
      hidden: true,
      value: (row) => (row.industry ? industry(row.industry) : null),
    },
    { title: t('主导产业'), sortable: true, class: 'short', value: (row) => row.cluster },
    {
      title: t('原因'),
      value: (row) => reasons(row).join('；') || null,
      cell: (row) => reasons(row).join('；') || NOTHING,
    },
    {
      title: t('评分时间'),
      sortable: true,
      hidden: true,
      class: 'short',
      value: (row) => row.evaluatedAt,
      cell: (row) => format.minute(row.evaluatedAt),
    },
  ];
}

/** Which columns are shown. */
function chooser(columns, changed) {
  return element(
    'details.chooser',
    {},
    element('summary', {}, t('选择列')),
    element(
      'div.card',
      {},
      columns.slice(1).map((column) =>
        element(
          'label.check',
          {},
          element('input', {
            type: 'checkbox',
            checked: !column.hidden,
            change: (event) => {
              column.hidden = !event.target.checked;
              changed();
            },
          }),
          column.title,
        ),
      ),
    ),
  );
}
