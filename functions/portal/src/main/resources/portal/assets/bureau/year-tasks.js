// @ts-check
// The year as a list of tasks: what is done, by whom and when, what is next, and what is in the way.

import { element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { whoAndWhen } from '../words/roles.js';
import { found } from './run-checks.js';

const { t } = ownWords({
  'tasks.title': ['{year} 年度工作进度', 'The year {year}, step by step'],
  'tasks.data': ['数据齐备', 'Data complete'],
  'tasks.trial': ['试算', 'Dry run'],
  'tasks.review': ['核对差异', 'Review'],
  'tasks.submit': ['提交', 'Submit'],
  'tasks.approve': ['批准', 'Approve'],
  'tasks.notice': ['公示', 'Notice period'],
  'tasks.answer': ['答复', 'Answers'],
  'tasks.final': ['正式公布', 'Final'],
  'tasks.done': ['已完成', 'Done'],
  'tasks.now': ['进行中', 'In progress'],
  'tasks.blocked': ['待处理', 'To be resolved'],
  'tasks.later': ['未开始', 'Not begun'],
  'tasks.dataFirst': [
    '请在补数清单中核对各部门报送情况，再试算。',
    'Check what the departments have delivered, then make a dry run.',
  ],
  'tasks.trialFirst': [
    '请先试算一次，查看检查结果与差异。',
    'Make a dry run first, and look at its checks and differences.',
  ],
  'tasks.checksOpen': [
    '{count, number} 项需要核对，见“公布前检查”。',
    '{count, number} checks to look at: see “Checks before publication”.',
  ],
  'tasks.checksClear': ['各项检查均已通过。', 'All checks have passed.'],
  'tasks.submitFirst': [
    '核对无误后，发起一次计算并提请公布。',
    'Once reviewed, start a run that is submitted for publication.',
  ],
  'tasks.approveBlocked': [
    '待审批人批准；{count, number} 项检查未通过，须说明理由。',
    'Waits for an approver; {count, number} checks block and need a reason.',
  ],
  'tasks.approveWaits': ['待审批人批准。', 'Waits for an approver.'],
  'tasks.noticeRuns': [
    '公示至 {until}，含今天还有 {left, number} 个工作日，期间企业可以提出异议。',
    'Until {until}, {left, plural, one {# working day} other {# working days}} with today; enterprises may object.',
  ],
  'tasks.noticeOver': ['公示已于 {until} 结束。', 'Ended on {until}.'],
  'tasks.noNotice': ['未设公示期。', 'No notice period was set.'],
  'tasks.questionsOpen': ['{count, number} 件问题待答复。', '{count, number} questions wait for an answer.'],
  'tasks.questionsNone': ['没有收到异议或问题。', 'Nothing was asked.'],
  'tasks.questionsAnswered': [
    '{count, number} 件问题均已答复，最近一件：{last}。',
    '{count, plural, one {# question is} other {# questions are}} answered, the last one by {last}.',
  ],
  'tasks.finalAfter': ['公示于 {until} 结束后为正式结果。', 'The results are final after {until}.'],
  'tasks.finalOpen': ['问题答复完毕后为正式结果。', 'The results are final once all questions are answered.'],
  'tasks.finalUpheld': [
    '{count, number} 件问题成立，尚未重新公布：请更正数据，重新计算并提请公布。',
    '{count, plural, one {# question was} other {# questions were}} upheld since: correct the data and publish anew.',
  ],
  'tasks.finalDone': [
    '公布的结果为正式结果；批准公布：{decided}。',
    'The published results are final; published by {decided}.',
  ],
  'tasks.because': ['；理由：{reason}', '; reason: {reason}'],
  'tasks.toCompleteness': ['查看补数清单', 'Missing data'],
  'tasks.toQuestions': ['前往答复', 'Answer them'],
});

/** @typedef {Schema<'Run'>} Run */
/** @typedef {'done' | 'now' | 'blocked' | 'later'} State */
/**
 * @typedef {object} Task
 * @property {'data' | 'trial' | 'review' | 'submit' | 'approve' | 'notice' | 'answer' | 'final'} id
 * @property {State} state
 * @property {string} text who and when, or what is in the way
 */
/**
 * What the year's tasks go by.
 *
 * @typedef {object} Year
 * @property {Run[]} runs newest first
 * @property {Schema<'Year'> | undefined} published
 * @property {Schema<'Question'>[]} questions all to the year
 */

/** @type {Record<Task['id'], string>} */
const TITLES = {
  data: t('tasks.data'),
  trial: t('tasks.trial'),
  review: t('tasks.review'),
  submit: t('tasks.submit'),
  approve: t('tasks.approve'),
  notice: t('tasks.notice'),
  answer: t('tasks.answer'),
  final: t('tasks.final'),
};

/** @type {Record<State, string>} */
const STATES = { done: t('tasks.done'), now: t('tasks.now'), blocked: t('tasks.blocked'), later: t('tasks.later') };

/** @type {Record<State, string>} */
const TONES = { done: 'good', now: 'warn', blocked: 'bad', later: '' };

/**
 * The tasks in their order.
 *
 * @param {Year} year
 * @returns {Task[]}
 */
export function tasks(year) {
  const whole = year.runs.find((run) => run.counts);
  const submitted = year.runs.find((run) => run.publish && !run.dryRun);
  return [
    data(whole),
    trial(year.runs),
    review(whole, submitted),
    submission(whole, submitted),
    approval(submitted),
    ...afterwards(year),
  ];
}

/** @returns {Task} */
function data(/** @type {Run | undefined} */ run) {
  const check = run?.checks.find(({ id }) => id === 'undelivered');
  if (!check) {
    return { id: 'data', state: 'now', text: t('tasks.dataFirst') };
  }
  return { id: 'data', state: check.level === 'block' ? 'blocked' : 'done', text: found(check) };
}

/** @returns {Task} */
function trial(/** @type {Run[]} */ runs) {
  const run = runs.find((one) => one.dryRun && one.counts) ?? runs.find((one) => one.counts);
  return run
    ? { id: 'trial', state: 'done', text: whoAndWhen(run.orderedBy, run.finishedAt ?? run.requestedAt) }
    : { id: 'trial', state: runs.length ? 'now' : 'later', text: t('tasks.trialFirst') };
}

/** @returns {Task} */
function review(/** @type {Run | undefined} */ run, /** @type {Run | undefined} */ submitted) {
  if (!run) {
    return { id: 'review', state: 'later', text: '' };
  }
  const open = run.checks.filter(({ level }) => level !== 'info').length;
  const text = open ? t('tasks.checksOpen', { count: open }) : t('tasks.checksClear');
  return { id: 'review', state: submitted ? 'done' : 'now', text };
}

/** @returns {Task} */
function submission(/** @type {Run | undefined} */ whole, /** @type {Run | undefined} */ run) {
  if (!run) {
    return { id: 'submit', state: whole ? 'now' : 'later', text: whole ? t('tasks.submitFirst') : '' };
  }
  if (run.status === 'failed') {
    return { id: 'submit', state: 'blocked', text: run.failure ?? '' };
  }
  return {
    id: 'submit',
    state: run.status === 'running' ? 'now' : 'done',
    text: whoAndWhen(run.orderedBy, run.requestedAt),
  };
}

/** @returns {Task} */
function approval(/** @type {Run | undefined} */ run) {
  const decision = run?.decisions.find(({ kind }) => kind === 'published' || kind === 'refused');
  if (decision) {
    return {
      id: 'approve',
      state: decision.kind === 'refused' ? 'blocked' : 'done',
      text: decided(decision),
    };
  }
  if (run?.status !== 'awaiting-approval') {
    return { id: 'approve', state: 'later', text: '' };
  }
  const blocking = run.checks.filter(({ level }) => level === 'block').length;
  return {
    id: 'approve',
    state: 'now',
    text: blocking ? t('tasks.approveBlocked', { count: blocking }) : t('tasks.approveWaits'),
  };
}

/** @returns {Task[]} */
function afterwards(/** @type {Year} */ { published, questions, runs }) {
  if (!published) {
    return ['notice', 'answer', 'final'].map((id) => ({
      id: /** @type {Task['id']} */ (id),
      state: 'later',
      text: '',
    }));
  }
  const inForce = runs.find((run) => run.inForce);
  return [notice(published), answers(published, questions), final(published, questions, inForce)];
}

/** Whether enterprises may still object. */
function isNoticed(/** @type {Schema<'Year'>} */ { workingDaysLeft }) {
  return workingDaysLeft !== undefined;
}

/** @returns {Task} */
function notice(/** @type {Schema<'Year'>} */ published) {
  const until = format.day(published.noticeUntil);
  if (isNoticed(published)) {
    return { id: 'notice', state: 'now', text: t('tasks.noticeRuns', { until, left: published.workingDaysLeft }) };
  }
  return {
    id: 'notice',
    state: 'done',
    text: published.noticeUntil ? t('tasks.noticeOver', { until }) : t('tasks.noNotice'),
  };
}

/** @returns {Task} */
function answers(/** @type {Schema<'Year'>} */ published, /** @type {Schema<'Question'>[]} */ questions) {
  const given = questions.flatMap(({ answer }) => answer ?? []).sort((one, other) => (one.at < other.at ? 1 : -1));
  const [last, count] = [given[0], given.length];
  if (count < questions.length) {
    return { id: 'answer', state: 'now', text: t('tasks.questionsOpen', { count: questions.length - count }) };
  }
  return {
    id: 'answer',
    state: isNoticed(published) ? 'later' : 'done',
    text: last
      ? t('tasks.questionsAnswered', { count, last: last.by ? whoAndWhen(last.by, last.at) : format.minute(last.at) })
      : t('tasks.questionsNone'),
  };
}

/**
 * @param {Schema<'Year'>} published
 * @param {Schema<'Question'>[]} questions
 * @param {Run | undefined} run what is published
 * @returns {Task}
 */
function final(published, questions, run) {
  const upheld = questions.filter(
    ({ answer }) => answer?.outcome === 'upheld' && new Date(answer.at) > new Date(published.publishedAt),
  ).length;
  if (isNoticed(published)) {
    return { id: 'final', state: 'later', text: t('tasks.finalAfter', { until: format.day(published.noticeUntil) }) };
  }
  if (questions.some(({ answer }) => !answer)) {
    return { id: 'final', state: 'blocked', text: t('tasks.finalOpen') };
  }
  if (upheld) {
    return { id: 'final', state: 'blocked', text: t('tasks.finalUpheld', { count: upheld }) };
  }
  const decision = run?.decisions.filter(({ kind }) => kind === 'published' || kind === 'restored').pop();
  return { id: 'final', state: 'done', text: decision ? t('tasks.finalDone', { decided: decided(decision) }) : '' };
}

/** A decision in words: who, when, why. */
export function decided(/** @type {Schema<'RunDecision'>} */ { by, at, reason }) {
  return whoAndWhen(by, at) + (reason ? t('tasks.because', { reason }) : '');
}

/** The list itself. */
export function taskList(/** @type {Task[]} */ list, /** @type {number} */ year) {
  /** @type {Partial<Record<Task['id'], Child>>} */
  const ways = {
    data: link('/completeness?year=' + year, t('tasks.toCompleteness')),
    answer: link('/questions?year=' + year, t('tasks.toQuestions')),
  };
  return element(
    'section.card',
    { id: 'tasks' },
    element('h2', {}, t('tasks.title', { year })),
    element(
      'ol.tasks',
      {},
      list.map(({ id, state, text }) =>
        element(
          'li',
          { 'data-task': id, 'data-state': state },
          element('b', {}, TITLES[id]),
          element('span', { class: 'badge ' + TONES[state] }, STATES[state]),
          element('span.muted', {}, text, ways[id] && state !== 'done' ? [' ', ways[id]] : ''),
        ),
      ),
    ),
  );
}
