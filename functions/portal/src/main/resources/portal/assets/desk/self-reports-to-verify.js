// @ts-check
// Self-reports on an office's desk: those that count and that nobody has verified.

import { awaiting } from '../api/self-reports.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'toVerify.title': ['企业填报的核验', 'Self-reports'],
  'toVerify.none': ['没有待核验的企业填报。', 'No self-report waits to be verified.'],
  'toVerify.count': [
    '{reports, number} 份企业填报、{figures, number} 项数据待核验。',
    '{figures, plural, one {# figure} other {# figures}} in {reports, plural, one {# self-report} other ' +
      '{# self-reports}} to verify.',
  ],
  'toVerify.act': ['核验', 'Verify'],
});

/** @returns {import('./tile.js').Tile} */
export function selfReportsToVerify(/** @type {number} */ year, /** @type {AbortSignal} */ signal) {
  return { id: 'reported', title: t('toVerify.title'), read: () => said(year, signal) };
}

/**
 * @param {number} year
 * @param {AbortSignal} signal
 * @returns {Promise<import('./tile.js').Said>}
 */
async function said(year, signal) {
  const items = await awaiting({ year }, signal);
  const reports = new Set(items.map(({ upload }) => upload)).size;
  return reports
    ? {
        tone: 'warn',
        text: t('toVerify.count', { reports, figures: items.length }),
        actions: [['/completeness?year=' + year + '#self-reports', t('toVerify.act')]],
      }
    : { tone: 'good', text: t('toVerify.none') };
}
