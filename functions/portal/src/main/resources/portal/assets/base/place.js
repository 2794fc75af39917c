// @ts-check
// The place in a page that the address names.

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
