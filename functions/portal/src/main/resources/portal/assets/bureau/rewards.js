// @ts-check
// What each enterprise would be paid for the year.

import { get, lines } from '../api/api.js';
import { enterpriseNames } from '../api/enterprise-names.js';
import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { clauses, language, ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { officeControls } from '../page/office-filter.js';
import { isOpen, officeFilter } from '../page/office-query.js';
import { page } from '../page/page.js';
import { payments } from './payments.js';
import { sumsByReward } from './reward-sums.js';
import { rewardAmount } from '../public/rule-words.js';
import { sources } from '../api/sources.js';
import { enterpriseColumn, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';

const { t } = ownWords({
  'rewards.lead': [
    '按实施方案五(四)逐家测算；“最高”金额按全额，最终以当年公告和区级财力统筹为准。',
    'Estimated for each enterprise by article 五(四) of the notice. “Up to” amounts are taken in full; the ' +
      'announcement and the budget of the year decide.',
  ],
  'rewards.none': ['{year} 年度没有可以奖励的事项。', 'There is nothing to reward in {year}.'],
  'rewards.noneOfThese': ['所选范围内没有可以奖励的事项。', 'There is nothing to reward among these enterprises.'],
  'rewards.sum': ['合计', 'Total'],
  'rewards.enterprises': ['{count, number} 家企业', '{count, plural, one {# enterprise} other {# enterprises}}'],
  'rewards.contested': [
    '{reward}：编号 {item} 有几家企业登记，核实前都不拨付：{who}。',
    '{reward}: several enterprises claim {item}; none is paid for it until it is settled: {who}.',
  ],
  'rewards.byEnterprise': ['逐家明细', 'By enterprise'],
  'rewards.yuan': ['{amount} 元', '{amount} yuan'],
  'rewards.tenThousandYuanUnit': ['万元', '10,000 yuan'],
});

page(
  {
    lead: t('rewards.lead'),
    year: true,
  },
  async (view) => {
    const { year, signal } = view;
    const office = officeFilter(view.query);
    const asked = { year: year.year, ...office };
    const [found, rules, paid, first, controls] = await Promise.all([
      lines('/years/{year}/rewards', asked, signal),
      rulebook(year.rulebook),
      payments(asked, signal),
      get('/years/{year}/rewards', { year: year.year, limit: 1 }, signal),
      officeControls(view),
    ]);
    const items = found.filter((row) => row.rewards.length);
    if (items.length === 0) {
      view.body.replaceChildren(
        ...(isOpen(office)
          ? [empty(t('rewards.none', { year: year.year }))]
          : [controls, empty(t('rewards.noneOfThese'))]),
      );
      return;
    }
    const name = rules.reward;
    view.body.replaceChildren(
      controls,
      totals(items, name),
      ...(await contested(first.claimedTwice ?? [], items, name, view)),
      ...(paid ? [paid] : []),
      byEnterprise(items, name, rules, asked),
    );
  },
);

/**
 * What a payment list pays nobody: several enterprises claim it.
 *
 * @param {NonNullable<Schema<'Rewards'>['claimedTwice']>} all
 * @param {Schema<'RewardLine'>[]} items
 * @param {(id: string) => string} name
 * @param {import('../page/page.js').View} view
 */
async function contested(all, items, name, { year, signal }) {
  const claimants = all.flatMap(({ usccs }) => usccs);
  const called = await enterpriseNames(year.year, claimants, signal, items);
  return all.map(({ reward, item, usccs }) =>
    element(
      'p.notice.warn',
      { 'data-contested': item },
      t('rewards.contested', {
        reward: name(reward),
        item,
        who: clauses(usccs.map(called)),
      }),
    ),
  );
}

function totals(/** @type {Schema<'RewardLine'>[]} */ items, /** @type {(id: string) => string} */ name) {
  const whole = items.reduce((sum, row) => sum + row.total, 0);
  const figure = (/** @type {string} */ title, /** @type {number} */ amount, /** @type {string} */ note) =>
    element(
      'div',
      {},
      element('dt', {}, title),
      element(
        'dd',
        {},
        element('b', {}, format.points(amount / 10_000)),
        ' ',
        element('small', {}, t('rewards.tenThousandYuanUnit')),
      ),
      element('dd.note', {}, note),
    );
  return element(
    'dl.figures',
    {},
    figure(t('rewards.sum'), whole, t('rewards.enterprises', { count: items.length })),
    [...sumsByReward(items)].map(([id, { count, amount }]) =>
      figure(name(id), amount, t('rewards.enterprises', { count })),
    ),
  );
}

/**
 * @param {Schema<'RewardLine'>[]} items
 * @param {(id: string) => string} name
 * @param {import('../api/names.js').Book} rules
 * @param {import('../page/office-query.js').OfficeFilter & { year: number }} asked
 */
function byEnterprise(items, name, rules, asked) {
  /** @type {import('../table/table.js').Column<Schema<'RewardLine'>>} */
  const sum = {
    id: 'sum',
    title: t('rewards.sum'),
    unit: t('common.yuanUnit'),
    number: true,
    class: 'strong',
    value: (row) => row.total,
    cell: (row) => format.points(row.total),
  };
  /** @type {(typeof sum)[]} */
  const columns = [
    enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + asked.year),
    usccColumn(),
    {
      id: 'reward',
      title: t('common.reward'),
      value: (row) => clauses(row.rewards.map((one) => name(one.reward))),
      cell: (row) =>
        element(
          'ul.sources',
          {},
          row.rewards.map((one) =>
            element(
              'li',
              {},
              name(one.reward) + ' ',
              element('b', {}, t('rewards.yuan', { amount: format.points(one.amount) })),
              element('span.code', {}, basis(one, rules)),
              sources(one.from, rules),
            ),
          ),
        ),
    },
    sum,
  ];
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h2', {}, t('rewards.byEnterprise')),
      element('div.downloads', {}, fileButtons('/years/{year}/rewards', asked, 'rewards')),
    ),
    table({
      caption: t('common.rewards'),
      id: 'rewards',
      columns,
      rows: items,
      sort: { by: 'sum', descending: true },
      stacked: true,
      place: ({ uscc }) => 'enterprise-' + uscc,
    }),
  );
}

/** Why it is what it is: the API's sentence, in English the rule that it says. */
function basis(
  /** @type {Schema<'Reward'>} */ { reward, reason },
  /** @type {import('../api/names.js').Book} */ { rules },
) {
  const rule = rules.rewards?.rules.find(({ id }) => id === reward);
  return language === 'en' && rule ? rewardAmount(rule) : reason;
}
