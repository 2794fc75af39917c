import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messages, placeNames } from '../../main/resources/portal/assets/words/messages.js';

const english = messages('en-GB');
const chinese = messages('zh-CN');
const ROWS = '{count, plural, one {# row} other {# rows}} of {file}';

test('values stand in their places', () => {
  assert.equal(english.text('{a} and {b}, {a}', { a: 1, b: 'x' }), '1 and x, 1');
});

test('a number is grouped only where the message asks for it', () => {
  assert.equal(english.text('{year}: {count, number}', { year: 2025, count: 1234 }), '2025: 1,234');
});

test('English has a word for one and another for every other number', () => {
  assert.equal(english.text(ROWS, { count: 1, file: 'a.csv' }), '1 row of a.csv');
  assert.equal(english.text(ROWS, { count: 0, file: 'a.csv' }), '0 rows of a.csv');
  assert.equal(english.text(ROWS, { count: 1200, file: 'a.csv' }), '1,200 rows of a.csv');
});

test('Chinese has one word for every number', () => {
  assert.equal(chinese.text('{count, plural, one {one} other {# 行}}', { count: 1 }), '1 行');
});

test('a value that is not there is a dash', () => {
  assert.equal(english.text('{a} {b, number} {c, plural, one {#} other {#}}', { a: null }), '— — —');
});

test('what is no text stays what it is', () => {
  const bold = { bold: true };
  assert.deepEqual(english.pieces('a {b} c', { b: bold }), ['a ', bold, ' c']);
});

test('names of values are told once each', () => {
  assert.deepEqual(placeNames('{b} {a, number} {b, plural, one {#} other {#}}'), ['a', 'b']);
});
