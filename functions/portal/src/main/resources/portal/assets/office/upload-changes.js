// @ts-check
// What a file would change, or has changed.

import { get } from '../api/api.js';
import { element } from '../base/dom.js';
import { said, t } from '../words/i18n.js';
import { NOTHING } from '../words/messages.js';
import { table } from '../table/table.js';

/** @typedef {{ name: string, title: string }} Field */

const SHOWN = 50;

/** @type {Record<string, import('../words/i18n.js').MessageId>} */
const KINDS = { added: 'changes.added', changed: 'changes.changed', withdrawn: 'changes.withdrawn' };

/**
 * The section of what changes.
 *
 * @param {string} id of the upload
 * @param {Field[]} fields of its dataset
 */
export async function changesOf(id, fields) {
  const { added, changed, withdrawn, items } = await get('/uploads/{id}/changes', { id, limit: SHOWN });
  const titles = new Map(fields.map(({ name, title }) => [name, title]));
  const rows = items.flatMap((one) =>
    (one.change === 'changed' ? one.fields : one.fields.slice(0, 1)).map((field) => ({ ...one, field })),
  );
  const summary = t('changes.summary', { added, changed, withdrawn });
  return element(
    'section',
    {},
    element('h3', {}, t('changes.title')),
    element('p', {}, added + changed + withdrawn === 0 ? t('changes.none') : summary),
    changed + withdrawn === 0
      ? null
      : table({
          caption: t('changes.title'),
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
            { id: 'change', title: t('changes.change'), class: 'short', value: (row) => said(KINDS[row.change]) },
            {
              id: 'field',
              title: t('changes.field'),
              value: (row) => (row.change === 'changed' ? (titles.get(row.field.field) ?? row.field.field) : NOTHING),
            },
            { id: 'before', title: t('changes.before'), value: (row) => shown(row, row.field.before) },
            { id: 'after', title: t('changes.after'), value: (row) => shown(row, row.field.after) },
          ],
          rows: rows.filter((row) => row.change !== 'added'),
          stacked: true,
        }),
  );
}

/**
 * @param {{ change: string }} row
 * @param {number | string | boolean | null} value
 */
function shown(row, value) {
  return row.change !== 'changed' || value === null ? NOTHING : String(value);
}
