// @ts-check
// The figures of the zone: what its enterprises come to together, year by year and by group.

import { get } from '../api/api.js';
import { element } from '../base/dom.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { unitName } from '../words/units.js';
import { table } from '../table/table.js';

const { t } = ownWords({
  'figures.title': ['全区指标', 'Figures of the zone'],
  'figures.note': [
    '企业名录所列企业合计，没有数据的企业不计入。不足 3 家企业有数额，或者一家占八成以上的不公布；为防止推算，必要时其他分组同样处理。',
    'All enterprises of the roster together; those without data are left out. A figure of fewer than 3 enterprises, ' +
      'or of which one has over four fifths, is not published, nor what it could be worked out from.',
  ],
  'figures.withUnit': ['{name}（{unit}）', '{name} ({unit})'],
  'figures.change': ['同比', 'On the year before'],
  'figures.byStage': ['各阶段', 'By stage'],
  'figures.byCluster': ['各主导产业', 'By cluster'],
  'figures.trend': ['各项指标历年平均得分', 'Mean points by indicator, year by year'],
});

/** @typedef {Schema<'ZoneFigures'>} Figures */
/** @typedef {Schema<'ZoneFigure'>} Figure */
/** @typedef {Schema<'ZoneCell'>} Cell */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {import('../table/table.js').Column<any>} Column */

/** The figures of a year; null where its rules have none. */
export async function zoneFigures(
  /** @type {number} */ year,
  /** @type {Book} */ rules,
  /** @type {AbortSignal} */ signal,
) {
  const figures = await get('/years/{year}/figures', { year }, signal);
  return figures.items.length === 0 ? null : section(figures, rules);
}

/** A change in percent, with its sign. */
export const percent = (/** @type {number | null} */ change) =>
  change === null ? format.value(null) : format.change(change) + '%';

/** @type {(rules: Book) => Column} */
export const figureName = (rules) => ({
  id: 'name',
  title: t('common.indicator'),
  head: true,
  value: (row) => t('figures.withUnit', { name: rules.aggregate(row.id), unit: unitName(row.unit) }),
});

function section(/** @type {Figures} */ figures, /** @type {Book} */ rules) {
  const years = [...new Set(figures.items.flatMap((one) => one.years.map(({ year }) => year)))].toSorted();
  /** @type {Column[]} */
  const columns = [
    figureName(rules),
    ...years.map((year) => valueColumn('year' + year, String(year), (row) => ofYear(row, year))),
    {
      id: 'change',
      title: t('figures.change'),
      number: true,
      value: (row) => row.all.change,
      cell: (row) => percent(row.all.change),
    },
  ];
  return element(
    'section.card',
    { id: 'zone-figures' },
    element('h2', {}, t('figures.title')),
    table({ caption: t('figures.title'), columns, rows: figures.items }),
    element('p.muted', {}, t('figures.note')),
    grouped(t('figures.byStage'), figures, rules, (row) => rules.inOrder(row.stages, ({ id }) => id), rules.stage),
    grouped(
      t('figures.byCluster'),
      figures,
      rules,
      (row) => row.clusters,
      (id) => valueWord(id) ?? id,
    ),
    trend(figures, rules),
  );
}

function ofYear(/** @type {Figure} */ row, /** @type {number} */ year) {
  return row.years.find((one) => one.year === year)?.value ?? null;
}

/**
 * @param {string} id
 * @param {string} title
 * @param {(row: Figure) => number | null | undefined} value
 * @returns {Column}
 */
function valueColumn(id, title, value) {
  return { id, title, number: true, value, cell: (row) => format.value(value(row) ?? null) };
}

/**
 * A table of the groups of one kind: of each its figure and, below, the change.
 *
 * @param {string} title
 * @param {Figures} figures
 * @param {Book} rules
 * @param {(row: Figure) => Cell[]} cells
 * @param {(id: string) => string} nameOf
 */
function grouped(title, figures, rules, cells, nameOf) {
  const ids = [...new Set(figures.items.flatMap((row) => cells(row).map(({ id }) => id)))];
  if (ids.length === 0) {
    return null;
  }
  /** @type {Column[]} */
  const columns = [
    figureName(rules),
    ...ids.map((id, index) => {
      const of = (/** @type {Figure} */ row) => cells(row).find((one) => one.id === id);
      /** @type {Column} */
      const column = {
        id: 'group' + index,
        title: id === null ? t('common.notGiven') : nameOf(id),
        number: true,
        value: (row) => of(row)?.value,
        cell: (row) => {
          const cell = of(row);
          return [
            format.value(cell?.value ?? null),
            cell?.change == null ? null : element('small.muted', {}, ' ' + percent(cell.change)),
          ];
        },
      };
      return column;
    }),
  ];
  return folded(title, () => table({ caption: title, columns, rows: figures.items }));
}

/** The mean points of each indicator, year by year. */
function trend(/** @type {Figures} */ { indicators }, /** @type {Book} */ rules) {
  const years = [...new Set(indicators.flatMap((one) => one.years.map(({ year }) => year)))].toSorted();
  if (years.length === 0) {
    return null;
  }
  /** @type {Column[]} */
  const columns = [
    { id: 'code', title: t('common.code'), class: 'short', value: (row) => row.id },
    { id: 'name', title: t('common.indicator'), head: true, value: (row) => rules.indicator(row.id) },
    { id: 'fullPoints', title: t('common.fullPoints'), number: true, value: (row) => row.fullPoints },
    ...years.map((year) => {
      const of = (/** @type {Figures['indicators'][number]} */ row) =>
        row.years.find((one) => one.year === year)?.mean ?? null;
      /** @type {Column} */
      const column = {
        id: 'year' + year,
        title: String(year),
        number: true,
        value: of,
        cell: (row) => format.points(of(row)),
      };
      return column;
    }),
  ];
  return folded(t('figures.trend'), () => table({ caption: t('figures.trend'), columns, rows: indicators }));
}

/** A table that is made when somebody opens it. */
function folded(/** @type {string} */ title, /** @type {() => HTMLElement} */ make) {
  const details = element('details.data', {}, element('summary', {}, title));
  details.addEventListener('toggle', () => details.append(make()), { once: true });
  return details;
}
