// @ts-check
// Figures of a simulation that cannot both be true, by the checks that the intake makes of files.

import { figure } from '../api/sources.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'contradiction.atMost': [
    '“{field}”为 {value}，应不超过“{limit}”（{most}）',
    '“{field}” is {value} and should be at most “{limit}” ({most})',
  ],
  'contradiction.most': [
    '“{field}”为 {value}，超出常见范围（{most}），请核对',
    '“{field}” is {value}, beyond what is usual ({most})',
  ],
});

/** @typedef {import('./supposed-changes.js').Value} Value */
/** @typedef {(field: string) => Value | undefined} Figures a figure as it is supposed, or else as it is */

/**
 * Sentences, one for each contradiction that touches a figure that was changed.
 *
 * @param {DatasetSchema[]} schemas
 * @param {Figures} value
 * @param {Record<string, Value>} changed
 * @returns {string[]}
 */
export function contradictions(schemas, value, changed) {
  return schemas.flatMap(({ fields, 'x-checks': checks = [] }) => {
    const title = (/** @type {string} */ name) => fields.find((field) => field.name === name)?.title ?? name;
    return checks.flatMap((check) => {
      const said = contradiction(check, value, changed);
      return said
        ? [
            t(said.id, {
              field: title(check.field),
              value: figure(said.value),
              limit: title(check.limit ?? ''),
              most: figure(said.most),
            }),
          ]
        : [];
    });
  });
}

/**
 * @param {DatasetCheck} check
 * @param {Figures} value
 * @param {Record<string, Value>} changed
 * @returns {{ id: 'contradiction.atMost' | 'contradiction.most', value: number, most: number } | null}
 */
function contradiction({ check, field, limit, most, margin = 0 }, value, changed) {
  const now = value(field);
  if (typeof now !== 'number') {
    return null;
  }
  if (check === 'most') {
    return field in changed && most !== undefined && now > most ? { id: 'contradiction.most', value: now, most } : null;
  }
  const bound = limit === undefined ? undefined : value(limit);
  if (!['at-most', 'figure-at-most'].includes(check) || typeof bound !== 'number' || limit === undefined) {
    return null;
  }
  return (field in changed || limit in changed) && now > bound + margin * Math.abs(bound)
    ? { id: 'contradiction.atMost', value: now, most: bound }
    : null;
}
