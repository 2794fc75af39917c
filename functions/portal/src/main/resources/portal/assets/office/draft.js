// @ts-check
// All results of a year as a table: search, sort, filters, columns, export.

import { all } from '../lib/api.js';
import { button, choice, chosen, element, link } from '../lib/dom.js';
import { format, NOTHING } from '../lib/format.js';
import { clauses, t } from '../lib/i18n.js';
import { rulebook, status } from '../lib/names.js';
import { empty } from '../lib/notices.js';
import { page } from '../lib/page.js';
import { fileButtons, saveButton, table } from '../lib/table.js';
import { matching } from './draft-filter.js';

const STEP = 200;

/** @typedef {import('../lib/names.js').Book} Book */
/** @typedef {Schema<'ScoreLine'>} Line */
/** @typedef {import('../lib/table.js').Column<Line>} Column */
/** @typedef {'draft' | 'published'} Edition */

page(
  {
    title: 'page.draft',
    lead: 'draft.lead',
    anyYear: true,
    roles: ['department', 'bureau'],
  },
  async (view) => {
    const { number, query, signal } = view;
    const edition = query.get('edition') === 'published' ? 'published' : 'draft';
    const found = await all('/years/{year}/scores', { year: number, edition }, signal);
    const rules = await rulebook(found.items[0]?.rulebook ?? view.year?.rulebook ?? 'none');
    view.title(edition === 'draft' ? t('page.draft') : t('common.published'));
    view.tools.prepend(
      choice(
        t('draft.edition'),
        [
          ['draft', t('common.draft')],
          ['published', t('draft.isPublished')],
        ],
        edition,
        (value) => view.show({ edition: value }),
        { id: 'edition' },
      ),
    );
    if (found.items.length === 0) {
      view.body.replaceChildren(empty(t('draft.noResults', { year: number }), t('draft.rosterFirst')));
      return;
    }
    view.body.replaceChildren(sheet(found.items, edition, rules, view.number));
  },
);

/**
 * @param {Line[]} items
 * @param {Edition} edition
 * @param {Book} rules
 * @param {number} year
 */
function sheet(items, edition, rules, year) {
  const total = totalColumn();
  const columns = columnsOf(edition, rules, year, total);
  const words = element('input', {
    type: 'search',
    id: 'search',
    placeholder: t('draft.searchHint'),
    autocomplete: 'off',
  });
  const stages = choice(
    t('common.stage'),
    [['', t('common.allStages')], ...rules.rules.stages.map(({ id, name }) => pair(id, name))],
    '',
    () => fill(),
    { id: 'stage' },
  );
  const statuses = choice(
    t('common.status'),
    [['', t('common.allStatuses')], ...['scored', 'excluded', 'incomplete'].map((id) => pair(id, status(id)))],
    '',
    () => fill(),
    { id: 'status' },
  );
  const clusters = choice(
    t('common.cluster'),
    [
      ['', t('common.allClusters')],
      ...[...new Set(items.flatMap(({ cluster }) => (cluster ? [cluster] : [])))].sort().map((id) => pair(id, id)),
    ],
    '',
    () => fill(),
    { id: 'cluster' },
  );
  const place = element('div', { 'aria-live': 'polite' });
  let most = STEP;
  /** @type {import('../lib/sorting.js').Sort<Line> | null} */
  let order = { by: total, descending: true };
  const fill = () => {
    const filter = {
      text: words.value,
      stage: chosen(stages),
      status: chosen(statuses),
      cluster: chosen(clusters),
    };
    const rows = matching(items, filter, rules.industry);
    const whole = fileButtons('/years/{year}/scores', { year, edition }, 'scores', (kind) =>
      t('draft.exportAll', { count: items.length, kind }),
    );
    place.replaceChildren(
      element(
        'div.above',
        {},
        element('h2', { id: 'count' }, t('common.enterprises', { count: rows.length })),
        element(
          'div.downloads',
          {},
          saveButton(
            t('draft.filtered'),
            columns.filter((column) => !column.hidden),
            rows,
          ),
          whole,
        ),
      ),
      rows.length
        ? table({
            caption: t('draft.scores'),
            id: 'scores',
            columns,
            rows,
            most,
            sort: order,
            onsort: (chosen) => (order = chosen),
          })
        : empty(t('common.noMatch'), t('common.otherWords')),
    );
    if (rows.length > most) {
      place.append(
        button(
          t('draft.more', { shown: most, all: rows.length }),
          () => {
            most += STEP;
            fill();
          },
          { class: 'quiet' },
        ),
      );
    }
  };
  words.addEventListener('input', fill);
  fill();
  return element(
    'div.body',
    {},
    element(
      'div.card.filters',
      { role: 'search' },
      element('label.field', {}, element('span', {}, t('common.searchField')), words),
      stages,
      statuses,
      clusters,
      chooser(columns, fill),
    ),
    place,
  );
}

const pair = (/** @type {string} */ id, /** @type {string} */ text) => /** @type {[string, string]} */ ([id, text]);

/** @returns {Column} */
function totalColumn() {
  return {
    title: t('common.total'),
    number: true,
    sortable: true,
    class: 'strong',
    value: (row) => row.total,
    cell: (row) => format.points(row.total),
  };
}

/**
 * @param {Edition} edition
 * @param {Book} rules
 * @param {number} year
 * @param {Column} total
 * @returns {Column[]}
 */
function columnsOf(edition, rules, year, total) {
  /** @type {(category: Rules['categories'][number]) => Column} */
  const category = ({ id, name }) => ({
    title: name,
    number: true,
    sortable: true,
    value: (row) => row.categories?.[id],
    cell: (row) => format.points(row.categories?.[id]),
  });
  const reasons = (/** @type {Line} */ row) => [
    ...(row.reasons ?? []).map(rules.negative),
    ...(row.missing ?? []).map((field) => t('draft.missing', { field: rules.field(field) })),
  ];
  return [
    {
      title: t('common.enterprise'),
      head: true,
      sortable: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) =>
        link(
          '/portrait?uscc=' + row.uscc + '&year=' + year + (edition === 'draft' ? '&edition=draft' : ''),
          row.name ?? row.uscc,
        ),
    },
    { title: t('common.uscc'), sortable: true, class: 'short', value: (row) => row.uscc },
    { title: t('common.status'), sortable: true, class: 'short', value: (row) => status(row.status) },
    {
      title: t('common.stage'),
      sortable: true,
      class: 'short',
      value: (row) => (row.stage ? rules.stage(row.stage) : null),
      order: (row) => (row.stage ? rules.stagePlace(row.stage) : null),
    },
    total,
    ...rules.rules.categories.map(category),
    {
      title: t('common.rankOverall'),
      number: true,
      sortable: true,
      hidden: edition === 'draft',
      value: (row) => row.rank?.overall,
      cell: (row) => format.count(row.rank?.overall),
    },
    {
      title: t('common.coverage'),
      number: true,
      sortable: true,
      value: (row) => row.coverage,
      cell: (row) => format.share(row.coverage),
    },
    {
      title: t('common.industry'),
      sortable: true,
      hidden: true,
      value: (row) => (row.industry ? rules.industry(row.industry) : null),
    },
    { title: t('common.cluster'), sortable: true, class: 'short', value: (row) => row.cluster },
    {
      title: t('common.reason'),
      value: (row) => clauses(reasons(row)) || null,
      cell: (row) => clauses(reasons(row)) || NOTHING,
    },
    {
      title: t('draft.scoredAt'),
      sortable: true,
      hidden: true,
      class: 'short',
      value: (row) => row.evaluatedAt,
      cell: (row) => format.minute(row.evaluatedAt),
    },
  ];
}

/** Which columns are shown. */
function chooser(/** @type {Column[]} */ columns, /** @type {() => void} */ changed) {
  return element(
    'details.chooser',
    {},
    element('summary', {}, t('draft.columns')),
    element(
      'div.card',
      {},
      columns.slice(1).map((column) => {
        const box = element('input', {
          type: 'checkbox',
          checked: !column.hidden,
          change: () => {
            column.hidden = !box.checked;
            changed();
          },
        });
        return element('label.check', {}, box, column.title);
      }),
    ),
  );
}
