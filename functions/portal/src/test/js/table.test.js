import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesFor, checked, stateIn, withoutTables } from '../../main/resources/portal/assets/table/address.js';
import { arrangement, pressed } from '../../main/resources/portal/assets/table/arrangement.js';
import { csv } from '../../main/resources/portal/assets/table/csv.js';
import { firstInSight, SIZE, startFor } from '../../main/resources/portal/assets/table/window.js';

const STAGES = ['startup', 'growth', 'mature'];
const NAMES = { startup: '初创期', growth: '成长期', mature: '成熟期' };
const name = { id: 'name', title: 'Name', value: (row) => row.name };
const total = { id: 'total', title: 'Total', number: true, value: (row) => row.total };
const stage = {
  id: 'stage',
  title: 'Stage',
  value: (row) => NAMES[row.stage],
  order: (row) => STAGES.indexOf(row.stage),
  key: (row) => row.stage,
};
const columns = [name, total, stage];
const rows = [
  { name: '乙', total: 9.5, stage: 'mature' },
  { name: '甲', total: null, stage: 'startup' },
  { name: '丙', total: 10, stage: 'growth' },
  { name: '', total: 2, stage: 'mature' },
];
const AS_IT_COMES = { q: '', filters: {}, sort: null };
const names = (wanted) =>
  arrangement(rows, columns)
    .shown({ ...AS_IT_COMES, ...wanted })
    .map((row) => row.name);

test('rows stand as they come where nothing is asked', () => {
  assert.deepEqual(names({}), ['乙', '甲', '丙', '']);
});

test('numbers are sorted by size, not as texts, and what is not there stands last either way', () => {
  assert.deepEqual(names({ sort: { by: 'total', descending: true } }), ['丙', '乙', '', '甲']);
  assert.deepEqual(names({ sort: { by: 'total', descending: false } }), ['', '乙', '丙', '甲']);
});

test('texts are sorted as Chinese is, numbers in them by size, and an empty one stands last', () => {
  assert.deepEqual(names({ sort: { by: 'name', descending: false } }), ['丙', '甲', '乙', '']);
  const codes = arrangement([{ name: '1.10' }, { name: '1.9' }], [name]);
  assert.deepEqual(
    codes.shown({ ...AS_IT_COMES, sort: { by: 'name', descending: false } }).map((row) => row.name),
    ['1.9', '1.10'],
  );
});

test('rows that are alike keep their order, whichever way they are sorted', () => {
  assert.deepEqual(names({ sort: { by: 'stage', descending: true } }), ['乙', '', '丙', '甲']);
  assert.deepEqual(names({ sort: { by: 'stage', descending: false } }), ['甲', '丙', '乙', '']);
});

test('stages are sorted and offered in their order, not as words are', () => {
  assert.deepEqual(arrangement(rows, columns).choices('stage'), [
    ['startup', '初创期'],
    ['growth', '成长期'],
    ['mature', '成熟期'],
  ]);
});

test('the best of all rows stands first, however many there are before it', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ name: 'n' + index, total: index, stage: 'growth' }));
  const [best] = arrangement(many, columns).shown({ ...AS_IT_COMES, sort: { by: 'total', descending: true } });
  assert.equal(best.total, 499);
});

test('every word is searched in every column, in whatever case and width', () => {
  const found = (q) =>
    arrangement([{ name: '河南ＡＢＣ公司', total: 12.5, stage: 'growth' }, ...rows], columns)
      .shown({ ...AS_IT_COMES, q })
      .map((row) => row.name);
  assert.deepEqual(found('abc 河南'), ['河南ＡＢＣ公司']);
  assert.deepEqual(found('  成长期  ＡＢＣ '), ['河南ＡＢＣ公司']);
  assert.deepEqual(found('12.5'), ['河南ＡＢＣ公司']);
  assert.deepEqual(found('abc 湖南'), []);
});

test('a search keeps the order and the filter', () => {
  const sort = { by: 'total', descending: true };
  assert.deepEqual(names({ sort, filters: { stage: 'mature' } }), ['乙', '']);
  assert.deepEqual(names({ sort, filters: { stage: 'mature' }, q: '乙' }), ['乙']);
  assert.deepEqual(names({ filters: { stage: 'expansion' } }), []);
  assert.deepEqual(names({ filters: { gone: 'x' } }), ['乙', '甲', '丙', '']);
});

test('numbers begin with the largest, texts with the first, and a second press turns the order', () => {
  assert.deepEqual(pressed(null, total), { by: 'total', descending: true });
  assert.deepEqual(pressed(null, name), { by: 'name', descending: false });
  assert.deepEqual(pressed({ by: 'name', descending: false }, name), { by: 'name', descending: true });
  assert.deepEqual(pressed({ by: 'name', descending: true }, total), { by: 'total', descending: true });
});

const SORT = { by: 'total', descending: true };
const FIRST = { q: '', filters: {}, sort: SORT, columns: null, dense: false, row: 0 };

test('an address without a word of a table leaves it as it is at first', () => {
  assert.deepEqual(stateIn('?year=2025', 'scores', columns, SORT), FIRST);
});

test('what a reader made of a table stands in the address and comes back out of it', () => {
  const state = {
    q: 'a b&c',
    filters: { stage: 'growth' },
    sort: { by: 'name', descending: false },
    columns: ['name', 'stage'],
    dense: true,
    row: 120,
  };
  const search = '?' + new URLSearchParams(changesFor('scores', columns, SORT, state));
  assert.deepEqual(stateIn(search, 'scores', columns, SORT), state);
  assert.deepEqual(stateIn(search, 'other', columns, null), { ...FIRST, sort: null });
});

test('what is as at first is not in the address', () => {
  assert.deepEqual(Object.values(changesFor('scores', columns, SORT, FIRST)).filter(Boolean), []);
});

test('an address that names other columns, or no row, shows the table as at first', () => {
  const search = '?scores.sort=-gone&scores.columns=gone&scores.at=-7&scores.gone=x';
  assert.deepEqual(stateIn(search, 'scores', columns, SORT), FIRST);
  assert.equal(stateIn('?scores.at=x', 'scores', columns, SORT).row, 0);
});

test('what tables wrote into the address is not another view of the page', () => {
  assert.equal(withoutTables('?year=2025&scores.q=x&scores.sort=-total'), 'year=2025');
});

test('columns without an id of their own are refused', () => {
  assert.throws(() => checked('t', [name, { title: 'No id' }]), {
    message: 'table "t": expected columns with an id of their own, none of q,sort,columns,dense,at; found "undefined"',
  });
  assert.throws(() => checked('t', [name, name]), /found "name"/);
  assert.throws(() => checked('t', [{ id: 'sort' }]), /found "sort"/);
});

test('the window stays while the row in sight has others around it, and goes along otherwise', () => {
  assert.equal(startFor(0, 0, 5000), 0);
  assert.equal(startFor(0, 30, 5000), 0);
  assert.equal(startFor(0, 31, 5000), 11);
  assert.equal(startFor(100, 109, 5000), 89);
  assert.equal(startFor(100, 110, 5000), 100);
  assert.equal(startFor(100, 5, 5000), 0);
  assert.equal(startFor(100, 4999, 5000), 5000 - SIZE);
  assert.equal(startFor(5000 - SIZE, 4999, 5000), 5000 - SIZE);
  assert.equal(startFor(40, 0, 20), 0);
});

test('the row in sight is found where rows differ in height, and guessed where they are not in the page', () => {
  assert.equal(firstInSight(0, 0, [40, 100, 140], 47), 0);
  assert.equal(firstInSight(60, 0, [40, 100, 140], 47), 1);
  assert.equal(firstInSight(100, 0, [40, 100, 140], 47), 2);
  assert.equal(firstInSight(470, 60, [2860, 2900], 47), 10);
  assert.equal(firstInSight(140 + 94, 0, [40, 100, 140], 47), 5);
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
