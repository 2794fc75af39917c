// @ts-check
// Comparing the tables with the bucket, and mending them: order, watch, result.

import { get, isAbort, post } from '../api/api.js';
import { confirmed } from '../base/confirm.js';
import { button, element } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { failure } from '../api/failure.js';
import { empty } from '../base/notices.js';
import { keptForm } from '../page/use-draft.js';
import { personName } from '../office/audit-words.js';
import { table } from '../table/table.js';

const { t } = ownWords({
  'runs.kind': ['方式', 'Kind'],
  'rebuilds.title': ['数据核对与重建', 'Verify and rebuild the tables'],
  'rebuilds.note': [
    '存储桶中的文件是依据，数据表由它们得出；可以随时核对，不同之处可以重建。',
    'The files in the bucket are the record and the tables are derived from them. They can be verified at ' +
      'any time, and differences rebuilt.',
  ],
  'rebuilds.who': ['发起人', 'Ordered by'],
  'rebuilds.none': ['还没有核对过。', 'Nothing has been verified yet.'],
  'rebuilds.ask': [
    '将以存储桶中的文件为准，改正数据表中与之不同的内容，确定吗？',
    'Where the tables differ from the files in the bucket, they will be corrected. Continue?',
  ],
  'rebuilds.verifyOnly': ['只核对', 'Verify only'],
  'rebuilds.verifyAndRebuild': ['核对并重建', 'Verify and rebuild'],
  'rebuilds.running': ['核对中', 'Verifying'],
  'rebuilds.ended': ['已结束', 'Done'],
  'rebuilds.items': ['数据项', 'Items'],
  'rebuilds.missing': ['缺少', 'Missing'],
  'rebuilds.different': ['不同', 'Different'],
  'rebuilds.surplus': ['多余', 'Surplus'],
  'rebuilds.deliveries': ['报送记录有误', 'Wrong delivery records'],
  'rebuilds.equal': ['完全一致', 'Identical'],
  'rebuilds.differs': ['有不同', 'Differences found'],
  'rebuilds.corrected': ['有不同，已改正', 'Differences found and corrected'],
  'rebuilds.refused': ['未撤回：依据的文件大量缺失', 'Not withdrawn: many files are missing'],
  'rebuilds.reasonTitle': ['大量撤回', 'Withdrawing much'],
  'rebuilds.reasonNote': [
    '数据表中一成以上的数据出自存储桶中从未有过的文件时，可能是存储桶有误，重建不予撤回；确需撤回的，填写理由后再重建。',
    'Where over a tenth of the facts is of files that the bucket has never had, the bucket may be the wrong one, ' +
      'and a rebuild withdraws none of them. If they are to be withdrawn, give a reason and rebuild again.',
  ],
  'rebuilds.files': ['{count, number} 个文件', '{count, plural, one {# file} other {# files}}'],
});

const POLL = 1000;
/** @type {Record<Schema<'Rebuild'>['status'], string>} */
const STATUSES = {
  ordered: t('common.waiting'),
  running: t('rebuilds.running'),
  done: t('rebuilds.ended'),
  refused: t('rebuilds.refused'),
};

export function rebuilds(/** @type {AbortSignal} */ signal) {
  const place = element('div', { 'aria-live': 'polite' });
  const reason = element('input', { id: 'rebuild-reason', name: 'reason', maxlength: 500 });
  const show = async () => {
    for (;;) {
      const { items } = await get('/rebuilds', {}, signal);
      place.replaceChildren(items.length ? listed(items) : empty(t('rebuilds.none')));
      if (items.every((one) => one.status === 'done' || one.status === 'refused')) {
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
      if (!isAbort(error)) {
        place.replaceChildren(failure(error, shown));
      }
    }
  };
  const verify = async () => {
    await post('/rebuilds', {}, { dryRun: true, reason: null });
    await shown();
    // The reason, if any, is for the rebuild that may follow.
    return undefined;
  };
  const rebuild = async () =>
    (await confirmed(t('rebuilds.ask'))) ? post('/rebuilds', {}, { dryRun: false, reason: reason.value }) : undefined;
  shown();
  return element(
    'section',
    { id: 'rebuilds' },
    element('div.above', {}, element('h2', {}, t('rebuilds.title'))),
    element('p', {}, t('rebuilds.note')),
    keptForm({ id: 'order-rebuild', name: 'rebuild', signal, done: shown }, (sending) => [
      element(
        'div.actions.room',
        {},
        button(t('rebuilds.verifyOnly'), sending(verify), { class: 'quiet', id: 'compare' }),
        button(t('rebuilds.verifyAndRebuild'), sending(rebuild), { id: 'rebuild' }),
      ),
      element(
        'details',
        {},
        element('summary', {}, t('rebuilds.reasonTitle')),
        element('p', {}, t('rebuilds.reasonNote')),
        element('label', { for: 'rebuild-reason' }, t('common.reason')),
        reason,
      ),
    ]),
    place,
  );
}

/** @typedef {import('../table/table.js').Column<Schema<'Rebuild'>>} Column */

function listed(/** @type {Schema<'Rebuild'>[]} */ items) {
  /** @type {(title: string, name: 'files' | 'items' | 'missing' | 'different' | 'surplus' | 'deliveries') => Column} */
  const number = (title, name) => ({
    id: name,
    title,
    number: true,
    value: (row) => row[name],
    cell: (row) => format.count(row[name]),
  });
  /** @type {Column[]} */
  const columns = [
    {
      id: 'time',
      title: t('common.time'),
      head: true,
      value: (row) => row.orderedAt,
      cell: (row) => [format.minute(row.orderedAt), element('span.code', {}, row.id)],
    },
    {
      id: 'kind',
      title: t('runs.kind'),
      class: 'short',
      value: (row) => (row.dryRun ? t('rebuilds.verifyOnly') : t('rebuilds.verifyAndRebuild')),
    },
    {
      id: 'outcome',
      title: t('common.outcome'),
      value: verdict,
      cell: (row) => [element('span', { class: 'badge ' + tone(row) }, verdict(row)), keys(row)],
    },
    { id: 'who', title: t('rebuilds.who'), value: (row) => personName(row.orderedBy) },
    number(t('common.file'), 'files'),
    number(t('rebuilds.items'), 'items'),
    number(t('rebuilds.missing'), 'missing'),
    number(t('rebuilds.different'), 'different'),
    number(t('rebuilds.surplus'), 'surplus'),
    number(t('rebuilds.deliveries'), 'deliveries'),
  ];
  return table({ caption: t('rebuilds.title'), columns, rows: items, stacked: true });
}

const tone = (/** @type {Schema<'Rebuild'>} */ row) =>
  row.status === 'refused' ? 'bad' : row.status !== 'done' ? 'warn' : row.equal ? 'good' : row.dryRun ? 'bad' : 'warn';

function verdict(/** @type {Schema<'Rebuild'>} */ row) {
  if (row.status !== 'done') {
    return STATUSES[row.status];
  }
  return row.equal ? t('rebuilds.equal') : row.dryRun ? t('rebuilds.differs') : t('rebuilds.corrected');
}

function keys(/** @type {Schema<'Rebuild'>} */ row) {
  return row.keys.length
    ? element(
        'details',
        {},
        element('summary', {}, t('rebuilds.files', { count: row.keys.length })),
        element(
          'ul.sources',
          {},
          row.keys.map((key) => element('li', {}, key)),
        ),
      )
    : null;
}
