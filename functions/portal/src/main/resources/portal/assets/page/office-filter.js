// @ts-check
// The controls that narrow an office's lists by park, grid and certificate.

import { find } from '../api/api.js';
import { schema } from '../api/catalogue.js';
import { choice, element } from '../base/dom.js';
import { narrow } from '../base/narrow.js';
import { valueWord } from '../words/data.js';
import { ownWords } from '../words/i18n.js';
import { isOpen, officeFilter } from './office-query.js';

const { t } = ownWords({
  'officeFilter.grid': ['所属网格（如 07-32，或 07）', 'Grid (07-32, or 07)'],
  'officeFilter.qualification': ['资质', 'Qualification'],
  'officeFilter.every': ['全部', 'All'],
  'officeFilter.title': ['按园区、网格和资质筛选', 'By park, grid and qualification'],
});

/** @typedef {import('./office-query.js').OfficeFilter} OfficeFilter */

/** The same in words, as a heading says it. */
export function officeWords(/** @type {OfficeFilter} */ { park, grid, qualification }) {
  return [valueWord(park), grid, valueWord(qualification)].filter(Boolean).join(' · ');
}

/**
 * The controls for them.
 *
 * @param {import('./page.js').View} view
 */
export async function officeControls(view) {
  const asked = officeFilter(view.query);
  const published = view.year?.year;
  const [figures, certificates] = await Promise.all([
    published ? find('/years/{year}/figures', { year: published }, view.signal) : null,
    schema('qualifications', undefined, view.signal),
  ]);
  const parks = (figures?.items[0]?.parks ?? []).map(({ id }) => id ?? '');
  const kinds = certificates.fields.find(({ name }) => name === 'kind')?.constraints?.enum ?? [];
  const grid = element('input', {
    id: 'filter-grid',
    type: 'search',
    value: asked.grid,
    maxlength: 20,
    onchange: () => view.show({ grid: grid.value.trim(), cursor: '' }),
  });
  /** @type {(name: 'park' | 'qualification', title: string, values: string[]) => HTMLElement} */
  const by = (name, title, values) =>
    choice(
      title,
      [
        ['', t('officeFilter.every')],
        ...[...new Set([...values, asked[name]])]
          .filter(Boolean)
          .map((value) => /** @type {[string, string]} */ ([value, valueWord(value) ?? value])),
      ],
      asked[name],
      (value) => view.show({ [name]: value, cursor: '' }),
      { id: 'filter-' + name },
    );
  const controls = element(
    'div.row.off-paper',
    { role: 'group', 'aria-label': t('officeFilter.title') },
    by('park', t('common.park'), parks),
    element('label.field', {}, element('span', {}, t('officeFilter.grid')), grid),
    by('qualification', t('officeFilter.qualification'), kinds),
  );
  // On a phone they would push the list out of sight.
  return narrow.matches
    ? element('details.off-paper', { open: !isOpen(asked) }, element('summary', {}, t('officeFilter.title')), controls)
    : controls;
}
