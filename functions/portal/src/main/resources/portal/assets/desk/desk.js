// @ts-check
// The work of the day of who is signed in: how things stand, what is to be done, and where.

import { element } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { person, session } from '../session/session.js';
import { ownWords } from '../words/i18n.js';
import { chooser, isWanted } from './chooser.js';
import { readings } from './readings.js';
import { laidOut } from './tile.js';

const { t, phrase } = ownWords({
  'desk.lead': ['{name}，以下是您今天要看的和要办的。', '{name}, this is what to look at and to do today.'],
  'desk.empty': [
    '各项内容均已关闭，可在“显示的内容”中打开。',
    'Everything is turned off. Turn it on under “What is shown”.',
  ],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./tile.js').Tile} Tile */

/**
 * What is on the desk of each role.
 *
 * @type {Record<
 *   import('../session/session.js').Role,
 *   () => Promise<{ tiles: (view: View, read: import('./readings.js').Readings) => Tile[] }>
 * >}
 */
const DESKS = {
  enterprise: () => import('./enterprise-desk.js'),
  department: () => import('./department-desk.js'),
  bureau: () => import('./bureau-desk.js'),
  approver: () => import('./approver-desk.js'),
  auditor: () => import('./auditor-desk.js'),
  bank: () => import('./bank-desk.js'),
};

page({ anyYear: session?.role !== 'auditor' }, async (view) => {
  const { name, roles } = person();
  view.lead(...phrase('desk.lead', { name: element('span.person', {}, name) }).map(asNode));
  const desks = await Promise.all(roles.map((role) => DESKS[role]()));
  const read = readings(view.number, view.signal);
  const all = desks.flatMap(({ tiles }) => tiles(view, read));
  const desk = element('div.desk');
  const lay = () => {
    const { places, filled } = laidOut(all.filter(isWanted));
    desk.replaceChildren(...(places.length ? places : [empty(t('desk.empty'))]));
    return filled;
  };
  view.tools.append(chooser(all, lay));
  view.body.replaceChildren(desk);
  await lay();
});

function asNode(/** @type {Child} */ part) {
  return part instanceof Node ? part : String(part);
}
