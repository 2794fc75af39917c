// @ts-check
// What the result opens to enterprises: each benefit with its conditions, its list as a file, and the list on demand.

import { get, lines } from '../api/api.js';
import { element, link } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { chapter } from '../page/chapters.js';
import { benefitCondition } from '../public/rule-words.js';
import { isAny, person } from '../session/session.js';
import { enterpriseColumn, placeColumns, stageColumn, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';
import { citation } from '../words/data.js';
import { format, NOTHING } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';

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
  'benefits.entitledCount': ['符合条件', 'Entitled'],
  'benefits.takenCount': ['其中已享受', 'Taken up'],
  'benefits.others': ['不符合条件而已享受', 'Taken up by others'],
  'benefits.takenOn': ['享受日期', 'Taken up on'],
  'benefits.counts': ['享受情况（{kind}）', 'Taken up ({kind})'],
  'benefits.feedBack': [
    '已享受的，由办理部门在数据集“支持享受情况”中反馈，企业画像同时显示。',
    'What is taken up the departments feed back by the dataset of benefits taken up; portraits show it, too.',
  ],
  'benefits.unknown': [
    '文件中有、本年度规则中没有的支持：{names}。请按规则中的名称填写。',
    'In the files but not in the year’s rules: {names}. Use the names of the rules.',
  ],
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
 * @param {import('../public/lists.js').Narrowed} asked
 * @param {Book} rules
 */
export async function benefits(view, asked, rules) {
  const { year } = asked;
  const { benefits: all } = rules.rules;
  if (!all) {
    return [];
  }
  const mine = person().department;
  const own = isAny('bureau', 'approver') ? all : all.filter(({ department: by }) => by.id === mine);
  if (!own.length) {
    return [chapter(t('benefits.title'), empty(t('benefits.noneOwn')), { id: 'benefits' })];
  }
  const counts = await get('/years/{year}/benefits/counts', { year }, view.signal);
  const chosen = own.find(({ id }) => id === view.query.get('benefit'));
  return [
    chapter(
      t('benefits.title'),
      [
        element('p', {}, t('benefits.note') + ' ' + t('benefits.feedBack')),
        counts.unknown.length
          ? element('p.notice.warn', {}, t('benefits.unknown', { names: list(counts.unknown) }))
          : null,
        element(
          'div.downloads',
          {},
          fileButtons('/years/{year}/benefits/counts', { year }, 'benefit-counts', (kind) =>
            t('benefits.counts', { kind }),
          ),
        ),
        table({
          caption: t('benefits.title'),
          id: 'rule-benefits',
          columns: columns(asked, rules, counts.items),
          rows: own,
          stacked: true,
        }),
        chosen ? await entitled(view, asked, chosen, rules) : null,
      ],
      { id: 'benefits', opened: Boolean(chosen) },
    ),
  ];
}

/**
 * @param {import('../public/lists.js').Narrowed} asked
 * @param {Book} rules
 * @param {Schema<'BenefitCounts'>['items']} counts
 * @returns {import('../table/table.js').Column<BenefitRule>[]}
 */
function columns(asked, rules, counts) {
  /** @typedef {import('../table/table.js').Column<BenefitRule>} Column */
  /** @type {(id: 'entitled' | 'takenUp' | 'others', title: string) => Column} */
  const counted = (id, title) => ({
    id,
    title,
    number: true,
    value: (row) => counts.find((one) => one.id === row.id)?.[id],
  });
  return [
    { id: 'benefit', title: t('benefits.benefit'), head: true, value: (row) => row.name },
    { id: 'condition', title: t('benefits.condition'), value: (row) => benefitCondition(row.when, rules) },
    { id: 'department', title: t('benefits.department'), value: (row) => row.department.name },
    counted('entitled', t('benefits.entitledCount')),
    counted('takenUp', t('benefits.takenCount')),
    counted('others', t('benefits.others')),
    { id: 'basis', title: t('common.basis'), class: 'short', value: (row) => citation(row.cite ?? '') || NOTHING },
    {
      id: 'list',
      title: t('benefits.list'),
      class: 'off-paper',
      sortable: false,
      value: () => '',
      cell: (row) => [
        link(shown(asked, row.id), t('benefits.show')),
        ' ',
        fileButtons('/years/{year}/benefits', { ...asked, benefit: row.id }, row.id),
      ],
    },
  ];
}

/** Where the list of a benefit is, for the same enterprises. */
function shown(/** @type {import('../public/lists.js').Narrowed} */ asked, /** @type {string} */ benefit) {
  const said = Object.entries({ ...asked, benefit }).filter(([, value]) => value);
  return '/lists?' + new URLSearchParams(said.map(([name, value]) => [name, String(value)])) + '#benefits';
}

/**
 * @param {import('../page/page.js').View} view
 * @param {import('../public/lists.js').Narrowed} asked
 * @param {BenefitRule} benefit
 * @param {Book} rules
 */
async function entitled(view, asked, { id, name }, rules) {
  const rows = await lines('/years/{year}/benefits', { ...asked, benefit: id }, view.signal);
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
    enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + asked.year),
    usccColumn(),
    ...placeColumns(),
    {
      id: 'takenOn',
      title: t('benefits.takenOn'),
      class: 'short',
      value: (row) => row.taken.at(0)?.on,
      cell: (row) => (row.taken.length ? format.day(row.taken[0].on) : NOTHING),
    },
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
          place: ({ uscc }) => 'entitled-' + uscc,
        })
      : empty(t('common.noMatch')),
  ];
}
