// @ts-check
// The words of the audit trail: its actions and roles.

import { said } from '../words/i18n.js';

/**
 * Words of the actions: by what they concern, and what was done.
 *
 * @type {Record<string, Record<string, import('../words/i18n.js').MessageId>>}
 */
const WORDS = {
  upload: {
    announced: 'trail.uploadAnnounced',
    accepted: 'trail.uploadAccepted',
    confirmed: 'trail.uploadConfirmed',
    withdrawn: 'trail.uploadWithdrawn',
  },
  run: {
    ordered: 'trail.runOrdered',
    finished: 'trail.runFinished',
  },
  publication: {
    approved: 'trail.publicationApproved',
    refused: 'trail.publicationRefused',
  },
  rulebook: {
    submitted: 'trail.rulebookSubmitted',
    approved: 'trail.rulebookApproved',
    refused: 'trail.rulebookRefused',
    withdrawn: 'trail.rulebookWithdrawn',
  },
  settings: {
    changed: 'trail.settingsChanged',
  },
  question: {
    asked: 'trail.questionAsked',
    assigned: 'trail.questionAssigned',
    answered: 'trail.questionAnswered',
    closed: 'trail.questionClosed',
    reopened: 'trail.questionReopened',
  },
  letter: {
    issued: 'trail.letterIssued',
  },
  grant: {
    given: 'trail.grantGiven',
    withdrawn: 'trail.grantWithdrawn',
  },
  allocation: {
    ordered: 'trail.allocationOrdered',
    approved: 'trail.allocationApproved',
    refused: 'trail.allocationRefused',
  },
  export: {
    made: 'trail.exportMade',
  },
  profile: {
    read: 'trail.profileRead',
  },
  access: {
    refused: 'trail.accessRefused',
  },
};

/** The ids of all actions, as a filter takes them. */
export const ACTIONS = Object.entries(WORDS).flatMap(([subject, verbs]) =>
  Object.keys(verbs).map((verb) => subject + '.' + verb),
);

/** An action in words; its id where a newer version has made it. */
export function actionWord(/** @type {string} */ action) {
  const [subject, verb] = action.split('.');
  const word = WORDS[subject]?.[verb];
  return word ? said(word) : action;
}

/** @type {Record<string, import('../words/i18n.js').MessageId>} */
const ROLES = {
  bureau: 'page.bureau',
  approver: 'page.approver',
  department: 'page.dataDepartment',
  enterprise: 'common.enterprise',
  bank: 'page.bank',
  auditor: 'page.auditor',
  system: 'trail.system',
  none: 'page.noRole',
};

/** The roles of a person, which are joined by a plus sign. */
export function roleNames(/** @type {string} */ roles) {
  return roles
    .split('+')
    .map((role) => said(ROLES[role] ?? 'page.noRole'))
    .join(' · ');
}
