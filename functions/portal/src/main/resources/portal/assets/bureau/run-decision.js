// @ts-check
// What an approver decides about a run: publish, refuse, go back; and what was decided.

import { post } from '../api/api.js';
import { confirmed } from '../base/confirm.js';
import { button, element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { isAny, person } from '../session/session.js';
import { keptForm } from '../page/use-draft.js';
import { decided } from './year-tasks.js';

const { t } = ownWords({
  'runs.isInForce': ['读者现在看到的就是这一批结果。', 'These are the results that readers see now.'],
  'runs.askPublish': [
    '公布后，所有人看到的 {year} 年度结果都换成这一批，确定吗？',
    'Everyone will see these results for {year}. Continue?',
  ],
  'runs.restore': ['恢复公布这一批', 'Return to these results'],
  'runs.publish': ['批准公布', 'Publish these results'],
  'decision.title': ['批准与公布', 'Approval and publication'],
  'decision.override': ['{who}提交时说明：{reason}', '{who} gave with the order: {reason}'],
  'decision.one': ['{kind}：{text}', '{kind}: {text}'],
  'decision.published': ['批准公布', 'Published'],
  'decision.refused': ['退回', 'Refused'],
  'decision.asked': ['提请恢复公布', 'Asked to go back'],
  'decision.restored': ['同意恢复公布', 'Agreed to go back'],
  'decision.notice': ['调整公示期', 'Changed the notice period'],
  'decision.waits': ['结果已算完，待审批人批准公布或退回。', 'Computed; waits for an approver to publish or refuse.'],
  'decision.restoreByApprover': [
    '这一批曾经公布；恢复公布须两位审批人同意。',
    'Published before; going back takes two approvers.',
  ],
  'decision.own': ['这次计算由您本人发起，应由另一位审批人决定。', 'You ordered this run; another approver decides.'],
  'runs.agree': ['同意恢复公布', 'Agree to go back'],
  'decision.ownGoingBack': [
    '您已提请恢复公布这一批：{text}。另一位审批人同意后生效。',
    'You have asked to go back to these results: {text}. It takes effect when another approver agrees.',
  ],
  'decision.askAgree': [
    '同意后，所有人看到的 {year} 年度结果都恢复为这一批，确定吗？',
    'Everyone will see these earlier results for {year} again. Continue?',
  ],
  'decision.goingBack': [
    '已提请恢复公布这一批：{text}。您同意后生效。',
    'Somebody has asked to go back to these results: {text}. It takes effect when you agree.',
  ],
  'decision.blocked': [
    '{count, number} 项检查未通过。请退回处理，或填写仍要公布的理由。',
    '{count, number} checks block. Refuse the results, or give a reason to publish them.',
  ],
  'decision.noticeUntil': [
    '公示期至（不填则按规定的工作日数，正在进行的公示期不变）',
    'Notice period until (empty: the usual working days; a period that runs is kept)',
  ],
  'decision.reason': [
    '理由（退回必填；检查未通过仍要公布时必填）',
    'Reason (required to refuse, and to publish although checks block)',
  ],
  'decision.refuse': ['退回', 'Refuse'],
  'decision.reasonMissing': ['退回请填写理由。', 'Give a reason to refuse.'],
  'decision.askRefuse': [
    '退回后，这批 {year} 年度结果不能再公布，确定吗？',
    'Refused results of {year} cannot be published any more. Continue?',
  ],
  'decision.askRestore': [
    '将提请恢复公布这批 {year} 年度结果；另一位审批人同意后生效，确定吗？',
    'Ask to go back to these results of {year}? It takes effect when another approver agrees.',
  ],
});

/** @typedef {Schema<'Run'>} Run */
/** @typedef {import('../page/page.js').View} View */

/** @type {Record<Schema<'RunDecision'>['kind'], string>} */
const KINDS = {
  published: t('decision.published'),
  refused: t('decision.refused'),
  asked: t('decision.asked'),
  restored: t('decision.restored'),
  notice: t('decision.notice'),
};

/** Who ordered and decided, and what is to be decided now. */
export function decision(/** @type {Run} */ run, /** @type {View} */ view) {
  return element(
    'section',
    { id: 'decision' },
    element('h3', {}, t('decision.title')),
    run.override ? element('p', {}, t('decision.override', { who: run.orderedBy.name, reason: run.override })) : null,
    run.decisions.length
      ? element(
          'ul',
          { id: 'decisions' },
          run.decisions.map((one) =>
            element('li', {}, t('decision.one', { kind: KINDS[one.kind], text: decided(one) })),
          ),
        )
      : null,
    run.inForce ? element('p.notice.good', {}, t('runs.isInForce')) : open(run, view),
  );
}

function open(/** @type {Run} */ run, /** @type {View} */ view) {
  if (!run.generation || !run.finishedAt) {
    return null;
  }
  if (!isAny('approver')) {
    return element('p.muted', {}, run.publishedAt ? t('decision.restoreByApprover') : t('decision.waits'));
  }
  if (!run.publishedAt && run.orderedBy.sub === person().subject) {
    return element('p.notice', {}, t('decision.own'));
  }
  if (run.goingBack?.by.sub === person().subject) {
    return element('p.notice', {}, t('decision.ownGoingBack', { text: decided(run.goingBack) }));
  }
  return form(run, view);
}

/** What an approver can do with a run that waits, was published before, or is to be gone back to: word and question. */
const PUBLISHING = /** @type {const} */ ({
  first: ['runs.publish', 'runs.askPublish'],
  again: ['runs.restore', 'decision.askRestore'],
  agreed: ['runs.agree', 'decision.askAgree'],
});

function form(/** @type {Run} */ run, /** @type {View} */ view) {
  const again = Boolean(run.publishedAt);
  const [word, question] = PUBLISHING[run.goingBack ? 'agreed' : again ? 'again' : 'first'];
  const blocking = run.checks.filter(({ level }) => level === 'block').length;
  const notice = element('input', { type: 'date', name: 'notice', id: 'notice' });
  const reason = element('textarea', { name: 'reason', id: 'reason', rows: 3, maxlength: 500 });
  const missing = element('div', { role: 'alert' });
  const said = () => reason.value.trim();
  const publish = async () => {
    if (await confirmed(t(question, { year: view.number }))) {
      return post(
        '/years/{year}/publication',
        { year: view.number },
        {
          generation: run.id,
          ...(notice.value ? { noticeUntil: notice.value } : {}),
          ...(said() ? { override: { reason: said() } } : {}),
        },
      );
    }
    return undefined;
  };
  const refuse = async () => {
    if (!said()) {
      missing.replaceChildren(element('p.notice.bad', {}, t('decision.reasonMissing')));
      reason.focus();
    } else if (await confirmed(t('decision.askRefuse', { year: view.number }))) {
      return post('/years/{year}/recomputations/{id}/refusal', { year: view.number, id: run.id }, { reason: said() });
    }
    return undefined;
  };
  return keptForm(
    {
      id: 'decide',
      class: 'decide',
      name: 'decision ' + run.id,
      signal: view.signal,
      done: (answer) => {
        if (answer && 'said' in answer && answer.said) {
          missing.replaceChildren(element('p.notice', {}, answer.said));
        } else {
          location.reload();
        }
      },
    },
    (sending) => [
      run.goingBack ? element('p.notice', {}, t('decision.goingBack', { text: decided(run.goingBack) })) : null,
      blocking && !again ? element('p.notice.warn', {}, t('decision.blocked', { count: blocking })) : null,
      element('label.field', {}, element('span', {}, t('decision.noticeUntil')), notice),
      element('label.field', {}, element('span', {}, t('decision.reason')), reason),
      element(
        'div.row',
        {},
        button(t(word), sending(publish), { id: 'publish' }),
        run.status === 'awaiting-approval'
          ? button(t('decision.refuse'), sending(refuse), { id: 'refuse-run', class: 'quiet' })
          : null,
      ),
      missing,
    ],
  );
}
