// @ts-check
// What a file would change, or has changed.

import { get } from '../api/api.js';
import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { NOTHING } from '../words/messages.js';
import { table } from '../table/table.js';

const { t } = ownWords({
  'changes.summary': [
    '新增 {added, number} 条，改变 {changed, number} 条，撤下 {withdrawn, number} 条。',
    '{added, number} added, {changed, number} changed, {withdrawn, number} withdrawn.',
  ],
  'changes.first': ['这里列出前 {shown, number} 条。', 'The first {shown, number} are listed.'],
  'changes.added': ['新增', 'added'],
  'changes.changed': ['改变', 'changed'],
  'changes.withdrawn': ['撤下', 'withdrawn'],
  'changes.change': ['变化', 'Change'],
  'changes.field': ['列', 'Column'],
  'changes.before': ['原来', 'Before'],
  'changes.after': ['这个文件', 'In this file'],
});

/** @typedef {{ name: string, title: string }} Field */

const SHOWN = 200;

/** @type {Record<string, string>} */
const KINDS = { added: t('changes.added'), changed: t('changes.changed'), withdrawn: t('changes.withdrawn') };

/**
 * The section of what changes.
 *
 * @param {string} id of the upload
 * @param {Field[]} fields of its dataset
 * @param {string} title
 */
export async function changesOf(id, fields, title = t('common.wouldChange')) {
  const { added, changed, withdrawn, items, nextCursor } = await get('/uploads/{id}/changes', { id, limit: SHOWN });
  const titles = new Map(fields.map(({ name, title }) => [name, title]));
  const rows = items.flatMap((one) =>
    (one.change === 'changed' ? one.fields : one.fields.slice(0, 1)).map((field) => ({ ...one, field })),
  );
  const summary = t('changes.summary', { added, changed, withdrawn });
  return element(
    'section',
    {},
    element('h3', {}, title),
    element('p', {}, added + changed + withdrawn === 0 ? t('common.noChanges') : summary),
    changed + withdrawn === 0
      ? null
      : table({
          caption: title,
          columns: [
            {
              id: 'enterprise',
              title: t('common.enterprise'),
              head: true,
              value: (row) => row.name ?? row.uscc,
              cell: (row) => [
                row.name ?? NOTHING,
                element('span.code', {}, [row.uscc, ...Object.values(row.item)].join(' ')),
              ],
            },
            { id: 'change', title: t('changes.change'), class: 'short', value: (row) => KINDS[row.change] },
            {
              id: 'field',
              title: t('changes.field'),
              value: (row) => (row.change === 'changed' ? (titles.get(row.field.field) ?? row.field.field) : NOTHING),
            },
            { id: 'before', title: t('changes.before'), value: (row) => shown(row, row.field.before) },
            { id: 'after', title: t('changes.after'), value: (row) => shown(row, row.field.after) },
          ],
          rows,
          stacked: true,
        }),
    nextCursor ? element('p.muted', {}, t('changes.first', { shown: SHOWN })) : null,
  );
}

/**
 * @param {{ change: string }} row
 * @param {number | string | boolean | null} value
 */
function shown(row, value) {
  return row.change !== 'changed' || value === null ? NOTHING : String(value);
}
