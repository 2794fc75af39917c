import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inForce } from '../../main/resources/portal/assets/api/in-force.js';

const FIRST = { id: 'first', effectiveFrom: '2022-01-01' };
const TUNED = { id: 'tuned', effectiveFrom: '2026-01-01' };
const NEXT = { id: 'next', effectiveFrom: '2027-01-01' };

test('the rulebook that began last holds, in whatever order they are listed', () => {
  assert.equal(inForce([FIRST, TUNED, NEXT], '2026-11-30'), 'tuned');
  assert.equal(inForce([NEXT, TUNED, FIRST], '2026-01-01'), 'tuned');
  assert.equal(inForce([FIRST, TUNED], '2025-12-31'), 'first');
});

test('where none has begun the first stands for them, and nothing for none', () => {
  assert.equal(inForce([NEXT], '2026-11-30'), 'next');
  assert.equal(inForce([], '2026-11-30'), undefined);
});
