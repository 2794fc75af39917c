import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drafts, typed } from '../../main/resources/portal/assets/session/drafts.js';

const DAY = 24 * 3600 * 1000;

/** A browser's storage. */
function storage() {
  const map = new Map();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, value),
    removeItem: (key) => map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
}

test('what was typed is there again, with its time', () => {
  const kept = storage();
  drafts(kept, 'a', () => 7).keep('objection 2025', { text: '研发费用应为 250' });
  assert.deepEqual(drafts(kept, 'a', () => 8).read('objection 2025'), {
    at: 7,
    values: { text: '研发费用应为 250' },
  });
  assert.equal(drafts(kept, 'a', () => 8).read('objection 2024'), null);
});

test('nobody reads what another person typed', () => {
  const kept = storage();
  drafts(kept, 'a').keep('form', { text: 'mine' });
  assert.equal(drafts(kept, 'b').read('form'), null);
  assert.equal(drafts(kept, 'a b').read('form'), null);
  assert.equal(drafts(kept, '').count(), 0);
});

test('a person who signs out leaves nothing behind, others keep theirs', () => {
  const kept = storage();
  kept.setItem('language', 'en');
  drafts(kept, 'a').keep('one', {});
  drafts(kept, 'a').keep('two', {});
  drafts(kept, 'ab').keep('one', {});
  assert.equal(drafts(kept, 'a').count(), 2);
  drafts(kept, 'a').dropAll();
  assert.equal(drafts(kept, 'a').count(), 0);
  assert.equal(drafts(kept, 'ab').count(), 1);
  assert.equal(kept.getItem('language'), 'en');
});

test('after a week it is gone', () => {
  const kept = storage();
  drafts(kept, 'a', () => 0).keep('form', {});
  assert.notEqual(drafts(kept, 'a', () => 7 * DAY).read('form'), null);
  const later = drafts(kept, 'b', () => 7 * DAY + 1);
  later.keep('form', {});
  later.dropOld();
  assert.equal(kept.length, 1);
  assert.equal(later.count(), 1);
});

test('what is no draft is none', () => {
  const kept = storage();
  const mine = drafts(kept, 'a');
  for (const text of ['', 'null', '[]', '{"at":', '{"values":{}}']) {
    kept.setItem(mine.key('form'), text);
    assert.equal(mine.read('form'), null, text);
  }
});

test('only what differs was typed', () => {
  assert.equal(typed({ a: '1', b: [] }, { a: '1', b: [] }), null);
  assert.deepEqual(typed({ a: '1', b: ['x'], c: '' }, { a: '1', b: [], c: '' }), { b: ['x'] });
  assert.deepEqual(typed({ rows: [{ a: '1' }] }, {}), { rows: [{ a: '1' }] });
});
