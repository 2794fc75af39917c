import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once } from '../../main/resources/portal/assets/base/once.js';

test('what was read is kept by its key', async () => {
  const asked = [];
  const read = once(async (key) => {
    asked.push(key);
    return key + '!';
  });
  assert.deepEqual(await Promise.all([read('a'), read('b'), read('a')]), ['a!', 'b!', 'a!']);
  assert.deepEqual(asked, ['a', 'b']);
});

test('what failed is read anew', async () => {
  let fails = true;
  const read = once(async () => {
    if (fails) {
      throw new Error('no');
    }
    return 'yes';
  });
  await assert.rejects(read(), /no/);
  fails = false;
  assert.equal(await read(), 'yes');
});
