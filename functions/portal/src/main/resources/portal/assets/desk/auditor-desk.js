// @ts-check
// An auditor's desk: the last entries of the trail, what was refused, readings of an enterprise.

import { get } from '../api/api.js';
import { element } from '../base/dom.js';
import { zoneDay } from '../base/zone-day.js';
import { namesFor, objectWord } from '../office/audit-objects.js';
import { actionWord, personName } from '../office/audit-words.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'auditorDesk.last': ['最近的操作', 'The last entries'],
  'auditorDesk.none': ['还没有记录。', 'Nothing is recorded yet.'],
  'auditorDesk.all': ['查询审计日志', 'Search the trail'],
  'auditorDesk.same': ['全部同类记录', 'All of the kind'],
  'auditorDesk.refused': ['被拒绝的访问', 'Refused access'],
  'auditorDesk.noneRefused': ['没有被拒绝的访问。', 'No access was refused.'],
  'auditorDesk.decided': ['公布的批准与退回', 'Approvals and refusals'],
});

/** As many as a tile shows. */
const SHOWN = 5;

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./tile.js').Said} Said */

/** @typedef {Schema<'TrailAction'>} Action */

/** @returns {import('./tile.js').Tile[]} */
export function tiles(/** @type {View} */ { signal }) {
  const none = t('auditorDesk.none');
  return [
    { id: 'trail', title: t('auditorDesk.last'), read: () => last([], none, signal) },
    {
      id: 'refused',
      title: t('auditorDesk.refused'),
      read: () => last(['access.refused'], t('auditorDesk.noneRefused'), signal),
    },
    {
      id: 'decided',
      title: t('auditorDesk.decided'),
      read: () => last(['publication.approved', 'publication.refused'], none, signal),
    },
  ];
}

/**
 * The last entries, of some actions or of all.
 *
 * @param {Action[]} actions
 * @param {string} none
 * @param {AbortSignal} signal
 * @returns {Promise<Said>}
 */
async function last(actions, none, signal) {
  const wanted = actions.length ? actions.map((action) => ({ action })) : [{}];
  const found = await Promise.all(wanted.map((one) => get('/audit', { ...one, limit: SHOWN }, signal)));
  const items = found
    .flatMap((one) => one.items)
    .sort((one, other) => other.seq - one.seq)
    .slice(0, SHOWN);
  const names = items.length ? await namesFor(items, signal) : null;
  return {
    text: items.length ? null : none,
    lines: items.map((item) => ({
      text: actionWord(item.action),
      href: itemAddress(item),
      note: [
        ' ',
        element('span.person', {}, personName(item.person)),
        ' · ' + format.minute(item.at),
        names ? element('span.code.own-words', {}, objectWord(item, names)) : null,
      ],
    })),
    actions: actions.length
      ? [['/audit?action=' + actions[0], t('auditorDesk.same')]]
      : [['/audit', t('auditorDesk.all')]],
  };
}

/** The item in the trail of its day. */
function itemAddress(/** @type {Schema<'TrailItem'>} */ { seq, at }) {
  const day = zoneDay(new Date(at));
  return '/audit?from=' + day + '&to=' + day + '#item-' + seq;
}
