// @ts-check
// What is around every page: header with navigation by role, footer, and the barrier of pages for certain roles.

import { get } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { button, element, link } from '../base/dom.js';
import { language, list, phrase, said, switchLanguage, t } from '../words/i18n.js';
import { confirmed } from '../base/confirm.js';
import { once } from '../base/once.js';
import { myDrafts, readers, session, signInAddress, signOut } from '../session/session.js';

/** @typedef {import('../words/i18n.js').MessageId} MessageId */
/** @typedef {[href: string, title: MessageId]} Entry */

/** @type {Entry[]} */
const PUBLIC = [
  ['/', 'page.overview'],
  ['/ranking', 'page.ranking'],
  ['/lists', 'page.lists'],
  ['/rules', 'page.rules'],
  ['/data', 'page.data'],
  ['/letters', 'page.letters'],
  ['/screen', 'page.screen'],
];
/** @type {Record<import('../session/session.js').Role, Entry[]>} */
const BY_ROLE = {
  enterprise: [
    ['/portrait', 'page.portrait'],
    ['/simulator', 'page.simulator'],
    ['/self-report', 'page.selfReport'],
    ['/objections', 'page.objections'],
    ['/readers', 'page.readers'],
  ],
  department: [
    ['/uploads', 'page.uploads'],
    ['/completeness', 'page.completeness'],
    ['/draft', 'page.draft'],
  ],
  bureau: [
    ['/completeness', 'page.completeness'],
    ['/uploads', 'page.uploads'],
    ['/draft', 'page.draft'],
    ['/runs', 'page.runs'],
    ['/rewards', 'page.rewards'],
    ['/objections', 'page.objections'],
    ['/diagnostics', 'page.diagnostics'],
    ['/rulebooks', 'page.rulebookLives'],
    ['/settings', 'page.settings'],
    ['/report', 'page.report'],
    ['/audit', 'page.audit'],
  ],
  approver: [
    ['/completeness', 'page.completeness'],
    ['/draft', 'page.draft'],
    ['/runs', 'page.runs'],
    ['/rewards', 'page.rewards'],
    ['/objections', 'page.objections'],
    ['/diagnostics', 'page.diagnostics'],
    ['/rulebooks', 'page.rulebookLives'],
    ['/settings', 'page.settings'],
    ['/report', 'page.report'],
    ['/audit', 'page.audit'],
  ],
  auditor: [['/audit', 'page.audit']],
  bank: [],
};

export function header() {
  const here = (/** @type {string} */ href) => (location.pathname === href ? { 'aria-current': 'page' } : {});
  const entry = (/** @type {Entry} */ [href, title]) =>
    element('li', {}, element('a', { href, ...here(href) }, said(title)));
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
      place.textContent = session.roles.map((role) => said(ROLES[role])).join(' · ');
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

/** @type {Record<import('../session/session.js').Role, MessageId>} */
const ROLES = {
  enterprise: 'common.enterprise',
  department: 'page.dataDepartment',
  bureau: 'page.bureau',
  approver: 'page.approver',
  auditor: 'page.auditor',
  bank: 'page.bank',
};

/** Who may see the page, who is here, and where to go. */
export function barrier(/** @type {import('../session/session.js').Role[]} */ roles, expired = false) {
  const title = !session ? t('page.pleaseSignIn') : expired ? t('page.signInExpired') : t('page.notAllowed');
  return element(
    'div.notice',
    { role: 'alert' },
    element('h2', {}, title),
    roles.length
      ? element('p', {}, t('page.forRoles', { roles: list(readers(roles).map((role) => said(ROLES[role]))) }))
      : element('p', {}, t('page.signInAgain')),
    session ? element('p', {}, phrase('page.signedInAs', { identity: identity() })) : null,
    element(
      'p',
      {},
      element('a.button', { href: signInAddress() }, session && !expired ? t('page.otherRole') : t('page.goToSignIn')),
      ' ',
      link('/', t('page.publicOverview')),
    ),
  );
}
