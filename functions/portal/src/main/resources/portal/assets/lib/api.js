// The public API, and nothing else.

import { t } from './i18n.js';
import { session } from './session.js';
import { save } from './dom.js';

/** What the API refused, in its own words. */
export class Refusal extends Error {
  constructor(status, detail, errors = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }
}

/** The address of a call, with those parameters that have a value. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return '/v1' + path + (text ? '?' + text : '');
}

async function call(path, parameters, init) {
  let answer;
  try {
    answer = await fetch(address(path, parameters), {
      ...init,
      headers: {
        accept: 'application/json',
        ...(session ? { authorization: 'Bearer ' + session.token } : {}),
        ...init.headers,
      },
    });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Refusal(0, t('无法连接服务器，请检查网络后重试。'));
  }
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return answer;
}

async function refusal(answer) {
  try {
    const problem = await answer.json();
    return new Refusal(answer.status, problem.detail ?? problem.title, problem.errors ?? []);
  } catch {
    return new Refusal(answer.status, t('服务器返回了错误 {status}。', { status: answer.status }));
  }
}

export async function get(path, parameters, signal) {
  return (await call(path, parameters, { signal })).json();
}

export async function post(path, body, signal) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  };
  return (await call(path, {}, init)).json();
}

/** Null where the API says that there is none. */
export async function find(path, parameters, signal) {
  try {
    return await get(path, parameters, signal);
  } catch (error) {
    if (error.status === 404) {
      return null;
    }
    throw error;
  }
}

/** Every item of a list, page by page; the other members are the first page's. */
export async function all(path, parameters, signal) {
  const first = await get(path, { limit: 200, ...parameters }, signal);
  let page = first;
  while (page.nextCursor) {
    page = await get(path, { limit: 200, ...parameters, cursor: page.nextCursor }, signal);
    first.items.push(...page.items);
  }
  return first;
}

/** Saves a list as a file: a link cannot carry the token. */
export async function download(path, parameters, fallbackName) {
  const answer = await call(path, parameters, { headers: { accept: '*/*' } });
  const disposition = answer.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition);
  save(encoded ? decodeURIComponent(encoded[1]) : fallbackName, '', await answer.blob());
}
