// @ts-check
// Everything there is to take away: results, rules, schemas, templates.

import { address, get } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { said, t } from '../words/i18n.js';
import { yesOrNo } from '../api/names.js';
import { page } from '../page/page.js';
import { rebuilds } from '../bureau/rebuilds.js';
import { session } from '../session/session.js';
import { table } from '../table/table.js';

/** @typedef {import('../words/i18n.js').MessageId} MessageId */
/**
 * @template R
 * @typedef {import('../table/table.js').Column<R>} Column
 */

page({ title: 'data.title', lead: 'data.lead' }, async (view) => {
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

const section = (/** @type {string} */ title, /** @type {Child[]} */ ...content) =>
  element('section', {}, element('div.above', {}, element('h2', {}, title)), ...content);

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
  return section(
    t('common.published'),
    table({ caption: t('common.published'), id: 'years', columns, rows: years, stacked: true }),
  );
}

/** @type {Record<Schema<'Dataset'>['shape'], MessageId>} */
const SHAPES = { 'per-enterprise': 'data.onePerEnterprise', 'line-items': 'data.manyPerEnterprise' };

function datasets(/** @type {import('../api/catalogue.js').Catalogue} */ { items, department }) {
  /** @type {Column<Schema<'Dataset'>>[]} */
  const columns = [
    { id: 'dataset', title: t('common.dataset'), head: true, value: (row) => row.title },
    { id: 'owner', title: t('data.owner'), value: (row) => department(row.owner) },
    { id: 'shape', title: t('data.shape'), class: 'short', value: (row) => said(SHAPES[row.shape]) },
    { id: 'selfReport', title: t('data.selfReport'), class: 'short', value: (row) => yesOrNo(row.open) },
    {
      id: 'downloads',
      title: t('common.downloads'),
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
  return section(
    t('data.datasets'),
    table({ caption: t('data.datasets'), id: 'datasets', columns, rows: items, stacked: true }),
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
      cell: (row) => link('/rules?rulebook=' + row.id, row.title),
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
      title: t('common.downloads'),
      value: () => '',
      cell: (row) => link(address('/rulebooks/{id}', { id: row.id }), 'JSON'),
    },
  ];
  return section(t('page.rulebooks'), table({ caption: t('page.rulebooks'), columns, rows: items, stacked: true }));
}

/** @type {[path: string, gives: MessageId][]} */
const CALLS = [
  ['/v1/years', 'data.callYears'],
  ['/v1/years/{year}/overview', 'data.callOverview'],
  ['/v1/years/{year}/report', 'data.callReport'],
  ['/v1/years/{year}/rankings?stage=&industry=&cluster=', 'data.callRankings'],
  ['/v1/years/{year}/enterprises/{uscc}', 'data.callEnterprise'],
  ['/v1/enterprises?q=', 'data.callFind'],
  ['/v1/rulebooks/{id}', 'data.callRulebook'],
  ['/v1/datasets/{id}', 'data.callDataset'],
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
    { id: 'content', title: t('common.content'), value: ([, gives]) => said(gives) },
  ];
  return section(
    t('data.api'),
    element('p', {}, t('data.apiNote'), ' ', link('/api', t('api.title'))),
    table({ caption: t('data.api'), columns, rows: CALLS, stacked: true }),
  );
}
