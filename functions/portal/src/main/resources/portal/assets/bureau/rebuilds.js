// Comparing the tables with the bucket, and mending them: order, watch, result.

import { get, post } from '../lib/api.js';
import { confirmed } from '../lib/confirm.js';
import { button, element } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { empty, failure } from '../lib/page.js';
import { table } from '../lib/table.js';

const POLL = 1000;
const STATUSES = { ordered: '等待开始', running: '核对中', done: '已结束' };

export function rebuilds(signal) {
  const place = element('div', { 'aria-live': 'polite' });
  const trouble = element('div');
  const show = async () => {
    for (;;) {
      const { items } = await get('/rebuilds', {}, signal);
      place.replaceChildren(items.length ? listed(items) : empty(t('还没有核对过。')));
      if (items.every((one) => one.status === 'done')) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, POLL));
      if (signal.aborted) {
        return;
      }
    }
  };
  const shown = async () => {
    try {
      await show();
    } catch (error) {
      if (error.name !== 'AbortError') {
        place.replaceChildren(failure(error, shown));
      }
    }
  };
  const order = (dryRun) => async () => {
    if (!dryRun && !(await confirmed(t('将以存储桶中的文件为准，改正数据表中与之不同的内容，确定吗？')))) {
      return;
    }
    try {
      await post('/rebuilds', { dryRun });
      trouble.replaceChildren();
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
    await shown();
  };
  shown();
  return element(
    'section',
    { id: 'rebuilds' },
    element('div.above', {}, element('h2', {}, t('数据核对与重建'))),
    element('p', {}, t('存储桶中的文件是依据，数据表由它们得出；可以随时核对，不同之处可以重建。')),
    element(
      'div.actions.room',
      {},
      button(t('只核对'), order(true), { class: 'quiet', id: 'compare' }),
      button(t('核对并重建'), order(false), { id: 'rebuild' }),
    ),
    trouble,
    place,
  );
}

function listed(items) {
  const number = (title, name) => ({
    title,
    number: true,
    value: (row) => row[name],
    cell: (row) => format.count(row[name]),
  });
  const columns = [
    {
      title: t('时间'),
      head: true,
      value: (row) => row.orderedAt,
      cell: (row) => [format.minute(row.orderedAt), element('span.code', {}, row.id)],
    },
    { title: t('方式'), class: 'short', value: (row) => (row.dryRun ? t('只核对') : t('核对并重建')) },
    {
      title: t('结果'),
      value: verdict,
      cell: (row) => [element('span', { class: 'badge ' + tone(row) }, verdict(row)), keys(row)],
    },
    number(t('文件'), 'files'),
    number(t('数据项'), 'items'),
    number(t('缺少'), 'missing'),
    number(t('不同'), 'different'),
    number(t('多余'), 'surplus'),
    number(t('报送记录有误'), 'deliveries'),
  ];
  return table({ caption: t('数据核对与重建'), columns, rows: items, stacked: true });
}

const tone = (row) => (row.status !== 'done' ? 'warn' : row.equal ? 'good' : row.dryRun ? 'bad' : 'warn');

function verdict(row) {
  if (row.status !== 'done') {
    return t(STATUSES[row.status]);
  }
  return row.equal ? t('完全一致') : row.dryRun ? t('有不同') : t('有不同，已改正');
}

function keys(row) {
  return row.keys.length
    ? element(
        'details',
        {},
        element('summary', {}, t('{count} 个文件', { count: row.keys.length })),
        element(
          'ul.sources',
          {},
          row.keys.map((key) => element('li', {}, key)),
        ),
      )
    : null;
}
