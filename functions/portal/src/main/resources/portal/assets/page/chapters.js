// @ts-check
// Long pages in chapters: a phone shows their titles and what is opened, a desk and paper show all.

import { element } from '../base/dom.js';
import { narrow } from '../base/narrow.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'chapters.contents': ['目录', 'Contents'],
});

/** @typedef {[id: string, title: string, ...content: Child[]]} Chapter */

/** Chapters with links to them; on a phone the first one is open. */
export function chapters(/** @type {Chapter[]} */ given) {
  const made = given.map(([id, title, ...content], index) => chapter(title, content, { id, opened: index === 0 }));
  return [
    element(
      'nav.contents',
      { 'aria-label': t('chapters.contents') },
      element(
        'ul',
        {},
        // Pressed again, the link opens again: the address does not change then.
        given.map(([id, title], index) =>
          element('li', {}, element('a', { href: '#' + id, onclick: () => (made[index].open = true) }, title)),
        ),
      ),
    ),
    ...made,
  ];
}

/**
 * One chapter.
 *
 * @param {string} title
 * @param {Child} content
 * @param {{ id?: string, opened?: boolean }} of whether it is open on a phone: not where absent
 */
export function chapter(title, content, { id, opened = false } = {}) {
  return element(
    'details.chapter',
    { id, open: opened || !narrow.matches },
    element('summary', {}, element('h2', {}, title)),
    element('div.inside', {}, content),
  );
}

/** @type {HTMLDetailsElement[]} */
let folded = [];
window.addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details')].filter((one) => !one.open && one.matches('.chapter'));
  folded.forEach((one) => (one.open = true));
});
window.addEventListener('afterprint', () => folded.forEach((one) => (one.open = false)));
