import assert from 'node:assert/strict';
import { test } from 'node:test';

// The language is chosen when the first script is loaded, so these have a file, and so a process, of their own.
process.env.PORTAL_LANGUAGE = 'en';
const { condition, factors } = await import('../../main/resources/portal/assets/public/rule-words.js');
const { inEnglish } = await import('../../main/resources/portal/assets/api/rules-english.js');
const { named } = await import('../../main/resources/portal/assets/api/catalogue.js');
const { clauses, list, t } = await import('../../main/resources/portal/assets/words/i18n.js');

test('a stage is told as whole sentences, with blanks and the right number', () => {
  assert.equal(
    condition({ revenue: { from: 1000 }, age: { from: 1, below: 4 } }),
    'revenue of at least 1,000 × 10,000 yuan; founded at least 1 and less than 4 full years ago',
  );
  assert.equal(condition({ age: { from: 1 } }), 'founded at least 1 full year ago');
  assert.equal(condition({ age: { from: 4 } }), 'founded at least 4 full years ago');
});

test('numbers choose the form of their words', () => {
  assert.equal(
    factors({ by: { stepsDown: {} }, factors: { 1: 0.9, 2: 0.8 } }),
    'from 1 step × 0.9; from 2 steps × 0.8',
  );
  assert.equal(t('common.enterprises', { count: 1 }), '1 enterprise');
  assert.equal(t('common.enterprises', { count: 1234 }), '1,234 enterprises');
});

test('things and clauses are listed as English does', () => {
  assert.equal(list(['a', 'b']), 'a, b');
  assert.equal(clauses(['a', 'b']), 'a; b');
});

test('a rulebook has its English names where it has some', () => {
  const { stages, categories, rewards, services } = inEnglish({
    stages: [{ id: 'growth', name: '成长期', en: 'Growth', weights: {} }],
    categories: [{ id: 'own', name: '自定类别' }],
    indicators: [],
    negativeList: [],
    bonus: [],
    decay: [],
    rewards: { rules: [{ id: 'loan', name: '贷款', en: 'Loan' }] },
    services: [{ stages: ['growth'], items: ['培训'], en: ['Training'] }],
  });
  assert.deepEqual(
    [stages[0].name, categories[0].name, rewards.rules[0].name, services[0].items],
    ['Growth', '自定类别', 'Loan', ['Training']],
  );
});

test('departments and datasets have their English names', () => {
  const catalogue = named({
    items: [{ id: 'operations', title: '经营情况', en: 'Operations' }],
    departments: [{ id: 'tax', name: '税务局', en: 'Tax' }],
    divisions: {},
  });
  assert.deepEqual(
    [catalogue.department('tax'), catalogue.dataset('operations'), catalogue.items[0].title],
    ['Tax', 'Operations', 'Operations'],
  );
});
