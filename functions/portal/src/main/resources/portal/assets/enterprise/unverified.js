// @ts-check
// What counts in a result only because the enterprise has reported it: said on its portrait until it is verified.

import { element, link } from '../base/dom.js';
import { isAny } from '../session/session.js';
import { list, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'unverified.said': [
    '待核验：{fields} 为企业填报，部门没有这些数据，也尚未核验。',
    'Not verified: {fields}. The enterprise has reported it, and no department has the figures.',
  ],
  'unverified.verify': ['去核验', 'Verify'],
  'unverified.evidence': ['提交佐证材料', 'Send evidence'],
});

/**
 * Nothing where all is verified.
 *
 * @param {Schema<'SelfReports'>['items']} items that wait to be verified
 * @param {number} year
 * @param {import('../api/names.js').Book} rules
 * @returns {HTMLElement[]}
 */
export function unverified(items, year, rules) {
  const fields = [...new Set(items.map(({ item, field, dataset }) => item ?? rules.field(field, dataset)))];
  return fields.length
    ? [
        element(
          'p.notice.warn',
          { id: 'unverified' },
          t('unverified.said', { fields: list(fields) }),
          ' ',
          isAny('bureau', 'department')
            ? link('/completeness?year=' + year + '#self-reports', t('unverified.verify'))
            : isAny('enterprise')
              ? link('/self-report?year=' + year + '&dataset=' + items[0].dataset, t('unverified.evidence'))
              : null,
        ),
      ]
    : [];
}
