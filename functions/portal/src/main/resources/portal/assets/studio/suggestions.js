// @ts-check
// What the calibration proposes, a row a curve: each is ticked or not.

import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { inUnit } from '../words/units.js';
import { table } from '../table/table.js';
import { keyOf } from './draft.js';

const { t } = ownWords({
  'studio.suggested': ['校准建议', 'Proposed by the calibration'],
  'studio.suggestedNote': [
    '勾选要采用的曲线，右侧的名次随之变动。依据见“指标体检”。',
    'Tick the curves to adopt, and the ranks follow. What they rest on stands under “Diagnostics”.',
  ],
  'studio.take': ['采用', 'Adopt'],
  'studio.current': ['现行满分值', 'Full mark now'],
  'studio.proposed': ['建议满分值', 'Proposed'],
});

/** @typedef {import('./draft.js').Proposal} Proposal */

/** The proposals with ticks; null where there is none. */
export function suggestions(/** @type {import('./studio.js').Studio} */ studio) {
  const { proposals: rows, book, rules, changes } = studio;
  if (!rows.length) {
    return null;
  }
  const full = (/** @type {Proposal['current']} */ knots, /** @type {Proposal} */ { indicator }) =>
    inUnit(knots[knots.length - 1].value, rules.indicators.find(({ id }) => id === indicator)?.unit);
  const ticks = new Map(
    rows.map((row) => [
      row,
      element('input', {
        type: 'checkbox',
        checked: changes.taken.includes(keyOf(row)),
        'aria-label': t('studio.take') + ' ' + row.indicator + ' ' + book.stage(row.stage),
        onchange: (/** @type {Event} */ { target }) => {
          const { checked } = /** @type {HTMLInputElement} */ (target);
          const others = changes.taken.filter((one) => one !== keyOf(row));
          changes.taken = checked ? [...others, keyOf(row)] : others;
          studio.redrawn();
        },
      }),
    ]),
  );
  /** @type {import('../table/table.js').Column<Proposal>[]} */
  const columns = [
    {
      id: 'take',
      title: t('studio.take'),
      class: 'short',
      sortable: false,
      value: () => '',
      cell: (row) => ticks.get(row),
    },
    {
      id: 'indicator',
      title: t('common.indicator'),
      head: true,
      value: (row) => row.indicator + ' ' + book.indicator(row.indicator),
    },
    { id: 'stage', title: t('common.stage'), class: 'short', value: (row) => book.stage(row.stage) },
    { id: 'current', title: t('studio.current'), number: true, value: (row) => full(row.current, row) },
    { id: 'proposed', title: t('studio.proposed'), number: true, value: (row) => full(row.proposed, row) },
  ];
  return element(
    'section.card',
    { id: 'suggested' },
    element('h2', {}, t('studio.suggested')),
    element('p', {}, t('studio.suggestedNote')),
    table({ caption: t('studio.suggested'), id: 'suggestions', columns, rows, stacked: true }),
  );
}
