// @ts-check
// What an enterprise last reported of a dataset, and what a new report would withdraw of it.

/** @typedef {Schema<'SelfReports'>['items'][number]} ReportedField */
/** @typedef {Record<string, string | null>} Row as typed */
/** @typedef {{ name: string, title: string }} Titled */

export class Reported {
  /**
   * @param {ReportedField[]} items of all datasets
   * @param {string} dataset
   * @param {string} source whose report it is
   */
  constructor(items, dataset, source = 'enterprise') {
    this.source = source;
    this.items = items.filter((one) => one.dataset === dataset);
  }

  /** A field of a dataset with one row. */
  figure(/** @type {string} */ field) {
    return this.items.find((one) => one.field === field);
  }

  /** What was reported, as it would be typed; none where nothing was. */
  rows() {
    return [...this.lines().values()];
  }

  /** @returns {Map<string, Row>} rows by their natural key, which is empty where there is one row at most */
  lines() {
    /** @type {Map<string, Row>} */
    const lines = new Map();
    for (const { item = '', field, reported } of this.items) {
      if (reported !== null) {
        lines.set(item, { ...lines.get(item), [field]: asTyped(reported) });
      }
    }
    return lines;
  }

  /** The lines in force that others have reported. */
  ofOthers() {
    /** @type {Map<string, string>} */
    const found = new Map();
    for (const { item, source } of this.items) {
      if (item && source && source !== this.source) {
        found.set(item, source);
      }
    }
    return [...found].map(([item, source]) => ({ item, source }));
  }

  /**
   * What was reported and is not in the rows: as the API names it, and in words.
   *
   * @param {Row[]} rows
   * @param {Titled[]} fields
   * @param {Titled[]} key the fields that name a line; none where there is one row at most
   */
  without(rows, fields, key) {
    const now = new Map(rows.map((row) => [key.map(({ name }) => row[name] ?? '').join(' '), row]));
    /** @type {{ name: string, words: string }[]} */
    const cleared = [];
    for (const [item, line] of this.lines()) {
      const row = now.get(item);
      if (!row && item) {
        cleared.push({ name: item, words: item });
        continue;
      }
      for (const { name, title } of fields.filter((one) => line[one.name] && !row?.[one.name])) {
        cleared.push({
          name: item ? item + '/' + name : name,
          words: [item, title, line[name]].filter(Boolean).join(' '),
        });
      }
    }
    return cleared;
  }
}

/** What the API reads in a file. */
function asTyped(/** @type {string | number | boolean} */ value) {
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
}
