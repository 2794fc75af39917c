import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictions } from '../../main/resources/portal/assets/enterprise/contradictions.js';
import { fullMark } from '../../main/resources/portal/assets/enterprise/full-marks.js';
import { merged } from '../../main/resources/portal/assets/enterprise/simulator-items.js';

const SCHEMA = {
  fields: [
    { name: 'techStaff', title: '科技人员数' },
    { name: 'staff', title: '从业人员数' },
  ],
  'x-checks': [
    { check: 'at-most', field: 'techStaff', limit: 'staff' },
    { check: 'most', field: 'staff', most: 50000 },
  ],
};

test('figures that cannot both be true are named with both values', () => {
  const said = (figures) => contradictions([SCHEMA], (field) => figures[field], figures);
  assert.deepEqual(said({ techStaff: 30, staff: 20 }), ['“科技人员数”为 30，应不超过“从业人员数”（20）']);
  assert.deepEqual(said({ techStaff: 20, staff: 20 }), []);
  assert.deepEqual(said({ staff: 60000 }), ['“从业人员数”为 60,000，超出常见范围（50,000），请核对']);
});

test('what was so before the simulation is no contradiction of it', () => {
  const before = { techStaff: 30, staff: 20 };
  assert.deepEqual(
    contradictions([SCHEMA], (field) => before[field], { rdExpense: 1 }),
    [],
  );
});

test('a field is marked where an indicator has all its points, on the other figures as they are', () => {
  const knots = {
    stages: {
      growth: [
        [0, 0],
        [6, 1],
      ],
    },
  };
  const rules = {
    indicators: [
      { value: { ratio: { part: 'rdExpense', whole: 'revenue' } }, curve: knots },
      { value: { amount: 'patents' }, curve: { fullAt: { growth: 10 } } },
    ],
  };
  const known = (field) => ({ revenue: 2000 })[field];
  assert.equal(fullMark('rdExpense', rules, 'growth', known), 120);
  assert.equal(fullMark('patents', rules, 'growth', known), 10);
  assert.equal(fullMark('exports', rules, 'growth', known), undefined);
});

test('changes are merged: lines are added, of a figure the last counts', () => {
  const one = { figures: { staff: 1, rdExpense: 5 }, items: { qualifications: [{ kind: '高新技术企业' }] } };
  const other = { figures: { staff: 2 }, items: { qualifications: [{ kind: '上市企业' }] } };
  assert.deepEqual(merged(one, other), {
    figures: { staff: 2, rdExpense: 5 },
    items: { qualifications: [{ kind: '高新技术企业' }, { kind: '上市企业' }] },
  });
});
