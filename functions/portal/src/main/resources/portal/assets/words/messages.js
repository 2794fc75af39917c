// @ts-check
// Sentences with places for values: {name}, {name, number} and {name, plural, one {…} other {…}} of ICU MessageFormat.
// In a plural's branch, # is the number.

const PLACE = /\{(\w+)(?:, (number)|, plural, one \{([^{}]*)\} other \{([^{}]*)\})?\}/g;

export const NOTHING = '—';

/**
 * How messages of a language are filled in.
 *
 * @param {string} locale
 */
export function messages(locale) {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

  /**
   * The message in pieces, values in their places: what is not a text, as an element, stays what it is.
   *
   * @template V
   * @param {string} message
   * @param {Record<string, V>} values a value that is null or undefined is a dash
   * @returns {(string | V)[]}
   */
  function pieces(message, values) {
    /** @type {(string | V)[]} */
    const made = [];
    let end = 0;
    for (const place of message.matchAll(PLACE)) {
      const [whole, name, counted, one, other] = place;
      const value = values[name];
      made.push(message.slice(end, place.index));
      end = place.index + whole.length;
      if (value === null || value === undefined) {
        made.push(NOTHING);
      } else if (counted) {
        made.push(number.format(Number(value)));
      } else if (other !== undefined) {
        const branch = plural.select(Number(value)) === 'one' ? one : other;
        made.push(branch.replaceAll('#', number.format(Number(value))));
      } else {
        made.push(value);
      }
    }
    made.push(message.slice(end));
    return made.filter((piece) => piece !== '');
  }

  return {
    pieces,
    /**
     * The message as a text.
     *
     * @param {string} message
     * @param {Record<string, string | number | null | undefined>} values
     */
    text: (message, values) => pieces(message, values).join(''),
  };
}

/** The names of the values a message takes, each once, in alphabetical order. */
export function placeNames(/** @type {string} */ message) {
  return [...new Set([...message.matchAll(PLACE)].map(([, name]) => name))].sort();
}
