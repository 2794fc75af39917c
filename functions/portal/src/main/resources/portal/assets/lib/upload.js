// @ts-check
// One file on its way: announced, put into the bucket, checked.

import { get, post, Refusal } from './api.js';
import { t } from './i18n.js';

const POLL = 700;
const WAITING = new Set(['pending', 'processing']);

/** @typedef {'hashing' | 'sending' | 'checking'} Step */
/** @typedef {Answer<'/uploads/{id}', 'get'>} Upload */

/**
 * Sends a file and waits for what the check says.
 *
 * @param {File} file
 * @param {{ dataset: string, year: number, filename: string, source?: string }} about source where the bureau sends
 *     for another
 * @param {(step: Step, done: number) => void} told done: the share of the step
 */
export async function send(file, about, told) {
  told('hashing', 0);
  const content = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const announced = await post('/uploads', {}, { ...about, bytes: file.size, sha256 });
  if (announced.put && announced.status === 'pending') {
    await put(announced.put, file, (share) => told('sending', share));
  }
  told('checking', 0);
  return checked(announced.id);
}

/**
 * fetch tells nothing of an upload's progress.
 *
 * @param {{ url: string, headers: Record<string, string> }} target
 * @param {File} file
 * @param {(done: number) => void} told
 * @returns {Promise<void>}
 */
function put({ url, headers }, file, told) {
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

/** An upload once its check has ended. */
export async function checked(/** @type {string} */ id) {
  for (;;) {
    const upload = await get('/uploads/{id}', { id });
    if (!WAITING.has(upload.status)) {
      return upload;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
