import assert from 'node:assert/strict';
import { test } from 'node:test';
import common from '../../main/resources/portal/assets/words/common.js';
import { placeNames } from '../../main/resources/portal/assets/words/messages.js';
import { scripts } from './scripts.js';

const ID = /'([a-z]\w*\.[a-z]\w*)'/gi;
/** What is Chinese in the data: values of cells, beginnings and ends of names; the other language's own name. */
const DATA = ['中文', '是', '否', '＝＋－＠'];

const code = [...scripts()];

/** The words of each script, and those in common: [path, words by id]. */
const declared = [
  ['words/common.js', common],
  ...code.flatMap(([path, text]) =>
    [...text.matchAll(/ = ownWords\((\{.*?^\})\);/gms)].map(([, words]) => [path, new Function('return ' + words)()]),
  ),
];
const messages = declared.flatMap(([path, words]) => Object.entries(words).map(([id, both]) => [path, id, ...both]));
/** The ids that a script names, but for where it declares them. */
const named = new Map(
  code.map(([path, text]) => [
    path,
    new Set([...text.replace(/^ {2}'[\w.]+': \[/gm, '').matchAll(ID)].map(([, id]) => id)),
  ]),
);

test('a word is declared once', () => {
  const ids = messages.map(([, id]) => id);
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  );
  assert.ok(ids.length > 900);
});

test('a message takes the same values in both languages', () => {
  for (const [, id, zh, en] of messages) {
    assert.deepEqual(placeNames(en), placeNames(zh), id);
  }
});

test('no brace is left over', () => {
  for (const [, , ...both] of messages) {
    for (const message of both) {
      const rest = message.replace(/\{\w+(?:, number|, plural, one \{[^{}]*\} other \{[^{}]*\})?\}/g, '');
      assert.doesNotMatch(rest, /[{}]/, message);
    }
  }
});

test('a script names all of its own words, and of others those in common', () => {
  for (const [path, words] of declared.slice(1)) {
    assert.deepEqual(
      Object.keys(words).filter((id) => !named.get(path).has(id)),
      [],
      path,
    );
    assert.deepEqual(
      Object.keys(words).filter((id) => id.startsWith('common.')),
      [],
      path,
    );
  }
});

test('words in common are those that several scripts name', () => {
  const few = Object.keys(common).filter((id) => [...named.values()].filter((ids) => ids.has(id)).length < 2);
  assert.deepEqual(few, []);
});

test('English is without Chinese but for titles of documents', () => {
  for (const [, id, , en] of messages) {
    assert.doesNotMatch(en.replace(/新开〔2022〕110号|五\(四\)/, ''), /\p{Script=Han}|[（）：；，、。]/u, id);
  }
});

const HELP = '../../main/resources/portal/assets/help/';

test('scripts have no Chinese but in their words', () => {
  for (const [path, text] of code.filter(([name]) => !/-text|rulebook-guide|common|english-/.test(name))) {
    const texts = [
      ...text.replace(/ = ownWords\(\{.*?^\}\);/gms, '').matchAll(/'([^'\n]*[\p{Script=Han}（）：；，、。][^'\n]*)'/gu),
    ].map(([, chinese]) => chinese);
    assert.deepEqual(
      texts.filter((chinese) => !DATA.includes(chinese)),
      [],
      path,
    );
  }
});

test('help and glossary say the same in both languages', async () => {
  const [zh, en] = await Promise.all([import(HELP + 'help-text.js'), import(HELP + 'help-english.js')]);
  assert.deepEqual(Object.keys(en.STEPS), Object.keys(zh.STEPS));
  const [words, english] = await Promise.all([import(HELP + 'glossary-text.js'), import(HELP + 'glossary-english.js')]);
  assert.equal(english.TERMS.length, words.TERMS.length);
});
