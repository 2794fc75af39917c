// @ts-check
// One file on its way: announced, put into the bucket, checked.

import { get, post } from './api.js';
import { isPassing, Refusal } from './failure.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'upload.notSent': ['文件没有传上去（{status}），请重试。', 'The file could not be sent ({status}). Try again.'],
  'upload.notSentNetwork': [
    '文件没有传上去，请检查网络后重试。',
    'The file could not be sent. Check the network and try again.',
  ],
});

const POLL = 700;
const WAITING = new Set(['pending', 'processing']);

/** @typedef {'hashing' | 'sending' | 'checking' | 'unknown'} Step */
/** @typedef {Answer<'/uploads/{id}', 'get'>} Upload */
/** @typedef {Sent<'/uploads/{id}/confirmation'>} Saying what a person says of a file */

/**
 * Sends a file and waits for what the check says.
 *
 * @param {File} file
 * @param {{ dataset: string, year: number, filename: string, source?: string, checkOnly?: boolean }} about source where
 *     the bureau sends for another
 * @param {(step: Step, done: number) => void} told done: the share of the step
 */
export async function send(file, about, told) {
  told('hashing', 0);
  const sha256 = await digest(file);
  const announced = await post('/uploads', {}, { ...about, bytes: file.size, sha256 });
  if (announced.put && announced.status === 'pending') {
    await put(announced.put, file, (share) => told('sending', share));
  }
  told('checking', 0);
  return checked(announced.id, (known) => told(known ? 'checking' : 'unknown', 0));
}

/** The SHA-256 of a file, in hex. */
export async function digest(/** @type {File} */ file) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * fetch tells nothing of an upload's progress.
 *
 * @param {{ url: string, headers: Record<string, string> }} target
 * @param {File} file
 * @param {(done: number) => void} told
 * @returns {Promise<void>}
 */
export function put({ url, headers }, file, told) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) {
      // The browser says the length itself and lets nobody else.
      if (name.toLowerCase() !== 'content-length' && name.toLowerCase() !== 'host') {
        request.setRequestHeader(name, value);
      }
    }
    request.upload.onprogress = (event) => told(event.loaded / event.total);
    request.onload = () =>
      request.status < 300
        ? resolve()
        : reject(new Refusal(request.status, t('upload.notSent', { status: request.status })));
    request.onerror = () => reject(new Refusal(0, t('upload.notSentNetwork')));
    request.send(file);
  });
}

/**
 * Says what a file is, and waits until it was read so.
 *
 * @param {string} id
 * @param {Saying} saying
 */
export async function confirm(id, saying) {
  const { at } = await post('/uploads/{id}/confirmation', { id }, saying);
  for (;;) {
    const upload = await checked(id);
    if (upload.confirmation?.at === at) {
      return upload;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/**
 * Withdraws a file that counts, and waits until it does not.
 *
 * @param {string} id
 * @param {string} reason
 */
export async function withdraw(id, reason) {
  await post('/uploads/{id}/withdrawal', { id }, { reason });
  for (;;) {
    const upload = await checked(id);
    if (upload.status === 'withdrawn') {
      return upload;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/**
 * An upload once its check has ended. A look that fails for the moment says nothing of the upload: the next one may
 * reach the server again.
 *
 * @param {string} id
 * @param {(known: boolean) => void} told whether the last look reached the server
 * @param {number} pause between looks, in milliseconds; doubled while looks fail, up to thirty times as long
 * @returns {Promise<Upload>}
 */
export async function checked(id, told = () => {}, pause = POLL) {
  for (let wait = pause; ;) {
    try {
      const upload = await get('/uploads/{id}', { id });
      if (!WAITING.has(upload.status)) {
        return upload;
      }
      told(true);
      wait = pause;
    } catch (error) {
      if (!isPassing(error)) {
        throw error;
      }
      told(false);
      wait = Math.min(wait * 2, pause * 30);
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
