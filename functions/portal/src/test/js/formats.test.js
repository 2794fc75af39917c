import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../../main/resources/portal/assets/words/formats.js';

const en = formats('en-GB');
const zh = formats('zh-CN');

test('what is not there is a dash', () => {
  for (const shown of Object.values(en)) {
    assert.equal(shown(null), '—');
    assert.equal(shown(undefined), '—');
  }
});

test('points have two decimals, counts none, values as many as they need', () => {
  assert.equal(en.points(75.1), '75.10');
  assert.equal(en.count(1234), '1,234');
  assert.equal(en.value(1234.5), '1,234.5');
  assert.equal(en.value('国家级'), '国家级');
});

test('a change has its sign, and none where nothing changed', () => {
  assert.equal(en.change(1.5), '+1.50');
  assert.equal(en.change(-1.5), '-1.50');
  assert.equal(en.change(0), '0.00');
});

test('a share is a percentage', () => {
  assert.equal(zh.share(0.6667), '66.7%');
});

test('days and times are those of the zone, whatever the clock of the reader', () => {
  assert.equal(zh.day('2025-12-31T16:30:00Z'), '2026年1月1日');
  assert.equal(en.day('2025-12-31T16:30:00Z'), '1 January 2026');
  assert.equal(zh.clock('2025-12-31T16:30:00Z'), '00:30');
});

test('bytes are told in kB below a megabyte', () => {
  assert.equal(en.bytes(999_499), '999 kB');
  assert.equal(en.bytes(2_500_000), '2.5 MB');
});

test('a data version is the minute at which it was ordered', () => {
  assert.equal(en.generation('2025-20261129T170904.424Z-284899'), '30 Nov 2026, 01:09');
  assert.equal(en.generation('2025'), '2025');
});
