// @ts-check
// 复算: the published year computed again from its own rows, and what came of it.

import { get } from '../api/api.js';
import { button, element } from '../base/dom.js';
import { failure } from '../api/failure.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { saveButton, table } from '../table/table.js';

const { t } = ownWords({
  'verification.title': ['复算核对', 'Compute again'],
  'verification.what': [
    '用 {year} 年度公布结果自身所存的数据，按当时的评价规则重新计算，逐户核对。只作核对，不改变任何结果。',
    'Computes the published results of {year} again from the data stored with them. It changes nothing.',
  ],
  'verification.start': ['开始复算', 'Compute again'],
  'verification.running': [
    '正在复算，企业较多时约需半分钟……',
    'Computing; with many enterprises it takes about half a minute…',
  ],
  'verification.same': [
    '复算一致：{year} 年度公布的 {count, number} 家企业，按规则 {rulebook} 重新计算，评价状态、阶段、得分和排名全部相同。',
    'The same: all {count, number} enterprises of {year} come out as published, by {rulebook}.',
  ],
  'verification.different': [
    '复算不一致：{year} 年度公布的 {count, number} 家企业中，{different, number} 家按规则 {rulebook} 计算的结果与公布的不同。',
    '{different, number} of {count, number} enterprises of {year} do not come out as published (by {rulebook}).',
  ],
  'verification.stands': [
    '已公布的结果没有改动，请联系系统管理员核对程序版本。',
    'The published results stand. Ask the administrator which build is deployed.',
  ],
  'verification.first': ['下表列出前 {count, number} 家。', 'The first {count, number} are listed.'],
  'verification.differing': ['复算结果不同的企业', 'Enterprises that come out otherwise'],
  'verification.total': ['公布总分', 'Total, published'],
  'verification.totalAgain': ['复算总分', 'Total, computed again'],
  'verification.rank': ['公布排名', 'Rank, published'],
  'verification.rankAgain': ['复算排名', 'Rank, computed again'],
});

/** @typedef {Schema<'Verification'>} Verification */
/** @typedef {Verification['differing'][number]} Differing */

/** The button, and under it the result in words; nothing is stored or changed. */
export function verification(/** @type {number} */ year) {
  const place = element('div', { 'aria-live': 'polite' });
  const verify = async () => {
    start.disabled = true;
    place.replaceChildren(element('p.loading', {}, t('verification.running')));
    try {
      place.replaceChildren(...result(await get('/years/{year}/verification', { year })));
    } catch (error) {
      place.replaceChildren(failure(error, verify));
    } finally {
      start.disabled = false;
    }
  };
  const start = /** @type {HTMLButtonElement} */ (button(t('verification.start'), verify, { id: 'verify' }));
  return element(
    'section.card',
    { id: 'verification' },
    element('h2', {}, t('verification.title')),
    element('p.muted', {}, t('verification.what', { year })),
    element('div.row', {}, start),
    place,
  );
}

function result(/** @type {Verification} */ of) {
  const different = of.enterprises - of.same;
  const known = { year: of.year, rulebook: of.rulebook, count: of.enterprises };
  if (different === 0) {
    return [element('p.notice.good', {}, t('verification.same', known))];
  }
  /** @type {import('../table/table.js').Column<Differing>[]} */
  const columns = [
    {
      id: 'enterprise',
      title: t('common.enterprise'),
      head: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) => [row.name ?? '', element('span.code', {}, row.uscc)],
    },
    figure('total', t('verification.total'), (row) => row.total, format.points),
    figure('totalAgain', t('verification.totalAgain'), (row) => row.totalAgain, format.points),
    figure('rank', t('verification.rank'), (row) => row.rank, format.count),
    figure('rankAgain', t('verification.rankAgain'), (row) => row.rankAgain, format.count),
  ];
  const caption = t('verification.differing');
  return [
    element(
      'p.notice.bad',
      { role: 'alert' },
      t('verification.different', { ...known, different }),
      ' ',
      t('verification.stands'),
    ),
    of.differing.length < different
      ? element('p.muted', {}, t('verification.first', { count: of.differing.length }))
      : null,
    element('div.downloads', {}, saveButton(caption, columns, of.differing)),
    table({ caption, id: 'differing', columns, rows: of.differing, stacked: true }),
  ].filter((part) => part !== null);
}

/**
 * @param {string} id
 * @param {string} title
 * @param {(row: Differing) => number | null | undefined} value
 * @param {(figure: number | null | undefined) => string} shown
 * @returns {import('../table/table.js').Column<Differing>}
 */
function figure(id, title, value, shown) {
  return { id, title, number: true, value, cell: (row) => shown(value(row)) };
}
