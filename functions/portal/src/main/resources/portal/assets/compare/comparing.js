// @ts-check
// Choosing enterprises of a list to be compared: a tick in each row, a tray with what is chosen, kept in the address.

import { button, element } from '../base/dom.js';
import { changed } from '../base/query.js';
import { ownWords } from '../words/i18n.js';
import { chosenIn, compareAddress, MOST } from './compared.js';

const { t } = ownWords({
  'comparing.column': ['对比', 'Compare'],
  'comparing.one': ['加入对比：{name}', 'Compare {name}'],
  'comparing.chosen': [
    '已选 {count, number} 家，最多 {most, number} 家',
    '{count, plural, one {# enterprise} other {# enterprises}} chosen, {most, number} at most',
  ],
  'comparing.full': [
    '最多同时对比 {most, number} 家，请先去掉一家。',
    'Up to {most, number} enterprises can be compared: take one out first.',
  ],
  'comparing.go': ['开始对比', 'Compare'],
  'comparing.clear': ['清空', 'Clear'],
});

/** As what a reader has made of a table: another choice is no other page. */
export const IN_ADDRESS = 'ranking.compare';

/** @typedef {{ uscc: string, name?: string | null }} Named */

/**
 * A column to tick and the tray below the list.
 *
 * @param {number} year
 * @param {string | null} address the codes that the address has
 */
export function comparing(year, address) {
  let chosen = chosenIn(address).slice(0, MOST);
  const said = element('span', { role: 'status' });
  const go = element('a.button', {}, t('comparing.go'));
  /** @type {Map<string, HTMLInputElement>} */
  const boxes = new Map();
  const clear = () => {
    chosen = [];
    boxes.forEach((box) => (box.checked = false));
    show();
  };
  const tray = element('div.tray', {}, said, go, button(t('comparing.clear'), clear, { class: 'plain' }));
  const show = () => {
    tray.hidden = chosen.length === 0;
    said.textContent = t('comparing.chosen', { count: chosen.length, most: MOST });
    go.href = compareAddress(chosen, year);
    const query = changed(location.search, { [IN_ADDRESS]: chosen.join() }).replaceAll('%2C', ',');
    history.replaceState(history.state, '', (query || location.pathname) + location.hash);
  };
  const tick = (/** @type {HTMLInputElement} */ box, /** @type {string} */ uscc) => {
    if (box.checked && chosen.length >= MOST) {
      box.checked = false;
      said.textContent = t('comparing.full', { most: MOST });
      return;
    }
    chosen = box.checked ? [...chosen, uscc] : chosen.filter((one) => one !== uscc);
    show();
  };
  show();
  return {
    tray,
    column: {
      id: 'tick',
      title: t('comparing.column'),
      sortable: false,
      class: 'off-paper tick',
      value: (/** @type {Named} */ { uscc }) => (chosen.includes(uscc) ? t('common.yes') : ''),
      cell: (/** @type {Named} */ { uscc, name }) => {
        const box = element('input', {
          type: 'checkbox',
          'aria-label': t('comparing.one', { name: name ?? uscc }),
          change: () => tick(box, uscc),
        });
        box.checked = chosen.includes(uscc);
        boxes.set(uscc, box);
        return box;
      },
    },
  };
}
