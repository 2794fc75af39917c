// @ts-check
// 复算: the published year computed again from its own rows, and what came of it.

import { get } from '../api/api.js';
import { button, element } from '../base/dom.js';
import { failure } from '../api/failure.js';
import { format } from '../words/format.js';
import { t } from '../words/i18n.js';
import { saveButton, table } from '../table/table.js';

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
