import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { divisions, sentences, values } from '../../main/resources/portal/assets/words/english-data.js';
import { amount, clauses } from '../../main/resources/portal/assets/words/english-reasons.js';

const RULEBOOK = '../../../../../shared/scoring/src/main/resources/rulebooks/xinxiang-2022-110.yaml';
const DATASETS = new URL('../../../../../shared/datasets/src/main/resources/datasets/', import.meta.url);
const read = (name) => readFileSync(new URL(name, DATASETS), 'utf8');

test('every value that a column can have has English words, and no other has', () => {
  const schemas = readdirSync(DATASETS).filter((name) => name.endsWith('.schema.json'));
  const allowed = schemas.flatMap((name) =>
    JSON.parse(read(name)).fields.flatMap(({ constraints }) => constraints?.enum ?? []),
  );
  assert.deepEqual(Object.keys(values).sort(), [...new Set(allowed)].sort());
});

test('every industry division has an English name', () => {
  const codes = read('divisions.txt').trim().split('\n');
  assert.deepEqual(
    Object.keys(divisions),
    codes.map((line) => line.slice(0, 3)),
  );
});

test('every note of the rulebook and every remark of a schema has an English sentence, and no other has', () => {
  const remarks = readdirSync(DATASETS)
    .filter((name) => name.endsWith('.schema.json'))
    .flatMap((name) => JSON.parse(read(name)).fields.flatMap(({ description = [] }) => description));
  const said = [...remarks, ...notes(parse(readFileSync(new URL(RULEBOOK, import.meta.url), 'utf8')))];
  assert.deepEqual(Object.keys(sentences).sort(), [...new Set(said)].sort());
});

/** @returns {string[]} */
function notes(node) {
  return node && typeof node === 'object'
    ? Object.entries(node).flatMap(([key, value]) => (key === 'note' ? [value] : notes(value)))
    : [];
}

test('reasons are said in English', () => {
  const named = (zh) => ({ 营业收入: 'Revenue', 人员情况: 'Staff', 年初净资产: 'A', 年末净资产: 'B' })[zh] ?? zh;
  /** What innovation.points.scoring.plan.reading.FactTrace writes, and the terms that it names. */
  const cases = {
    '2025年人员情况中没有本企业，按 0 计': 'Not in Staff of 2025: counts as 0',
    '2025年营业收入空缺；2024年人员情况中没有本企业': 'Revenue of 2025 is blank; not in Staff of 2024',
    未报送2025年人员情况: 'Staff of 2025 not delivered',
    '2024年营业收入为 -3，不大于 0，无法计算': 'Revenue of 2024 is -3, not above 0',
    '年初净资产与年末净资产的平均为 0，不大于 0，无法计算': 'The mean of A and B is 0, not above 0',
    '营业收入为 0，改用年末净资产': 'Revenue is 0; taken instead: B',
    '营业收入未知：2025年营业收入空缺': 'Revenue unknown: Revenue of 2025 is blank',
  };
  for (const [chinese, english] of Object.entries(cases)) {
    assert.equal(clauses(chinese, named), english);
  }
});

test('what a reward comes to is said in English', () => {
  const of = (text) => amount('奖励' + text, '奖励', () => 'Reward');
  assert.equal(of('，最高 500000 元'), 'Reward, at most CNY 500000');
  assert.equal(of('（2023—2025 年），10000 元'), 'Reward (2023–2025), CNY 10000');
  assert.equal(
    of('，1 份合同，按成交额的 1%，每份最高 100000 元，每家最高 500000 元'),
    'Reward, contracts: 1, 1% of their amounts, at most CNY 100000 each, at most CNY 500000 in all',
  );
  assert.equal(of('，最高 100000 元，按 50% 发放'), 'Reward, at most CNY 100000, paid at 50%');
});
