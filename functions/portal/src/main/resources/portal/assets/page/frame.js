// @ts-check
// What is around every page: header with navigation by role, footer, and the barrier of pages for certain roles.

import { get } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { button, element, link } from '../base/dom.js';
import { language, list, ownWords, switchLanguage } from '../words/i18n.js';
import { confirmed } from '../base/confirm.js';
import { once } from '../base/once.js';
import { myDrafts, readers, session, signInAddress, signOut } from '../session/session.js';

const { t, phrase } = ownWords({
  'page.main': ['主导航', 'Main navigation'],
  'page.signOut': ['退出', 'Sign out'],
  'page.askSignOut': [
    '有 {count, number} 处填写的内容尚未提交，退出后将从本机清除。确定退出？',
    '{count, plural, one {# form has} other {# forms have}} words not sent. Signing out deletes them. Sign out?',
  ],
  'page.overview': ['总览', 'Overview'],
  'page.ranking': ['排名', 'Ranking'],
  'page.lists': ['名单', 'Lists'],
  'page.rules': ['规则', 'Rules'],
  'page.data': ['数据', 'Data'],
  'page.screen': ['数据大屏', 'Big screen'],
  'page.dataAndApi': ['数据与接口', 'Data and API'],
  'page.footer': [
    '只公布已评分、数据覆盖率达到要求且未列入负面清单的企业。总分相同的企业名次相同，按统一社会信用代码排列。',
    'Only enterprises that are scored, reach the required data coverage and are not on the negative list are ' +
      'published. Enterprises with equal totals share a rank and are listed by their codes.',
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

/** @typedef {[href: string, title: string]} Entry */

/** @type {Entry[]} */
const PUBLIC = [
  ['/', t('page.overview')],
  ['/ranking', t('page.ranking')],
  ['/lists', t('page.lists')],
  ['/rules', t('page.rules')],
  ['/data', t('page.data')],
  ['/letters', t('page.letters')],
  ['/screen', t('page.screen')],
];
/** @type {Record<import('../session/session.js').Role, Entry[]>} */
const BY_ROLE = {
  enterprise: [
    ['/portrait', t('page.portrait')],
    ['/simulator', t('page.simulator')],
    ['/self-report', t('page.selfReport')],
    ['/objections', t('page.objections')],
    ['/readers', t('page.readers')],
  ],
  department: [
    ['/uploads', t('page.uploads')],
    ['/completeness', t('page.completeness')],
    ['/draft', t('page.draft')],
  ],
  bureau: [
    ['/completeness', t('page.completeness')],
    ['/uploads', t('page.uploads')],
    ['/draft', t('page.draft')],
    ['/runs', t('page.runs')],
    ['/rewards', t('page.rewards')],
    ['/objections', t('page.objections')],
    ['/diagnostics', t('page.diagnostics')],
    ['/rulebooks', t('page.rulebookLives')],
    ['/settings', t('page.settings')],
    ['/report', t('page.report')],
    ['/audit', t('page.audit')],
  ],
  approver: [
    ['/completeness', t('page.completeness')],
    ['/draft', t('page.draft')],
    ['/runs', t('page.runs')],
    ['/rewards', t('page.rewards')],
    ['/objections', t('page.objections')],
    ['/diagnostics', t('page.diagnostics')],
    ['/rulebooks', t('page.rulebookLives')],
    ['/settings', t('page.settings')],
    ['/report', t('page.report')],
    ['/audit', t('page.audit')],
  ],
  auditor: [['/audit', t('page.audit')]],
  bank: [],
};

export function header() {
  const here = (/** @type {string} */ href) => (location.pathname === href ? { 'aria-current': 'page' } : {});
  const entry = (/** @type {Entry} */ [href, title]) => element('li', {}, element('a', { href, ...here(href) }, title));
  // Somebody of several roles finds each page once.
  const entries = (session?.roles ?? []).flatMap((role) => BY_ROLE[role]);
  const own = entries.filter(([href], at) => entries.findIndex((one) => one[0] === href) === at);
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
        button(language === 'en' ? '中文' : 'English', switchLanguage, {
          class: 'plain',
          lang: language === 'en' ? 'zh-CN' : 'en',
        }),
        session ? who() : element('a.sign-in', { href: signInAddress() }, t('page.signIn')),
      ),
    ),
    element(
      'nav',
      { 'aria-label': t('page.main') },
      element(
        'ul.wide',
        {},
        own.map(entry),
        own.length ? element('li.divide', { 'aria-hidden': 'true' }) : null,
        PUBLIC.map(entry),
      ),
    ),
  );
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
    if (count === 0 || (await confirmed(t('page.askSignOut', { count })))) {
      signOut();
      location.assign('/');
    }
  };
  return [element('span.person', {}, session?.name), identity(), button(t('page.signOut'), leave, { class: 'plain' })];
}

export function footer() {
  return element(
    'footer.site',
    {},
    element(
      'div.wide',
      {},
      element('p', {}, t('page.footer')),
      element(
        'p',
        {},
        link('/screen', t('page.screen')),
        ' · ',
        link('/rules', t('page.rulebooks')),
        ' · ',
        link('/data', t('page.dataAndApi')),
      ),
    ),
  );
}

/** @type {Record<import('../session/session.js').Role, string>} */
const ROLES = {
  enterprise: t('common.enterprise'),
  department: t('page.dataDepartment'),
  bureau: t('page.bureau'),
  approver: t('page.approver'),
  auditor: t('page.auditor'),
  bank: t('page.bank'),
};

/** Who may see the page, who is here, and where to go. */
export function barrier(/** @type {import('../session/session.js').Role[]} */ roles, expired = false) {
  const title = !session ? t('page.pleaseSignIn') : expired ? t('page.signInExpired') : t('page.notAllowed');
  return element(
    'div.notice',
    { role: 'alert' },
    element('h2', {}, title),
    roles.length
      ? element('p', {}, t('page.forRoles', { roles: list(readers(roles).map((role) => ROLES[role])) }))
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
