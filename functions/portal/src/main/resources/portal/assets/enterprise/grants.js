// @ts-check
// What this enterprise lets banks read: it grants, and withdraws at any time.

import { all, post, remove } from '../api/api.js';
import { button, element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { scopeName } from '../words/grants.js';
import { empty } from '../base/notices.js';
import { failure } from '../api/failure.js';
import { page } from '../page/page.js';
import { keptForm } from '../page/use-draft.js';
import { pageLink } from '../page/navigation.js';
import { person } from '../session/session.js';
import { table } from '../table/table.js';
import { titleOf } from '../page/navigation.js';

const { t } = ownWords({
  'grants.lead': [
    '授权银行查看本企业已公布的结果。银行的每次查看都有记录；撤回后立即不能再看。',
    'Let a bank read the published results of your enterprise. Every reading is recorded; after a withdrawal ' +
      'nothing can be read any more.',
  ],
  'grants.none': ['还没有授权过银行。', 'No bank has been granted anything yet.'],
  'grants.noBanks': [
    '科学技术局尚未登记可获授权的银行。',
    'The science and technology bureau has not listed any bank yet.',
  ],
  'grants.give': ['授权', 'Grant'],
  'grants.bank': ['银行', 'Bank'],
  'grants.scope': ['范围', 'Scope'],
  'grants.until': ['授权至', 'Until'],
  'grants.purpose': ['用途（如：流动资金贷款审查）', 'Purpose (such as a working-capital loan)'],
  'grants.purposeColumn': ['用途', 'Purpose'],
  'grants.given': ['授权时间', 'Granted'],
  'grants.valid': ['有效', 'Valid'],
  'grants.expired': ['已过期', 'Run out'],
  'grants.withdrawn': ['已撤回', 'Withdrawn'],
  'grants.withdraw': ['撤回', 'Withdraw'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {Schema<'Grant'>} Grant */

/** @type {Record<Grant['standing'], string>} */
const STANDINGS = { valid: t('grants.valid'), expired: t('grants.expired'), withdrawn: t('grants.withdrawn') };

/** @type {Schema<'GrantScope'>[]} */
const SCOPES = ['card', 'profile', 'history'];

page({ lead: t('grants.lead') }, async (view) => {
  const { uscc } = person();
  const { banks, items } = await all('/enterprises/{uscc}/grants', { uscc }, view.signal);
  view.body.replaceChildren(
    banks.length ? form(banks, uscc, view) : element('p.notice', {}, t('grants.noBanks')),
    items.length ? list(items, uscc, view) : empty(t('grants.none')),
    element('p', {}, pageLink('/readers')),
  );
});

function form(/** @type {Schema<'Grants'>['banks']} */ banks, /** @type {string} */ uscc, /** @type {View} */ view) {
  const option = (/** @type {string} */ value, /** @type {string} */ text) => element('option', { value }, text);
  const bank = element('select', { name: 'bank', required: true }, ...banks.map(({ id, name }) => option(id, name)));
  const scope = element('select', { name: 'scope' }, ...SCOPES.map((id) => option(id, scopeName(id))));
  const until = element('input', { name: 'until', type: 'date', required: true });
  const purpose = element('input', { name: 'purpose', required: true, maxlength: 200 });
  const field = (/** @type {string} */ title, /** @type {HTMLElement} */ input) =>
    element('label.field', {}, element('span', {}, title), input);
  return element(
    'section.card',
    {},
    element('h2', {}, t('grants.give')),
    keptForm(
      {
        id: 'grant',
        name: 'grant',
        signal: view.signal,
        send: () =>
          post(
            '/enterprises/{uscc}/grants',
            { uscc },
            {
              bank: bank.value,
              scope: /** @type {Schema<'GrantScope'>} */ (scope.value),
              until: until.value,
              purpose: purpose.value.trim(),
            },
          ),
        done: view.refresh,
      },
      [
        field(t('grants.bank'), bank),
        field(t('grants.scope'), scope),
        field(t('grants.until'), until),
        field(t('grants.purpose'), purpose),
        element('button', { type: 'submit' }, t('grants.give')),
      ],
    ),
  );
}

function list(/** @type {Grant[]} */ items, /** @type {string} */ uscc, /** @type {View} */ view) {
  /** @type {import('../table/table.js').Column<Grant>[]} */
  const columns = [
    {
      id: 'bank',
      title: t('grants.bank'),
      head: true,
      value: (row) => row.bankName,
      cell: (row) => element('span.own-words', {}, row.bankName),
    },
    { id: 'scope', title: t('grants.scope'), value: (row) => scopeName(row.scope) },
    {
      id: 'purpose',
      title: t('grants.purposeColumn'),
      class: 'broad',
      value: (row) => row.purpose,
      cell: (row) => element('span.own-words', {}, row.purpose),
    },
    { id: 'given', title: t('grants.given'), value: (row) => row.givenAt, cell: (row) => format.minute(row.givenAt) },
    { id: 'until', title: t('grants.until'), value: (row) => row.until },
    {
      id: 'standing',
      title: t('common.status'),
      value: (row) => STANDINGS[row.standing],
      cell: (row) =>
        element('span', { class: 'badge ' + (row.standing === 'valid' ? 'good' : '') }, STANDINGS[row.standing]),
    },
    {
      id: 'withdraw',
      title: t('grants.withdraw'),
      value: () => '',
      cell: (row) => (row.standing === 'valid' ? withdrawing(row, uscc, view) : NOTHING),
    },
  ];
  return table({ caption: titleOf('/grants'), id: 'grants', columns, rows: items, stacked: true });
}

function withdrawing(/** @type {Grant} */ { id, bankName }, /** @type {string} */ uscc, /** @type {View} */ view) {
  const trouble = element('span', { 'aria-live': 'polite' });
  const withdraw = async () => {
    try {
      await remove('/enterprises/{uscc}/grants/{id}', { uscc, id });
      view.refresh();
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  };
  const label = t('grants.withdraw');
  return [button(label, withdraw, { class: 'quiet', 'aria-label': label + ' ' + bankName }), trouble];
}
