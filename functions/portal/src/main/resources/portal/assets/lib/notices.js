// @ts-check
// What stands where there is nothing to show.

import { button, element } from './dom.js';
import { t } from './i18n.js';

/** Nothing to show, and what to do: sentences and links. */
export function empty(/** @type {(string | Node)[]} */ ...lines) {
  return element(
    'div.notice.quiet',
    {},
    lines.map((line) => (line instanceof Node ? line : element('p', {}, line))),
  );
}

/**
 * What went wrong and what to do.
 *
 * @param {any} error an Error; a Refusal may carry several faults
 * @param {() => void} [retry]
 */
export function failure(error, retry) {
  /** @type {Partial<Schema<'Problem'>['errors'][number]>[]} */
  const errors = error.errors ?? [];
  return element(
    'div.notice.bad',
    { role: 'alert' },
    element('p', {}, error.message),
    errors.length > 1
      ? element(
          'ul',
          {},
          errors.map((fault) => element('li', {}, fault.detail ?? String(fault))),
        )
      : null,
    retry ? button(t('page.retry'), retry, { class: 'quiet' }) : null,
  );
}
