// The pages' own words: Chinese as written, English from a dictionary. Data stays as it is.

const KEY = 'language';

function chosen() {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'en' || asked === 'zh-CN') {
    localStorage.setItem(KEY, asked);
  }
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}

export const language = chosen();
const words = language === 'en' ? (await import('../i18n/english.js')).default : {};
document.documentElement.lang = language;

/** The text in the reader's language; {name} is replaced by the value of that name. */
export function t(text, values = {}) {
  return (words[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Shows every page in the other language. */
export function switchLanguage() {
  localStorage.setItem(KEY, language === 'en' ? 'zh-CN' : 'en');
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
  location.reload();
}
