import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../main/resources/portal/assets/lib/csv.js';
import { pressed, sorted } from '../../main/resources/portal/assets/lib/sorting.js';

const total = { title: 'Total', number: true, value: (row) => row.total };
const name = { title: 'Name', value: (row) => row.name };
const rows = [
  { name: '乙', total: 9.5 },
  { name: '甲', total: null },
  { name: '丙', total: 10 },
  { name: '', total: 2 },
];
const names = (sort) => sorted(rows, sort).map((row) => row.name);

test('rows stand as they come where nothing is asked', () => {
  assert.equal(sorted(rows, null), rows);
});

test('numbers are sorted by size, not as texts, and what is not there stands last either way', () => {
  assert.deepEqual(names({ by: total, descending: true }), ['丙', '乙', '', '甲']);
  assert.deepEqual(names({ by: total, descending: false }), ['', '乙', '丙', '甲']);
});

test('texts are sorted as Chinese is, and an empty one stands last', () => {
  assert.deepEqual(names({ by: name, descending: false }), ['丙', '甲', '乙', '']);
});

test('a column may be sorted by something else than it shows', () => {
  const stages = ['成熟期', '初创期', null];
  const stage = { value: (row) => row.stage, order: (row) => (row.stage ? stages.indexOf(row.stage) : null) };
  const shown = sorted([{ stage: '初创期' }, { stage: null }, { stage: '成熟期' }], { by: stage, descending: false });
  assert.deepEqual(
    shown.map((row) => row.stage),
    ['成熟期', '初创期', null],
  );
});

test('sorting leaves the given rows as they are', () => {
  sorted(rows, { by: total, descending: true });
  assert.equal(rows[0].name, '乙');
});

test('numbers begin with the largest, texts with the first, and a second press turns the order', () => {
  assert.deepEqual(pressed(null, total), { by: total, descending: true });
  assert.deepEqual(pressed(null, name), { by: name, descending: false });
  assert.deepEqual(pressed({ by: name, descending: false }, name), { by: name, descending: true });
  assert.deepEqual(pressed({ by: name, descending: true }, total), { by: total, descending: true });
});

test('a file has a byte order mark, titles, and lines that end as spreadsheets expect', () => {
  assert.equal(csv([name, total], rows.slice(0, 2)), '\ufeffName,Total\r\n乙,9.5\r\n甲,\r\n');
});

test('commas, quotes and line breaks are quoted', () => {
  const cell = (value) =>
    csv([{ title: 'a', value: () => value }], [{}])
      .split('\r\n')
      .slice(1)
      .join('\r\n');
  assert.equal(cell('a,b'), '"a,b"\r\n');
  assert.equal(cell('say "x"'), '"say ""x"""\r\n');
  assert.equal(cell('a\nb'), '"a\nb"\r\n');
});

test('no text becomes a formula, however it begins, and numbers stay numbers', () => {
  const cell = (value) => csv([{ title: 'a', value: () => value }], [{}]).split('\r\n')[1];
  for (const text of ['=1+1', '+1', '-1', '@x', '\tx', '  =1', '\u00a0=1', '＝1', '＋1', '－1', '＠x']) {
    assert.equal(cell(text), "'" + text);
  }
  assert.equal(cell(-1.5), '-1.5');
  assert.equal(cell('a=b'), 'a=b');
});
