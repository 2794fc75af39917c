// @ts-check
// What every page does: read, show a title and a year, say what went wrong, and show another view at another address.

import { get } from '../api/api.js';
import { choice, element } from '../base/dom.js';
import { format } from '../words/format.js';
import { lasts, reveal } from '../base/place.js';
import { barrier, header } from './frame.js';
import { here, isOpen } from './navigation.js';
import { language, ownWords } from '../words/i18n.js';
import { failure, Refusal } from '../api/failure.js';
import { empty } from '../base/notices.js';
import { changed } from '../base/query.js';
import { withoutTables } from '../table/address.js';
import { signInEnding } from '../session/sign-in-ending.js';
import { anyYears } from './years.js';

const { t, phrase } = ownWords({
  'page.yearNumber': ['{year} 年度', '{year}'],
  'page.skip': ['跳到正文', 'Skip to content'],
  'page.yearsAppear': ['年度结果公布后，这里会显示。', 'Results appear here once a year is published.'],
  'page.publication': ['{day}公布 · 数据版本 {generation}', 'Published on {day} · data version {generation}'],
  'page.publicationWithNotice': [
    '{day}公布 · 数据版本 {generation} · 公示期至 {until}',
    'Published on {day} · data version {generation} · notice period until {until}',
  ],
});

/** @typedef {import('../base/query.js').Changes} Changes */

/**
 * @typedef {object} Options
 * @property {string} [title] of a page that routes.yaml does not declare
 * @property {string} [lead] one sentence; left out: the description until the view has one
 * @property {boolean} [year] whether it is about a published year
 * @property {boolean} [anyYear] whether years that are not published count too
 */

/**
 * @typedef {object} View
 * @property {HTMLElement} body what the page fills in
 * @property {HTMLElement} tools beside the title
 * @property {AbortSignal} signal tells that the view is no longer shown
 * @property {URLSearchParams} query
 * @property {(changes: Changes) => void} show goes to another view of the page
 * @property {() => void} refresh
 * @property {(text: string) => void} title
 * @property {(...children: (string | Node)[]) => void} lead
 * @property {Schema<'Year'>[]} years the published ones, the newest first
 * @property {Schema<'Year'>} year the published year; where any year counts, undefined if none is published
 * @property {number} number the year
 */

/** @type {AbortController | undefined} */
let reading;
/** @type {Schema<'Year'>[]} */
let years = [];

/**
 * Shows a page and shows it again whenever its address changes.
 *
 * @param {Options} options
 * @param {(view: View) => unknown} render fills view.body
 */
export function page(options, render) {
  const main = /** @type {HTMLElement} */ (document.getElementById('main'));
  document.body.prepend(element('a.skip', { href: '#main' }, t('page.skip')), header());
  // Nobody waits for the foot of a page.
  import('./footer.js').then(
    ({ footer }) => document.body.append(footer()),
    () => {},
  );
  main.before(signInEnding());
  // On a phone the navigation is wider than the window.
  document.querySelector('header [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  /** @type {string} */
  let shown;
  const refresh = () => {
    shown = withoutTables(location.search);
    fill(main, options, render, refresh);
  };
  window.addEventListener('popstate', () => {
    // The skip link leads to another place on the page, not to another page.
    if (withoutTables(location.search) !== shown) {
      refresh();
    }
  });
  refresh();
}

/**
 * @param {HTMLElement} main
 * @param {Options} options
 * @param {(view: View) => unknown} render
 * @param {() => void} refresh
 */
async function fill(main, options, render, refresh) {
  const first = reading === undefined;
  reading?.abort();
  reading = new AbortController();
  const { signal } = reading;
  const roles = here?.roles ?? [];
  const name = here?.title ?? options.title ?? '';
  const title = element('h1', {}, name);
  const lead = element('p.lead', {}, options.lead ?? served());
  const tools = element('div.tools', { class: options.year || options.anyYear ? 'yearly' : '' });
  const body = element('div.body', {}, element('p.loading', { role: 'status' }, t('page.loading')));
  const view = /** @type {View} */ (
    /** @type {Partial<View>} */ ({
      body,
      tools,
      signal,
      refresh,
      query: new URLSearchParams(location.search),
      show: (changes) => go(changes, refresh),
      title: (text) => {
        title.textContent = text;
        document.title = text + ' · ' + t('page.product');
      },
      lead: (...children) => lead.replaceChildren(...children),
    })
  );
  main.setAttribute('aria-busy', 'true');
  const frame = element('div.wide', {}, element('div.heading', {}, element('div', {}, title, lead), tools), body);
  try {
    if (here && !isOpen(here)) {
      main.replaceChildren(frame);
      view.title(name);
      body.replaceChildren(barrier(roles));
      return;
    }
    if (first) {
      main.replaceChildren(frame);
    }
    if (options.year || options.anyYear) {
      await chooseYear(view, options);
    }
    view.title(name);
    if (options.year && !view.year) {
      body.replaceChildren(empty(t('page.noYear'), t('page.yearsAppear')));
    } else {
      await render(view);
    }
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    const expired = error instanceof Refusal && error.status === 401;
    body.replaceChildren(expired ? barrier(roles, true) : failure(error, refresh));
  } finally {
    if (!signal.aborted) {
      const focused = document.activeElement?.id;
      main.replaceChildren(frame);
      main.setAttribute('aria-busy', 'false');
      // Who changed a filter by keyboard goes on from there.
      if (focused && focused !== 'main') {
        document.getElementById(focused)?.focus({ preventScroll: true });
      }
      if (first) {
        reveal();
      }
    }
  }
}

/** The sentence that the page is served with stays until there is more to say; it is Chinese. */
function served() {
  return language === 'en' ? '' : document.querySelector('meta[name=description]')?.getAttribute('content');
}

async function chooseYear(/** @type {View} */ view, /** @type {Options} */ options) {
  years = years.length ? years : (await get('/years', {}, view.signal)).items;
  view.years = years;
  const asked = Number(view.query.get('year'));
  view.year = years.find((candidate) => candidate.year === asked) ?? years[0];
  let offered = years.map((candidate) => candidate.year);
  if (options.anyYear) {
    const any = anyYears(offered, asked, new Date().getFullYear());
    offered = any.offered;
    view.number = any.shown;
  } else {
    view.number = view.year?.year;
  }
  lasts({ year: view.number });
  if (offered.length) {
    view.tools.append(
      choice(
        t('common.year'),
        offered.map((year) => [year, t('page.yearNumber', { year })]),
        view.number,
        (year) => view.show({ year, cursor: '', from: '' }),
        { id: 'year' },
      ),
    );
  }
}

/** Every view has an address of its own. */
function go(/** @type {Changes} */ changes, /** @type {() => void} */ refresh) {
  history.pushState(null, '', changed(location.search, changes) || location.pathname);
  refresh();
}

/** When the year's results were published, and until when objections are taken. */
export function publication(/** @type {Schema<'Year'>} */ { publishedAt, generation: id, noticeUntil }) {
  const day = format.day(publishedAt);
  const generation = element('span', { title: id }, format.generation(id));
  return element(
    'span',
    {},
    noticeUntil
      ? phrase('page.publicationWithNotice', { day, generation, until: format.day(noticeUntil) })
      : phrase('page.publication', { day, generation }),
  );
}
