// @ts-check
// Asking before what cannot be taken back with one key.

import { button, element } from './dom.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'page.confirm': ['确定', 'Confirm'],
  'page.cancel': ['取消', 'Cancel'],
});

/**
 * Whether the question was answered with yes; Escape is no. The focus goes back to where it was.
 *
 * @returns {Promise<boolean>}
 */
export function confirmed(/** @type {string} */ question) {
  return new Promise((resolve) => {
    const answer = (/** @type {boolean} */ value) => () => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const dialog = element(
      'dialog',
      { cancel: answer(false), 'aria-labelledby': 'question' },
      element('p', { id: 'question' }, question),
      element(
        'div.actions',
        {},
        button(t('page.confirm'), answer(true), { id: 'confirm' }),
        button(t('page.cancel'), answer(false), { class: 'quiet', id: 'refuse', autofocus: true }),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
