import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scripts } from './scripts.js';

/** What is typed here is asked at once or is no text; it stands in the address, or nobody is signed in yet. */
const NOT_KEPT = {
  'enterprise/simulator-items.js': 'a line before it is added; the address has those that were',
  'office/audit.js': 'a filter: the address has it',
  'office/completeness.js': 'a filter: the address has it',
  'public/letters.js': 'a search: the address has it',
  'compare/comparing.js': 'a choice: the address has it',
  'public/indicator.js': 'an example: the address has it',
  'table/data-table.js': 'what is made of a table: the address has it',
  'public/sign-in.js': 'nobody is signed in whose draft it could be',
};
const MADE = /element\(\s*'(input|textarea)[^']*',\s*(\{[^]*?\n? *\})/g;
const NO_TEXT = /type: '(search|hidden|file)'/;

test('every script in which something can be typed keeps it until it is sent', () => {
  const typing = [...scripts()].filter(([, text]) =>
    [...text.matchAll(MADE)].some(([, , attributes]) => !NO_TEXT.test(attributes)),
  );
  const kept = /\b(useDraft|keptForm|restored)\(/;
  const lost = typing.filter(([path, text]) => !kept.test(text) && !(path in NOT_KEPT)).map(([path]) => path);
  assert.deepEqual(lost, []);
  assert.ok(typing.length > 10, 'found only ' + typing.map(([path]) => path));
});

test('what need not be kept is still there', () => {
  const paths = new Set(scripts().keys());
  assert.deepEqual(
    Object.keys(NOT_KEPT).filter((path) => !paths.has(path)),
    [],
  );
});
