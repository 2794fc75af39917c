// @ts-check
// Says that the sign-in is about to end, and that it has, with a way to go on without leaving the page.

import { button, element } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { session, signInAddress } from './session.js';

const { t } = ownWords({
  'ending.soon': ['登录将于 {time} 失效，请及时续期。', 'Your sign-in ends at {time}. Please renew it in time.'],
  'ending.ended': [
    '登录已失效，请重新登录后继续；已填写的内容不会丢失。',
    'Your sign-in has ended. Please sign in again to go on; what you typed is kept.',
  ],
  'ending.renew': ['重新登录', 'Sign in again'],
});

const LOOK = 10_000;
const BEFORE = 5 * 60_000;
/** Where the sign-in page goes back to when it was opened beside the page that asked. */
export const BESIDE = 'beside';

/** The word about the end of the sign-in; it shows itself when it is time. */
export function signInEnding() {
  const word = element('p');
  const notice = element(
    'div.ending',
    { role: 'status', id: 'ending', hidden: true },
    word,
    button(t('ending.renew'), renew),
  );
  const look = () => {
    const now = Date.now();
    notice.hidden = !session || now < session.ends - BEFORE;
    if (session && !notice.hidden) {
      const said = now < session.ends ? t('ending.soon', { time: format.clock(session.ends) }) : t('ending.ended');
      if (word.textContent !== said) {
        word.textContent = said;
      }
    }
  };
  look();
  setInterval(look, LOOK);
  // Another tab has renewed it.
  addEventListener('storage', look);
  return notice;
}

/** In a window of its own, so that the page stays as it is; where windows are not allowed, here. */
function renew() {
  if (!open('/sign-in?back=' + BESIDE, 'sign-in', 'width=720,height=760')) {
    location.assign(signInAddress());
  }
}
