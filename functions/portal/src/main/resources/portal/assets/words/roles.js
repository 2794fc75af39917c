// @ts-check
// The roles of persons in words.

import { ownWords } from './i18n.js';

const { t } = ownWords({
  'roles.approver': ['审批人', 'Approver'],
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
