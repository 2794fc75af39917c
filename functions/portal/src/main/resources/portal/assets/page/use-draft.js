// @ts-check
// Forms whose words are not lost: what is typed is there again after a reload, on the way back, in another tab, and
// when the sign-in has ended and its person has signed in again.

import { button, element } from '../base/dom.js';
import { typed } from '../session/drafts.js';
import { failure } from '../api/failure.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { myDrafts } from '../session/session.js';

const { t } = ownWords({
  'draft.restored': [
    '已恢复 {time} 填写、尚未提交的内容。',
    'What you typed at {time} and have not sent yet is here again.',
  ],
  'draft.clear': ['清除', 'Clear'],
});

/** @typedef {Record<string, unknown>} Values */
/**
 * How a form's values are read and written where they are more than its named fields.
 *
 * @typedef {object} Access
 * @property {() => Values} read
 * @property {(values: Values) => void} write takes some of the values or all
 */
/**
 * @typedef {object} Kept
 * @property {() => void} save to be called where a change is no event of a field
 * @property {() => void} sent forgets what was typed
 */

/**
 * Keeps what is typed into a form and puts in what was. Says so, with a way to clear it.
 *
 * @param {HTMLElement} form shown as it is without a draft
 * @param {string} name of the form, for one person; what it is about is part of it
 * @param {AbortSignal} signal that the form is no longer shown
 * @param {Access} [access]
 * @returns {Kept}
 */
export function useDraft(form, name, signal, access = fields(form)) {
  const kept = myDrafts();
  let first = access.read();
  const note = element('p.draft', { role: 'status', hidden: true });
  form.prepend(note);
  form.setAttribute('data-draft', name);

  const save = () => {
    const values = typed(access.read(), first);
    if (values) {
      kept.keep(name, values);
    } else {
      kept.drop(name);
    }
  };
  const clear = () => {
    kept.drop(name);
    note.hidden = true;
    access.write(first);
  };
  const restore = () => {
    const draft = kept.read(name);
    if (!draft) {
      return;
    }
    access.write(/** @type {Values} */ (draft.values));
    if (!typed(access.read(), first)) {
      kept.drop(name);
      return;
    }
    note.replaceChildren(...restored(draft.at, clear));
    note.hidden = false;
    form.querySelectorAll('details').forEach((one) => (one.open = true));
    // It has its place in the page a moment later.
    queueMicrotask(() => form.closest('details')?.setAttribute('open', ''));
  };

  restore();
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  // Who types in two tabs types into one form; the tab in hand keeps what it has.
  globalThis.addEventListener(
    'storage',
    ({ key, newValue }) => {
      if (key === kept.key(name) && !(document.hasFocus() && form.contains(document.activeElement))) {
        access.write(first);
        if (newValue === null) {
          note.hidden = true;
        } else {
          restore();
        }
      }
    },
    { signal },
  );
  return {
    save,
    sent: () => {
      kept.drop(name);
      note.hidden = true;
      first = access.read();
    },
  };
}

/**
 * A form whose words are kept until they are sent. What goes wrong stands in it, so that whoever has to sign in again
 * comes back to it.
 *
 * @template T
 * @typedef {object} Sending
 * @property {string} id of the form in the page
 * @property {string} name of the draft, for one person; what it is about is part of it
 * @property {AbortSignal} signal that the form is no longer shown
 * @property {string} [class]
 * @property {() => Promise<T | undefined>} [send] what submitting does; undefined where nothing was sent
 * @property {(answer: T) => unknown} done after something was sent
 */
/**
 * @template T
 * @param {Sending<T>} of
 * @param {Child[] | ((sending: (call: () => Promise<T | undefined>) => () => Promise<void>) => Child[])} children made
 *     with buttons that send something else than submitting does
 */
export function keptForm({ id, name, signal, send, done, class: kind }, children) {
  const trouble = element('div', { 'aria-live': 'polite' });
  const sending = (/** @type {() => Promise<T | undefined>} */ call) => async () => {
    trouble.replaceChildren();
    try {
      const answer = await call();
      if (answer !== undefined) {
        draft.sent();
        await done(answer);
      }
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    return send && sending(send)();
  };
  const form = element(
    'form',
    { id, class: kind, submit },
    Array.isArray(children) ? children : children(sending),
    trouble,
  );
  const draft = useDraft(form, name, signal);
  return form;
}

/** Says when what is shown was typed, and takes it away if asked to. */
export function restored(/** @type {number} */ at, /** @type {() => void} */ clear) {
  return [t('draft.restored', { time: format.minute(at) }) + ' ', button(t('draft.clear'), clear, { class: 'plain' })];
}

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** The named fields of a form: what is typed, chosen and ticked. */
function fields(/** @type {HTMLElement} */ form) {
  const all = () =>
    /** @type {Field[]} */ ([...form.querySelectorAll('input[name], select[name], textarea[name]')]).filter(
      ({ type }) => !['file', 'hidden', 'password'].includes(type),
    );
  const ticked = (/** @type {Field} */ field) => field.type === 'radio' || field.type === 'checkbox';
  return {
    read: () => {
      /** @type {Record<string, unknown>} */
      const values = {};
      for (const field of all()) {
        if (!ticked(field)) {
          values[field.name] = field.value;
        } else {
          values[field.name] ??= [];
          if (/** @type {HTMLInputElement} */ (field).checked) {
            /** @type {string[]} */ (values[field.name]).push(field.value);
          }
        }
      }
      return values;
    },
    write: (/** @type {Values} */ values) => {
      for (const field of all().filter(({ name }) => name in values)) {
        const value = values[field.name];
        if (ticked(field)) {
          /** @type {HTMLInputElement} */ (field).checked = /** @type {string[]} */ (value).includes(field.value);
        } else {
          field.value = String(value);
        }
      }
    },
  };
}
