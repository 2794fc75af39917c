// @ts-check
// The address of what is shown, to be passed on.

import { button } from './dom.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'copy.link': ['复制链接', 'Copy link'],
  'copy.copied': ['链接已复制', 'Link copied'],
  'copy.refused': ['无法复制，请从地址栏复制', 'Copying failed: take it from the address bar'],
});

const SHOWN = 4_000;

/** A button that copies the address as it is when it is pressed, and says so. */
export function copyLink() {
  const label = document.createElement('span');
  label.setAttribute('role', 'status');
  label.textContent = t('copy.link');
  const press = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      label.textContent = t('copy.copied');
    } catch {
      label.textContent = t('copy.refused');
    }
    setTimeout(() => (label.textContent = t('copy.link')), SHOWN);
  };
  return button(label, press, { class: 'quiet', id: 'copy-link' });
}
