// Whether a reference letter is genuine: what it says, word for word, is shown beside its code.

import { address, find } from '../lib/api.js';
import { element } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { empty, page } from '../lib/page.js';

page(
  { title: '参考函核验', lead: '输入函上的核验码，查看系统留存的原文；与手中的函逐字相符，才是真的。' },
  async (view) => {
    const code = (view.query.get('code') ?? '').replace(/[\s-]/g, '').toUpperCase();
    const letter = code ? await find('/letters/' + encodeURIComponent(code), {}, view.signal) : null;
    view.body.replaceChildren(
      ...[
        form(code, view),
        code && !letter
          ? empty(t('没有这个核验码的参考函，请与函上的逐字核对。'), t('字母 I、O 和数字 0、1 不会出现在核验码中。'))
          : null,
        letter ? shown(letter) : null,
      ].filter(Boolean),
    );
  },
);

function form(code, view) {
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
      submit: (event) => {
        event.preventDefault();
        view.show({ code: input.value.trim() });
      },
    },
    element('label.field.wide-field', {}, element('span', {}, t('核验码')), input),
    element('button', { type: 'submit' }, t('核验')),
  );
}

function shown(letter) {
  return element(
    'article.card.letter',
    {},
    element(
      'p',
      { class: 'notice ' + (letter.inForce ? 'good' : '') },
      letter.inForce
        ? t('真实有效：这份函由本系统出具，所依据的结果现行有效。')
        : t('确由本系统出具，但所依据的结果已被替换，请向企业索取新的参考函。'),
    ),
    element(
      'div.letter-text',
      { lang: 'zh-CN' },
      letter.text.split('\n').map((line) => element('p', {}, line)),
    ),
    element(
      'p.muted',
      {},
      t('{time} 出具 · 摘要 {digest}', { time: format.minute(letter.issuedAt), digest: letter.digest }),
    ),
    element(
      'p.downloads',
      {},
      element('a', { href: address('/letters/' + letter.code + '/letter.txt'), download: true }, t('下载原文')),
    ),
  );
}
