// @ts-check
// Figures mended on the page are in the unit of the file they come from.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import './browser.js';

const { converted, csv } = await import('../../main/resources/portal/assets/office/upload-mending.js');

test('figures are converted exactly, what is no figure stays as it is', () => {
  assert.equal(converted('3,000,000', 0.0001), '300');
  assert.equal(converted('15000001', 0.0001), '1500.0001');
  assert.equal(converted('-0.5', 10000), '-5000');
  assert.equal(converted('1234.5', 1), '1234.5');
  assert.equal(converted('约三百', 0.0001), '约三百');
  assert.equal(converted('300万元', 0.0001), '300万元');
  assert.equal(converted('1,23', 0.0001), '1,23');
});

test('the header says the units, whatever the name of the file says', () => {
  /** @type {any} */
  const row = { row: 2, uscc: 'X', status: 'accepted', values: { revenue: 1500 }, problems: [] };
  const units = new Map([['revenue', '万元']]);
  assert.equal(
    csv([row], ['uscc', 'revenue'], new Map([['2 revenue', '300']]), new Map(), units),
    'uscc,revenue(万元)\r\nX,300\r\n',
  );
});
