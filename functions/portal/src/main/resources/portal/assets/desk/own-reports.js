// @ts-check
// What became of what an enterprise has reported: files that were not taken whole, figures that were refused.

import { all, get } from '../api/api.js';
import { status } from '../api/names.js';
import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { newestToMend, TONES } from './files.js';

const { t, phrase } = ownWords({
  'ownReports.none': ['本年度没有自主填报。', 'You have reported nothing this year.'],
  'ownReports.taken': ['填报的数据均已收到，没有被退回的。', 'All that you have reported was taken.'],
  'ownReports.toMend': [
    '{count, number} 处没有采用，请改报。',
    '{count, plural, one {# thing was} other {# things were}} not taken: report it again.',
  ],
  'ownReports.refused': ['核验未采用', 'Refused'],
  'ownReports.why': ['，理由：{reason}', ': {reason}'],
  'ownReports.act': ['查看与改报', 'See and report again'],
});

/**
 * @param {number} year
 * @param {() => Promise<import('../api/names.js').Book>} rulebook
 * @param {AbortSignal} signal
 * @returns {Promise<import('./tile.js').Said>}
 */
export async function ownReports(year, rulebook, signal) {
  const [files, figures, { dataset, field }] = await Promise.all([
    get('/uploads', { year, limit: 100 }, signal),
    all('/self-reports', { year }, signal),
    rulebook(),
  ]);
  const open = newestToMend(files.items);
  const refused = figures.items.filter(({ check }) => check?.outcome === 'refused');
  const count = open.length + refused.length;
  const at = (/** @type {string} */ id) => '/self-report?year=' + year + '&dataset=' + id;
  return {
    tone: count ? 'warn' : files.items.length ? 'good' : '',
    text: count ? t('ownReports.toMend', { count }) : t(files.items.length ? 'ownReports.taken' : 'ownReports.none'),
    lines: [
      ...open.map((one) => ({
        text: dataset(one.dataset ?? ''),
        href: at(one.dataset ?? ''),
        badge: { tone: TONES[one.status], word: status(one.status) },
      })),
      ...refused.map((one) => ({
        text: one.item
          ? [dataset(one.dataset), ' · ', element('span.own-words', {}, one.item)]
          : dataset(one.dataset) + ' · ' + field(one.field, one.dataset),
        href: at(one.dataset),
        badge: { tone: /** @type {const} */ ('bad'), word: t('ownReports.refused') },
        note: phrase('ownReports.why', { reason: element('span.own-words', {}, one.check?.reason) }),
      })),
    ],
    actions: [['/self-report?year=' + year, t('ownReports.act')]],
  };
}
