// @ts-check
// A rulebook's draft on its way: announced, put into the bucket, checked.

import { get, post } from '../api/api.js';
import { Refusal } from '../api/failure.js';
import { ownWords } from '../words/i18n.js';
import { digest, put } from '../api/upload.js';

const { t } = ownWords({
  'rulebooks.noId': [
    '文件中没有 id：应有一行“id: 编号”，编号为小写字母、数字和连字符。',
    'The file has no id: expected a line “id: …” of lower-case letters, digits and hyphens.',
  ],
  'rulebooks.notChecked': [
    '文件已上传，两分钟内没有得到校验结果，请稍后刷新本页。',
    'The file was uploaded, but not checked within two minutes. Reload this page later.',
  ],
});

const POLL = 700;
/** Some two minutes. */
const LOOKS = 170;

/** @typedef {Answer<'/rulebook-files', 'get'>['items'][number]} RulebookFile */

/** The id that a rulebook's text says. */
export function idOf(/** @type {string} */ text) {
  return /^id:\s*["']?([a-z0-9-]+)["']?\s*(#.*)?$/m.exec(text)?.[1] ?? '';
}

/**
 * Sends a draft and waits until it is checked.
 *
 * @param {File} file
 * @param {AbortSignal} signal
 * @returns {Promise<RulebookFile>}
 */
export async function sendDraft(file, signal) {
  const id = idOf(await file.text());
  if (!id) {
    throw new Refusal(0, t('rulebooks.noId'));
  }
  const key = 'rulebooks/' + id + '.yaml';
  const before = await found(key, signal);
  const announced = await post('/rulebooks', {}, { id, bytes: file.size, sha256: await digest(file) });
  await put(announced.put, file, () => {});
  for (let look = 0; look < LOOKS; look++) {
    const now = await found(key, signal);
    if (now && now.version !== before?.version) {
      return now;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  throw new Refusal(0, t('rulebooks.notChecked'));
}

async function found(/** @type {string} */ key, /** @type {AbortSignal} */ signal) {
  return (await get('/rulebook-files', {}, signal)).items.find((one) => one.key === key);
}
