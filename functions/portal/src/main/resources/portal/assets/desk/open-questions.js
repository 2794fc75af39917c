// @ts-check
// Questions on an office's desk: those that wait for it, the next deadline first.

import { subject } from '../questions/question-words.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'deskQuestions.none': ['没有待办的问题。', 'No question waits.'],
  'deskQuestions.count': [
    '{count, number} 件待办，其中逾期 {late, number} 件。',
    '{count, number} waiting, {late, number} of them overdue.',
  ],
  'deskQuestions.due': ['{day} 前', 'by {day}'],
  'deskQuestions.late': ['逾期', 'Overdue'],
  'deskQuestions.all': ['全部问题', 'All questions'],
});

/** @typedef {Schema<'Question'>} Question */

/**
 * @param {number} year
 * @param {import('./readings.js').Readings} read
 * @param {(question: Question) => boolean} waits whether it waits for this desk
 * @returns {Promise<import('./tile.js').Said>}
 */
export async function waitingQuestions(year, read, waits) {
  const open = (await read.questions()).filter(waits).sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const late = open.filter(({ overdue }) => overdue).length;
  return {
    tone: late ? 'bad' : open.length ? 'warn' : 'good',
    text: open.length ? t('deskQuestions.count', { count: open.length, late }) : t('deskQuestions.none'),
    lines: open.map((one) => ({
      text: subject(one),
      href: '/questions?year=' + year + '&question=' + one.id,
      badge: one.overdue
        ? { tone: 'bad', word: t('deskQuestions.late') }
        : { tone: '', word: t('deskQuestions.due', { day: format.day(one.dueOn) }) },
      note: one.name ? ' ' + one.name : null,
    })),
    actions: [['/questions?year=' + year, t('deskQuestions.all')]],
  };
}

/** Whether an office still has to do something about it. */
export function isOpen(/** @type {Question} */ { state }) {
  return state !== 'answered' && state !== 'closed';
}
