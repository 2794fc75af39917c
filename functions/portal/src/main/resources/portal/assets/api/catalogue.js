// @ts-check
// Departments, datasets and industry divisions, as GET /v1/datasets names them.

import { get } from './api.js';
import { divisionWord } from '../words/data.js';
import { language, ownWords } from '../words/i18n.js';
import { NOTHING } from '../words/messages.js';
import { once } from '../base/once.js';

const { t } = ownWords({
  'department.public': ['公开数据采集', 'Public data'],
  'department.bureau': ['区科学技术局代录', 'Entered by the bureau'],
  'department.enterprise': ['企业自主填报', 'Self-report'],
});

/** @typedef {ReturnType<typeof named>} Catalogue */

/** The catalogue, read once for all that ask. */
export const catalogue = once(async () => named(await get('/datasets', {})));

/**
 * Who reports data besides the departments.
 *
 * @type {Record<string, () => string>}
 */
const OTHERS = {
  public: () => t('department.public'),
  bureau: () => t('department.bureau'),
  enterprise: () => t('department.enterprise'),
};

/** The catalogue with its names in the reader's language; a name is the id where there is none. */
export function named(/** @type {Answer<'/datasets', 'get'>} */ { items, departments, divisions }) {
  const offices = names(departments);
  const datasets = names(items);
  return {
    items: items.map((one) => ({ ...one, title: datasets.get(one.id) ?? one.title, chinese: one.title })),
    departmentIds: departments.map(({ id }) => id),
    department: (/** @type {string | null | undefined} */ id) =>
      offices.get(id ?? '') ?? OTHERS[id ?? '']?.() ?? id ?? NOTHING,
    dataset: (/** @type {string} */ id) => datasets.get(id) ?? id,
    /** A division's name, undefined where the code is unknown. */
    division: (/** @type {string} */ code) => divisionWord(code, divisions[code]),
    /** A division's code and name; the bare code where it is unknown. */
    industry: (/** @type {string} */ code) => [code, divisionWord(code, divisions[code])].filter(Boolean).join(' '),
  };
}

/**
 * A dataset's schema with its titles in the reader's language.
 *
 * @param {string} id
 * @param {number | undefined} year whose form it is; without one that of every year
 * @param {AbortSignal} [signal]
 */
export async function schema(id, year, signal) {
  const given = /** @type {DatasetSchema} */ (
    /** @type {unknown} */ (await get('/datasets/{id}', { id, year }, signal))
  );
  return language === 'en'
    ? {
        ...given,
        title: given['x-en'],
        fields: given.fields.map((field) => ({ ...field, title: field['x-en'] })),
      }
    : given;
}

function names(/** @type {{ id: string, name?: string, title?: string, en: string }[]} */ list) {
  return new Map(list.map(({ id, name, title, en }) => [id, (language === 'en' ? en : (name ?? title)) ?? id]));
}
