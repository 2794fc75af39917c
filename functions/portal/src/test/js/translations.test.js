import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../../main/resources/portal/assets/i18n/en.js';
import publicWords from '../../main/resources/portal/assets/i18n/zh.js';
import rooms from '../../main/resources/portal/assets/i18n/zh-rooms.js';
import { placeNames } from '../../main/resources/portal/assets/words/messages.js';
import { scripts } from './scripts.js';

const ID = /'([a-z]\w*\.[a-z]\w*)'/gi;
/** What is Chinese in the data: values of cells, beginnings and ends of names; the other language's own name. */
const DATA = ['中文', '是', '否', '＝＋－＠'];

const zh = { ...publicWords, ...rooms };
const topics = new Set(Object.keys(zh).map((id) => id.split('.')[0]));
const code = [...scripts()];
const named = new Set(code.flatMap(([, text]) => [...text.matchAll(ID)].map(([, id]) => id)));

test('both languages have the same messages', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
});

test('a message takes the same values in both languages', () => {
  for (const [id, message] of Object.entries(zh)) {
    assert.deepEqual(placeNames(en[id]), placeNames(message), id);
  }
});

test('no brace is left over', () => {
  for (const message of [...Object.values(zh), ...Object.values(en)]) {
    const rest = message.replace(/\{\w+(?:, number|, plural, one \{[^{}]*\} other \{[^{}]*\})?\}/g, '');
    assert.doesNotMatch(rest, /[{}]/, message);
  }
});

test('every message that scripts name is there', () => {
  const missing = [...named].filter((id) => topics.has(id.split('.')[0]) && !(id in zh));
  assert.deepEqual(missing, []);
});

test('every message is named by a script', () => {
  assert.deepEqual(
    Object.keys(zh).filter((id) => !named.has(id)),
    [],
  );
});

test('English is without Chinese but for titles of documents', () => {
  for (const [id, message] of Object.entries(en)) {
    assert.doesNotMatch(message.replace(/新开〔2022〕110号|五\(四\)/, ''), /\p{Script=Han}|[（）：；，、。]/u, id);
  }
});

test('scripts have no Chinese of their own', () => {
  for (const [path, text] of code.filter(([name]) => !/rulebook-guide-text/.test(name))) {
    const texts = [...text.matchAll(/'([^'\n]*[\p{Script=Han}（）：；，、。][^'\n]*)'/gu)].map(
      ([, chinese]) => chinese,
    );
    assert.deepEqual(
      texts.filter((chinese) => !DATA.includes(chinese)),
      [],
      path,
    );
  }
});

test('scripts of public pages name no message that only pages behind the sign-in have', () => {
  const open = [...scripts()].filter(([path]) => /^(base|words|session|api|page|table|charts|public)\//.test(path));
  const behind = open.flatMap(([path, text]) =>
    Object.keys(rooms).flatMap((id) => (text.includes(`'${id}'`) ? [path + ' ' + id] : [])),
  );
  assert.deepEqual(behind, []);
});
