import assert from 'node:assert/strict';
import { test } from 'node:test';
import { known } from '../../main/resources/portal/assets/enterprise/known-figures.js';
import {
  asSent,
  changesOf,
  fromAddress,
  inWords,
  simulatorAddress,
} from '../../main/resources/portal/assets/enterprise/supposed-changes.js';

const BOOK = {
  field: (id, dataset = '') =>
    ({ revenue: '营业收入', kind: '合同类型', 'qualifications.kind': '资质' })[dataset ? dataset + '.' + id : id] ?? id,
  dataset: (id) => ({ qualifications: '企业资质' })[id] ?? id,
};
const CHANGES = { revenue: 2000, items: { qualifications: [{ kind: '高新技术企业', lapsed: false }] } };

test('changes come out as they went in', () => {
  assert.deepEqual(asSent(changesOf(CHANGES)), CHANGES);
  assert.deepEqual(asSent(changesOf({ revenue: null })), { revenue: null });
  assert.deepEqual(asSent({ figures: {}, items: { qualifications: [] } }), {});
});

test('a step is taken over by the address of the simulator', () => {
  const address = simulatorAddress({ year: 2025, uscc: '91350100M000100Y43' }, CHANGES);
  const query = new URL(address, 'http://localhost').searchParams;
  assert.deepEqual(asSent(fromAddress(query.get('changes'))), CHANGES);
  assert.equal(query.get('uscc'), '91350100M000100Y43');
});

test('an address without changes, or with a text that is none, supposes nothing', () => {
  for (const text of [null, '', '{', '[1]', '3', 'null']) {
    assert.deepEqual(asSent(fromAddress(text)), {}, text);
  }
});

test('changes have their words', () => {
  assert.equal(inWords(changesOf(CHANGES), BOOK), '营业收入 → 2,000；新增企业资质（资质 高新技术企业、lapsed 否）');
});

test('a figure is known by its source, and as nought where its indicator says nought', () => {
  const rules = {
    indicators: [
      { id: '1', value: { amount: 'exports' } },
      { id: '2', value: { amount: 'rdExpense' } },
      { id: '3', value: { ratio: {} } },
      { id: '4', value: { amount: 'holdings' } },
    ],
  };
  const from = (field, value, year) => ({ field, value, key: `uploads/tax/operations/${year}/a.csv`, row: 2 });
  const profile = {
    year: 2025,
    indicators: [
      { id: '1', value: 0, from: [] },
      { id: '2', value: 12, from: [from('rdExpense', 12, 2025), from('revenue', 5, 2024)] },
      { id: '3', value: 0, from: [] },
      { id: '4', value: null, from: [] },
    ],
  };
  assert.deepEqual(
    [...known(profile, rules)],
    [
      ['exports', 0],
      ['rdExpense', 12],
    ],
  );
});
