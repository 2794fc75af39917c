// @ts-check
// Whether a reference letter is genuine: what it says, word for word, is shown beside its code.

import { address, find } from '../api/api.js';
import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { phrase, said, t } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { isAny } from '../session/session.js';
import { issuedLetters } from '../bureau/issued-letters.js';

/** @type {Record<Schema<'LetterStanding'>, import('../words/i18n.js').MessageId>} */
const STANDINGS = {
  valid: 'letters.genuine',
  changed: 'letters.replaced',
  expired: 'letters.expired',
  revoked: 'letters.revoked',
};

page({ title: 'page.letters', lead: 'letters.lead' }, async (view) => {
  const code = (view.query.get('code') ?? '').replace(/[\s-]/g, '').toUpperCase();
  const letter = code ? await find('/letters/{code}', { code }, view.signal) : null;
  view.body.replaceChildren(
    form(code, view),
    ...(code && !letter ? [empty(t('letters.unknown'), t('letters.alphabet'))] : []),
    ...(letter ? [shown(letter)] : []),
    ...(isAny('bureau') ? [await issuedLetters(view)] : []),
  );
});

function form(/** @type {string} */ code, /** @type {import('../page/page.js').View} */ view) {
  const input = element('input', {
    name: 'code',
    id: 'code',
    value: code,
    required: true,
    maxlength: 40,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  return element(
    'form.search',
    {
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        view.show({ code: input.value.trim() });
      },
    },
    element('label.field.wide-field', {}, element('span', {}, t('letters.code')), input),
    element('button', { type: 'submit' }, t('letters.verify')),
  );
}

function shown(/** @type {Schema<'CheckedLetter'>} */ letter) {
  return element(
    'article.card.letter',
    {},
    element('p', { class: 'notice ' + (letter.inForce ? 'good' : '') }, said(STANDINGS[letter.standing])),
    element(
      'div.letter-text',
      { lang: 'zh-CN' },
      letter.text.split('\n').map((line) => element('p', {}, line)),
    ),
    element(
      'p.letter-code',
      {},
      phrase('letters.codeAndPlace', {
        code: element('b', {}, letter.code.replace(/(.{4})(?=.)/g, '$1 ')),
        place: element('span', {}, location.origin + '/letters'),
      }),
    ),
    element(
      'p.muted',
      {},
      t('letters.issued', {
        time: format.minute(letter.issuedAt),
        until: format.day(letter.validUntil),
        digest: letter.digest,
      }),
    ),
    element(
      'p.downloads',
      {},
      element(
        'a',
        { href: address('/letters/{code}/letter.txt', { code: letter.code }), download: true },
        t('letters.download'),
      ),
    ),
  );
}
