// @ts-check
// What who is signed in may do next with a question.

import { post } from '../api/api.js';
import { button, choice, chosen, element, link } from '../base/dom.js';
import { keptForm } from '../page/use-draft.js';
import { OF_SYSTEM } from './question-words.js';
import { hasAsked, isAsked } from './turns.js';
import { person } from '../session/session.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'moving.assign': ['交办', 'Assign'],
  'moving.department': ['承办部门', 'Department'],
  'moving.days': ['答复期限（工作日）', 'Working days to answer'],
  'moving.answer': ['答复', 'Answer'],
  'moving.uphold': ['成立', 'Uphold'],
  'moving.dismiss': ['不成立', 'Dismiss'],
  'moving.needsFile': [
    '成立的，先报送更正后的文件；评分草稿更新后才能答复“成立”。',
    'To uphold it, deliver the corrected file first; the draft has to show the correction.',
  ],
  'moving.toUploads': ['报送文件', 'Deliver a file'],
  'moving.whyNot': ['不同意的理由（只能提出一次）', 'Why you do not agree (once)'],
  'moving.agree': ['同意答复', 'Agree'],
  'moving.disagree': ['不同意，重新办理', 'Do not agree: do it again'],
  'moving.until': ['{day} 前不提出不同意见的，自动办结。', 'Closed by itself after {day}.'],
});

/** @typedef {import('./question-words.js').Question} Question */
/** @typedef {import('../page/page.js').View} View */

/**
 * @param {Question} one
 * @param {View} view
 * @param {import('../api/catalogue.js').Catalogue} names
 * @returns {Child[]}
 */
export function moves(one, view, names) {
  const { roles, department } = person();
  const bureau = roles.includes('bureau');
  if (one.state === 'answered') {
    return hasAsked(one) ? [agreeing(one, view)] : [];
  }
  if (one.state === 'closed') {
    return [];
  }
  const holds = one.department ? one.department === department : one.departments.includes(department ?? '');
  return [bureau ? assigning(one, view, names) : null, bureau || holds || isAsked(one) ? answering(one, view) : null];
}

function assigning(
  /** @type {Question} */ one,
  /** @type {View} */ view,
  /** @type {import('../api/catalogue.js').Catalogue} */ names,
) {
  const department = choice(
    t('moving.department'),
    names.departmentIds.map((id) => [id, names.department(id)]),
    one.department ?? one.departments[0],
    null,
    { name: 'department' },
  );
  const days = element('input', { name: 'days', type: 'number', min: 1, max: 60, value: 10, required: true });
  return keptForm(
    {
      id: 'assign-' + one.id,
      class: 'row',
      name: 'question-assign ' + one.id,
      signal: view.signal,
      send: () =>
        post(
          '/questions/{id}/assignment',
          { id: one.id },
          { department: chosen(department), workingDays: days.valueAsNumber },
        ),
      done: view.refresh,
    },
    [
      department,
      element('label.field', {}, element('span', {}, t('moving.days')), days),
      element('button.quiet', { type: 'submit' }, t('moving.assign')),
    ],
  );
}

function answering(/** @type {Question} */ one, /** @type {View} */ view) {
  const text = element('textarea', {
    name: 'answer',
    rows: 3,
    maxlength: 2000,
    required: true,
    'aria-label': t('moving.answer'),
  });
  const as = (/** @type {'upheld' | 'dismissed'} */ outcome) => async () =>
    text.reportValidity() ? post('/questions/{id}/answer', { id: one.id }, { outcome, text: text.value }) : undefined;
  return keptForm(
    {
      id: 'answer-' + one.id,
      class: 'stack',
      name: 'question-answer ' + one.id,
      signal: view.signal,
      done: view.refresh,
    },
    (sending) => [
      text,
      OF_SYSTEM.has(one.about.kind)
        ? null
        : element('p.muted', {}, t('moving.needsFile'), ' ', link('/uploads?year=' + one.year, t('moving.toUploads'))),
      element(
        'div.actions',
        {},
        button(t('moving.uphold'), sending(as('upheld')), { name: 'uphold' }),
        button(t('moving.dismiss'), sending(as('dismissed')), { class: 'quiet', name: 'dismiss' }),
      ),
    ],
  );
}

/** Whether who asked agrees; once it may be done again. */
function agreeing(/** @type {Question} */ one, /** @type {View} */ view) {
  const reason = element('textarea', { name: 'reason', rows: 2, maxlength: 2000, required: true });
  const agree = () => post('/questions/{id}/closure', { id: one.id }, {});
  const again = async () =>
    reason.reportValidity() ? post('/questions/{id}/reopening', { id: one.id }, { reason: reason.value }) : undefined;
  return keptForm(
    {
      id: 'agree-' + one.id,
      class: 'stack',
      name: 'question-agree ' + one.id,
      signal: view.signal,
      done: view.refresh,
    },
    (sending) => [
      one.answer ? element('p.muted', {}, t('moving.until', { day: format.day(one.answer.closesOn) })) : null,
      element('div.actions', {}, button(t('moving.agree'), sending(agree))),
      one.reopened ? null : element('label.field', {}, element('span', {}, t('moving.whyNot')), reason),
      one.reopened
        ? null
        : element('div.actions', {}, button(t('moving.disagree'), sending(again), { class: 'quiet' })),
    ],
  );
}
