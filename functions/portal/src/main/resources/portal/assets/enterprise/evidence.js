// @ts-check
// What an enterprise sends along with a self-report for whoever verifies it (佐证材料).

import { get, post } from '../api/api.js';
import { element } from '../base/dom.js';
import { announced, attachmentList, putAll } from '../page/attachments.js';
import { keptForm } from '../page/use-draft.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'evidence.title': ['佐证材料', 'Evidence'],
  'evidence.lead': [
    '供主管部门和科学技术局核验，不计入评分；填报时或以后均可提交，改报后仍保留。',
    'For whoever verifies the report; nothing of it is scored. It may be sent later, and stays when figures change.',
  ],
  'evidence.none': ['没有佐证材料。', 'No evidence was sent.'],
  'evidence.files': [
    '选择材料（一次最多 5 个，每个不超过 20 MB；pdf、图片、Office 文件或 zip）',
    'Files (at most 5 of 20 MB at once: pdf, pictures, office files or zip)',
  ],
  'evidence.send': ['提交材料', 'Send'],
});

/** What has been sent, for who verifies; nothing is loaded before it is shown. */
export async function evidence(/** @type {string} */ upload, /** @type {AbortSignal} */ signal) {
  const { items } = await get('/uploads/{id}/evidence', { id: upload }, signal);
  return element(
    'div.evidence',
    {},
    element('h4', {}, t('evidence.title')),
    items.length ? attachmentList(items) : element('p.muted', {}, t('evidence.none')),
  );
}

/**
 * What the enterprise has sent, and a form to send more.
 *
 * @param {string} upload the report's
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLElement>}
 */
export async function sendingEvidence(upload, signal) {
  const { items } = await get('/uploads/{id}/evidence', { id: upload }, signal);
  const files = element('input', { id: 'evidence-files', type: 'file', multiple: true, required: true });
  const whole = element('section.card', { id: 'evidence' });
  whole.replaceChildren(
    element('h2', {}, t('evidence.title')),
    element('p.muted', {}, t('evidence.lead')),
    items.length ? attachmentList(items) : element('p.muted', {}, t('evidence.none')),
    keptForm(
      {
        id: 'send-evidence',
        class: 'stack',
        name: 'evidence ' + upload,
        signal,
        send: async () => {
          const attachments = await announced(files);
          const targets = await post('/uploads/{id}/evidence', { id: upload }, { attachments });
          await putAll(targets.items, files);
          return targets;
        },
        done: async () => whole.replaceWith(await sendingEvidence(upload, signal)),
      },
      [
        element('label.field', {}, element('span', {}, t('evidence.files')), files),
        element('div', {}, element('button', { type: 'submit' }, t('evidence.send'))),
      ],
    ),
  );
  return whole;
}
