// @ts-check
// What there is to look at in a run before its results are published.

import { element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'checks.title': ['公布前检查', 'Checks before publication'],
  'checks.undelivered': ['数据集报送', 'Datasets delivered'],
  'checks.incompleteShare': ['缺数企业占比', 'Share of incomplete enterprises'],
  'checks.rankedDrop': ['排名企业减少', 'Fewer ranked enterprises'],
  'checks.heldFiles': ['待确认文件', 'Held files'],
  'checks.implausibleFigures': ['存疑数值', 'Implausible figures'],
  'checks.openQuestions': ['未答复的问题', 'Open questions'],
  'checks.rulebookChanged': ['评价规则变更', 'Rulebook changed'],
  'checks.medianShift': ['总分中位数变动', 'Shift of the median total'],
  'checks.figures': ['{value}，限值 {limit}', '{value}, limit {limit}'],
  'checks.notDelivered': ['未报送：{value}', 'not delivered: {value}'],
  'checks.info': ['通过', 'Passed'],
  'checks.warn': ['请核对', 'To be reviewed'],
  'checks.block': ['须说明理由', 'Needs a reason'],
});

/** @typedef {Schema<'RunCheck'>} Check */
/** @type {Record<Check['id'], string>} */
const TITLES = {
  undelivered: t('checks.undelivered'),
  'incomplete-share': t('checks.incompleteShare'),
  'ranked-drop': t('checks.rankedDrop'),
  'held-files': t('checks.heldFiles'),
  'implausible-figures': t('checks.implausibleFigures'),
  'open-questions': t('checks.openQuestions'),
  'rulebook-changed': t('checks.rulebookChanged'),
  'median-shift': t('checks.medianShift'),
};

/** @type {Record<Check['level'], [string, string]>} */
const LEVELS = {
  info: [t('checks.info'), 'good'],
  warn: [t('checks.warn'), 'warn'],
  block: [t('checks.block'), 'bad'],
};

/** @type {Check['level'][]} */
const ORDER = ['block', 'warn', 'info'];

/** What was found. The API's sentence is in Chinese; its figures say the same. */
export function found(/** @type {Check} */ { id, value, limit, text }) {
  if (language !== 'en') {
    return text;
  }
  if (id === 'undelivered' && value !== null) {
    return t('checks.notDelivered', { value: format.count(value) });
  }
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
      sorted.map((check) =>
        element(
          'li',
          { 'data-check': check.id, 'data-level': check.level },
          element('b', {}, TITLES[check.id]),
          element('span', { class: 'badge ' + LEVELS[check.level][1] }, LEVELS[check.level][0]),
          element('span.muted', {}, found(check)),
        ),
      ),
    ),
  );
}
