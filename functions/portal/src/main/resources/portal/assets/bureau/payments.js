// @ts-check
// The list by which rewards are paid.

import { find } from '../api/api.js';
import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { clauses, ownWords } from '../words/i18n.js';
import { pageLink } from '../page/navigation.js';
import { usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';

const { t, phrase } = ownWords({
  'payments.title': ['拨付清单', 'Payment list'],
  'payments.amount': ['拨付金额', 'Amount payable'],
  'payments.download': ['下载拨付清单（{kind}）', 'Download the payment list ({kind})'],
  'payments.summary': [
    '按公布的结果（{generation}）：{count, number} 家企业，合计 {total} 元。',
    'By the published results ({generation}): {count, plural, one {# enterprise} other {# enterprises}}, ' +
      '{total} yuan in total.',
  ],
  'payments.reward': ['{name} {amount} 元', '{name} {amount} yuan'],
  'payments.pay': [
    '拨付时在“资金分配”中按“评价规则规定的奖励”列出清单，由另一人批准。',
    'To pay, make a list of “the rewards of the rulebook” under “Allocations”; another person approves it.',
  ],
  'payments.list': ['逐家列出', 'List by enterprise'],
});

/**
 * Null where the year has none.
 *
 * @param {import('../page/office-query.js').OfficeFilter & { year: number }} asked
 * @param {AbortSignal} signal
 */
export async function payments(asked, signal) {
  const found = await find('/years/{year}/rewards/payments', asked, signal);
  if (!found?.items.length) {
    return null;
  }
  /** @type {import('../table/table.js').Column<Schema<'Payment'>>[]} */
  const columns = [
    {
      id: 'enterprise',
      title: t('common.enterprise'),
      head: true,
      value: (row) => row.name ?? row.uscc,
    },
    usccColumn(),
    {
      id: 'reward',
      title: t('common.reward'),
      value: (row) => clauses(row.rewards.map(({ name }) => name)),
      cell: (row) =>
        row.rewards.map(({ name, amount }) =>
          element('span.line', {}, t('payments.reward', { name, amount: format.points(amount) })),
        ),
    },
    {
      id: 'amount',
      title: t('payments.amount'),
      unit: t('common.yuanUnit'),
      number: true,
      class: 'strong',
      value: (row) => row.amount,
      cell: (row) => format.points(row.amount),
    },
  ];
  const files = fileButtons('/years/{year}/rewards/payments', asked, 'payments', (kind) =>
    t('payments.download', { kind }),
  );
  return element(
    'section',
    { id: 'payments' },
    element('div.above', {}, element('h2', {}, t('payments.title')), element('div.downloads', {}, files)),
    element(
      'p',
      {},
      phrase('payments.summary', {
        generation: element('span', { title: found.generation }, format.generation(found.generation)),
        count: found.items.length,
        total: element('b', { id: 'payable' }, format.points(found.total)),
      }),
    ),
    element('p', {}, t('payments.pay'), ' ', pageLink('/allocations')),
    element(
      'details.data',
      {},
      element('summary', {}, t('payments.list')),
      table({ caption: t('payments.title'), columns, rows: found.items, stacked: true }),
    ),
  );
}
