// @ts-check
// What an approver decides about a run: publish, refuse, go back; and what was decided.

import { post } from '../api/api.js';
import { confirmed } from '../base/confirm.js';
import { button, element } from '../base/dom.js';
import { said, t } from '../words/i18n.js';
import { isAny, person } from '../session/session.js';
import { keptForm } from '../page/use-draft.js';
import { decided } from './year-tasks.js';

/** @typedef {Schema<'Run'>} Run */
/** @typedef {import('../page/page.js').View} View */

/** @type {Record<Schema<'RunDecision'>['kind'], import('../words/i18n.js').MessageId>} */
const KINDS = {
  published: 'decision.published',
  refused: 'decision.refused',
  asked: 'decision.asked',
  restored: 'decision.restored',
  notice: 'decision.notice',
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
            element('li', {}, t('decision.one', { kind: said(KINDS[one.kind]), text: decided(one) })),
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
  return form(run, view);
}

function form(/** @type {Run} */ run, /** @type {View} */ view) {
  const again = Boolean(run.publishedAt);
  const blocking = run.checks.filter(({ level }) => level === 'block').length;
  const notice = element('input', { type: 'date', name: 'notice', id: 'notice' });
  const reason = element('textarea', { name: 'reason', id: 'reason', rows: 3, maxlength: 500 });
  const missing = element('div', { role: 'alert' });
  const said = () => reason.value.trim();
  const publish = async () => {
    if (await confirmed(t(again ? 'decision.askRestore' : 'runs.askPublish', { year: view.number }))) {
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
      done: () => location.reload(),
    },
    (sending) => [
      run.goingBack ? element('p.notice', {}, t('decision.goingBack', { text: decided(run.goingBack) })) : null,
      blocking && !again ? element('p.notice.warn', {}, t('decision.blocked', { count: blocking })) : null,
      element('label.field', {}, element('span', {}, t('decision.noticeUntil')), notice),
      element('label.field', {}, element('span', {}, t('decision.reason')), reason),
      element(
        'div.row',
        {},
        button(t(again ? 'runs.restore' : 'runs.publish'), sending(publish), { id: 'publish' }),
        run.status === 'awaiting-approval'
          ? button(t('decision.refuse'), sending(refuse), { id: 'refuse-run', class: 'quiet' })
          : null,
      ),
      missing,
    ],
  );
}
