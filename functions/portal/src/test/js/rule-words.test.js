import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bonusPoints,
  condition,
  consequence,
  curve,
  decayBy,
  factors,
  measure,
  rewardAmount,
} from '../../main/resources/portal/assets/public/rule-words.js';

const BOOK = {
  field: (id) => ({ revenue: '营业收入', costs: '成本', amount: '金额' })[id] ?? id,
  dataset: (id) => ({ records: '创新记录' })[id] ?? id,
  stage: (id) => ({ growth: '成长期', mature: '成熟期' })[id] ?? id,
};

test('a stage is told as whole sentences', () => {
  assert.equal(
    condition({ revenue: { from: 1000, below: 5000 }, age: { below: 8 } }),
    '营业收入不低于 1,000 万元、低于 5,000 万元；成立不满 8 周年',
  );
  assert.equal(condition({ revenue: { below: 300 }, age: { from: 4 } }), '营业收入低于 300 万元；成立满 4 周年');
  assert.equal(condition({ age: { from: 4, below: 8 } }), '成立满 4 周年、不满 8 周年');
  assert.equal(condition({ revenue: { from: 300 } }), '营业收入不低于 300 万元');
});

test('each kind of value has its words', () => {
  const records = { dataset: 'records', dated: { on: 'window' }, state: 'in-force', where: { kind: ['甲', '乙'] } };
  const said = (value, unit) => measure({ value, unit }, BOOK);
  assert.equal(said({ amount: 'revenue' }, '万元'), '营业收入（万元）');
  assert.equal(said({ growth: 'revenue' }, '%'), '营业收入比上年增长（%）');
  assert.equal(
    said({ ratio: { part: 'costs', whole: { mean: ['revenue', { yearBefore: 'revenue' }] } } }),
    '成本 ÷ 平均（营业收入、上年营业收入）',
  );
  assert.equal(said({ ratio: { part: 'costs', whole: { firstKnown: ['a', 'b', 'c'] } } }), '成本 ÷ a，缺则b，缺则c');
  assert.equal(said({ count: records }), '创新记录（近两年取得；有效；甲、乙）的数量');
  assert.equal(said({ sum: { items: { dataset: 'records' }, of: 'amount' } }), '创新记录的金额合计');
  assert.equal(
    said({ any: [{ dataset: 'records', where: { university: [true] } }] }),
    '有其一即可：创新记录（与高校院所合作）',
  );
  assert.equal(
    said({ best: { items: { dataset: 'records' }, by: 'level', shares: { 国家级: 1, 省级: 0.5 } } }),
    '创新记录，按最高级别：国家级 100%、省级 50%',
  );
});

test('a curve is told line by line', () => {
  const knots = [
    [0, 0],
    [10, 1],
  ];
  assert.deepEqual(curve({ curve: { asShare: true } }, BOOK), ['按上述比例得分']);
  assert.deepEqual(curve({ curve: { knots } }, BOOK), ['0 → 0%、10 → 100%']);
  assert.deepEqual(curve({ curve: { knots, stages: { mature: [[5, 1]] } } }, BOOK), [
    '其他阶段：0 → 0%、10 → 100%',
    '成熟期：5 → 100%',
  ]);
  assert.deepEqual(curve({ curve: { fullAt: { growth: 500 } }, unit: '万元' }, BOOK), [
    '从 0 起线性，达到下列数值得满分',
    '成长期：500 万元',
  ]);
});

test('negative list, bonus, decay and rewards have their words', () => {
  assert.equal(consequence({ exclude: true }), '不纳入积分管理');
  assert.equal(consequence({ deduct: 5 }), '扣 5 分');
  assert.equal(consequence({ deductByLevel: { points: { 一般: 2, 重大: 5 } } }), '一般扣 2 分、重大扣 5 分');
  assert.equal(bonusPoints({ levels: { points: { 国家级: 5, 省级: 3 } } }), '国家级加 5 分、省级加 3 分');
  assert.equal(decayBy({ ageInStage: 'growth' }, BOOK), '处于成长期，按成立周年数');
  assert.equal(decayBy({ stepsDown: { falls: 2 } }, BOOK), '阶段下降，按级数');
  assert.equal(factors({ by: { yearsInStage: 'growth' }, factors: { 4: 0.9, 6: 0.8 } }), '4 年起 × 0.9；6 年起 × 0.8');
  assert.equal(factors({ by: { stepsDown: {} }, factors: { 1: 0.9 } }), '1 级起 × 0.9');
  assert.equal(rewardAmount({ amount: { fixed: 200_000 }, upTo: true }), '最高 20 万元');
  assert.equal(rewardAmount({ amount: { fixed: 50_000 } }), '5 万元');
  assert.equal(
    rewardAmount({ amount: { share: { percent: 2, eachAtMost: 100_000, atMost: 500_000 } } }),
    '合同成交额的 2%，每份最高 10 万元，每家最高 50 万元',
  );
});
