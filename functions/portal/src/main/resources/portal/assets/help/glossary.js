// @ts-check
// What the words of this site mean.

import { element } from '../base/dom.js';
import { page } from '../page/page.js';
import { language, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'glossary.lead': ['本站用语的含义；条款指新开〔2022〕110号。', 'What the words of this site mean.'],
});

const { TERMS } = await (language === 'en' ? import('./glossary-english.js') : import('./glossary-text.js'));

page({ lead: t('glossary.lead') }, (view) => {
  view.body.replaceChildren(
    element(
      'dl.card.definitions',
      {},
      TERMS.flatMap(([word, meaning]) => [element('dt', {}, word), element('dd', {}, meaning)]),
    ),
  );
});
