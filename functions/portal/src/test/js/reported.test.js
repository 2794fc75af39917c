import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reported } from '../../main/resources/portal/assets/enterprise/reported.js';

const item = (field, reported, more = {}) => ({
  dataset: 'workforce',
  field,
  reported,
  inForce: reported,
  source: reported === null ? null : 'enterprise',
  verified: false,
  ...more,
});
const FIELDS = [
  { name: 'staff', title: '年末职工总数' },
  { name: 'techStaff', title: '科技人员数' },
];

test('the form starts from what was last reported', () => {
  const reported = new Reported(
    [item('staff', 100), item('techStaff', null), item('revenue', 1, { dataset: 'operations' })],
    'workforce',
  );
  assert.deepEqual(reported.rows(), [{ staff: '100' }]);
  assert.deepEqual(new Reported([item('staff', null)], 'workforce').rows(), []);
});

test('what a new report would withdraw is named', () => {
  const reported = new Reported([item('staff', 100), item('techStaff', 0)], 'workforce');
  assert.deepEqual(reported.without([{ staff: '', techStaff: '0' }], FIELDS, []), [
    { name: 'staff', words: '年末职工总数 100' },
  ]);
  assert.deepEqual(reported.without([{ staff: '90', techStaff: '3' }], FIELDS, []), []);
});

test('lines are told by their natural key', () => {
  const line = (name, field, reported, more) => item(field, reported, { item: name, ...more });
  const reported = new Reported(
    [
      line('HT-1', 'contract', 'HT-1'),
      line('HT-1', 'university', true),
      line('HT-2', 'contract', 'HT-2'),
      line('HT-3', 'contract', null, { inForce: 'HT-3', source: 'science', verified: true }),
    ],
    'workforce',
  );
  const fields = [
    { name: 'contract', title: '合同编号' },
    { name: 'university', title: '对方为高校院所' },
  ];
  assert.deepEqual(reported.rows(), [{ contract: 'HT-1', university: '是' }, { contract: 'HT-2' }]);
  assert.deepEqual(reported.without([{ contract: 'HT-1', university: null }], fields, [fields[0]]), [
    { name: 'HT-1/university', words: 'HT-1 对方为高校院所 是' },
    { name: 'HT-2', words: 'HT-2' },
  ]);
  assert.deepEqual(reported.ofOthers(), [{ item: 'HT-3', source: 'science' }]);
});
