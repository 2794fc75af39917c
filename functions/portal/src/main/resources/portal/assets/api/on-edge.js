// @ts-check
// Who stands near the end of a list, for those who decide on the lists.

import { find } from './api.js';
import { element } from '../base/dom.js';
import { isAny } from '../session/session.js';
import { list, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'onEdge.seeds': ['种子企业库', 'Seed library'],
  'onEdge.list': ['{list}（前 {places, number} 名）', '{list} (first {places, number})'],
  'onEdge.near': [
    '处于边缘：{lists}。权重、满分值和未定的选择变动后，阶段内名次在九成的情形中为第 {low, number} 至 {high, number} 名。',
    'Near the end of {lists}: when weights, full marks and open choices vary, its rank in the stage is ' +
      '{low, number} to {high, number} in nine of ten cases.',
  ],
});

/** @typedef {{ list: string, places: number, low: number, high: number }} Near a list, and the band of the rank */

/**
 * By enterprise, the lists whose end it is near; none for others than those who decide.
 *
 * @param {number} year
 * @param {AbortSignal} [signal]
 * @returns {Promise<Map<string, Near[]>>}
 */
export async function onEdge(year, signal) {
  /** @type {Map<string, Near[]>} */
  const near = new Map();
  const audit = isAny('bureau', 'approver') ? await find('/years/{year}/diagnostics', { year }, signal) : null;
  for (const { list: id, places, enterprises } of audit?.edges ?? []) {
    for (const { uscc, low, high } of enterprises) {
      near.set(uscc, [...(near.get(uscc) ?? []), { list: id, places, low, high }]);
    }
  }
  return near;
}

/**
 * What to say of one that is near; nothing of others.
 *
 * @param {Near[] | undefined} near
 * @param {import('./names.js').Book} rules
 */
export function edgeNote(near, rules) {
  if (!near?.length) {
    return null;
  }
  const named = near.map(({ list: id, places }) =>
    t('onEdge.list', { list: id === 'seeds' ? t('onEdge.seeds') : rules.tier(id), places }),
  );
  const [{ low, high }] = near;
  return element('p.notice.warn', { id: 'edge' }, t('onEdge.near', { lists: list(named), low, high }));
}
