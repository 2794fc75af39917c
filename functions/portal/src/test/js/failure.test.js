import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checked } from '../../main/resources/portal/assets/api/upload.js';
import { isPassing, Refusal, refusalOf, words } from '../../main/resources/portal/assets/api/failure.js';

test('the API speaks for itself', () => {
  const body = JSON.stringify({
    title: '请求无效',
    detail: '年度应为四位数字',
    errors: [{ detail: 'a' }, { detail: 'b' }],
  });
  const { status, message, errors, requestId } = refusalOf(400, body, 'r-1');
  assert.deepEqual([status, message, errors.length, requestId], [400, '年度应为四位数字', 2, 'r-1']);
});

test('what the gateway says in English has words that say what to do', () => {
  const said = (status, message) => refusalOf(status, JSON.stringify({ message }), null).message;
  assert.equal(said(401, 'Unauthorized'), '登录已失效，请重新登录；已填写的内容不会丢失。');
  assert.equal(said(403, 'Forbidden'), '当前身份没有权限进行这项操作，请换一个身份登录。');
  assert.equal(said(429, 'Too Many Requests'), '请求过于频繁，请稍候再试。');
  assert.equal(said(503, 'Service Unavailable'), '服务暂时不可用，请稍候再试。');
  assert.equal(said(500, null), '服务器返回了错误 500。');
});

test('an answer that is no JSON has words as well', () => {
  for (const body of ['', '<html>', 'null', '"text"']) {
    assert.equal(refusalOf(504, body, null).message, '服务暂时不可用，请稍候再试。', body);
  }
});

test('a script that was not loaded has words, whatever the browser calls it', () => {
  for (const message of [
    'Failed to fetch dynamically imported module: http://localhost/a.js',
    'error loading dynamically imported module: http://localhost/a.js',
    'Importing a module script failed.',
  ]) {
    assert.equal(words(new TypeError(message)), '页面的一部分没有加载成功，请检查网络后重试。');
  }
  assert.equal(words(new Error('other')), 'other');
});

test('what may pass is told from what will not', () => {
  const passing = [0, 400, 401, 404, 429, 500, 503].filter((status) => isPassing(new Refusal(status, '')));
  assert.deepEqual(passing, [0, 429, 500, 503]);
  assert.equal(isPassing(new Error('bug')), false);
});

/** Answers to the looks after an upload, one after the other. */
async function looks(...answers) {
  globalThis.fetch = async () => {
    const next = answers.shift();
    if (next === undefined) {
      throw new TypeError('network');
    }
    return new Response(JSON.stringify(next.body), { status: next.status });
  };
  const told = [];
  try {
    const upload = await checked('u', (known) => told.push(known), 1);
    return [upload.status, told];
  } catch (error) {
    return [error.status, told];
  }
}
const looked = (status) => ({ status: 200, body: { status } });

test('an upload whose state could not be read for a moment is looked for again', async () => {
  const busy = { status: 503, body: { message: 'Service Unavailable' } };
  assert.deepEqual(await looks(looked('processing'), busy, busy, looked('processing'), looked('accepted')), [
    'accepted',
    [true, false, false, true],
  ]);
});

test('an upload that may not be looked at is not looked for again', async () => {
  assert.deepEqual(await looks(looked('pending'), { status: 401, body: { message: 'Unauthorized' } }), [401, [true]]);
});
