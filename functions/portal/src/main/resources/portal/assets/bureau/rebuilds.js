// @ts-check
// Comparing the tables with the bucket, and mending them: order, watch, result.

import { get, isAbort, post } from '../api/api.js';
import { confirmed } from '../base/confirm.js';
import { button, element } from '../base/dom.js';
import { format } from '../words/format.js';
import { said, t } from '../words/i18n.js';
import { failure } from '../api/failure.js';
import { empty } from '../base/notices.js';
import { table } from '../table/table.js';

const POLL = 1000;
/** @type {Record<Schema<'Rebuild'>['status'], import('../words/i18n.js').MessageId>} */
const STATUSES = {
  ordered: 'status.waiting',
  running: 'rebuilds.running',
  done: 'rebuilds.ended',
  refused: 'rebuilds.refused',
};

export function rebuilds(/** @type {AbortSignal} */ signal) {
  const place = element('div', { 'aria-live': 'polite' });
  const trouble = element('div');
  const reason = element('input', { id: 'rebuild-reason', maxlength: 500 });
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
  const order = (/** @type {boolean} */ dryRun) => async () => {
    if (!dryRun && !(await confirmed(t('rebuilds.ask')))) {
      return;
    }
    try {
      await post('/rebuilds', {}, { dryRun, reason: dryRun ? null : reason.value });
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
    element('div.above', {}, element('h2', {}, t('rebuilds.title'))),
    element('p', {}, t('rebuilds.note')),
    element(
      'div.actions.room',
      {},
      button(t('rebuilds.verifyOnly'), order(true), { class: 'quiet', id: 'compare' }),
      button(t('rebuilds.verifyAndRebuild'), order(false), { id: 'rebuild' }),
    ),
    element(
      'details',
      {},
      element('summary', {}, t('rebuilds.reasonTitle')),
      element('p', {}, t('rebuilds.reasonNote')),
      element('label', { for: 'rebuild-reason' }, t('common.reason')),
      reason,
    ),
    trouble,
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
    return said(STATUSES[row.status]);
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
