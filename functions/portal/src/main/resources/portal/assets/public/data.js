// @ts-check
// Everything there is to take away: results, rules, schemas, templates.

import { address, get } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { yesOrNo } from '../api/names.js';
import { chapter } from '../page/chapters.js';
import { page } from '../page/page.js';
import { rebuilds } from '../bureau/rebuilds.js';
import { session } from '../session/session.js';
import { table } from '../table/table.js';
import { pageLink, titleOf } from '../page/navigation.js';

const { t } = ownWords({
  'data.downloads': ['下载', 'Download'],
  'data.lead': [
    '公开结果、评价规则和数据表结构，都可以直接下载，也可以通过接口读取。',
    'Published results, rulebooks and schemas of the datasets, for download or through the API.',
  ],
  'data.publishedAt': ['公布时间', 'Published'],
  'data.generation': ['数据版本', 'Data version'],
  'data.wholeRanking': ['全部排名', 'Whole ranking'],
  'data.wholeYear': ['整年文件', 'Whole year'],
  'data.overview': ['汇总（JSON）', 'Overview (JSON)'],
  'data.report': ['分析报告（PDF）', 'Analysis report (PDF)'],
  'data.onePerEnterprise': ['每家一行', 'one row per enterprise'],
  'data.manyPerEnterprise': ['每家多行', 'many rows per enterprise'],
  'data.owner': ['报送部门', 'Department'],
  'data.shape': ['形式', 'Shape'],
  'data.selfReport': ['企业可自主填报', 'Open to self-reports'],
  'data.templateXlsx': ['模板（XLSX）', 'Template (XLSX)'],
  'data.templateCsv': ['模板（CSV）', 'Template (CSV)'],
  'data.schema': ['结构（JSON）', 'Schema (JSON)'],
  'data.datasets': ['数据表与模板', 'Datasets and templates'],
  'data.effective': ['施行', 'In effect from'],
  'data.callYears': ['已公布的年度', 'published years'],
  'data.callFeed': ['公布、更正与规则的 Atom 订阅', 'an Atom feed of publications, corrections and rulebooks'],
  'data.callOverview': ['分阶段、主导产业、行业的汇总', 'figures by stage, cluster and industry division'],
  'data.callRankings': [
    '排名；加 format=csv 或 format=xlsx 得到文件',
    'the ranking; as a file with format=csv or format=xlsx',
  ],
  'data.callEnterprise': ['一家企业的公布得分', 'the published score of one enterprise'],
  'data.callFind': ['按名称或代码的一部分查找', 'search by part of a name or code'],
  'data.callRulebook': ['评价规则全文', 'the full rulebook'],
  'data.callDataset': [
    '数据表结构（Frictionless Table Schema）',
    'the schema of a dataset (Frictionless Table Schema)',
  ],
  'data.callReport': ['监测分析报告', 'the analysis report'],
  'data.address': ['地址', 'Address'],
  'data.api': ['接口', 'API'],
  'data.apiNote': [
    '公开接口无需登录；答复带数据版本和 ETag。',
    'Public calls need no sign-in; answers carry the data version and an ETag.',
  ],
});

/**
 * @template R
 * @typedef {import('../table/table.js').Column<R>} Column
 */

page({ lead: t('data.lead') }, async (view) => {
  const [years, delivered, books] = await Promise.all([
    get('/years', {}, view.signal),
    catalogue(),
    get('/rulebooks', {}, view.signal),
  ]);
  const bureau = session?.role === 'bureau' ? [rebuilds(view.signal)] : [];
  view.body.replaceChildren(results(years.items), datasets(delivered), rulebooks(books.items), ...bureau, calls());
});

/**
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} asked
 * @param {string} text
 */
function file(path, asked, text) {
  return element('a', { href: address(path, asked), download: true }, text);
}

function results(/** @type {Schema<'Year'>[]} */ years) {
  /** @type {Column<Schema<'Year'>>[]} */
  const columns = [
    { id: 'year', title: t('common.year'), head: true, value: (row) => row.year },
    {
      id: 'publishedAt',
      title: t('data.publishedAt'),
      class: 'short',
      value: (row) => row.publishedAt,
      cell: (row) => format.day(row.publishedAt),
    },
    {
      id: 'ranked',
      title: t('common.ranked'),
      unit: t('common.enterprisesUnit'),
      number: true,
      value: (row) => row.counts.ranked,
      cell: (row) => format.count(row.counts.ranked),
    },
    {
      id: 'generation',
      title: t('data.generation'),
      value: (row) => row.generation,
      cell: (row) => element('code', {}, row.generation),
    },
    {
      id: 'wholeRanking',
      title: t('data.wholeRanking'),
      value: () => '',
      cell: (row) =>
        element(
          'span.downloads',
          {},
          file('/years/{year}/download', { year: row.year }, t('data.wholeYear')),
          file('/years/{year}/rankings', { year: row.year, format: 'csv' }, 'CSV'),
          file('/years/{year}/rankings', { year: row.year, format: 'xlsx' }, 'XLSX'),
          link(address('/years/{year}/overview', { year: row.year }), t('data.overview')),
          link(address('/years/{year}/report.pdf', { year: row.year }), t('data.report')),
        ),
    },
  ];
  return chapter(
    t('common.published'),
    table({
      caption: t('common.published'),
      id: 'years',
      columns,
      rows: years,
      stacked: true,
      place: ({ year }) => 'year-' + year,
    }),
    { opened: true },
  );
}

/** @type {Record<Schema<'Dataset'>['shape'], string>} */
const SHAPES = { 'per-enterprise': t('data.onePerEnterprise'), 'line-items': t('data.manyPerEnterprise') };

function datasets(/** @type {import('../api/catalogue.js').Catalogue} */ { items, department }) {
  /** @type {Column<Schema<'Dataset'>>[]} */
  const columns = [
    { id: 'dataset', title: t('common.dataset'), head: true, value: (row) => row.title },
    { id: 'owner', title: t('data.owner'), value: (row) => department(row.owner) },
    { id: 'shape', title: t('data.shape'), class: 'short', value: (row) => SHAPES[row.shape] },
    { id: 'selfReport', title: t('data.selfReport'), class: 'short', value: (row) => yesOrNo(row.open) },
    {
      id: 'downloads',
      title: t('data.downloads'),
      value: () => '',
      cell: (row) =>
        element(
          'span.downloads',
          {},
          file('/datasets/{id}/template.xlsx', { id: row.id }, t('data.templateXlsx')),
          file('/datasets/{id}/template.csv', { id: row.id }, t('data.templateCsv')),
          link(address('/datasets/{id}', { id: row.id }), t('data.schema')),
        ),
    },
  ];
  return chapter(
    t('data.datasets'),
    table({
      caption: t('data.datasets'),
      id: 'datasets',
      columns,
      rows: items,
      stacked: true,
      place: ({ id }) => 'dataset-' + id,
    }),
  );
}

function rulebooks(/** @type {Schema<'RulebookSummary'>[]} */ items) {
  /** @type {Column<Schema<'RulebookSummary'>>[]} */
  const columns = [
    {
      id: 'rule',
      title: t('common.rule'),
      head: true,
      value: (row) => row.title,
      cell: (row) => link('/rules?rulebook=' + row.id, element('span.own-words', {}, row.title)),
    },
    { id: 'file', title: t('common.file'), value: (row) => row.document.number },
    {
      id: 'effective',
      title: t('data.effective'),
      class: 'short',
      value: (row) => row.effectiveFrom,
      cell: (row) => format.day(row.effectiveFrom),
    },
    {
      id: 'downloads',
      title: t('data.downloads'),
      value: () => '',
      cell: (row) => link(address('/rulebooks/{id}', { id: row.id }), 'JSON'),
    },
  ];
  return chapter(
    titleOf('/rules'),
    table({ caption: titleOf('/rules'), columns, rows: items, stacked: true, place: ({ id }) => 'rulebook-' + id }),
  );
}

/** @type {[path: string, gives: string][]} */
const CALLS = [
  ['/v1/years', t('data.callYears')],
  ['/v1/feed.atom', t('data.callFeed')],
  ['/v1/years/{year}/overview', t('data.callOverview')],
  ['/v1/years/{year}/report', t('data.callReport')],
  ['/v1/years/{year}/rankings?stage=&industry=&cluster=', t('data.callRankings')],
  ['/v1/years/{year}/enterprises/{uscc}', t('data.callEnterprise')],
  ['/v1/enterprises?q=', t('data.callFind')],
  ['/v1/rulebooks/{id}', t('data.callRulebook')],
  ['/v1/datasets/{id}', t('data.callDataset')],
];

function calls() {
  /** @type {Column<(typeof CALLS)[number]>[]} */
  const columns = [
    {
      id: 'address',
      title: t('data.address'),
      head: true,
      value: ([path]) => path,
      cell: ([path]) => element('code', {}, 'GET ' + path),
    },
    { id: 'content', title: t('common.content'), value: ([, gives]) => gives },
  ];
  return chapter(t('data.api'), [
    element('p', {}, t('data.apiNote'), ' ', pageLink('/api')),
    table({ caption: t('data.api'), columns, rows: CALLS, stacked: true }),
  ]);
}
