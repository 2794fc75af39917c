// @ts-check
// The place in a page that the address names.

import { changed } from './query.js';

/** @type {import('./query.js').Changes} */
let lasting = {};

/** What an address has to say so that it shows the same later: without it a page shows the newest. */
export function lasts(/** @type {import('./query.js').Changes} */ changes) {
  lasting = { ...lasting, ...changes };
}

/** The address of a place in what an address shows. */
export function addressOf(/** @type {string} */ id, /** @type {string} */ search) {
  return changed(search, lasting) + '#' + encodeURIComponent(id);
}

/** Its id; empty where there is none. */
export function inAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Shows it, also within what is folded; a row is where reading goes on. */
export function reveal() {
  const place = document.getElementById(inAddress());
  for (let around = place; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) {
      around.open = true;
    }
  }
  place?.scrollIntoView({ block: place instanceof HTMLTableRowElement ? 'center' : 'start' });
  if (place instanceof HTMLTableRowElement) {
    place.focus({ preventScroll: true });
  }
}

window.addEventListener('hashchange', reveal);
