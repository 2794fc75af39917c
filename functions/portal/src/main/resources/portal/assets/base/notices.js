// @ts-check
// What stands where there is nothing to show.

import { element } from './dom.js';

/** Nothing to show, and what to do: sentences and links. */
export function empty(/** @type {(string | Node)[]} */ ...lines) {
  return element(
    'div.notice.quiet',
    {},
    lines.map((line) => (line instanceof Node ? line : element('p', {}, line))),
  );
}
