// @ts-check
// The public API, and nothing else.

import { save } from '../base/dom.js';
import { Refusal, refusalOf, unreachable } from './failure.js';
import { session } from '../session/session.js';

/** @typedef {Record<string, string | number | null | undefined>} Parameters */

/**
 * The address of a call: parameters stand where the path names them, the others that have a value are asked.
 *
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} parameters
 */
export function address(path, parameters) {
  return located(path, parameters);
}

/**
 * @param {string} path
 * @param {Parameters} parameters
 */
function located(path, parameters) {
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(parameters)) {
    const place = '{' + name + '}';
    if (path.includes(place)) {
      filled = filled.replace(place, encodeURIComponent(String(value)));
    } else if (value !== undefined && value !== null && value !== '') {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return '/v1' + filled + (text ? '?' + text : '');
}

/**
 * @param {string} path
 * @param {Parameters} parameters
 * @param {RequestInit} init
 */
async function call(path, parameters, init) {
  let answer;
  try {
    answer = await fetch(located(path, parameters), {
      ...init,
      headers: {
        accept: 'application/json',
        ...(session ? { authorization: 'Bearer ' + session.token } : {}),
        ...init.headers,
      },
    });
  } catch (error) {
    if (isAbort(error)) {
      throw error;
    }
    throw unreachable();
  }
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return answer;
}

async function refusal(/** @type {Response} */ answer) {
  const { status, headers } = answer;
  const body = await answer.text().catch(() => '');
  return refusalOf(status, body, headers.get('x-request-id') ?? headers.get('apigw-requestid'));
}

/** The answer's JSON; one that broke off is as none. */
async function read(/** @type {Response} */ answer) {
  try {
    return await answer.json();
  } catch (error) {
    throw isAbort(error) ? error : unreachable();
  }
}

/** Whether a call was given up because its page is no longer shown. */
export function isAbort(/** @type {unknown} */ error) {
  return error instanceof Error && error.name === 'AbortError';
}

/**
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} parameters
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer<P, 'get'>>}
 */
export async function get(path, parameters, signal) {
  return read(await call(path, parameters, { signal }));
}

/**
 * @template {CallPath<'post'>} P
 * @param {P} path
 * @param {Asked<P, 'post'>} parameters
 * @param {Sent<P>} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer<P, 'post'>>}
 */
export async function post(path, parameters, body, signal) {
  return read(await call(path, parameters, { ...sent(body), signal }));
}

function sent(/** @type {unknown} */ body) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/**
 * @template {CallPath<'put'>} P
 * @param {P} path
 * @param {Asked<P, 'put'>} parameters
 * @param {unknown} body
 * @returns {Promise<Answer<P, 'put'>>}
 */
export async function putJson(path, parameters, body) {
  const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return read(await call(path, parameters, init));
}

/**
 * @template {CallPath<'delete'>} P
 * @param {P} path
 * @param {Asked<P, 'delete'>} parameters
 * @returns {Promise<Answer<P, 'delete'>>}
 */
export async function remove(path, parameters) {
  return read(await call(path, parameters, { method: 'DELETE' }));
}

/**
 * Null where the API says that there is none.
 *
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} parameters
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer<P, 'get'> | null>}
 */
export async function find(path, parameters, signal) {
  try {
    return await get(path, parameters, signal);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) {
      return null;
    }
    throw error;
  }
}

/**
 * Every item of a list, page by page; the other members are the first page's.
 *
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} parameters
 * @param {AbortSignal} [signal]
 * @param {number | null} [size] of a page, null for lists that have none
 * @returns {Promise<Answer<P, 'get'>>}
 */
export async function all(path, parameters, signal, size = 200) {
  /** @type {(cursor?: string) => Promise<any>} */
  const page = async (cursor) => read(await call(path, { limit: size, ...parameters, cursor }, { signal }));
  const first = await page();
  for (let next = first.nextCursor; next;) {
    const more = await page(next);
    first.items.push(...more.items);
    next = more.nextCursor;
  }
  return first;
}

/**
 * Every item of a list: the whole in one answer, in several where it is longer than one may be.
 *
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} parameters
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer<P, 'get'> extends { items: (infer I)[] } ? I[] : never>}
 */
export async function lines(path, parameters, signal) {
  /** @type {any} */
  const items = [];
  const init = { signal, headers: { accept: 'application/x-ndjson' } };
  for (let cursor = null; cursor !== undefined;) {
    const answer = await call(path, { ...parameters, cursor }, init);
    const text = await answer.text().catch((error) => {
      throw isAbort(error) ? error : unreachable();
    });
    items.push(...text.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : [])));
    cursor = following(answer);
  }
  return items;
}

/**
 * What a file says.
 *
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} parameters
 * @param {AbortSignal} [signal]
 */
export async function text(path, parameters, signal) {
  const answer = await call(path, parameters, { signal, headers: { accept: '*/*' } });
  return answer.text();
}

/** Where a list goes on that is longer than one answer may be. */
function following(/** @type {Response} */ answer) {
  return /[?&]cursor=([^&>]+)/.exec(answer.headers.get('link') ?? '')?.[1];
}

/**
 * Saves a list as a file, in several numbered ones where it is longer than one may be: a link cannot carry the token.
 *
 * @template {CallPath<'get'>} P
 * @param {P} path
 * @param {Asked<P, 'get'>} parameters
 * @param {string} fallbackName
 */
export async function download(path, parameters, fallbackName) {
  let [part, cursor] = [1, /** @type {string | null | undefined} */ (null)];
  for (; cursor !== undefined; part++) {
    const answer = await call(path, { ...parameters, cursor }, { headers: { accept: '*/*' } });
    const name = nameOf(answer) ?? fallbackName;
    save(part === 1 ? name : name.replace(/(\.\w+)?$/, '-' + part + '$1'), '', await answer.blob());
    cursor = following(answer);
  }
}

/**
 * Saves the answer to a question as a file.
 *
 * @template {CallPath<'post'>} P
 * @param {P} path
 * @param {Asked<P, 'post'>} parameters
 * @param {Sent<P>} body
 * @param {string} fallbackName
 */
export async function downloadAnswer(path, parameters, body, fallbackName) {
  const answer = await call(path, parameters, sent(body));
  save(nameOf(answer) ?? fallbackName, '', await answer.blob());
}

/** The name that a file gives itself. */
function nameOf(/** @type {Response} */ answer) {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '');
  return encoded ? decodeURIComponent(encoded[1]) : null;
}
