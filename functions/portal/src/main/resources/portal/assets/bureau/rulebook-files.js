// Rulebooks that came as files: which were taken, and what is wrong with the others.

import { get } from '../lib/api.js';
import { element, link } from '../lib/dom.js';
import { format, NOTHING } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { rulebook, status } from '../lib/names.js';
import { empty } from '../lib/page.js';
import { table } from '../lib/table.js';

export async function rulebookFiles(signal) {
  const { items } = await get('/rulebook-files', {}, signal);
  const taken = new Map(
    await Promise.all(
      items.filter((row) => row.status === 'accepted').map(async (row) => [row.id, await rulebook(row.id)]),
    ),
  );
  const count = (row) => taken.get(row.id)?.rules.cases?.list.length ?? 0;
  const columns = [
    {
      title: t('文件'),
      head: true,
      value: (row) => row.key,
      cell: (row) => [row.key, element('span.code', {}, t('版本') + ' ' + row.version)],
    },
    {
      title: t('状态'),
      class: 'short',
      value: (row) => row.status,
      cell: (row) =>
        element(
          'span',
          { class: 'badge ' + (row.status === 'accepted' ? 'good' : 'bad') },
          row.status === 'accepted' ? t('已接收') : status(row.status),
        ),
    },
    {
      title: t('规则'),
      value: (row) => row.id,
      cell: (row) =>
        row.status === 'accepted'
          ? link('/rules?rulebook=' + encodeURIComponent(row.id), taken.get(row.id)?.document?.title ?? row.id)
          : NOTHING,
    },
    {
      title: t('案例'),
      number: true,
      value: count,
      cell: (row) =>
        count(row)
          ? link(
              '/rules?rulebook=' + encodeURIComponent(row.id) + '#cases',
              t('{count} 个，全部相符', { count: count(row) }),
            )
          : NOTHING,
    },
    {
      title: t('问题'),
      class: 'broad',
      value: (row) => row.problems.join('；'),
      cell: (row) =>
        row.problems.length
          ? element(
              'ul.sources',
              {},
              row.problems.map((text) => element('li', {}, text)),
            )
          : NOTHING,
    },
    { title: t('时间'), class: 'short', value: (row) => row.uploadedAt, cell: (row) => format.minute(row.uploadedAt) },
  ];
  return element(
    'section',
    { id: 'rulebook-files' },
    element('div.above', {}, element('h2', {}, t('规则文件')), link('/rulebook-guide', t('规则编写指南'))),
    element(
      'p',
      {},
      t('放入存储桶 rulebooks/ 的规则文件，检查并验算所附案例后才接收；接收后可在“计算与发布”中用它试算。'),
    ),
    items.length
      ? table({ caption: t('规则文件'), columns, rows: items, stacked: true })
      : empty(t('还没有放入过规则文件。'), t('系统自带的规则见上面的“评价规则”。')),
  );
}
