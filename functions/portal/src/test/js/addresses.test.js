import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address } from '../../main/resources/portal/assets/api/api.js';
import { changed } from '../../main/resources/portal/assets/base/query.js';
import { anyYears } from '../../main/resources/portal/assets/page/years.js';

test('a call has its parameters in the path and the others that have a value behind it', () => {
  assert.equal(
    address('/years/{year}/rankings', { year: 2025, stage: 'growth', cluster: '', cursor: null, industry: undefined }),
    '/v1/years/2025/rankings?stage=growth',
  );
});

test('what stands in a path is encoded', () => {
  assert.equal(address('/rulebooks/{id}', { id: 'a/b c' }), '/v1/rulebooks/a%2Fb%20c');
});

test('a view keeps what it is not asked to change and loses what is empty', () => {
  assert.equal(changed('?year=2025&cursor=x', { year: 2024, cursor: '' }), '?year=2024');
  assert.equal(changed('?q=a', { q: null }), '');
  assert.equal(changed('', { q: '科技' }), '?q=%E7%A7%91%E6%8A%80');
});

test('the year after the newest and the one before it are offered too', () => {
  assert.deepEqual(anyYears([2025, 2023], NaN, 2026), { offered: [2026, 2025, 2024, 2023], shown: 2025 });
});

test('where nothing is published the year before this one is shown', () => {
  assert.deepEqual(anyYears([], NaN, 2026), { offered: [2026, 2025, 2024], shown: 2025 });
});

test('the asked year is shown where it is offered', () => {
  assert.equal(anyYears([2025], 2024, 2026).shown, 2024);
  assert.equal(anyYears([2025], 1999, 2026).shown, 2025);
});
