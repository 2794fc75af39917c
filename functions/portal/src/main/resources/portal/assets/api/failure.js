// @ts-check
// What went wrong, in words: what happened, what to do, and a way on. Every failure of the portal is told here.

import { button, element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { signInAddress } from '../session/session.js';

const { t } = ownWords({
  'page.retry': ['重试', 'Try again'],
  'page.unreachable': [
    '无法连接服务器，请检查网络后重试。',
    'The server cannot be reached. Check the network and try again.',
  ],
  'page.serverError': ['服务器返回了错误 {status}。', 'The server answered with error {status}.'],
  'failure.signInEnded': [
    '登录已失效，请重新登录；已填写的内容不会丢失。',
    'Your sign-in has ended. Please sign in again; what you typed is kept.',
  ],
  'failure.notAllowed': [
    '当前身份没有权限进行这项操作，请换一个身份登录。',
    'You may not do this as who you are. Please sign in with another role.',
  ],
  'failure.notFound': [
    '没有找到所请求的内容，请核对地址。',
    'What was asked for is not there. Please check the address.',
  ],
  'failure.tooLarge': [
    '提交的内容过大，请减小后重试。',
    'What was sent is too large. Please make it smaller and try again.',
  ],
  'failure.tooMany': ['请求过于频繁，请稍候再试。', 'Too many requests. Please wait a moment and try again.'],
  'failure.unavailable': [
    '服务暂时不可用，请稍候再试。',
    'The service is unavailable at the moment. Please try again shortly.',
  ],
  'failure.module': [
    '页面的一部分没有加载成功，请检查网络后重试。',
    'A part of the page could not be loaded. Please check your network and try again.',
  ],
  'failure.requestId': ['反馈时请附上请求编号：{id}', 'Please quote this request id when you report the problem: {id}'],
});

/** @typedef {{ in?: string, name?: string, detail: string }} Fault */

/** What the API or the gateway before it refused. */
export class Refusal extends Error {
  /**
   * @param {number} status 0 where no answer came
   * @param {string} detail
   * @param {Fault[]} errors
   * @param {string | null} requestId
   */
  constructor(status, detail, errors = [], requestId = null) {
    super(detail);
    this.status = status;
    this.errors = errors;
    this.requestId = requestId;
  }
}

/** @type {Record<number, string>} */
const BY_STATUS = {
  401: t('failure.signInEnded'),
  403: t('failure.notAllowed'),
  404: t('failure.notFound'),
  413: t('failure.tooLarge'),
  429: t('failure.tooMany'),
  502: t('failure.unavailable'),
  503: t('failure.unavailable'),
  504: t('failure.unavailable'),
};

/** No answer came: the network failed, or the answer broke off. */
export function unreachable() {
  return new Refusal(0, t('page.unreachable'));
}

/**
 * A refusal in the API's own words where it has some; the gateway has none but a message in English.
 *
 * @param {number} status
 * @param {string} body
 * @param {string | null} requestId
 */
export function refusalOf(status, body, requestId) {
  const { detail, title, errors } = parsed(body);
  const own = detail ?? title;
  const general = BY_STATUS[status] ?? t('page.serverError', { status });
  return new Refusal(status, typeof own === 'string' ? own : general, Array.isArray(errors) ? errors : [], requestId);
}

function parsed(/** @type {string} */ body) {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}

/** Whether the same may work a moment later. */
export function isPassing(/** @type {unknown} */ error) {
  return error instanceof Refusal && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** Browsers have each their own words for a script that could not be loaded. */
const NOT_LOADED = /dynamically imported module|importing a module script failed/i;

/** The error in words for readers. */
export function words(/** @type {unknown} */ error) {
  const message = error instanceof Error ? error.message : String(error);
  return NOT_LOADED.test(message) ? t('failure.module') : message;
}

/** Leads back to the very form the failure stands in. */
function signInLink() {
  const link = element('a.button', {}, t('page.goToSignIn'));
  link.href = signInAddress();
  link.addEventListener('click', () => (link.href = signInAddress(link.closest('form[id]')?.id)));
  return link;
}

/**
 * What went wrong and what to do.
 *
 * @param {unknown} error a Refusal may carry several faults
 * @param {() => void} [retry]
 */
export function failure(error, retry) {
  const { status, errors, requestId } = error instanceof Refusal ? error : new Refusal(-1, '');
  const notLoaded = error instanceof Error && NOT_LOADED.test(error.message);
  const again = notLoaded ? () => location.reload() : retry;
  return element(
    'div.notice.bad',
    { role: 'alert' },
    element('p', {}, words(error)),
    errors.length > 1
      ? element(
          'ul',
          {},
          errors.map((fault) => element('li', {}, fault.detail ?? String(fault))),
        )
      : null,
    status >= 500 && requestId ? element('p.code', {}, t('failure.requestId', { id: requestId })) : null,
    status === 401 ? signInLink() : null,
    again ? button(t('page.retry'), again, { class: 'quiet' }) : null,
  );
}
