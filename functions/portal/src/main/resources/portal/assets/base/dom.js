// @ts-check
// Builds the page from elements and texts: data never becomes markup.

/** @typedef {Record<string, any>} Attributes null, undefined and false are left out, true is an empty one */

/**
 * An element. The tag may carry classes ("td.number"). An attribute that is a function listens to the event of its
 * name.
 *
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N | `${N}.${string}`} tag
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function element(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const made = document.createElement(/** @type {N} */ (name));
  made.classList.add(...classes);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === 'class') {
      made.classList.add(...(value ?? '').split(' ').filter(Boolean));
    } else if (typeof value === 'function') {
      made.addEventListener(attribute.replace(/^on/, ''), value);
    } else if (value === true) {
      made.setAttribute(attribute, '');
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(attribute, value);
    }
  }
  append(made, children);
  return made;
}

function append(/** @type {Element} */ parent, /** @type {Child[]} */ children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(parent, child);
    } else if (child !== null && child !== undefined && child !== false) {
      parent.append(typeof child === 'number' ? String(child) : child);
    }
  }
}

/** A link to a page. */
export function link(/** @type {string} */ href, /** @type {Child[]} */ ...children) {
  return element('a', { href }, ...children);
}

/**
 * A button that does something here.
 *
 * @param {Child} content
 * @param {(event: Event) => unknown} onclick
 * @param {Attributes} attributes
 */
export function button(content, onclick, attributes = {}) {
  return element('button', { type: 'button', ...attributes, onclick }, content);
}

/**
 * A choice, as a label around a select.
 *
 * @param {string} label
 * @param {[id: string | number, text: string][]} options
 * @param {string | number | undefined} value
 * @param {((value: string) => void) | null} onchange
 * @param {Attributes} attributes
 */
export function choice(label, options, value, onchange, attributes = {}) {
  const select = element(
    'select',
    { ...attributes, onchange: () => onchange?.(select.value) },
    options.map(([id, text]) => element('option', { value: id, selected: String(id) === String(value) }, text)),
  );
  return element('label.field', {}, element('span', {}, label), select);
}

/** What is chosen in a choice. */
export function chosen(/** @type {HTMLElement} */ label) {
  return /** @type {HTMLSelectElement} */ (label.querySelector('select')).value;
}

/**
 * Offers a text or a file's content as a file.
 *
 * @param {string} name
 * @param {string} type
 * @param {string | Blob} content
 */
export function save(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = element('a', { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
