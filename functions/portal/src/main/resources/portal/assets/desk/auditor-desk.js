// @ts-check
// An auditor's desk: the last entries of the trail, what was refused, readings of an enterprise.

import { get } from '../api/api.js';
import { element } from '../base/dom.js';
import { actionWord, personName } from '../office/audit-words.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'auditorDesk.last': ['最近的操作', 'The last entries'],
  'auditorDesk.none': ['还没有记录。', 'Nothing is recorded yet.'],
  'auditorDesk.all': ['查询审计日志', 'Search the trail'],
  'auditorDesk.refused': ['被拒绝的访问', 'Refused access'],
  'auditorDesk.noneRefused': ['没有被拒绝的访问。', 'No access was refused.'],
  'auditorDesk.decided': ['公布的批准与退回', 'Approvals and refusals'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./tile.js').Said} Said */

/** @returns {import('./tile.js').Tile[]} */
export function tiles(/** @type {View} */ { signal }) {
  return [
    { id: 'trail', title: t('auditorDesk.last'), read: () => last({}, t('auditorDesk.none'), signal) },
    {
      id: 'refused',
      title: t('auditorDesk.refused'),
      read: () => last({ action: 'access.refused' }, t('auditorDesk.noneRefused'), signal),
    },
    {
      id: 'decided',
      title: t('auditorDesk.decided'),
      read: () => last({ action: 'publication.approved' }, t('auditorDesk.none'), signal),
    },
  ];
}

/**
 * The last entries, of one action or of all.
 *
 * @param {{ action?: Schema<'TrailAction'> }} wanted
 * @param {string} none
 * @param {AbortSignal} signal
 * @returns {Promise<Said>}
 */
async function last(wanted, none, signal) {
  const { items } = await get('/audit', { ...wanted, limit: 5 }, signal);
  return {
    text: items.length ? null : none,
    lines: items.map(({ at, person, action }) => ({
      text: actionWord(action),
      note: [' ', element('span.person', {}, personName(person)), ' · ' + format.minute(at)],
    })),
    actions: [['/audit' + (wanted.action ? '?action=' + wanted.action : ''), t('auditorDesk.all')]],
  };
}
