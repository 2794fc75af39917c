// The list by which rewards are paid.

import { download, find } from '../lib/api.js';
import { button, element } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { table } from '../lib/table.js';

/** Null where the year has none. */
export async function payments(year, signal) {
  const path = '/years/' + year + '/rewards/payments';
  const found = await find(path, {}, signal);
  if (!found?.items.length) {
    return null;
  }
  const columns = [
    {
      title: t('企业'),
      head: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) => [row.name ?? row.uscc, element('span.code', {}, row.uscc)],
    },
    {
      title: t('奖励'),
      value: (row) => row.rewards.map(({ name }) => name).join('；'),
      cell: (row) =>
        row.rewards.map((one) => element('span.line', {}, one.name + ' ' + format.points(one.amount) + ' ' + t('元'))),
    },
    {
      title: t('拨付金额'),
      unit: t('元'),
      number: true,
      class: 'strong',
      value: (row) => row.amount,
      cell: (row) => format.points(row.amount),
    },
  ];
  const file = (kind) =>
    button(
      t('下载拨付清单（{kind}）', { kind: kind.toUpperCase() }),
      () => download(path, { format: kind }, 'payments.' + kind),
      { class: 'plain' },
    );
  return element(
    'section',
    { id: 'payments' },
    element('div.above', {}, element('h2', {}, t('拨付清单')), element('div.downloads', {}, file('csv'), file('xlsx'))),
    element(
      'p',
      {},
      t('按公布的结果（{generation}）：{count} 家企业，合计 ', {
        generation: found.generation,
        count: format.count(found.items.length),
      }),
      element('b', { id: 'payable' }, format.points(found.total)),
      ' ' + t('元') + '。',
    ),
    element(
      'details.data',
      {},
      element('summary', {}, t('逐家列出')),
      table({ caption: t('拨付清单'), columns, rows: found.items, stacked: true }),
    ),
  );
}
