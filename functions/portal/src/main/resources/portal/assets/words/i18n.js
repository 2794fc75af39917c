// @ts-check
// The pages' words in the reader's language. Data stays as it is. A script has its own words, in both languages, at
// its head; those of several scripts stand in common.js.

import common from './common.js';
import { messages } from './messages.js';

/** @typedef {Record<string, readonly [zh: string, en: string]>} Words by id: topic.word */

/** As look.js has read it, before anything was drawn. */
export const language = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
export const locale = language === 'en' ? 'en-GB' : 'zh-CN';
const { text, pieces } = messages(locale);

/**
 * What says a script's own words and those in common, in the reader's language.
 *
 * @template {Words} const W
 * @param {W} own
 * @returns {{ t: Said<W & typeof common, Place, string>, phrase: Said<W & typeof common, Place | Node, Child[]> }}
 *   t makes texts; phrase the same where some of the values are elements
 */
export function ownWords(own) {
  /** @type {Words} */
  const words = { ...common, ...own };
  const message = (/** @type {PropertyKey} */ id) => words[String(id)][language === 'en' ? 1 : 0];
  return {
    t: (id, ...values) => text(message(id), /** @type {any[]} */ (values)[0] ?? {}),
    phrase: (id, ...values) => pieces(message(id), /** @type {any[]} */ (values)[0] ?? {}),
  };
}

const own = ownWords({
  'words.listSeparator': ['、', ', '],
  'words.clauseSeparator': ['；', '; '],
});
/** What says the words in common. */
export const { t, phrase } = ownWords({});

/** Things one after the other: 甲、乙. */
export function list(/** @type {Place[]} */ texts) {
  return texts.join(own.t('words.listSeparator'));
}

/** Clauses one after the other: 甲；乙. */
export function clauses(/** @type {Place[]} */ texts) {
  return texts.join(own.t('words.clauseSeparator'));
}

/** Shows every page in the other language. */
export function switchLanguage() {
  localStorage.setItem('language', language === 'en' ? 'zh-CN' : 'en');
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
  location.reload();
}
