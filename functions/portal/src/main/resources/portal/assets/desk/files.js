// @ts-check
// Files on a desk: what came, and which of it a person has to look at.

import { get } from '../api/api.js';
import { status } from '../api/names.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'deskFiles.none': ['还没有收到文件。', 'No file has come yet.'],
  'deskFiles.clear': ['最近的文件没有待处理的问题。', 'Nothing is to be done about the last files.'],
  'deskFiles.open': [
    '{count, number} 个文件需要处理：待确认的不生效，未通过的行没有计入。',
    '{count, plural, one {# file needs} other {# files need}} you: what is held does not count, nor do refused rows.',
  ],
  'deskFiles.rejected': ['，{count, number} 行未通过', ', {count, plural, one {# row} other {# rows}} refused'],
  'deskFiles.all': ['全部文件', 'All files'],
});

/** @typedef {Answer<'/uploads', 'get'>['items'][number]} Upload */

/** What a person has to do something about, the most urgent first. */
const URGENT = ['held', 'rejected', 'partial'];

/** @type {Record<string, import('./tile.js').Tone>} */
export const TONES = { held: 'warn', rejected: 'bad', partial: 'warn' };

/** Of each key the newest, where a person has to do something about it. */
export function newestToMend(/** @type {Upload[]} */ items) {
  const newest = [...new Map(items.toReversed().map((one) => [one.key, one])).values()].reverse();
  return newest
    .filter(({ status: is }) => URGENT.includes(is))
    .sort((one, other) => URGENT.indexOf(one.status) - URGENT.indexOf(other.status));
}

/**
 * The last files of a year; of each key the newest alone.
 *
 * @param {number} year
 * @param {import('../api/catalogue.js').Catalogue} names
 * @param {AbortSignal} signal
 * @returns {Promise<import('./tile.js').Said>}
 */
export async function filesToMend(year, { dataset }, signal) {
  const { items } = await get('/uploads', { year, limit: 100 }, signal);
  const open = newestToMend(items);
  return {
    tone: open.length ? 'warn' : 'good',
    text: open.length
      ? t('deskFiles.open', { count: open.length })
      : t(items.length ? 'deskFiles.clear' : 'deskFiles.none'),
    lines: open.map((one) => ({
      text: one.filename,
      href: '/uploads?year=' + year + '&file.id=' + one.id,
      badge: { tone: TONES[one.status] ?? '', word: status(one.status) },
      note: [
        ' ' + [one.dataset ? dataset(one.dataset) : '', format.minute(one.uploadedAt ?? one.createdAt)].join(' · '),
        one.rejected ? t('deskFiles.rejected', { count: one.rejected }) : '',
      ],
    })),
    actions: [['/uploads?year=' + year, t('deskFiles.all')]],
  };
}
