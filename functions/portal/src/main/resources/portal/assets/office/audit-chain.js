// @ts-check
// Whether the trail is whole: numbers without a gap, each item joined to the one before, nothing changed since.

import { lines } from '../api/api.js';
import { digest } from '../api/upload.js';
import { failure } from '../api/failure.js';
import { button, element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'chain.verify': ['核对链条', 'Verify the chain'],
  'chain.reading': ['正在读取并逐条核对……', 'Reading and checking every item …'],
  'chain.none': ['这段时间没有记录。', 'There is no item in this time.'],
  'chain.whole': [
    '第 {first, number} 至第 {last, number} 条逐条相接，序号连续，内容与各条的 SHA-256 相符。',
    'Items {first, number} to {last, number} are joined one to the next, their numbers have no gap, and each has the ' +
      'SHA-256 of its content.',
  ],
  'chain.gap': [
    '第 {seq, number} 条之前应为第 {expected, number} 条，实为第 {found, number} 条：记录有缺。',
    'Before item {seq, number} should stand item {expected, number}, found {found, number}: items are missing.',
  ],
  'chain.parted': [
    '第 {seq, number} 条与前一条不相接：前一条的 hash 应为 {expected}，实为 {found}。',
    'Item {seq, number} is not joined to the one before: expected its hash to be {expected}, found {found}.',
  ],
  'chain.changed': [
    '第 {seq, number} 条被改动：按内容算得的 hash 应为 {expected}，记录中为 {found}。',
    'Item {seq, number} was changed: by its content the hash should be {expected}, found {found}.',
  ],
});

/** @typedef {Schema<'TrailItem'>} Item */

/**
 * A button that reads all items of a time and says whether they hold together.
 *
 * @param {{ from: string | null, to: string | null }} time
 * @param {AbortSignal} signal
 */
export function chain({ from, to }, signal) {
  const said = element('div', { role: 'status', id: 'chain' });
  const verify = async () => {
    said.replaceChildren(element('p.loading', {}, t('chain.reading')));
    try {
      const items = (await lines('/audit', { from, to }, signal)).reverse();
      const fault = await broken(items);
      said.replaceChildren(
        element(
          'p.notice',
          { class: fault ? 'bad' : 'good' },
          fault ??
            (items.length
              ? t('chain.whole', { first: items[0].seq, last: items[items.length - 1].seq })
              : t('chain.none')),
        ),
      );
    } catch (error) {
      said.replaceChildren(failure(error, verify));
    }
  };
  return [button(t('chain.verify'), verify, { class: 'plain', id: 'verify-chain' }), said];
}

/** The first fault, the oldest item first; null where there is none. */
export async function broken(/** @type {Item[]} */ items) {
  /** @type {Item | null} */
  let before = null;
  for (const item of items) {
    const { seq, previous, hash } = item;
    if (before && before.seq !== seq - 1) {
      return t('chain.gap', { seq, expected: seq - 1, found: before.seq });
    }
    if (before && before.hash !== previous) {
      return t('chain.parted', { seq, expected: previous, found: before.hash });
    }
    const expected = await hashOf(item);
    if (expected !== hash) {
      return t('chain.changed', { seq, expected, found: hash });
    }
    before = item;
  }
  return null;
}

/** The SHA-256 of an item as its line in the day's file, without the hash. */
function hashOf(/** @type {Item} */ { hash: _, ...rest }) {
  return digest(new File([JSON.stringify(rest)], 'item'));
}
