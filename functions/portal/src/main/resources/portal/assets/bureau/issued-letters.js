// @ts-check
// The letters that were issued on a year's results, and their revocation.

import { all, get, post } from '../api/api.js';
import { element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { session } from '../session/session.js';
import { table } from '../table/table.js';
import { keptForm } from '../page/use-draft.js';

const { t } = ownWords({
  'issuedLetters.title': ['{year} 年度参考函', 'Letters on {year}'],
  'issuedLetters.none': ['还没有出具过参考函。', 'No letter has been issued yet.'],
  'issuedLetters.until': ['有效期至', 'Valid until'],
  'issuedLetters.valid': ['有效', 'Valid'],
  'issuedLetters.changed': ['总分或阶段已变化', 'Total or stage has changed'],
  'issuedLetters.expired': ['已过有效期', 'Run out'],
  'issuedLetters.revoked': ['已撤销', 'Revoked'],
  'issuedLetters.revokedBy': ['（{who}：{reason}）', ' ({who}: {reason})'],
  'issuedLetters.revoke': ['撤销（写明理由）', 'Revoke (with a reason)'],
});

/** @typedef {Schema<'ListedLetter'>} Letter */
/** @typedef {import('../page/page.js').View} View */

/** @type {Record<Letter['standing'], string>} */
const STANDINGS = {
  valid: t('issuedLetters.valid'),
  changed: t('issuedLetters.changed'),
  expired: t('issuedLetters.expired'),
  revoked: t('issuedLetters.revoked'),
};

/** The newest published year's. */
export async function issuedLetters(/** @type {View} */ view) {
  const newest = (await get('/years', {}, view.signal)).items[0];
  if (!newest) {
    return element('section', { id: 'issued' }, empty(t('issuedLetters.none')));
  }
  const { items } = await all('/years/{year}/letters', { year: newest.year }, view.signal);
  const title = t('issuedLetters.title', { year: newest.year });
  /** @type {import('../table/table.js').Column<Letter>[]} */
  const columns = [
    { id: 'name', title: t('common.enterprise'), head: true, value: (row) => row.name ?? row.uscc },
    {
      id: 'code',
      title: t('common.letterCode'),
      value: (row) => row.code,
      cell: (row) => element('code', {}, row.code),
    },
    { id: 'issued', title: t('common.time'), value: (row) => row.issuedAt, cell: (row) => format.minute(row.issuedAt) },
    { id: 'until', title: t('issuedLetters.until'), value: (row) => row.validUntil },
    {
      id: 'standing',
      title: t('common.status'),
      class: 'broad',
      value: (row) => STANDINGS[row.standing],
      cell: (row) => [
        element('span', { class: 'badge ' + (row.standing === 'valid' ? 'good' : '') }, STANDINGS[row.standing]),
        row.revocation
          ? t('issuedLetters.revokedBy', { who: row.revocation.by.name, reason: row.revocation.reason })
          : '',
      ],
    },
    {
      id: 'revoke',
      title: t('issuedLetters.revoke'),
      value: () => '',
      cell: (row) => (row.standing !== 'revoked' && session?.roles.includes('bureau') ? revoking(row, view) : NOTHING),
    },
  ];
  return element(
    'section',
    { id: 'issued' },
    element('div.above', {}, element('h2', {}, title)),
    items.length
      ? table({ caption: title, columns, rows: items, stacked: true })
      : element('p', {}, t('issuedLetters.none')),
  );
}

function revoking(/** @type {Letter} */ { code }, /** @type {View} */ view) {
  const label = { 'aria-label': t('common.reasonAsked') };
  const reason = element('input', { name: 'reason', required: true, maxlength: 500, ...label });
  return keptForm(
    {
      id: 'revoke-' + code,
      name: 'revocation ' + code,
      signal: view.signal,
      send: () => post('/letters/{code}/revocation', { code }, { reason: reason.value.trim() }),
      done: view.refresh,
    },
    [reason, element('button.quiet', { type: 'submit' }, t('issuedLetters.revoke'))],
  );
}
