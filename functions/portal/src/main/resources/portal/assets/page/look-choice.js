// @ts-check
// Choosing light or dark, and the size of the letters; look.js applies what was chosen.

import { choice } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'look.size': ['字号', 'Size of letters'],
  'look.normal': ['标准', 'Normal'],
  'look.large': ['大', 'Large'],
  'look.largest': ['特大', 'Largest'],
  'look.theme': ['颜色', 'Colours'],
  'look.system': ['跟随系统', 'As the system'],
  'look.light': ['浅色', 'Light'],
  'look.dark': ['深色', 'Dark'],
});

const KEY = 'look';

/** @typedef {{ theme?: string, size?: string }} Look what is left out follows the system */

/** @returns {Look} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

function keep(/** @type {Look} */ look) {
  localStorage.setItem(KEY, JSON.stringify({ ...kept(), ...look }));
  window.dispatchEvent(new Event('look-chosen'));
}

/** What there is to choose. */
export function lookChoice() {
  const { theme = '', size = 'normal' } = kept();
  return [
    choice(
      t('look.size'),
      [
        ['normal', t('look.normal')],
        ['large', t('look.large')],
        ['largest', t('look.largest')],
      ],
      size,
      (value) => keep({ size: value }),
      { id: 'look-size' },
    ),
    choice(
      t('look.theme'),
      [
        ['', t('look.system')],
        ['light', t('look.light')],
        ['dark', t('look.dark')],
      ],
      theme,
      (value) => keep({ theme: value || undefined }),
      { id: 'look-theme' },
    ),
  ];
}
