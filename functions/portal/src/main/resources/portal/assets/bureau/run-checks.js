// @ts-check
// What there is to look at in a run before its results are published.

import { element } from '../base/dom.js';
import { said, t } from '../words/i18n.js';

/** @typedef {Schema<'RunCheck'>} Check */
/** @typedef {import('../words/i18n.js').MessageId} MessageId */

/** @type {Record<Check['id'], MessageId>} */
const TITLES = {
  undelivered: 'checks.undelivered',
  'incomplete-share': 'checks.incompleteShare',
  'ranked-drop': 'checks.rankedDrop',
  'held-files': 'checks.heldFiles',
  'implausible-figures': 'checks.implausibleFigures',
  'open-questions': 'checks.openQuestions',
  'rulebook-changed': 'checks.rulebookChanged',
  'median-shift': 'checks.medianShift',
};

/** @type {Record<Check['level'], [MessageId, string]>} */
const LEVELS = { info: ['checks.info', 'good'], warn: ['checks.warn', 'warn'], block: ['checks.block', 'bad'] };

/** @type {Check['level'][]} */
const ORDER = ['block', 'warn', 'info'];

/** The checks, those that block first. */
export function checks(/** @type {Check[]} */ list) {
  const sorted = [...list].sort((one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level));
  return element(
    'section',
    { id: 'checks' },
    element('h3', {}, t('checks.title')),
    element(
      'ul.tasks',
      {},
      sorted.map(({ id, level, text }) =>
        element(
          'li',
          { 'data-check': id, 'data-level': level },
          element('b', {}, said(TITLES[id])),
          element('span', { class: 'badge ' + LEVELS[level][1] }, said(LEVELS[level][0])),
          element('span.muted', {}, text),
        ),
      ),
    ),
  );
}
