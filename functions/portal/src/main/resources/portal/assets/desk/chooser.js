// @ts-check
// What of the desk a reader wants to see: each part can be turned off, in this browser.

import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'desk.shown': ['显示的内容（{shown, number} / {all, number}）', 'What is shown ({shown, number} / {all, number})'],
});

const KEY = 'desk-off';

/** @typedef {import('./tile.js').Tile} Tile */

/** @returns {string[]} ids of parts that are turned off, whatever the desk */
function off() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}

export function isWanted(/** @type {Tile} */ { id }) {
  return !off().includes(id);
}

/**
 * A tick for each part.
 *
 * @param {Tile[]} tiles
 * @param {() => void} changed
 */
export function chooser(tiles, changed) {
  const title = element('summary');
  const said = () => {
    title.textContent = t('desk.shown', { shown: tiles.filter(isWanted).length, all: tiles.length });
  };
  said();
  return element(
    'details.chooser',
    { id: 'desk-chooser' },
    title,
    element(
      'div.card',
      {},
      tiles.map((tile) => {
        const box = element('input', {
          type: 'checkbox',
          value: tile.id,
          checked: isWanted(tile),
          change: () => {
            const others = off().filter((id) => id !== tile.id);
            localStorage.setItem(KEY, JSON.stringify(box.checked ? others : [...others, tile.id]));
            said();
            changed();
          },
        });
        return element('label.check', {}, box, tile.title);
      }),
    ),
  );
}
