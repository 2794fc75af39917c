import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftOut, tierList } from '../../main/resources/portal/assets/bureau/allocation-form.js';

test('tiers are read with either colon and any space', () => {
  assert.deepEqual(tierList(' 3:3  10：1.5,20:1 '), [
    { to: 3, weight: 3 },
    { to: 10, weight: 1.5 },
    { to: 20, weight: 1 },
  ]);
  assert.deepEqual(tierList(''), []);
});

test('who takes no part is read by lines, the code first', () => {
  assert.deepEqual(leftOut('91410700XN2076766U 正在接受调查\n\n 91410700XN1997571R\n'), [
    { uscc: '91410700XN2076766U', reason: '正在接受调查' },
    { uscc: '91410700XN1997571R', reason: '' },
  ]);
  assert.equal(leftOut(' \n'), null);
});
