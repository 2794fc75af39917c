// @ts-check
// The pages' own words in the reader's language. Data stays as it is.

import zh from '../i18n/zh.js';
import { messages } from './messages.js';

/** @typedef {typeof zh & typeof import('../i18n/zh-rooms.js').default} Words */
/** @typedef {keyof Words} MessageId */

const KEY = 'language';

function chosen() {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'en' || asked === 'zh-CN') {
    localStorage.setItem(KEY, asked);
  }
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}

export const language = chosen();
export const locale = language === 'en' ? 'en-GB' : 'zh-CN';
/** Whether the page is a public one that nobody has signed in on: half of the words are not for it. */
const isPublic = localStorage.getItem('session') === null && document.querySelector('script[src*="/public/"]') !== null;
const rooms = isPublic || language === 'en' ? {} : (await import('../i18n/zh-rooms.js')).default;
const words = /** @type {Record<MessageId, string>} */ (
  language === 'en' ? (await import('../i18n/en.js')).default : { ...zh, ...rooms }
);
const { text, pieces } = messages(locale);
document.documentElement.lang = language;

/**
 * The message in the reader's language.
 *
 * @template {MessageId} I
 * @param {I} id
 * @param {Values<Words[I], Place>} values
 */
export function t(id, ...values) {
  return text(words[id], values[0] ?? {});
}

/** The message of an id that is not written where it is asked for; it takes no values. */
export function said(/** @type {MessageId} */ id) {
  return text(words[id], {});
}

/**
 * The same as t where some of the values are elements.
 *
 * @template {MessageId} I
 * @param {I} id
 * @param {Values<Words[I], Place | Node>} values
 */
export function phrase(id, ...values) {
  return pieces(words[id], values[0] ?? {});
}

/** Things one after the other: 甲、乙. */
export function list(/** @type {Place[]} */ texts) {
  return texts.join(t('common.listSeparator'));
}

/** Clauses one after the other: 甲；乙. */
export function clauses(/** @type {Place[]} */ texts) {
  return texts.join(t('common.clauseSeparator'));
}

/** Shows every page in the other language. */
export function switchLanguage() {
  localStorage.setItem(KEY, language === 'en' ? 'zh-CN' : 'en');
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
  location.reload();
}
