// @ts-check
// What is above every page, with navigation by role, and the barrier of pages for certain roles.

import { get } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { button, element, link } from '../base/dom.js';
import { language, list, ownWords, switchLanguage } from '../words/i18n.js';
import { ROLES } from '../words/roles.js';
import { entries, helpLink, titleOf } from './navigation.js';
import { once } from '../base/once.js';
import { myDrafts, session, signInAddress, signOut } from '../session/session.js';

const { t, phrase } = ownWords({
  'page.main': ['主导航', 'Main navigation'],
  'page.look': ['显示', 'Display'],
  'page.signOut': ['退出', 'Sign out'],
  'page.askSignOut': [
    '有 {count, number} 处填写的内容尚未提交，退出后将从本机清除。确定退出？',
    '{count, plural, one {# form has} other {# forms have}} words not sent. Signing out deletes them. Sign out?',
  ],
  'page.pleaseSignIn': ['请先登录', 'Please sign in'],
  'page.signInExpired': ['登录已失效', 'Your sign-in has expired'],
  'page.notAllowed': ['当前身份不能查看这一页', 'You may not view this page with your current role'],
  'page.forRoles': [
    '这一页供{roles}使用，请以这样的身份登录。',
    'This page is for: {roles}. Please sign in with such a role.',
  ],
  'page.signInAgain': ['请重新登录后再看。', 'Please sign in again.'],
  'page.signedInAs': ['现在的身份：{identity}。', 'You are signed in as {identity}.'],
  'page.otherRole': ['换一个身份登录', 'Sign in with another role'],
  'page.publicOverview': ['看公开的总览', 'See the public overview'],
});

export function header() {
  return element(
    'header.site',
    {},
    element(
      'div.wide.bar',
      {},
      element(
        'a.brand',
        { href: '/' },
        element('img', { src: document.body.dataset.icon, alt: '', width: 36, height: 36 }),
        element('span', {}, t('page.product')),
      ),
      element(
        'div.who',
        {},
        look(),
        helpLink(),
        button(language === 'en' ? '中文' : 'English', switchLanguage, {
          class: 'plain',
          lang: language === 'en' ? 'zh-CN' : 'en',
        }),
        session ? who() : element('a.sign-in', { href: signInAddress() }, titleOf('/sign-in')),
      ),
    ),
    element('nav', { 'aria-label': t('page.main') }, element('ul.wide', {}, entries())),
  );
}

/** Light or dark, and the size of letters; what there is to choose comes when it is asked for. */
function look() {
  const choices = element('div.card');
  const open = async () => {
    if (!choices.hasChildNodes()) {
      choices.append(...(await import('./look-choice.js')).lookChoice());
    }
  };
  return element('details.look', { toggle: open }, element('summary', {}, t('page.look')), choices);
}

/** Whose pages these are, in words; a department's id until its name has come. */
function identity() {
  const place = element('span.identity');
  switch (session?.role) {
    case 'bureau':
    case 'approver':
    case 'auditor':
    case 'bank':
      place.textContent = session.roles.map((role) => ROLES[role]).join(' · ');
      break;
    case 'department':
      place.textContent = session.department;
      catalogue().then(
        ({ department }) => (place.textContent = department(session?.department)),
        () => {},
      );
      break;
    case 'enterprise':
      place.textContent = session.uscc;
      ownName(session.uscc).then(
        (name) => (place.textContent = name ?? session?.uscc ?? ''),
        () => {},
      );
      break;
    default:
      place.textContent = t('page.noRole');
  }
  return place;
}

/** The name under which an enterprise is published. */
const ownName = once(async (uscc) => (await get('/enterprises', { q: uscc, limit: 1 })).items[0]?.name);

function who() {
  const leave = async () => {
    const count = myDrafts().count();
    if (count === 0 || (await (await import('../base/confirm.js')).confirmed(t('page.askSignOut', { count })))) {
      signOut();
      location.assign('/');
    }
  };
  return [element('span.person', {}, session?.name), identity(), button(t('page.signOut'), leave, { class: 'plain' })];
}

/** Who may see the page, who is here, and where to go. */
export function barrier(/** @type {import('../session/session.js').Role[]} */ roles, expired = false) {
  const title = !session ? t('page.pleaseSignIn') : expired ? t('page.signInExpired') : t('page.notAllowed');
  return element(
    'div.notice',
    { role: 'alert' },
    element('h2', {}, title),
    roles.length
      ? element('p', {}, t('page.forRoles', { roles: list(roles.map((role) => ROLES[role])) }))
      : element('p', {}, t('page.signInAgain')),
    session ? element('p', {}, phrase('page.signedInAs', { identity: identity() })) : null,
    element(
      'p.actions',
      {},
      element('a.button', { href: signInAddress() }, session && !expired ? t('page.otherRole') : t('page.goToSignIn')),
      link('/', t('page.publicOverview')),
    ),
  );
}
