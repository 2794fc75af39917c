// Which data came from whom, and who lacks what.

import { all, download } from '../lib/api.js';
import { button, choice, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { department, departmentIds, rulebook, status } from '../lib/names.js';
import { empty, page } from '../lib/page.js';
import { table } from '../lib/table.js';

page({ title: '报送进度', anyYear: true, roles: ['department', 'bureau'] }, async (view) => {
  const { number, query, signal, year } = view;
  const asked = { department: query.get('department') ?? '', grid: query.get('grid') ?? '' };
  const [found, rules] = await Promise.all([
    all('/years/' + number + '/completeness', asked, signal),
    rulebook(year?.rulebook ?? 'none'),
  ]);
  const delivered = found.datasets.filter((one) => one.delivered).length;
  view.lead(
    t('{year} 年度 · 已报送 {delivered} / {all} 张表 · {lacking} 家企业待补数', {
      year: number,
      delivered,
      all: found.datasets.length,
      lacking: found.items.length,
    }),
  );
  view.body.replaceChildren(board(found.datasets), gaps(found.items, asked, view, rules));
});

function board(datasets) {
  return element(
    'ul.board',
    {},
    datasets.map((one) => {
      const tone = one.delivered ? 'good' : one.overdue ? 'bad' : 'warn';
      const word = one.delivered ? t('已报送') : one.overdue ? t('已逾期') : t('未报送');
      return element(
        'li.card',
        {},
        element('div.above', {}, element('h2', {}, one.title), element('span', { class: 'badge ' + tone }, word)),
        element(
          'p.muted',
          {},
          department(one.owner),
          one.due ? ' · ' + t('期限 {day}', { day: format.day(one.due) }) : '',
        ),
        element(
          'ul.files',
          {},
          one.files.map((file) =>
            element(
              'li',
              {},
              file.key.split('/').pop(),
              element(
                'span.code',
                {},
                [
                  department(file.source),
                  t('采用 {accepted} / {rows} 行', {
                    accepted: format.count(file.accepted),
                    rows: format.count(file.rows),
                  }),
                  format.minute(file.uploadedAt),
                ].join(' · '),
              ),
            ),
          ),
        ),
        one.selfReports ? element('p.muted', {}, t('企业自主填报 {count} 家', { count: one.selfReports })) : null,
      );
    }),
  );
}

function gaps(items, asked, view, rules) {
  const columns = [
    {
      title: t('企业'),
      head: true,
      sortable: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) => [
        link('/portrait?uscc=' + row.uscc + '&year=' + view.number, row.name ?? row.uscc),
        element('span.code', {}, row.uscc),
      ],
    },
    {
      title: t('网格'),
      sortable: true,
      class: 'short',
      hidden: !items.some((row) => row.grid),
      value: (row) => row.grid,
    },
    { title: t('状态'), sortable: true, class: 'short', value: (row) => status(row.status) },
    {
      title: t('覆盖率'),
      sortable: true,
      number: true,
      value: (row) => row.coverage,
      cell: (row) => format.share(row.coverage),
    },
    {
      title: t('缺少的内容'),
      class: 'broad',
      value: (row) => lacking(row, rules).join('；'),
      cell: (row) => brief(lacking(row, rules)),
    },
    {
      title: t('责任部门'),
      class: 'offices',
      hidden: !items.some((row) => row.departments),
      value: (row) => (row.departments ?? []).map(department).join('、'),
    },
  ];
  const files = (kind) =>
    button(
      t('下载补数清单（{kind}）', { kind: kind.toUpperCase() }),
      () => download('/years/' + view.number + '/completeness', { ...asked, format: kind }, 'missing.' + kind),
      { class: 'plain' },
    );
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h2', {}, t('补数清单')),
      element('div.downloads', {}, files('csv'), files('xlsx')),
    ),
    element(
      'div.row',
      {},
      choice(
        t('责任部门'),
        [['', t('全部部门')], ...departmentIds.map((id) => [id, department(id)])],
        asked.department,
        (id) => view.show({ department: id }),
        { id: 'department' },
      ),
    ),
    items.length
      ? table({ caption: t('补数清单'), id: 'gaps', columns, rows: items, stacked: true })
      : empty(t('没有企业缺数据。')),
  );
}

/** A long list is opened by who wants it. */
function brief(texts) {
  const lines = element(
    'ul.sources',
    {},
    texts.map((text) => element('li', {}, text)),
  );
  return texts.length <= 3
    ? lines
    : element('details', {}, element('summary', {}, t('{count} 项', { count: texts.length })), lines);
}

function lacking(row, rules) {
  return [
    ...row.explanations,
    ...row.indicators.map((one) => one.id + ' ' + one.name + '：' + one.reason),
    ...row.unreported.map((id) => t('{dataset}没有该企业的记录', { dataset: rules.dataset(id) })),
  ];
}
