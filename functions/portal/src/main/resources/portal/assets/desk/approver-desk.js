// @ts-check
// An approver's desk: what waits for a decision, and who asked for it.

import { find, get } from '../api/api.js';
import { element } from '../base/dom.js';
import { anyYears } from '../page/years.js';
import { session } from '../session/session.js';
import { ownWords } from '../words/i18n.js';
import { whoAndWhen } from '../words/roles.js';

const { t } = ownWords({
  'approverDesk.runs': ['待批准公布', 'Publications to decide'],
  'approverDesk.noRuns': ['没有待批准的年度结果。', 'No results wait for approval.'],
  'approverDesk.run': ['{year} 年度结果', 'Results of {year}'],
  'approverDesk.goingBack': ['恢复公布 {year} 年度较早的结果', 'Go back to earlier results of {year}'],
  'approverDesk.blocking': [
    '{count, number} 项检查未通过',
    '{count, plural, one {# check blocks} other {# checks block}}',
  ],
  'approverDesk.toReview': [
    '{count, number} 项需要核对',
    '{count, plural, one {# check to be reviewed} other {# checks to be reviewed}}',
  ],
  'approverDesk.clear': ['检查均通过', 'All checks passed'],
  'approverDesk.ownOrder': ['（您发起的，须另一人批准）', '(yours; another person approves)'],
  'approverDesk.toRuns': ['计算与发布', 'Runs'],
  'approverDesk.rules': ['待批准的规则', 'Rulebooks to decide'],
  'approverDesk.noRules': ['没有待批准的规则。', 'No rulebook waits for approval.'],
  'approverDesk.settings': ['待批准的设置', 'Settings to decide'],
  'approverDesk.noSettings': ['没有待批准的设置。', 'No setting waits for approval.'],
  'approverDesk.limits': ['公布前核对的限值', 'Limits of the checks'],
  'approverDesk.zone': ['落款', 'Who issues papers'],
  'approverDesk.departments': ['部门、联系人和截止日', 'Departments, contacts and due days'],
  'approverDesk.banks': ['银行', 'Banks'],
  'approverDesk.notices': ['关闭的邮件通知', 'Mails turned off'],
  'approverDesk.money': ['待批准的资金分配', 'Allocations to decide'],
  'approverDesk.noMoney': ['没有待批准的资金分配。', 'No allocation waits for approval.'],
  'approverDesk.briefs': ['待批准的简报', 'Briefs to decide'],
  'approverDesk.noBriefs': ['没有待批准的简报。', 'No brief waits for approval.'],
  'approverDesk.brief': ['{year} 年第 {number} 季度简报', 'Brief of quarter {number}, {year}'],
  'approverDesk.allocation': ['{year} 年度资金分配', 'Allocation on {year}'],
});

/** Of the years that are offered, the newest. */
const LOOKED = 3;

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./tile.js').Said} Said */
/** @typedef {import('./readings.js').Readings} Readings */
/** @typedef {import('./tile.js').Line} Line */

/** @returns {import('./tile.js').Tile[]} */
export function tiles(/** @type {View} */ { number, years, signal }, /** @type {Readings} */ read) {
  const { offered } = anyYears(
    years.map(({ year }) => year),
    NaN,
    new Date().getFullYear(),
  );
  // What waits, waits whatever year is looked at.
  const looked = [...new Set([number, ...offered.slice(0, LOOKED)])];
  return [
    { id: 'awaiting-runs', title: t('approverDesk.runs'), read: () => runs(number, looked, signal) },
    { id: 'awaiting-rules', title: t('approverDesk.rules'), read: () => rules(read) },
    { id: 'awaiting-settings', title: t('approverDesk.settings'), read: () => settings(signal) },
    { id: 'awaiting-money', title: t('approverDesk.money'), read: () => money(looked, signal) },
    { id: 'awaiting-briefs', title: t('approverDesk.briefs'), read: () => briefs(signal) },
  ];
}

/** What waits, or that nothing does. */
function waiting(/** @type {Line[]} */ lines, /** @type {string} */ none, /** @type {Said['actions']} */ actions = []) {
  return /** @type {Said} */ ({
    tone: lines.length ? 'warn' : 'good',
    text: lines.length ? null : none,
    lines,
    actions,
  });
}

/** Who asked, when, and whether it is the reader, who then cannot decide. */
function asked(/** @type {Schema<'Person'>} */ by, /** @type {string} */ at) {
  return [
    ' ',
    element('span.own-words', {}, whoAndWhen(by, at)),
    by.sub === session?.subject ? ' ' + t('approverDesk.ownOrder') : '',
  ];
}

/** What the checks of a run come to: the worst of them. */
function checked(/** @type {Schema<'RunCheck'>[]} */ checks) {
  const blocking = checks.filter(({ level }) => level === 'block').length;
  const toReview = checks.filter(({ level }) => level === 'warn').length;
  if (blocking) {
    return { tone: /** @type {const} */ ('bad'), word: t('approverDesk.blocking', { count: blocking }) };
  }
  return toReview
    ? { tone: /** @type {const} */ ('warn'), word: t('approverDesk.toReview', { count: toReview }) }
    : { tone: /** @type {const} */ ('good'), word: t('approverDesk.clear') };
}

/** @returns {Promise<Said>} */
async function runs(/** @type {number} */ shown, /** @type {number[]} */ years, /** @type {AbortSignal} */ signal) {
  const found = await Promise.all(
    years.map((year) => get('/years/{year}/recomputations', { year, limit: 50 }, signal)),
  );
  const all = found.flatMap(({ items }) => items);
  const href = (/** @type {Schema<'Run'>} */ run) => '/runs?year=' + run.year + '&run=' + run.id;
  const toPublish = all
    .filter(({ status }) => status === 'awaiting-approval')
    .map((run) => ({
      text: t('approverDesk.run', { year: run.year }),
      href: href(run),
      badge: checked(run.checks),
      note: asked(run.orderedBy, run.requestedAt),
    }));
  const toGoBack = all.flatMap((run) => {
    const { goingBack: step } = run;
    return step
      ? [{ text: t('approverDesk.goingBack', { year: run.year }), href: href(run), note: asked(step.by, step.at) }]
      : [];
  });
  return waiting([...toPublish, ...toGoBack], t('approverDesk.noRuns'), [
    ['/runs?year=' + shown, t('approverDesk.toRuns')],
  ]);
}

/** @returns {Promise<Said>} */
async function rules(/** @type {Readings} */ read) {
  const lines = (await read.rulebooks())
    .filter(({ state, withdrawal }) => state === 'submitted' || withdrawal)
    .map(({ id, title, steps, withdrawal }) => {
      const step = withdrawal ?? steps[steps.length - 1];
      return {
        text: title ?? id,
        href: '/rulebooks?id=' + encodeURIComponent(id),
        note: step ? asked(step.by, step.at) : null,
      };
    });
  return waiting(lines, t('approverDesk.noRules'));
}

/** The files that anybody may propose to change; those of a year or a dataset are found on the page itself. */
const SETTINGS = /** @type {const} */ (['limits', 'zone', 'departments', 'banks', 'notices']);

/** @returns {Promise<Said>} */
async function settings(/** @type {AbortSignal} */ signal) {
  const found = await Promise.all(
    SETTINGS.map((key) => find('/settings/{file}', { file: /** @type {any} */ (key + '.json') }, signal)),
  );
  const lines = SETTINGS.flatMap((key, at) => {
    const proposal = found[at]?.proposal;
    return proposal
      ? [{ text: t(`approverDesk.${key}`), href: '/settings#' + key + '-json', note: asked(proposal.by, proposal.at) }]
      : [];
  });
  return waiting(lines, t('approverDesk.noSettings'));
}

/** @returns {Promise<Said>} */
async function briefs(/** @type {AbortSignal} */ signal) {
  const { items } = await get('/brief-drafts', {}, signal);
  const lines = items
    .filter(({ state }) => state === 'asked')
    .map(({ quarter, steps }) => {
      const step = steps[steps.length - 1];
      const [year, number] = quarter.split('-Q');
      return {
        text: t('approverDesk.brief', { year, number }),
        href: '/briefs#draft-' + quarter,
        note: step ? asked(step.by, step.at) : null,
      };
    });
  return waiting(lines, t('approverDesk.noBriefs'));
}

/** @returns {Promise<Said>} */
async function money(/** @type {number[]} */ years, /** @type {AbortSignal} */ signal) {
  const found = await Promise.all(years.map((year) => get('/years/{year}/allocations', { year }, signal)));
  const lines = found
    .flatMap(({ items }) => items)
    .filter(({ state }) => state === 'asked')
    .map(({ id, year, steps }) => {
      const step = steps[steps.length - 1];
      return {
        text: t('approverDesk.allocation', { year }),
        href: '/allocations?year=' + year + '&id=' + id,
        note: step ? asked(step.by, step.at) : null,
      };
    });
  return waiting(lines, t('approverDesk.noMoney'));
}
