// @ts-check
// What each page that the reader may see is for and how it is used, and whom to tell what is wrong.

import { zone } from '../api/zone.js';
import { element, link } from '../base/dom.js';
import { chapter } from '../page/chapters.js';
import { page } from '../page/page.js';
import { helpId, openPages, pageLink } from '../page/navigation.js';
import { session } from '../session/session.js';
import { language, ownWords } from '../words/i18n.js';

const { t, phrase } = ownWords({
  'help.lead': [
    '每一页能做什么，怎样做。本站用语见“术语表”。',
    'What each page is for and how it is used. The glossary says what the words mean.',
  ],
  'help.open': ['打开“{page}”', 'Open “{page}”'],
  'help.feedback': ['意见反馈', 'Feedback'],
  'help.call': [
    '对网站、数据或评价有意见，请联系{office}：电话 {telephone}，邮箱 {email}。',
    'Tell {office} what is wrong with the site, the data or the evaluation: telephone {telephone}, e-mail {email}.',
  ],
  'help.nobody': [
    '主办单位尚未公布联系方式；请联系科学技术局。',
    'Whoever runs this site has not given a telephone number yet; please contact the science bureau.',
  ],
  'help.subject': ['意见反馈：{page}', 'Feedback on {page}'],
  'help.about': ['请说明是哪一页、哪里不对：{page}', 'Please say which page is wrong, and where: {page}'],
  'help.object': [
    '企业对本企业的结果有异议，登录后在“{questions}”提出，附证明材料。',
    'An enterprise objects to its result on the page “{questions}” after signing in.',
  ],
  'help.security': ['发现安全问题，请按 {file} 中的方式告知。', 'Weaknesses are reported as {file} says.'],
});

const { STEPS } = await (language === 'en' ? import('./help-english.js') : import('./help-text.js'));

page({ lead: t('help.lead') }, async (view) => {
  const contact = await zone();
  const given = openPages().filter(({ path }) => STEPS[helpId(path)]);
  view.body.replaceChildren(
    element(
      'div.help',
      {},
      given.map(({ path, title }) =>
        chapter(
          title,
          [
            element(
              'ul',
              {},
              STEPS[helpId(path)].map((step) => element('li', {}, step)),
            ),
            path.includes('{') ? null : link(path, t('help.open', { page: title })),
          ],
          { id: helpId(path) },
        ),
      ),
      feedback(contact, view.query.get('page')),
    ),
  );
});

/**
 * @param {Answer<'/zone', 'get'>} zone
 * @param {string | null} about the page that somebody has come from to say that it is wrong
 */
function feedback({ office, telephone, email }, about) {
  const page = about?.startsWith('/') ? location.origin + about : null;
  const mail = 'mailto:' + email + (page ? '?subject=' + encodeURIComponent(t('help.subject', { page })) : '');
  return element(
    'section.card',
    { id: 'feedback' },
    element('h2', {}, t('help.feedback')),
    element(
      'p',
      {},
      telephone || email
        ? phrase('help.call', {
            office: element('span.own-words', {}, office || '—'),
            telephone: telephone || '—',
            email: email ? link(mail, email) : '—',
          })
        : t('help.nobody'),
    ),
    page ? element('p', { id: 'about-page' }, t('help.about', { page })) : null,
    element('p', {}, phrase('help.object', { questions: session ? pageLink('/questions') : pageLink('/sign-in') })),
    element('p', {}, phrase('help.security', { file: link('/.well-known/security.txt', 'security.txt') })),
  );
}
