// @ts-check
// What a budget is to be divided by.

import { post } from '../api/api.js';
import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { keptForm } from '../page/use-draft.js';

const { t } = ownWords({
  'allocationForm.title': ['试算', 'Dry run'],
  'allocationForm.note': [
    '试算不拨付任何金额；以前的清单已拨的会扣除。各阶段占比合计 100，或都不填而合在一起分配。',
    'A dry run pays nothing; what earlier lists have paid is deducted. Percents add up to 100, or none is given.',
  ],
  'allocationForm.method': ['分配办法', 'Method'],
  'allocationForm.places': ['按名额均分', 'Evenly by places'],
  'allocationForm.points': ['按积分占比', 'By share of points'],
  'allocationForm.tiers': ['按名次分档', 'By tiers of ranks'],
  'allocationForm.rewards': ['评价规则规定的奖励', 'The rewards of the rulebook'],
  'allocationForm.budget': ['预算（元）', 'Budget (yuan)'],
  'allocationForm.cap': ['单家上限（元，可不填）', 'Limit for one enterprise (yuan, optional)'],
  'allocationForm.percent': ['占预算（%）', 'Share of the budget (%)'],
  'allocationForm.quota': ['名额', 'Places'],
  'allocationForm.takesPart': ['参与', 'Takes part'],
  'allocationForm.tierList': ['分档：到第几名:系数，如 3:3 10:1', 'Tiers: last place:weight, such as 3:3 10:1'],
  'allocationForm.excluded': [
    '不参与的企业：每行一家，代码后写理由',
    'Enterprises that do not take part: one a line, its code and the reason',
  ],
  'allocationForm.send': ['试算', 'Work it out'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {Schema<'AllocationOrder'>} Order */

/** @type {[Order['method'], string][]} */
export const METHODS = [
  ['places', t('allocationForm.places')],
  ['share-of-points', t('allocationForm.points')],
  ['tiers', t('allocationForm.tiers')],
  ['rewards', t('allocationForm.rewards')],
];

/**
 * @param {import('../api/names.js').Book} rules
 * @param {number} year
 * @param {View} view
 */
export function allocationForm(rules, year, view) {
  const method = element(
    'select',
    { name: 'method', id: 'method' },
    METHODS.map(([id, title]) => element('option', { value: id }, title)),
  );
  const budget = amount('budget', 'budget');
  const cap = amount('cap', 'cap');
  const stages = rules
    .inOrder(rules.rules.stages, ({ id }) => id)
    .map(({ id }) => ({
      id,
      takes: element('input', { type: 'checkbox', name: 'takes-' + id, checked: true }),
      percent: number('percent-' + id, 100),
      places: number('places-' + id, 10_000),
    }));
  const tiers = element('input', { type: 'text', name: 'tiers', id: 'tiers', autocomplete: 'off' });
  const excluded = element('textarea', { name: 'exclude', id: 'exclude', rows: 2 });
  const table = element(
    'table.plain',
    { id: 'parts' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        [t('common.stage'), t('allocationForm.takesPart'), t('allocationForm.percent'), t('allocationForm.quota')].map(
          (title) => element('th', { scope: 'col' }, title),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      stages.map(({ id, takes, percent, places }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, rules.stage(id)),
          named(takes, rules.stage(id), t('allocationForm.takesPart')),
          named(percent, rules.stage(id), t('allocationForm.percent')),
          named(places, rules.stage(id), t('allocationForm.quota')),
        ),
      ),
    ),
  );
  const parts = element('div.scroll', { tabindex: 0, role: 'group', 'aria-label': t('common.stage') }, table);
  const only = element(
    'div.stack',
    {},
    element('div.filters', {}, field(t('allocationForm.budget'), budget), field(t('allocationForm.cap'), cap)),
    parts,
    field(t('allocationForm.tierList'), tiers),
    field(t('allocationForm.excluded'), excluded),
  );
  const order = () => {
    const chosen = /** @type {Order['method']} */ (method.value);
    /** @type {Order} */
    const asked =
      chosen === 'rewards'
        ? { method: chosen }
        : {
            method: chosen,
            budget: Number(budget.value),
            stages: stages
              .filter(({ takes }) => takes.checked)
              .map(({ id, percent, places }) => ({
                stage: /** @type {Schema<'Stage'>} */ (id),
                percent: given(percent.value),
                places: chosen === 'tiers' ? null : given(places.value),
              })),
            tiers: chosen === 'tiers' ? tierList(tiers.value) : null,
            caps: cap.value ? { enterprise: Number(cap.value) } : null,
            exclude: leftOut(excluded.value),
          };
    return asked;
  };
  const form = keptForm(
    {
      id: 'allocate',
      class: 'stack',
      name: 'allocation ' + year,
      signal: view.signal,
      send: () => post('/years/{year}/allocations', { year }, order()),
      done: ({ id }) => view.show({ id }),
    },
    [
      element('p', {}, t('allocationForm.note')),
      element('div.filters', {}, field(t('allocationForm.method'), method)),
      only,
      element('div.actions', {}, element('button', { type: 'submit', id: 'work-out' }, t('allocationForm.send'))),
    ],
  );
  const fit = () => {
    const rewards = method.value === 'rewards';
    only.hidden = rewards;
    budget.required = !rewards;
    tiers.closest('label')?.toggleAttribute('hidden', method.value !== 'tiers');
  };
  method.addEventListener('change', fit);
  fit();
  return element('section.card', {}, element('h2', {}, t('allocationForm.title')), form);
}

function field(/** @type {string} */ title, /** @type {HTMLElement} */ input) {
  return element('label.field', {}, element('span', {}, title), input);
}

function named(/** @type {HTMLInputElement} */ input, /** @type {string} */ row, /** @type {string} */ column) {
  input.setAttribute('aria-label', row + ' ' + column);
  return element('td', {}, input);
}

function amount(/** @type {string} */ name, /** @type {string} */ id) {
  return element('input', { type: 'number', name, id, min: 0.01, step: 0.01, autocomplete: 'off' });
}

function number(/** @type {string} */ name, /** @type {number} */ max) {
  return element('input', { type: 'number', name, min: 0, max, step: 'any', autocomplete: 'off' });
}

function given(/** @type {string} */ text) {
  return text ? Number(text) : null;
}

/** `3:3 10:1`, with either colon. */
export function tierList(/** @type {string} */ text) {
  return text
    .split(/[\s,，;；]+/)
    .filter(Boolean)
    .map((one) => one.split(/[:：]/))
    .map(([to, weight]) => ({ to: Number(to), weight: Number(weight) }));
}

/** A line each: the code, then the reason. */
export function leftOut(/** @type {string} */ text) {
  const lines = text.split('\n').filter((line) => line.trim());
  return lines.length
    ? lines.map((line) => {
        const [, uscc, reason] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? ['', line, ''];
        return { uscc, reason: reason.trim() };
      })
    : null;
}
