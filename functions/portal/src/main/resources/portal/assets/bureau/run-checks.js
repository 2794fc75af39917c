// @ts-check
// What there is to look at in a run before its results are published.

import { element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { language, said, t } from '../words/i18n.js';

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

/** The API's sentence is in Chinese; its figures say the same. */
function inEnglish(
  /** @type {Check['id']} */ id,
  /** @type {Check['value']} */ value,
  /** @type {Check['limit']} */ limit,
) {
  const shown = /share|drop/.test(id) ? format.share : id === 'median-shift' ? format.points : format.count;
  return value === null ? NOTHING : t('checks.figures', { value: shown(value), limit: shown(limit) });
}

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
      sorted.map(({ id, level, value, limit, text }) =>
        element(
          'li',
          { 'data-check': id, 'data-level': level },
          element('b', {}, said(TITLES[id])),
          element('span', { class: 'badge ' + LEVELS[level][1] }, said(LEVELS[level][0])),
          element('span.muted', {}, language === 'en' ? inEnglish(id, value, limit) : text),
        ),
      ),
    ),
  );
}
