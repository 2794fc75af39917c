// What every page has: header with navigation by role, title, year, errors, footer.

import { get } from './api.js';
import { button, choice, element, link } from './dom.js';
import { format } from './format.js';
import { language, switchLanguage, t } from './i18n.js';
import { department } from './names.js';
import { forget, session, signInAddress } from './session.js';

const PUBLIC = [
  ['/', '总览'],
  ['/ranking', '排名'],
  ['/lists', '名单'],
  ['/rules', '规则'],
  ['/data', '数据'],
  ['/letters', '参考函核验'],
];
const BY_ROLE = {
  enterprise: [
    ['/portrait', '创新画像'],
    ['/simulator', '积分试算'],
    ['/self-report', '自主填报'],
    ['/objections', '异议'],
  ],
  department: [
    ['/uploads', '数据报送'],
    ['/completeness', '报送进度'],
    ['/draft', '评分草稿'],
  ],
  bureau: [
    ['/completeness', '报送进度'],
    ['/uploads', '数据报送'],
    ['/draft', '评分草稿'],
    ['/runs', '计算与发布'],
    ['/rewards', '奖励测算'],
    ['/objections', '异议'],
    ['/diagnostics', '指标体检'],
    ['/report', '监测分析报告'],
  ],
};

let reading;
let years = [];

/**
 * Shows a page and shows it again whenever its address changes.
 *
 * @param options title; lead (one sentence); roles that may see it (everybody where absent); year:
 *     whether it is about a published year; anyYear: whether years that are not published count too
 * @param render fills view.body; view also has year, years, query, signal, show, title and lead
 */
export function page(options, render) {
  const main = document.getElementById('main');
  document.body.prepend(element('a.skip', { href: '#main' }, t('跳到正文')), header());
  document.body.append(footer());
  // On a phone the navigation is wider than the window.
  document.querySelector('header [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  let shown;
  const refresh = () => {
    shown = location.search;
    fill(main, options, render, refresh);
  };
  window.addEventListener('popstate', () => {
    // The skip link leads to another place on the page, not to another page.
    if (location.search !== shown) {
      refresh();
    }
  });
  refresh();
}

async function fill(main, options, render, refresh) {
  reading?.abort();
  reading = new AbortController();
  const { signal } = reading;
  const title = element('h1', {}, t(options.title));
  const lead = element('p.lead', {}, options.lead ? t(options.lead) : '');
  const tools = element('div.tools', {});
  const body = element('div.body', {}, element('p.loading', { role: 'status' }, t('正在读取…')));
  const show = (changes) => go(changes, refresh);
  const view = { body, tools, signal, show, refresh, session, query: new URLSearchParams(location.search) };
  view.title = (text) => {
    title.textContent = text;
    document.title = text + ' · ' + t('企业创新积分');
  };
  view.lead = (...children) => lead.replaceChildren(...children);
  main.setAttribute('aria-busy', 'true');
  const frame = element('div.wide', {}, element('div.heading', {}, element('div', {}, title, lead), tools), body);
  try {
    if (options.roles && !options.roles.includes(session?.role)) {
      main.replaceChildren(frame);
      view.title(t(options.title));
      body.replaceChildren(barrier(options));
      return;
    }
    if (!main.querySelector('.heading')) {
      main.replaceChildren(frame);
    }
    if (options.year || options.anyYear) {
      await chooseYear(view, options);
    }
    view.title(t(options.title));
    if (options.year && !view.year) {
      body.replaceChildren(empty(t('还没有已公布的年度。'), t('年度结果公布后，这里会显示。')));
    } else {
      await render(view);
    }
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    body.replaceChildren(error.status === 401 ? barrier(options, true) : failure(error, refresh));
  } finally {
    if (!signal.aborted) {
      const focused = document.activeElement?.id;
      main.replaceChildren(frame);
      main.setAttribute('aria-busy', 'false');
      // Who changed a filter by keyboard goes on from there.
      if (focused && focused !== 'main') {
        document.getElementById(focused)?.focus({ preventScroll: true });
      }
    }
  }
}

async function chooseYear(view, options) {
  years = years.length ? years : (await get('/years', {}, view.signal)).items;
  view.years = years;
  const asked = Number(view.query.get('year'));
  view.year = years.find((candidate) => candidate.year === asked) ?? years[0];
  let numbers = years.map((candidate) => candidate.year);
  if (options.anyYear) {
    const newest = numbers[0] ?? new Date().getFullYear() - 1;
    numbers = [...new Set([newest + 1, ...numbers, newest, newest - 1])].sort((a, b) => b - a);
    view.number = numbers.includes(asked) ? asked : newest;
  } else {
    view.number = view.year?.year;
  }
  if (numbers.length) {
    view.tools.append(
      choice(
        t('年度'),
        numbers.map((number) => [number, t('{year} 年度', { year: number })]),
        view.number,
        (year) => view.show({ year, cursor: '', from: '' }),
        { id: 'year' },
      ),
    );
  }
}

/** Every view has an address of its own. */
function go(changes, refresh) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '' || value === null || value === undefined) {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  const text = query.toString();
  history.pushState(null, '', text ? '?' + text : location.pathname);
  refresh();
}

function header() {
  const here = (href) => (location.pathname === href ? { 'aria-current': 'page' } : {});
  const entry = ([href, text]) => element('li', {}, element('a', { href, ...here(href) }, t(text)));
  const own = BY_ROLE[session?.role] ?? [];
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
        element('span', {}, t('企业创新积分')),
      ),
      element(
        'div.who',
        {},
        button(language === 'en' ? '中文' : 'English', switchLanguage, {
          class: 'plain',
          lang: language === 'en' ? 'zh-CN' : 'en',
        }),
        session ? who() : element('a.sign-in', { href: signInAddress() }, t('登录')),
      ),
    ),
    element(
      'nav',
      { 'aria-label': t('主导航') },
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

/** Whose pages these are, in words. */
export function identity() {
  switch (session?.role) {
    case 'bureau':
      return t('科学技术局（管理）');
    case 'department':
      return department(session.department);
    case 'enterprise':
      return session.uscc;
    default:
      return t('未分配角色');
  }
}

function who() {
  const leave = () => {
    forget();
    location.assign('/');
  };
  return [element('span.identity', {}, identity()), button(t('退出'), leave, { class: 'plain' })];
}

function footer() {
  return element(
    'footer.site',
    {},
    element(
      'div.wide',
      {},
      element(
        'p',
        {},
        t('只公布已评分、数据覆盖率达到要求且未列入负面清单的企业。总分相同的企业名次相同，按统一社会信用代码排列。'),
      ),
      element(
        'p',
        {},
        link('/screen', t('数据大屏')),
        ' · ',
        link('/rules', t('评价规则')),
        ' · ',
        link('/data', t('数据与接口')),
      ),
    ),
  );
}

const ROLES = { enterprise: '企业', department: '数据部门', bureau: '科学技术局（管理）' };

/** Who may see the page, who is here, and where to go. */
function barrier({ roles = [] }, expired = false) {
  const title = !session ? t('请先登录') : expired ? t('登录已失效') : t('当前身份不能查看这一页');
  return element(
    'div.notice',
    { role: 'alert' },
    element('h2', {}, title),
    roles.length
      ? element(
          'p',
          {},
          t('这一页供{roles}使用，请以这样的身份登录。', { roles: roles.map((role) => t(ROLES[role])).join('、') }),
        )
      : element('p', {}, t('请重新登录后再看。')),
    session ? element('p', {}, t('现在的身份：{identity}。', { identity: identity() })) : null,
    element(
      'p',
      {},
      element('a.button', { href: signInAddress() }, session && !expired ? t('换一个身份登录') : t('去登录')),
      ' ',
      link('/', t('看公开的总览')),
    ),
  );
}

/** Nothing to show, and what to do. */
export function empty(...lines) {
  return element(
    'div.notice.quiet',
    {},
    lines.map((line) => (line instanceof Node ? line : element('p', {}, line))),
  );
}

/** What went wrong and what to do. */
export function failure(error, retry) {
  return element(
    'div.notice.bad',
    { role: 'alert' },
    element('p', {}, error.message),
    error.errors?.length > 1
      ? element(
          'ul',
          {},
          error.errors.map((fault) => element('li', {}, fault.detail ?? String(fault))),
        )
      : null,
    retry ? button(t('重试'), retry, { class: 'quiet' }) : null,
  );
}

/** When the year's results were published, and by which rules. */
export function publication(year) {
  const notice = year.noticeUntil ? ' · ' + t('公示期至 {day}', { day: format.day(year.noticeUntil) }) : '';
  return (
    t('{day}公布 · 数据版本 {generation}', { day: format.day(year.publishedAt), generation: year.generation }) + notice
  );
}

/** The rules of the portal's instance: how people sign in. */
export function configuration() {
  return fetch('/portal-config.json').then((answer) => answer.json());
}
