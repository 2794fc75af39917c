// One file on its way: announced, put into the bucket, checked.

import { get, post, Refusal } from './api.js';
import { t } from './i18n.js';

const POLL = 700;
const WAITING = new Set(['pending', 'processing']);

/**
 * Sends a file and waits for what the check says.
 *
 * @param about dataset, year, filename; source where the bureau sends for another
 * @param told called with (step, share of it that is done)
 * @returns the upload as the API shows it
 */
export async function send(file, about, told) {
  told('hashing', 0);
  const content = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const announced = await post('/uploads', { ...about, bytes: file.size, sha256 });
  if (announced.put && announced.status === 'pending') {
    await put(announced.put, file, (share) => told('sending', share));
  }
  told('checking', 0);
  return checked(announced.id);
}

/** fetch tells nothing of an upload's progress. */
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
        : reject(new Refusal(request.status, t('文件没有传上去（{status}），请重试。', { status: request.status })));
    request.onerror = () => reject(new Refusal(0, t('文件没有传上去，请检查网络后重试。')));
    request.send(file);
  });
}

/** An upload once its check has ended. */
export async function checked(id) {
  for (;;) {
    const upload = await get('/uploads/' + encodeURIComponent(id));
    if (!WAITING.has(upload.status)) {
      return upload;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
