// @ts-check
// Enterprises suggested while their name is typed: a combobox with a list (ARIA 1.2). The field works without it.

import { get, isAbort } from '../api/api.js';
import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'suggestions.list': ['符合的企业', 'Matching enterprises'],
  'suggestions.found': [
    '找到 {count, number} 家，用上下方向键选择。',
    '{count, plural, one {# enterprise} other {# enterprises}} found: choose with the arrow keys.',
  ],
  'suggestions.more': [
    '列出前 {count, number} 家，用上下方向键选择。',
    'The nearest {count, plural, one {# enterprise} other {# enterprises}}: choose with the arrow keys.',
  ],
  'suggestions.none': ['没有符合的企业。', 'No enterprise matches.'],
  'suggestions.failed': ['暂时不能提示企业名称。', 'Names cannot be suggested at present.'],
  'suggestions.rank': ['第 {rank, number} 名', 'rank {rank, number}'],
});

/** Milliseconds without a key after which it is asked. */
const PAUSE = 200;
const MOST = 8;

let fields = 0;

/** @typedef {Schema<'RankingEntry'>} Entry */

/**
 * Makes a field a combobox: in the place that it has, so that it can be done while somebody types.
 *
 * @param {HTMLInputElement} input
 * @param {number} year
 * @param {(chosen: Entry) => void} choose
 * @returns {HTMLElement} the field with its list
 */
export function suggesting(input, year, choose) {
  const id = 'suggestions-' + ++fields;
  const list = element('ul', { id, role: 'listbox', 'aria-label': t('suggestions.list'), hidden: true });
  const status = element('span.unseen', { role: 'status' });
  /** @type {Entry[]} */
  let found = [];
  let active = -1;
  /** @type {AbortController | undefined} */
  let asking;
  /** @type {number | undefined} */
  let timer;

  const open = (/** @type {boolean} */ shown) => {
    list.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    mark(-1);
  };
  const mark = (/** @type {number} */ at) => {
    active = at;
    [...list.children].forEach((one, index) => one.setAttribute('aria-selected', String(index === at)));
    const marked = list.children[at];
    if (marked) {
      input.setAttribute('aria-activedescendant', marked.id);
      marked.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    open(false);
  };
  const take = (/** @type {number} */ at) => {
    close();
    status.textContent = '';
    choose(found[at]);
  };
  const show = (/** @type {Schema<'Found'>} */ { items, nextCursor }) => {
    found = items;
    list.replaceChildren(
      ...items.map((one, index) =>
        element(
          'li',
          { id: id + '-' + index, role: 'option', 'aria-selected': 'false', click: () => take(index) },
          element('b', {}, one.name ?? one.uscc),
          element('small', {}, one.uscc),
          one.rank?.overall ? element('small', {}, t('suggestions.rank', { rank: one.rank.overall })) : null,
        ),
      ),
    );
    open(items.length > 0);
    const count = { count: items.length };
    status.textContent = items.length
      ? nextCursor
        ? t('suggestions.more', count)
        : t('suggestions.found', count)
      : t('suggestions.none');
  };
  const ask = async () => {
    asking?.abort();
    const own = (asking = new AbortController());
    const q = input.value.trim();
    if (!q) {
      open(false);
      status.textContent = '';
      return;
    }
    try {
      const answer = await get('/enterprises', { q, year, limit: MOST }, own.signal);
      if (!own.signal.aborted && input.isConnected) {
        show(answer);
      }
    } catch (error) {
      if (!isAbort(error) && !own.signal.aborted) {
        open(false);
        status.textContent = t('suggestions.failed');
      }
    }
  };
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };

  const pressed = (/** @type {KeyboardEvent} */ event) => {
    const { key, isComposing } = event;
    const { length } = list.children;
    if (isComposing) {
      return;
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        ask();
      } else {
        const step = key === 'ArrowDown' ? 1 : -1;
        // Before the first and behind the last is the field itself.
        mark(((active + 1 + step + length + 1) % (length + 1)) - 1);
      }
    } else if (key === 'Enter' && !list.hidden && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  };
  // An input method writes letters before it writes what is meant.
  input.addEventListener('input', (event) => /** @type {InputEvent} */ (event).isComposing || typed());
  input.addEventListener('compositionend', typed);
  input.addEventListener('keydown', pressed);
  input.addEventListener('blur', close);
  // Pressing an entry does not take the focus from the field.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  for (const [name, value] of Object.entries({
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
  })) {
    input.setAttribute(name, value);
  }
  const place = input.closest('.combobox') ?? element('span.combobox', {}, input);
  place.append(list, status);
  return /** @type {HTMLElement} */ (place);
}
