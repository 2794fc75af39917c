// Builds the page from elements and texts: data never becomes markup.

/**
 * An element. The tag may carry classes ("td.number"). Attributes that are null, undefined or false
 * are left out, true is an empty one, a function listens to the event of its name.
 */
export function element(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const made = document.createElement(name);
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

function append(parent, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(parent, child);
    } else if (child !== null && child !== undefined && child !== false) {
      parent.append(child);
    }
  }
}

/** A link to a page. */
export function link(href, ...children) {
  return element('a', { href }, ...children);
}

/** A button that does something here. */
export function button(text, onclick, attributes = {}) {
  return element('button', { type: 'button', ...attributes, onclick }, text);
}

/** A choice; options are pairs of value and text. */
export function choice(label, options, value, onchange, attributes = {}) {
  const select = element(
    'select',
    { ...attributes, onchange: () => onchange?.(select.value) },
    options.map(([id, text]) => element('option', { value: id, selected: String(id) === String(value) }, text)),
  );
  return element('label.field', {}, element('span', {}, label), select);
}

/** Offers a text as a file. */
export function save(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = element('a', { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
