// @ts-check
// What the result opens to enterprises: each benefit with its conditions, its list as a file, and the list on demand.

import { lines } from '../api/api.js';
import { element, link } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { chapter } from '../page/chapters.js';
import { benefitCondition } from '../public/rule-words.js';
import { isAny, person } from '../session/session.js';
import { enterpriseColumn, stageColumn, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';
import { citation } from '../words/data.js';
import { NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'benefits.title': ['可享受的政策支持', 'Benefits'],
  'benefits.note': [
    '按本年度规则的条件列出符合条件的企业，供办理部门使用。',
    'Who is entitled by the conditions of the year’s rules, for the departments that grant the benefits.',
  ],
  'benefits.noneOwn': ['本年度没有由本部门办理的支持。', 'This year there is no benefit for your department to grant.'],
  'benefits.benefit': ['支持', 'Benefit'],
  'benefits.condition': ['条件', 'Conditions'],
  'benefits.department': ['办理部门', 'Department'],
  'benefits.list': ['企业名单', 'Enterprises'],
  'benefits.show': ['查看', 'Show'],
  'benefits.entitled': [
    '{benefit} · {count, number} 家',
    '{benefit} · {count, plural, one {# enterprise} other {# enterprises}}',
  ],
});

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Schema<'EntitledEnterprise'>} Entitled */

/**
 * The benefits that the reader's office deals with; the address says whose list is shown.
 *
 * @param {import('../page/page.js').View} view
 * @param {number} year
 * @param {Book} rules
 */
export async function benefits(view, year, rules) {
  const { benefits: all } = rules.rules;
  if (!all) {
    return [];
  }
  const mine = person().department;
  const own = isAny('bureau', 'approver') ? all : all.filter(({ department: by }) => by.id === mine);
  if (!own.length) {
    return [chapter(t('benefits.title'), empty(t('benefits.noneOwn')), { id: 'benefits' })];
  }
  const chosen = own.find(({ id }) => id === view.query.get('benefit'));
  return [
    chapter(
      t('benefits.title'),
      [
        element('p', {}, t('benefits.note')),
        table({
          caption: t('benefits.title'),
          id: 'rule-benefits',
          columns: columns(year, rules),
          rows: own,
          stacked: true,
        }),
        chosen ? await entitled(view, year, chosen, rules) : null,
      ],
      { id: 'benefits', opened: Boolean(chosen) },
    ),
  ];
}

/**
 * @param {number} year
 * @param {Book} rules
 * @returns {import('../table/table.js').Column<BenefitRule>[]}
 */
function columns(year, rules) {
  return [
    { id: 'benefit', title: t('benefits.benefit'), head: true, value: (row) => row.name },
    { id: 'condition', title: t('benefits.condition'), value: (row) => benefitCondition(row.when, rules) },
    { id: 'department', title: t('benefits.department'), value: (row) => row.department.name },
    { id: 'basis', title: t('common.basis'), class: 'short', value: (row) => citation(row.cite ?? '') || NOTHING },
    {
      id: 'list',
      title: t('benefits.list'),
      class: 'off-paper',
      sortable: false,
      value: () => '',
      cell: (row) => [
        link('/lists?year=' + year + '&benefit=' + row.id + '#benefits', t('benefits.show')),
        ' ',
        fileButtons('/years/{year}/benefits', { year, benefit: row.id }, row.id),
      ],
    },
  ];
}

/**
 * @param {import('../page/page.js').View} view
 * @param {number} year
 * @param {BenefitRule} benefit
 * @param {Book} rules
 */
async function entitled(view, year, { id, name }, rules) {
  const rows = await lines('/years/{year}/benefits', { year, benefit: id }, view.signal);
  const caption = t('benefits.entitled', { benefit: name, count: rows.length });
  /** @type {import('../table/table.js').Column<Entitled>[]} */
  const ofEnterprises = [
    stageColumn(rules),
    {
      id: 'inStage',
      title: t('common.inStage'),
      number: true,
      value: (row) => row.rank,
      cell: (row) => (row.rank ? row.rank + ' / ' + row.rankOf : NOTHING),
    },
    enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + year),
    usccColumn(),
  ];
  return [
    element('h3', {}, caption),
    rows.length
      ? table({
          caption,
          id: 'entitled',
          columns: ofEnterprises,
          rows: rules.inOrder(
            rows.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)),
            ({ stage }) => stage,
          ),
          stacked: true,
        })
      : empty(t('common.noMatch')),
  ];
}
