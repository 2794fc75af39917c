// Everything there is to take away: results, rules, schemas, templates.

import { address, get } from '../lib/api.js';
import { element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { department } from '../lib/names.js';
import { page } from '../lib/page.js';
import { rebuilds } from '../bureau/rebuilds.js';
import { rulebookFiles } from '../bureau/rulebook-files.js';
import { session } from '../lib/session.js';
import { table } from '../lib/table.js';

page(
  { title: '数据下载', lead: '公开结果、评价规则和数据表结构，都可以直接下载，也可以通过接口读取。' },
  async (view) => {
    const [years, catalogue, books] = await Promise.all([
      get('/years', {}, view.signal),
      get('/datasets', {}, view.signal),
      get('/rulebooks', {}, view.signal),
    ]);
    const bureau = session?.role === 'bureau' ? [await rulebookFiles(view.signal), rebuilds(view.signal)] : [];
    view.body.replaceChildren(
      results(years.items),
      datasets(catalogue.items),
      rulebooks(books.items),
      ...bureau,
      calls(),
    );
  },
);

const file = (path, parameters, text) => element('a', { href: address(path, parameters), download: true }, text);
const section = (title, ...content) =>
  element('section', {}, element('div.above', {}, element('h2', {}, title)), ...content);

function results(years) {
  const columns = [
    { title: t('年度'), head: true, value: (row) => row.year },
    {
      title: t('公布时间'),
      class: 'short',
      value: (row) => row.publishedAt,
      cell: (row) => format.day(row.publishedAt),
    },
    {
      title: t('进入排名'),
      unit: t('家'),
      number: true,
      value: (row) => row.counts.ranked,
      cell: (row) => format.count(row.counts.ranked),
    },
    { title: t('数据版本'), value: (row) => row.generation, cell: (row) => element('code', {}, row.generation) },
    {
      title: t('全部排名'),
      value: () => '',
      cell: (row) =>
        element(
          'span.downloads',
          {},
          file('/years/' + row.year + '/download', {}, t('整年文件')),
          file('/years/' + row.year + '/rankings', { format: 'csv' }, 'CSV'),
          file('/years/' + row.year + '/rankings', { format: 'xlsx' }, 'XLSX'),
          link(address('/years/' + row.year + '/overview'), t('汇总（JSON）')),
          link(address('/years/' + row.year + '/report.pdf'), t('分析报告（PDF）')),
        ),
    },
  ];
  return section(t('公布结果'), table({ caption: t('公布结果'), id: 'years', columns, rows: years, stacked: true }));
}

function datasets(items) {
  const shapes = { 'per-enterprise': '每家一行', 'line-items': '每家多行' };
  const columns = [
    { title: t('数据表'), head: true, value: (row) => row.title },
    { title: t('报送部门'), value: (row) => department(row.owner) },
    { title: t('形式'), class: 'short', value: (row) => t(shapes[row.shape] ?? row.shape) },
    { title: t('企业可自主填报'), class: 'short', value: (row) => (row.open ? t('是') : t('否')) },
    {
      title: t('下载'),
      value: () => '',
      cell: (row) =>
        element(
          'span.downloads',
          {},
          file('/datasets/' + row.id + '/template.xlsx', {}, t('模板（XLSX）')),
          file('/datasets/' + row.id + '/template.csv', {}, t('模板（CSV）')),
          link(address('/datasets/' + row.id), t('结构（JSON）')),
        ),
    },
  ];
  return section(
    t('数据表与模板'),
    table({ caption: t('数据表与模板'), id: 'datasets', columns, rows: items, stacked: true }),
  );
}

function rulebooks(items) {
  const columns = [
    {
      title: t('规则'),
      head: true,
      value: (row) => row.title,
      cell: (row) => link('/rules?rulebook=' + row.id, row.title),
    },
    { title: t('文件'), value: (row) => row.document.number },
    {
      title: t('施行'),
      class: 'short',
      value: (row) => row.effectiveFrom,
      cell: (row) => format.day(row.effectiveFrom),
    },
    { title: t('下载'), value: () => '', cell: (row) => link(address('/rulebooks/' + row.id), 'JSON') },
  ];
  return section(t('评价规则'), table({ caption: t('评价规则'), columns, rows: items, stacked: true }));
}

const CALLS = [
  ['/v1/years', '已公布的年度'],
  ['/v1/years/{year}/overview', '分阶段、主导产业、行业的汇总'],
  ['/v1/years/{year}/report', '监测分析报告'],
  ['/v1/years/{year}/rankings?stage=&industry=&cluster=', '排名；加 format=csv 或 format=xlsx 得到文件'],
  ['/v1/years/{year}/enterprises/{uscc}', '一家企业的公布得分'],
  ['/v1/enterprises?q=', '按名称或代码的一部分查找'],
  ['/v1/rulebooks/{id}', '评价规则全文'],
  ['/v1/datasets/{id}', '数据表结构（Frictionless Table Schema）'],
];

function calls() {
  const columns = [
    { title: t('地址'), head: true, value: ([path]) => path, cell: ([path]) => element('code', {}, 'GET ' + path) },
    { title: t('内容'), value: ([, text]) => t(text) },
  ];
  return section(
    t('接口'),
    element('p', {}, t('公开接口无需登录；答复带数据版本和 ETag。'), ' ', link('/api', t('接口文档'))),
    table({ caption: t('接口'), columns, rows: CALLS, stacked: true }),
  );
}
