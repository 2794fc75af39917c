// @ts-check
// Whether a reference letter is genuine: what it says, word for word, is shown beside its code.

import { address, find } from '../api/api.js';
import { verdict } from './signature.js';
import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { isAny } from '../session/session.js';
import { issuedLetters } from '../bureau/issued-letters.js';

const { t, phrase } = ownWords({
  'letters.lead': [
    '输入函上的核验码，查看系统留存的原文；与手中的函逐字相符，才是真的。',
    'Enter the verification code of the letter to see the stored text. A letter is genuine only if it agrees ' +
      'word for word.',
  ],
  'letters.unknown': [
    '没有这个核验码的参考函，请与函上的逐字核对。',
    'No letter has this code. Compare it with the letter character by character.',
  ],
  'letters.alphabet': [
    '字母 I、O 和数字 0、1 不会出现在核验码中。',
    'A code never contains the letters I and O or the digits 0 and 1.',
  ],
  'letters.verify': ['核验', 'Verify'],
  'letters.genuine': [
    '真实有效：这份函由本系统出具，总分和企业阶段与现在公布的一致；排名为出具时的名次。',
    'Genuine and valid: issued by this system; total and stage are as published now. The rank is that of its day.',
  ],
  'letters.replaced': [
    '确由本系统出具，但总分或企业阶段与现在公布的已不一致，请向企业索取新的参考函。',
    'Issued by this system, but total or stage are published otherwise now. Ask the enterprise for a new letter.',
  ],
  'letters.expired': [
    '确由本系统出具，但已过有效期，请向企业索取新的参考函。',
    'Issued by this system, but it has run out. Ask the enterprise for a new letter.',
  ],
  'letters.revoked': [
    '确由本系统出具，但已被撤销，不再有效。',
    'Issued by this system, but it was revoked and is no longer valid.',
  ],
  'letters.issued': [
    '{time} 出具，有效期至 {until} · 摘要 {digest}',
    'Issued {time}, valid until {until} · digest {digest}',
  ],
  'letters.codeAndPlace': ['核验码 {code}，在 {place} 核验。', 'Code {code}, to be verified at {place}.'],
  'letters.download': ['下载原文', 'Download the text'],
  'letters.pdf': ['下载 PDF', 'Download the PDF'],
  'letters.jws': ['下载电子签名', 'Download the signature'],
  'letters.signed': [
    '电子签名有效：以本系统公布的公钥核验，签名内容与此函一致。',
    'The signature is valid: verified here with the published key; what it signs is what the letter says.',
  ],
  'letters.forged': [
    '电子签名无效，请勿采信，并告知科学技术局。',
    'The signature is not valid. Do not trust the letter, and tell the science and technology bureau.',
  ],
  'letters.unsigned': ['这份函出具时还没有电子签名。', 'This letter was issued before there were signatures.'],
  'letters.unverified': [
    '此浏览器不能核验电子签名；可下载后离线核验。',
    'This browser cannot verify the signature; download it and verify it offline.',
  ],
});

/** @type {Record<Schema<'LetterStanding'>, string>} */
const STANDINGS = {
  valid: t('letters.genuine'),
  changed: t('letters.replaced'),
  expired: t('letters.expired'),
  revoked: t('letters.revoked'),
};

/** @type {Record<import('./signature.js').Verdict, string>} */
const SIGNATURES = {
  signed: t('letters.signed'),
  forged: t('letters.forged'),
  unsigned: t('letters.unsigned'),
  unverified: t('letters.unverified'),
};

page({ lead: t('letters.lead') }, async (view) => {
  const code = (view.query.get('code') ?? '').replace(/[\s-]/g, '').toUpperCase();
  const letter = code ? await find('/letters/{code}', { code }, view.signal) : null;
  const signature = letter ? await verdict(letter, view.signal) : 'unsigned';
  view.body.replaceChildren(
    form(code, view),
    ...(code && !letter ? [empty(t('letters.unknown'), t('letters.alphabet'))] : []),
    ...(letter ? [shown(letter, signature)] : []),
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
    element('label.field.wide-field', {}, element('span', {}, t('common.letterCode')), input),
    element('button', { type: 'submit' }, t('letters.verify')),
  );
}

function shown(
  /** @type {Schema<'CheckedLetter'>} */ letter,
  /** @type {import('./signature.js').Verdict} */ signature,
) {
  return element(
    'article.card.letter',
    {},
    element('p', { class: 'notice ' + (letter.inForce ? 'good' : '') }, STANDINGS[letter.standing]),
    element('p', { id: 'signature', class: signature === 'forged' ? 'notice' : 'muted' }, SIGNATURES[signature]),
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
        { href: address('/letters/{code}/letter.pdf', { code: letter.code }), download: true },
        t('letters.pdf'),
      ),
      element(
        'a',
        { href: address('/letters/{code}/letter.txt', { code: letter.code }), download: true },
        t('letters.download'),
      ),
      letter.jws
        ? element(
            'a',
            { href: address('/letters/{code}/letter.jws', { code: letter.code }), download: true },
            t('letters.jws'),
          )
        : null,
    ),
  );
}
