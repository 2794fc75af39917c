// @ts-check
// What a run moves against the published results, and why.

import { lines } from '../api/api.js';
import { button, element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { clauses, list, ownWords } from '../words/i18n.js';
import { failure } from '../api/failure.js';
import { figure, origin } from '../api/sources.js';
import { enterpriseColumn, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';

const { t } = ownWords({
  'changes.entered': ['新进入排名', 'Entered the ranking'],
  'changes.left': ['退出排名', 'Left the ranking'],
  'changes.stage': ['阶段变化', 'Stage changed'],
  'changes.rank': ['名次变化', 'Rank changed'],
  'changes.total': ['总分变化', 'Total changed'],
  'changes.noneLarge': ['没有达到列出标准的变化。', 'No change is large enough to be listed.'],
  'changes.largest': ['变化最大的企业', 'Enterprises that moved most'],
  'changes.against': [
    '与现在公布的结果比较，本次规则：{rulebook}。名次变化超过 {rank} 名或总分变化超过 {total} 分的逐家列出。',
    'Compared with what is published now; rulebook of this run: {rulebook}. Changes of more than {rank} places ' +
      'or {total} points are listed.',
  ],
  'changes.count': ['{kind} {count, number} 家', '{kind}: {count, number}'],
  'changes.all': ['全部变化的企业', 'All enterprises that moved'],
  'changes.listAll': ['列出全部变化', 'List all changes'],
  'changes.differing': [
    '{count, number} 家企业现有数据得出的结果与公布的不同。',
    '{count, plural, one {The current data gives # enterprise a result} other {The current data gives # ' +
      'enterprises results}} other than the published.',
  ],
  'changes.corrections': ['公布后的数据更正', 'Corrections after publication'],
  'changes.correctionsEffect': ['公布后的数据更正会改变什么', 'What corrections after publication would change'],
  'changes.correctionsNote': [
    '草稿与公布结果逐家对照；草稿没有名次。要按更正后的数据公布，请重新计算。',
    'The draft is compared with the published results, enterprise by enterprise; a draft has no ranks. To ' +
      'publish the corrected data, start a new run.',
  ],
  'changes.facts': ['{count, number} 处数据不同', '{count, plural, one {# figure differs} other {# figures differ}}'],
  'changes.fact': ['{field} {before} → {after}', '{field} {before} → {after}'],
});

/** @typedef {Schema<'Run'>} Run */
/** @typedef {Schema<'Move'>} Move */
/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Omit<Move, 'kinds'> & { kinds?: Move['kinds'] }} Row */

/** @type {Record<Move['kinds'][number], string>} */
const KINDS = {
  entered: t('changes.entered'),
  left: t('changes.left'),
  stage: t('changes.stage'),
  rank: t('changes.rank'),
  total: t('changes.total'),
};

/** The counts, the largest moves with their reasons, and the way to all of them. */
export function changes(/** @type {Run} */ run, /** @type {Schema<'RunChanges'>} */ of, /** @type {Book} */ rules) {
  if (!of.against) {
    return element('p', {}, t('common.noChanges'));
  }
  const counts = [
    t('changes.count', { kind: t('changes.entered'), count: of.entered }),
    t('changes.count', { kind: t('changes.left'), count: of.left }),
    t('changes.count', { kind: t('changes.stage'), count: of.stageMoved }),
    t('changes.count', { kind: t('changes.rank'), count: of.rankMoved }),
    t('changes.count', { kind: t('changes.total'), count: of.totalMoved }),
  ];
  const place = element('div', { 'aria-live': 'polite' });
  const fill = (/** @type {Move[]} */ moves, /** @type {string} */ caption) =>
    place.replaceChildren(
      moves.length
        ? table({ caption, id: 'moves', columns: columns(rules, run.year), rows: moves, stacked: true })
        : element('p.muted', {}, t('changes.noneLarge')),
    );
  fill(of.moves, t('changes.largest'));
  return element(
    'section',
    { id: 'changes' },
    element(
      'div.above',
      {},
      element('h3', {}, t('common.wouldChange')),
      element('div.downloads', {}, of.moves.length ? actions(run, fill, place) : null),
    ),
    element(
      'p.muted',
      {},
      t('changes.against', {
        rulebook: rules.document?.title ?? run.rulebook,
        rank: run.thresholds.rank,
        total: format.value(run.thresholds.total),
      }),
    ),
    element('p', {}, list(counts)),
    place,
  );
}

/**
 * @param {Run} run
 * @param {(moves: Move[], caption: string) => void} fill
 * @param {HTMLElement} place
 */
function actions(run, fill, place) {
  const asked = { year: run.year, id: run.id };
  const whole = async () => {
    try {
      fill(await lines('/years/{year}/recomputations/{id}/changes', asked), t('changes.all'));
      open.remove();
    } catch (error) {
      place.prepend(failure(error));
    }
  };
  const open = button(t('changes.listAll'), whole, { class: 'plain', id: 'all-moves' });
  return [open, fileButtons('/years/{year}/recomputations/{id}/changes', asked, 'changes')];
}

/** What corrections after publication would change, were the year computed again; read when somebody opens it. */
export function corrections(/** @type {number} */ year, /** @type {Book} */ rules) {
  const place = element('div', { 'aria-live': 'polite' });
  const read = async () => {
    place.replaceChildren(element('p.loading', {}, t('page.loading')));
    try {
      const rows = (await lines('/years/{year}/differences', { year })).map(({ published, draft, ...row }) => ({
        ...row,
        before: published,
        after: draft,
      }));
      place.replaceChildren(
        element(
          'div.above',
          {},
          element('p', { id: 'corrected' }, t('changes.differing', { count: rows.length })),
          element('div.downloads', {}, fileButtons('/years/{year}/differences', { year }, 'differences')),
        ),
        rows.length
          ? table({
              caption: t('changes.corrections'),
              id: 'corrections',
              columns: columns(rules, year, true),
              rows,
              stacked: true,
            })
          : '',
      );
    } catch (error) {
      place.replaceChildren(failure(error, read));
    }
  };
  const box = element(
    'details.card',
    { id: 'differences', toggle: () => (box.open && place.childElementCount === 0 ? read() : null) },
    element('summary', {}, t('changes.correctionsEffect')),
    element('p.muted', {}, t('changes.correctionsNote')),
    place,
  );
  return box;
}

/** @type {(rules: Book, year: number, draft?: boolean) => import('../table/table.js').Column<Row>[]} */
function columns(rules, year, draft = false) {
  /** @type {<T>(before: T | undefined, after: T | undefined, shown: (value: T) => string) => Child} */
  const pair = (before, after, shown) =>
    before === after && after !== undefined
      ? shown(after)
      : [
          element('span.muted', {}, before === undefined ? NOTHING : shown(before)),
          ' → ',
          element('b', {}, after === undefined ? NOTHING : shown(after)),
        ];
  return [
    enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + year + (draft ? '&edition=draft' : '')),
    usccColumn(),
    {
      id: 'change',
      title: t('common.change'),
      hidden: draft,
      value: (row) => list((row.kinds ?? []).map((kind) => KINDS[kind])),
    },
    {
      id: 'rank',
      title: t('common.rank'),
      hidden: draft,
      number: true,
      value: (row) => row.after?.overall,
      cell: (row) => pair(row.before?.overall, row.after?.overall, format.count),
    },
    {
      id: 'total',
      title: t('common.total'),
      unit: t('common.pointsUnit'),
      number: true,
      value: (row) => row.after?.total,
      cell: (row) => pair(row.before?.total, row.after?.total, format.points),
    },
    {
      id: 'stage',
      title: t('common.stage'),
      class: 'short',
      value: (row) => (row.after ? rules.stage(row.after.stage) : null),
      order: (row) => (row.after ? rules.stagePlace(row.after.stage) : null),
      cell: (row) => pair(row.before?.stage, row.after?.stage, rules.stage),
    },
    {
      id: 'reason',
      title: t('common.reason'),
      class: 'broad',
      value: (row) => clauses(row.reasons.map(({ text }) => text)),
      cell: (row) => reasons(row.reasons, rules),
    },
  ];
}

/** Why; where facts differ, which and from which file. */
function reasons(/** @type {Schema<'Reason'>[]} */ given, /** @type {Book} */ rules) {
  if (given.length === 0) {
    return NOTHING;
  }
  return element(
    'ul.sources',
    {},
    given.map(({ text, facts }) =>
      element(
        'li',
        {},
        text,
        facts?.length
          ? element(
              'details',
              {},
              element('summary', {}, t('changes.facts', { count: facts.length })),
              element(
                'ul.sources',
                {},
                facts.map((one) => element('li', {}, change(one, rules), element('span.code', {}, where(one, rules)))),
              ),
            )
          : null,
      ),
    ),
  );
}

/** A fact that is not what it was. */
function change(/** @type {Schema<'FactChange'>} */ { field, before, after }, /** @type {Book} */ rules) {
  return t('changes.fact', { field: rules.field(field), before: figure(before?.value), after: figure(after?.value) });
}

/** Where it is from now; where it went, where it was from. */
function where(/** @type {Schema<'FactChange'>} */ { before, after }, /** @type {Book} */ rules) {
  const fact = after ?? before;
  return fact ? origin(fact, rules) : NOTHING;
}
