// @ts-check
// Questions in words: what they are about, where they stand, what stands in a result.

import { element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'questions.indicator': ['指标', 'Indicator'],
  'questions.deduction': ['扣分', 'Deduction'],
  'questions.exclusion': ['不纳入评价', 'Exclusion'],
  'questions.decay': ['衰减', 'Decay'],
  'questions.bonus': ['附加分', 'Bonus'],
  'questions.stage': ['企业阶段', 'Stage'],
  'questions.reward': ['政策奖励', 'Rewards'],
  'questions.missing': ['缺少的数据', 'Missing data'],
  'questions.implausible': ['存疑的数据', 'Doubtful figure'],
  'questions.conflict': ['来源不一致的数据', 'Sources in conflict'],
  'questions.grid': ['网格走访发现', 'Finding of a visit'],
  'questions.hotline': ['热线工单', 'Hotline case'],
  'questions.held': ['待确认的文件', 'Held file'],
  'questions.doubtful': ['文件中的存疑数值', 'Doubtful figures in a file'],
  'questions.incomplete': ['数据集中缺少的企业', 'Enterprises that a dataset lacks'],
  'questions.certificate': ['即将到期的资质', 'Certificate that ends soon'],
  'questions.unlisted': ['未列入名录的企业', 'Enterprise on no roster'],
  'questions.claim': ['多家登记的合同', 'Contract registered by several'],
  'questions.open': ['待交办', 'To be assigned'],
  'questions.assigned': ['已交办', 'Assigned'],
  'questions.corrected': ['数据已更正', 'Corrected'],
  'questions.answered': ['已答复', 'Answered'],
  'questions.reopened': ['重新办理', 'Reopened'],
  'questions.closed': ['已办结', 'Closed'],
  'questions.isUpheld': ['成立', 'Upheld'],
  'questions.isDismissed': ['不成立', 'Dismissed'],
  'questions.overdue': ['逾期', 'Overdue'],
  'questions.standing': ['{text}；总分 {total}', '{text}; total {total}'],
  'questions.titled': ['{kind}：{title}', '{kind}: {title}'],
  'questions.total': ['总分 {total}', 'Total {total}'],
  'questions.withheld': ['不显示数据', 'No figures shown'],
});

/** @typedef {Schema<'Question'>} Question */
/** @typedef {Schema<'QuestionState'>} State */
/** @typedef {Schema<'QuestionKind'>} Kind */

/** @type {Record<Kind, string>} */
export const KINDS = {
  indicator: t('questions.indicator'),
  deduction: t('questions.deduction'),
  exclusion: t('questions.exclusion'),
  decay: t('questions.decay'),
  bonus: t('questions.bonus'),
  stage: t('questions.stage'),
  reward: t('questions.reward'),
  missing: t('questions.missing'),
  implausible: t('questions.implausible'),
  conflict: t('questions.conflict'),
  grid: t('questions.grid'),
  hotline: t('questions.hotline'),
  held: t('questions.held'),
  doubtful: t('questions.doubtful'),
  incomplete: t('questions.incomplete'),
  certificate: t('questions.certificate'),
  unlisted: t('questions.unlisted'),
  claim: t('questions.claim'),
};

/** What the system alone asks; it is about no part of a result. */
export const OF_SYSTEM = new Set(
  /** @type {Kind[]} */ (['held', 'doubtful', 'incomplete', 'certificate', 'unlisted', 'claim']),
);

/** @type {Kind[]} What offices register: findings of visits, and calls. */
const OF_OFFICES = ['grid', 'hotline'];

/** About no part of a result: nothing is withheld of it. */
const OF_NO_PART = new Set([...OF_SYSTEM, ...OF_OFFICES]);

/** @type {Record<State, string>} */
export const STATES = {
  open: t('questions.open'),
  assigned: t('questions.assigned'),
  corrected: t('questions.corrected'),
  answered: t('questions.answered'),
  reopened: t('questions.reopened'),
  closed: t('questions.closed'),
};

/** @type {Record<State, string>} */
const TONES = { open: 'warn', assigned: 'warn', corrected: 'good', answered: '', reopened: 'warn', closed: '' };

/** @type {Record<'upheld' | 'dismissed', string>} */
export const OUTCOMES = { upheld: t('questions.isUpheld'), dismissed: t('questions.isDismissed') };

/** Its state, what came of it, and whether it is late. */
export function badges(/** @type {Question} */ { state, answer, overdue }) {
  return [
    element('span', { class: 'badge ' + TONES[state] }, STATES[state]),
    answer
      ? element('span', { class: 'badge ' + (answer.outcome === 'upheld' ? 'good' : '') }, OUTCOMES[answer.outcome])
      : null,
    overdue ? element('span.badge.bad', {}, t('questions.overdue')) : null,
  ];
}

/** Known by their kinds alone: their titles say nothing more. */
const UNTITLED = new Set(
  /** @type {Kind[]} */ (['deduction', 'exclusion', 'decay', 'bonus', 'stage', 'reward', ...OF_OFFICES]),
);

/** What it is about, as people call it. */
export function subject(/** @type {Question} */ { about: { kind, id, title } }) {
  return kind === 'indicator'
    ? id + ' ' + title
    : UNTITLED.has(kind)
      ? KINDS[kind]
      : t('questions.titled', { kind: KINDS[kind], title });
}

/**
 * What stands in a result.
 *
 * @param {Schema<'QuestionStanding'>} standing
 * @param {Question['about']} about
 */
export function standing({ text, total }, { kind }) {
  if (OF_NO_PART.has(kind)) {
    return total === null ? NOTHING : t('questions.total', { total: format.points(total) });
  }
  const shown = text ?? t('questions.withheld');
  return total === null ? shown : t('questions.standing', { text: shown, total: format.points(total) });
}

/** The number on the receipt: the day and what tells it from others, without the time. */
export function receipt(/** @type {string} */ id) {
  return id.replace(/T\d{6}\.\d{3}Z/, '');
}
