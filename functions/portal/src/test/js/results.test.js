import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumsByReward } from '../../main/resources/portal/assets/bureau/reward-sums.js';
import { cardSteps, steps } from '../../main/resources/portal/assets/charts/waterfall-steps.js';
import { named } from '../../main/resources/portal/assets/api/catalogue.js';

const RULES = {
  stages: new Map([['growth', { weights: { technology: 0.5, growth: 0.5 } }]]),
  rules: {
    categories: [
      { id: 'technology', name: '技术创新指标' },
      { id: 'growth', name: '成长经营指标' },
    ],
    indicators: [
      { id: '1.1', category: 'technology' },
      { id: '2.1', category: 'growth' },
    ],
  },
  negative: (rule) => rule,
  bonus: (rule) => rule,
  decay: (rule) => rule,
};
const PROFILE = {
  stage: 'growth',
  total: 49.5,
  indicators: [
    { id: '1.1', points: 60 },
    { id: '2.1', points: 50 },
  ],
  deductions: [{ rule: 'warning', points: -5, reason: '环保警示' }],
  bonus: [{ rule: 'award', level: '国家级', points: 5 }],
  decay: [{ rule: 'age', factor: 0.9, reason: '满 8 年' }],
};

test('a total comes about from categories, deductions, bonus and decay', () => {
  assert.deepEqual(
    steps(PROFILE, RULES).map(({ name, from, to, kind }) => [name, from, Number(to.toFixed(2)), kind]),
    [
      ['技术创新', 0, 30, 'part'],
      ['成长经营', 30, 55, 'part'],
      ['扣分', 55, 50, 'minus'],
      ['附加分', 50, 55, 'plus'],
      ['衰减 × 0.9', 55, 49.5, 'minus'],
      ['总分', 0, 49.5, 'sum'],
    ],
  );
});

test('a total that deductions take below nothing is lifted to nothing', () => {
  const below = { ...PROFILE, deductions: [{ rule: 'warning', points: -80 }], bonus: [], decay: [], total: 0 };
  assert.deepEqual(
    steps(below, RULES)
      .slice(-2)
      .map(({ name, to }) => [name, to]),
    [
      ['不低于 0', 0],
      ['总分', 0],
    ],
  );
});

test('steps that do not lead to the published total are not shown', () => {
  assert.deepEqual(steps({ ...PROFILE, total: 49.6 }, RULES), []);
  assert.deepEqual(steps({ ...PROFILE, total: null }, RULES), []);
});

const CARD = {
  categories: { technology: 60, growth: 50 },
  weights: { technology: 0.5, growth: 0.5 },
  weighted: 55.001,
  adjustments: { deductions: 5, bonus: 3, factor: 0.9 },
  total: 47.7,
};

test('the card adds up: weighted categories, deductions, bonus, decay', () => {
  assert.deepEqual(
    cardSteps(CARD, RULES).map(({ name, amount, kind }) => [name, Number(amount.toFixed(2)), kind]),
    [
      ['技术创新', 30, 'part'],
      ['成长经营', 25, 'part'],
      ['加权得分', 55, 'sum'],
      ['扣分', -5, 'minus'],
      ['附加分', 3, 'plus'],
      ['衰减 × 0.9', -5.3, 'minus'],
      ['总分', 47.7, 'sum'],
    ],
  );
});

test('what a card does not have is no step', () => {
  const plain = { ...CARD, adjustments: { deductions: 0, bonus: 0, factor: 1 }, total: 55 };
  assert.deepEqual(
    cardSteps(plain, RULES).map(({ name }) => name),
    ['技术创新', '成长经营', '加权得分', '总分'],
  );
});

test('a card whose figures do not lead to its total shows no sum', () => {
  assert.deepEqual(cardSteps({ ...CARD, total: 47.8 }, RULES), []);
  assert.deepEqual(cardSteps({ ...CARD, weighted: 56 }, RULES), []);
  assert.deepEqual(cardSteps({ ...CARD, weights: undefined }, RULES), []);
});

test('rewards are counted and added up by kind', () => {
  const items = [
    {
      rewards: [
        { reward: 'loan', amount: 10 },
        { reward: 'award', amount: 5 },
      ],
    },
    { rewards: [{ reward: 'loan', amount: 2.5 }] },
  ];
  assert.deepEqual(
    [...sumsByReward(items)],
    [
      ['loan', { count: 2, amount: 12.5 }],
      ['award', { count: 1, amount: 5 }],
    ],
  );
});

const CATALOGUE = named({
  items: [{ id: 'operations', title: '经营情况', en: 'Operations' }],
  departments: [{ id: 'tax', name: '税务局', en: 'Tax' }],
  divisions: { C34: '通用设备制造业' },
});

test('a division is told with its name, an unknown one by its code', () => {
  assert.equal(CATALOGUE.industry('C34'), 'C34 通用设备制造业');
  assert.equal(CATALOGUE.industry('Z99'), 'Z99');
});

test('departments and datasets have the names of the catalogue, other sources those of the pages', () => {
  assert.deepEqual(CATALOGUE.departmentIds, ['tax']);
  assert.equal(CATALOGUE.department('tax'), '税务局');
  assert.equal(CATALOGUE.department('public'), '公开数据采集');
  assert.equal(CATALOGUE.department('other'), 'other');
  assert.equal(CATALOGUE.department(null), '—');
  assert.equal(CATALOGUE.dataset('operations'), '经营情况');
});
