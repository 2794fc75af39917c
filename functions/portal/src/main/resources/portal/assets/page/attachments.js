// @ts-check
// Files sent along as evidence: with a question, or with a self-report.

import { digest, put } from '../api/upload.js';
import { element, link } from '../base/dom.js';

/** @typedef {Schema<'Attachment'>} Attachment */

/** The files that are chosen in an input, as the API wants them announced. */
export function announced(/** @type {HTMLInputElement} */ input) {
  return Promise.all(
    [...(input.files ?? [])].map(async (file) => ({
      filename: file.name,
      bytes: file.size,
      sha256: await digest(file),
    })),
  );
}

/** Puts the files that were announced where the API says, in the same order. */
export async function putAll(/** @type {Attachment[]} */ targets, /** @type {HTMLInputElement} */ input) {
  const files = [...(input.files ?? [])];
  for (const [at, { put: target }] of targets.entries()) {
    if (target) {
      await put(target, files[at], () => {});
    }
  }
}

/** The files, each to be downloaded. */
export function attachmentList(/** @type {Attachment[]} */ items) {
  return element(
    'ul.files',
    {},
    items.map(({ filename, url, sha256 }) =>
      element(
        'li',
        {},
        url ? link(url, filename) : filename,
        element('span.code', {}, 'SHA-256 ' + sha256.slice(0, 16) + '…'),
      ),
    ),
  );
}
