// Builds the page from elements and texts: data never becomes markup.

/** An element; attributes that are null or false are left out, true is an empty one. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') {
      made.addEventListener('click', value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

const counts = new Intl.NumberFormat('zh-CN');
const points = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const days = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });

export const formatted = {
  count: (number) => counts.format(number),
  points: (number) => points.format(number),
  day: (text) => days.format(new Date(text)),
};

/** Shows what went wrong and what to do. */
export function failure(place, error, retry) {
  place.replaceChildren(
    element('p', {}, error.message),
    element('p', {}, element('button', { type: 'button', class: 'quiet', onclick: retry }, '重试')),
  );
  place.hidden = false;
}
