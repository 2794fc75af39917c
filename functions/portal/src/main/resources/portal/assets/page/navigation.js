// @ts-check
// The pages as routes.yaml declares them: titles, for whom they are, and the navigation.

import { element, link } from '../base/dom.js';
import { session } from '../session/session.js';
import { language } from '../words/i18n.js';
import { PAGES } from './pages.js';

/** @typedef {import('../session/session.js').Role} Role */

const inLanguage = (/** @type {{ zh: string, en: string }} */ title) => (language === 'en' ? title.en : title.zh);
const pages = PAGES.map((page) => ({ ...page, title: inLanguage(page.title), label: inLanguage(page.label) }));

/** This page; undefined where none is declared. */
export const here = pages.find(({ path }) => path === document.body.dataset.page);

/** The title of a page. */
export function titleOf(/** @type {string} */ path) {
  const page = pages.find((one) => one.path === path);
  if (!page) {
    throw new Error('expected a page at ' + path + ' in routes.yaml, found none');
  }
  return page.title;
}

/** A link to a page, under its title. */
export function pageLink(/** @type {string} */ path) {
  return link(path, titleOf(path));
}

/** Leads to where the help says what this page is for. */
export function helpLink() {
  return link('/help' + (here ? '#' + helpId(here.path) : ''), titleOf('/help'));
}

/** The pages that who is here may see. */
export function openPages() {
  return pages.filter(isOpen);
}

/** Whether who is here may see a page: it names every role that may. */
export function isOpen(/** @type {{ roles: Role[] }} */ { roles }) {
  return !roles.length || roles.some((role) => session?.roles.includes(role));
}

/** A page's place in the help: the first page is “overview”, the others are as their paths. */
export function helpId(/** @type {string} */ path) {
  return path.split('/')[1] || 'overview';
}

/** The entries of the navigation: first those by the roles of who is signed in, then those for everybody. */
export function entries() {
  const own = pages.filter(({ menu }) => session?.roles.some((role) => menu.includes(role)));
  const open = pages.filter(({ menu }) => menu.includes('public'));
  return [own.map(entry), own.length ? element('li.divide', { 'aria-hidden': 'true' }) : null, open.map(entry)];
}

function entry(/** @type {NonNullable<typeof here>} */ page) {
  const current = page === here ? { 'aria-current': 'page' } : {};
  return element('li', {}, element('a', { href: page.path, ...current }, page.label));
}
