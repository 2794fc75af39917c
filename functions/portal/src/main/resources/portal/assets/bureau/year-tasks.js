// @ts-check
// The year as a list of tasks: what is done, by whom and when, what is next, and what is in the way.

import { element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { said, t } from '../words/i18n.js';
import { isOpen } from '../api/notice-period.js';

/** @typedef {Schema<'Run'>} Run */
/** @typedef {import('../words/i18n.js').MessageId} MessageId */
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
 * @property {string | null | undefined} noticeUntil of what is published
 * @property {string | undefined} publishedAt null where nothing is
 * @property {number} open objections without an answer
 */

/** @type {Record<Task['id'], MessageId>} */
const TITLES = {
  data: 'tasks.data',
  trial: 'tasks.trial',
  review: 'tasks.review',
  submit: 'tasks.submit',
  approve: 'tasks.approve',
  notice: 'tasks.notice',
  answer: 'tasks.answer',
  final: 'tasks.final',
};

/** @type {Record<State, MessageId>} */
const STATES = { done: 'tasks.done', now: 'tasks.now', blocked: 'tasks.blocked', later: 'tasks.later' };

/** @type {Record<State, string>} */
const TONES = { done: 'good', now: 'warn', blocked: 'bad', later: '' };

/**
 * The tasks in their order.
 *
 * @param {Year} year
 * @param {Date} now
 * @returns {Task[]}
 */
export function tasks(year, now) {
  const whole = year.runs.find((run) => run.counts);
  const submitted = year.runs.find((run) => run.publish && !run.dryRun);
  return [
    data(whole),
    trial(year.runs),
    review(whole, submitted),
    submission(whole, submitted),
    approval(submitted),
    ...afterwards(year, now),
  ];
}

/** @returns {Task} */
function data(/** @type {Run | undefined} */ run) {
  const check = run?.checks.find(({ id }) => id === 'undelivered');
  if (!check) {
    return { id: 'data', state: 'now', text: t('tasks.dataFirst') };
  }
  return { id: 'data', state: check.level === 'block' ? 'blocked' : 'done', text: check.text };
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
function afterwards(/** @type {Year} */ { publishedAt, noticeUntil, open }, /** @type {Date} */ now) {
  if (!publishedAt) {
    return ['notice', 'answer', 'final'].map((id) => ({
      id: /** @type {Task['id']} */ (id),
      state: 'later',
      text: '',
    }));
  }
  const runs = isOpen(noticeUntil ?? undefined, now);
  const until = format.day(noticeUntil ?? undefined);
  return [
    {
      id: 'notice',
      state: runs ? 'now' : 'done',
      text: noticeUntil ? t(runs ? 'tasks.noticeRuns' : 'tasks.noticeOver', { until }) : t('tasks.noNotice'),
    },
    {
      id: 'answer',
      state: open ? 'now' : runs ? 'later' : 'done',
      text: open ? t('tasks.questionsOpen', { count: open }) : t('tasks.questionsNone'),
    },
    {
      id: 'final',
      state: runs ? 'later' : open ? 'blocked' : 'done',
      text: runs ? t('tasks.finalAfter', { until }) : open ? t('tasks.finalOpen') : t('tasks.finalDone'),
    },
  ];
}

/** Who did something, and when. */
export function whoAndWhen(/** @type {Schema<'Person'>} */ person, /** @type {string} */ at) {
  return t('tasks.whoAndWhen', { who: person.name, time: format.minute(at) });
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
    answer: link('/objections?year=' + year, t('tasks.toObjections')),
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
          element('b', {}, said(TITLES[id])),
          element('span', { class: 'badge ' + TONES[state] }, said(STATES[state])),
          element('span.muted', {}, text, ways[id] && state !== 'done' ? [' ', ways[id]] : ''),
        ),
      ),
    ),
  );
}
