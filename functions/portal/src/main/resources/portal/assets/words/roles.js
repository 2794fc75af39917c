// @ts-check
// Persons in words: their roles, and who did something when.

import { format } from './format.js';
import { ownWords } from './i18n.js';

const { t } = ownWords({
  'roles.approver': ['审批人', 'Approver'],
  'roles.whoAndWhen': ['{who}，{time}', '{who}, {time}'],
});

/** @type {Record<import('../session/session.js').Role, string>} */
export const ROLES = {
  enterprise: t('common.enterprise'),
  department: t('page.dataDepartment'),
  bureau: t('page.bureau'),
  approver: t('roles.approver'),
  auditor: t('page.auditor'),
  bank: t('page.bank'),
};

/** Who did something, and when. */
export function whoAndWhen(/** @type {Schema<'Person'>} */ person, /** @type {string} */ at) {
  return t('roles.whoAndWhen', { who: person.name, time: format.minute(at) });
}
