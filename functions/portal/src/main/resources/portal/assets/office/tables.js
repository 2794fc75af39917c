// @ts-check
// The results of a published year, counted by one or two facts of the enterprises.

import { downloadAnswer, post } from '../api/api.js';
import { rulebook } from '../api/names.js';
import { button, choice, element } from '../base/dom.js';
import { page } from '../page/page.js';
import { titleOf } from '../page/navigation.js';
import { table } from '../table/table.js';
import { valueWord } from '../words/data.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'tables.lead': [
    '统计公布年度有名次的企业。持有多项资质的企业计入每一项，合计只计一次。',
    'The ranked enterprises of the published year. An enterprise with several qualifications counts in each, ' +
      'in totals once.',
  ],
  'tables.rows': ['行', 'Rows'],
  'tables.columns': ['列', 'Columns'],
  'tables.measure': ['数值', 'Figure'],
  'tables.noColumns': ['只看合计', 'Totals only'],
  'tables.cluster': ['主导产业', 'Industry cluster'],
  'tables.qualification': ['资质', 'Qualification'],
  'tables.enterprises': ['企业数', 'Enterprises'],
  'tables.meanTotal': ['总分均值', 'Mean total'],
  'tables.medianTotal': ['总分中位数', 'Median total'],
  'tables.meanCategory': ['{category}得分均值', 'Mean points, {category}'],
  'tables.sum': ['合计', 'Total'],
  'tables.none': ['未填报', 'Not stated'],
  'tables.unqualified': ['无有效资质', 'None valid'],
  'tables.suppressed': ['不显示', 'Suppressed'],
  'tables.suppressedWhy': [
    '“不显示”：不足 3 家企业，或可据以推算这样的单元格。',
    '“Suppressed”: fewer than 3 enterprises, or a cell from which such a one could be derived.',
  ],
});

/** @typedef {Schema<'TableDimension'>} Dimension */
/** @typedef {Schema<'TableLine'>} Line */
/** @typedef {import('../api/names.js').Book} Book */

/** @type {[Dimension, string][]} */
const DIMENSIONS = [
  ['stage', t('common.stage')],
  ['division', t('common.industry')],
  ['cluster', t('tables.cluster')],
  ['park', t('common.park')],
  ['grid', t('common.grid')],
  ['qualification', t('tables.qualification')],
];

page({ lead: t('tables.lead'), year: true }, async (view) => {
  const { query, number: year, signal } = view;
  const rules = await rulebook(view.year.rulebook);
  const measures = measuresOf(rules);
  const rows = DIMENSIONS.find(([id]) => id === query.get('rows'))?.[0] ?? 'cluster';
  const others = DIMENSIONS.filter(([id]) => id !== rows);
  const columns = query.has('columns')
    ? others.find(([id]) => id === query.get('columns'))?.[0]
    : others.find(([id]) => id === 'stage' || id === 'cluster')?.[0];
  const { id: measure, body } = measures.find(({ id }) => id === query.get('measure')) ?? measures[0];
  const asked = { rows, columns: columns ?? null, ...body };
  const answer = await post('/years/{year}/tables', { year }, asked, signal);
  const hidden = [...answer.items, answer.total].some(({ cells, total }) =>
    [...cells, total].some((cell) => cell.suppressed),
  );
  view.body.replaceChildren(
    element(
      'div.row.off-paper',
      {},
      choice(t('tables.rows'), DIMENSIONS, rows, (value) => view.show({ rows: value }), { id: 'rows' }),
      choice(
        t('tables.columns'),
        [['none', t('tables.noColumns')], ...others],
        columns ?? 'none',
        (value) => view.show({ columns: value }),
        { id: 'columns' },
      ),
      choice(
        t('tables.measure'),
        measures.map(({ id, title }) => [id, title]),
        measure,
        (value) => view.show({ measure: value }),
        { id: 'measure' },
      ),
      ['csv', 'xlsx'].map((kind) =>
        button(
          t('common.download', { kind: kind.toUpperCase() }),
          () => downloadAnswer('/years/{year}/tables', { year, format: kind }, asked, 'tables.' + kind),
          { class: 'plain' },
        ),
      ),
    ),
    sheet(answer, rules, measure === 'enterprises' ? format.count : format.points),
    ...(hidden ? [element('p', {}, t('tables.suppressedWhy'))] : []),
  );
});

/** What can be measured: a category by its id. */
function measuresOf(/** @type {Book} */ { rules }) {
  /** @typedef {Schema<'TableMeasure'>} Measure */
  /** @type {{ id: string, title: string, body: { measure: Measure, category?: string } }[]} */
  const totals = [
    { id: 'enterprises', title: t('tables.enterprises'), body: { measure: 'enterprises' } },
    { id: 'meanTotal', title: t('tables.meanTotal'), body: { measure: 'meanTotal' } },
    { id: 'medianTotal', title: t('tables.medianTotal'), body: { measure: 'medianTotal' } },
  ];
  return [
    ...totals,
    ...rules.categories.map(({ id, name }) => ({
      id,
      title: t('tables.meanCategory', { category: name }),
      body: { measure: /** @type {Measure} */ ('meanCategory'), category: id },
    })),
  ];
}

/**
 * @param {Schema<'Table'>} answer
 * @param {Book} rules
 * @param {(value: number | null | undefined) => string} shown
 */
function sheet(answer, rules, shown) {
  const name = (/** @type {Dimension} */ of, /** @type {string | null} */ id) => {
    if (id === null) {
      return of === 'qualification' ? t('tables.unqualified') : t('tables.none');
    }
    return of === 'stage' ? rules.stage(id) : of === 'division' ? rules.industry(id) : (valueWord(id) ?? NOTHING);
  };
  /**
   * @param {string} id
   * @param {string} title
   * @param {(line: Line) => Schema<'TableCell'>} cell
   * @returns {import('../table/table.js').Column<Line>}
   */
  const figures = (id, title, cell) => ({
    id,
    title,
    number: true,
    value: (line) => cell(line).value,
    cell: (line) => (cell(line).suppressed ? t('tables.suppressed') : shown(cell(line).value)),
  });
  const { header, columns } = answer;
  return table({
    caption: titleOf('/tables'),
    id: 'pivot',
    columns: [
      {
        id: 'group',
        title: DIMENSIONS.find(([id]) => id === answer.rows)?.[1] ?? '',
        head: true,
        value: (line) => (line === answer.total ? t('tables.sum') : name(answer.rows, line.id)),
      },
      ...header.map(({ id }, at) => figures('c' + at, columns ? name(columns, id) : '', (line) => line.cells[at])),
      figures('total', t('tables.sum'), (line) => line.total),
    ],
    rows: [...answer.items, answer.total],
    sort: null,
  });
}
