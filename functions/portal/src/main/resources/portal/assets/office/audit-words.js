// @ts-check
// The words of the audit trail: its actions, results and roles.

import { status } from '../api/names.js';
import { ownWords } from '../words/i18n.js';
import { ROLES } from '../words/roles.js';

const { t } = ownWords({
  'trail.system': ['系统', 'System'],
  'trail.bucket': ['存储桶', 'Bucket'],
  'trail.schedule': ['计划任务', 'Schedule'],
  'trail.uploadAnnounced': ['登记文件', 'File announced'],
  'trail.uploadAccepted': ['文件生效', 'File in force'],
  'trail.uploadConfirmed': ['确认文件', 'File confirmed'],
  'trail.uploadWithdrawn': ['撤回文件', 'File withdrawn'],
  'trail.uploadVerified': ['核验企业填报', 'Self-report verified'],
  'trail.uploadEvidenced': ['提交佐证材料', 'Evidence sent'],
  'trail.runOrdered': ['发起计算', 'Run ordered'],
  'trail.runFinished': ['计算结束', 'Run finished'],
  'trail.publicationApproved': ['批准公布', 'Publication approved'],
  'trail.publicationRefused': ['退回公布', 'Publication refused'],
  'trail.rulebookSubmitted': ['提交规则', 'Rulebook submitted'],
  'trail.rulebookApproved': ['批准规则', 'Rulebook approved'],
  'trail.rulebookRefused': ['退回规则', 'Rulebook refused'],
  'trail.rulebookWithdrawn': ['停用规则', 'Rulebook withdrawn'],
  'trail.rebuildOrdered': ['发起数据核对', 'Comparison of the tables ordered'],
  'trail.rebuildFinished': ['数据核对结束', 'Comparison of the tables finished'],
  'trail.settingsChanged': ['修改设置', 'Settings changed'],
  'trail.questionAsked': ['提出问题', 'Question asked'],
  'trail.questionAssigned': ['分派问题', 'Question assigned'],
  'trail.questionAnswered': ['答复问题', 'Question answered'],
  'trail.questionClosed': ['问题办结', 'Question closed'],
  'trail.questionReopened': ['重新办理', 'Question reopened'],
  'trail.reminderSent': ['催报', 'Reminder sent'],
  'trail.letterIssued': ['出具参考函', 'Letter issued'],
  'trail.letterRevoked': ['撤销参考函', 'Letter revoked'],
  'trail.grantGiven': ['授权银行', 'Grant given'],
  'trail.grantWithdrawn': ['取消授权', 'Grant withdrawn'],
  'trail.allocationAsked': ['提请拨付', 'Payment asked for'],
  'trail.allocationApproved': ['批准拨付', 'Payment approved'],
  'trail.allocationRefused': ['退回拨付清单', 'Payment refused'],
  'trail.briefMade': ['编制简报', 'Brief made'],
  'trail.briefApproved': ['批准简报', 'Brief approved'],
  'trail.briefRefused': ['退回简报', 'Brief refused'],
  'trail.allocationPaid': ['登记拨付', 'Payment recorded'],
  'trail.exportMade': ['导出清单', 'List exported'],
  'trail.profileRead': ['查看画像', 'Profile read'],
  'trail.accessRefused': ['被拒绝访问', 'Access refused'],
  'trail.done': ['完成', 'Done'],
  'trail.ordered': ['已受理', 'Ordered'],
  'trail.dryRun': ['试算已受理', 'Dry run ordered'],
  'trail.compare': ['只核对，已受理', 'To compare only, ordered'],
  'trail.withheld': ['大量撤回，未执行', 'Would withdraw much; not done'],
  'trail.joined': ['已有计算在进行，未另行发起', 'A run was under way; none was ordered'],
  'trail.asked': ['提请恢复公布，待另一人同意', 'Asked to go back; waits for another person'],
  'trail.restored': ['已恢复公布', 'Gone back'],
  'trail.notice': ['已调整公示期', 'Notice period changed'],
  'trail.inForce': ['已生效', 'In force'],
  'trail.proposed': ['待另一人批准', 'Waits for another person'],
  'trail.submitted': ['待批准', 'Waits for approval'],
  'trail.approved': ['已批准', 'Approved'],
  'trail.paid': ['已拨付', 'Paid'],
  'trail.open': ['待答复', 'Waits for an answer'],
  'trail.reopened': ['待再次答复', 'Waits for another answer'],
  'trail.closed': ['已办结', 'Closed'],
  'trail.upheld': ['成立', 'Upheld'],
  'trail.confirmed': ['核验属实', 'Confirmed'],
  'trail.refused': ['不予采用', 'Refused'],
  'trail.dismissed': ['不成立', 'Dismissed'],
  'trail.file': ['{form} 文件', '{form} file'],
  'trail.wholeList': ['网页或程序读取整张清单', 'Whole list read by a page or program'],
  'trail.refusals': ['一小时内 {count, number} 次', '{count, plural, one {Once} other {# times}} within an hour'],
});

/**
 * Words of the actions: by what they concern, and what was done.
 *
 * @type {Record<string, Record<string, string>>}
 */
const WORDS = {
  upload: {
    announced: t('trail.uploadAnnounced'),
    accepted: t('trail.uploadAccepted'),
    confirmed: t('trail.uploadConfirmed'),
    withdrawn: t('trail.uploadWithdrawn'),
    verified: t('trail.uploadVerified'),
    evidenced: t('trail.uploadEvidenced'),
  },
  run: {
    ordered: t('trail.runOrdered'),
    finished: t('trail.runFinished'),
  },
  publication: {
    approved: t('trail.publicationApproved'),
    refused: t('trail.publicationRefused'),
  },
  rulebook: {
    submitted: t('trail.rulebookSubmitted'),
    approved: t('trail.rulebookApproved'),
    refused: t('trail.rulebookRefused'),
    withdrawn: t('trail.rulebookWithdrawn'),
  },
  rebuild: {
    ordered: t('trail.rebuildOrdered'),
    finished: t('trail.rebuildFinished'),
  },
  settings: {
    changed: t('trail.settingsChanged'),
  },
  question: {
    asked: t('trail.questionAsked'),
    assigned: t('trail.questionAssigned'),
    answered: t('trail.questionAnswered'),
    closed: t('trail.questionClosed'),
    reopened: t('trail.questionReopened'),
  },
  reminder: {
    sent: t('trail.reminderSent'),
  },
  letter: {
    issued: t('trail.letterIssued'),
    revoked: t('trail.letterRevoked'),
  },
  grant: {
    given: t('trail.grantGiven'),
    withdrawn: t('trail.grantWithdrawn'),
  },
  brief: {
    made: t('trail.briefMade'),
    approved: t('trail.briefApproved'),
    refused: t('trail.briefRefused'),
  },
  allocation: {
    asked: t('trail.allocationAsked'),
    approved: t('trail.allocationApproved'),
    refused: t('trail.allocationRefused'),
    paid: t('trail.allocationPaid'),
  },
  export: {
    made: t('trail.exportMade'),
  },
  profile: {
    read: t('trail.profileRead'),
  },
  access: {
    refused: t('trail.accessRefused'),
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
  return word ?? action;
}

/**
 * Results that are no state of a file or a run.
 *
 * @type {Record<string, string>}
 */
const RESULTS = {
  done: t('trail.done'),
  ordered: t('trail.ordered'),
  'dry-run': t('trail.dryRun'),
  compare: t('trail.compare'),
  withheld: t('trail.withheld'),
  joined: t('trail.joined'),
  asked: t('trail.asked'),
  restored: t('trail.restored'),
  notice: t('trail.notice'),
  'in-force': t('trail.inForce'),
  proposed: t('trail.proposed'),
  submitted: t('trail.submitted'),
  approved: t('trail.approved'),
  paid: t('trail.paid'),
  open: t('trail.open'),
  reopened: t('trail.reopened'),
  closed: t('trail.closed'),
  upheld: t('trail.upheld'),
  dismissed: t('trail.dismissed'),
  confirmed: t('trail.confirmed'),
};

/** What came of it in words; of refusals of rights their number. */
export function resultWord(/** @type {{ action: string, result: string }} */ { action, result }) {
  if (action === 'access.refused') {
    return t('trail.refusals', { count: Number(result) });
  }
  if (action === 'export.made') {
    return result === 'ndjson' ? t('trail.wholeList') : t('trail.file', { form: result.toUpperCase() });
  }
  if (action === 'upload.verified' && result === 'refused') {
    return t('trail.refused');
  }
  return RESULTS[result] ?? status(result);
}

/** @type {Record<string, string>} Who may stand in the trail. */
const WHO = { ...ROLES, system: t('trail.system'), none: t('page.noRole') };

/** The roles of a person, which are joined by a plus sign. */
export function roleNames(/** @type {string} */ roles) {
  return roles
    .split('+')
    .map((role) => WHO[role] ?? t('page.noRole'))
    .join(' · ');
}

/** The name of a person, or of a part of the system that did it. */
export function personName(/** @type {{ sub: string, name: string }} */ { sub, name }) {
  return { 'system:s3': t('trail.bucket'), 'system:schedule': t('trail.schedule') }[sub] ?? name;
}
