// @ts-check
// The rules as they are in force: every value with the article it follows, or marked as the zone's own.

import { get } from '../api/api.js';
import { element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { clauses, language, list, said, t } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { saveButton, table } from '../table/table.js';
import { bonusPoints, condition, consequence, curve, decayBy, factors, measure, rewardAmount } from './rule-words.js';

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {import('../words/i18n.js').MessageId} MessageId */
/**
 * @template R
 * @typedef {import('../table/table.js').Column<R>} Column
 */

page({ title: 'page.rulebooks' }, async (view) => {
  const books = await get('/rulebooks', {}, view.signal);
  const id = view.query.get('rulebook') ?? books.items[0]?.id;
  const book = await rulebook(id ?? 'none');
  if (!book.document) {
    view.body.replaceChildren(empty(t('rules.unknown'), link('/rules', t('rules.inForce'))));
    return;
  }
  const { document: shown, rules } = book;
  view.title(shown.title);
  const notice = /** @type {{ name: string, number: string, issuedOn: string }} */ (shown.document);
  view.lead(t('rules.lead', { name: notice.name, number: notice.number, day: format.day(notice.issuedOn) }));
  /** @type {[anchor: string, title: string, content: Child][]} */
  const parts = [
    ['stages', t('rules.stages'), stages(rules)],
    ...rules.categories.map(
      (category) => /** @type {[string, string, Child]} */ ([category.id, category.name, indicators(category, book)]),
    ),
    ['negative', t('rules.negativeList'), negative(rules)],
    ['bonus', t('common.bonus'), bonus(rules)],
    ['decay', t('common.decay'), decay(rules, book)],
    ['total', t('rules.total'), total(rules)],
    ['rewards', t('rules.rewards'), rewards(rules)],
    ['cases', t('rules.cases'), rules.cases ? cases(rules.cases.list, book) : null],
  ];
  const given = parts.filter(([, , content]) => content);
  view.body.replaceChildren(
    element(
      'nav.contents',
      { 'aria-label': t('common.contents') },
      element(
        'ul',
        {},
        given.map(([anchor, title]) => element('li', {}, link('#' + anchor, title))),
      ),
    ),
    ...given.map(([anchor, title, content]) =>
      element('section', { id: anchor }, element('div.above', {}, element('h2', {}, title)), content),
    ),
    element(
      'p.muted',
      {},
      t('rules.identity', { id: shown.id, digest: shown.digest.slice(0, 16) }),
      ' · ',
      element('a', { href: '/v1/rulebooks/' + encodeURIComponent(shown.id) }, 'JSON'),
      ' · ',
      link('/rulebook-guide', t('page.guide')),
    ),
  );
});

/** The article, or that the notice leaves it open. */
function basis(/** @type {Sourced & { curve?: Sourced }} */ row) {
  return [
    row.cite ? element('span.basis', {}, t('rules.basis', { cite: row.cite })) : null,
    isOwn(row) ? element('span.basis.own', {}, row.cite ? t('rules.ownCurve') : t('rules.own')) : null,
    row.note ? element('span.code', { lang: language === 'en' ? 'zh-CN' : null }, row.note) : null,
  ];
}

function basisText(/** @type {Sourced & { curve?: Sourced }} */ row) {
  return clauses([
    ...(row.cite ? [t('rules.basis', { cite: row.cite })] : []),
    ...(isOwn(row) ? [t('rules.own')] : []),
    ...(row.note ? [row.note] : []),
  ]);
}

function isOwn(/** @type {Sourced & { curve?: Sourced }} */ row) {
  return row.basis === 'default' || row.curve?.basis === 'default';
}

const BASIS = () => ({ id: 'basis', title: t('common.basis'), value: basisText, cell: basis });

function stages(/** @type {Rules} */ rules) {
  /** @type {Column<StageRule>[]} */
  const columns = [
    { id: 'stage', title: t('common.stage'), head: true, value: (row) => row.name },
    { id: 'condition', title: t('rules.condition'), value: (row) => condition(row.when) },
    ...rules.categories.map(({ id, name }) => ({
      id,
      title: name,
      number: true,
      value: (/** @type {StageRule} */ row) => row.weights[id] * 100,
      cell: (/** @type {StageRule} */ row) => format.share(row.weights[id]),
    })),
    BASIS(),
  ];
  return [
    element('p', {}, t('rules.stagesNote')),
    table({ caption: t('rules.stages'), id: 'rule-stages', columns, rows: rules.stages, stacked: true }),
  ];
}

function indicators(/** @type {Rules['categories'][number]} */ category, /** @type {Book} */ book) {
  const rows = book.rules.indicators.filter((one) => one.category === category.id);
  /** @type {Column<IndicatorRule>[]} */
  const columns = [
    { id: 'code', title: t('common.code'), class: 'short', value: (row) => row.id },
    { id: 'indicator', title: t('common.indicator'), head: true, value: (row) => row.name },
    { id: 'fullPoints', title: t('common.fullPoints'), number: true, class: 'strong', value: (row) => row.points },
    { id: 'value', title: t('common.value'), value: (row) => measure(row, book) },
    {
      id: 'howScored',
      title: t('rules.howScored'),
      class: 'curve',
      value: (row) => clauses(curve(row, book)),
      cell: (row) => curve(row, book).map((text) => element('span.line', {}, text)),
    },
    {
      id: 'origin',
      title: t('rules.origin'),
      class: 'short',
      value: (row) => (row.origin === 'core' ? t('rules.core') : t('rules.local')),
    },
    BASIS(),
  ];
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  return [
    element(
      'div.above',
      {},
      element('p', {}, t('rules.summary', { count: rows.length, points })),
      saveButton(category.name, columns, rows),
    ),
    table({ caption: category.name, id: 'rule-' + category.id, columns, rows, stacked: true }),
  ];
}

function negative(/** @type {Rules} */ rules) {
  return table({
    caption: t('rules.negativeList'),
    columns: [
      { id: 'case', title: t('rules.case'), head: true, value: (row) => row.name },
      { id: 'consequence', title: t('rules.consequence'), value: (row) => consequence(row.effect) },
      BASIS(),
    ],
    rows: rules.negativeList,
    stacked: true,
  });
}

function bonus(/** @type {Rules} */ rules) {
  return table({
    caption: t('common.bonus'),
    columns: [
      { id: 'item', title: t('rules.item'), head: true, value: (row) => row.name },
      { id: 'points', title: t('common.points'), value: bonusPoints },
      BASIS(),
    ],
    rows: rules.bonus,
    stacked: true,
  });
}

function decay(/** @type {Rules} */ rules, /** @type {Book} */ book) {
  return table({
    caption: t('common.decay'),
    columns: [
      { id: 'case', title: t('rules.case'), head: true, value: (row) => row.name },
      { id: 'condition', title: t('rules.condition'), value: (row) => decayBy(row.by, book) },
      { id: 'factor', title: t('rules.factor'), value: factors },
      BASIS(),
    ],
    rows: rules.decay,
    stacked: true,
  });
}

/** @type {Record<string, MessageId>} */
const ORDER = {
  weigh: 'rules.weigh',
  deduct: 'rules.lessDeductions',
  'add-bonus': 'rules.plusBonus',
  floor: 'rules.floor',
  decay: 'rules.timesDecay',
  round: 'rules.round',
};

function total(/** @type {Rules} */ { total: rule, ranks, coverage }) {
  const line = (/** @type {string} */ text, /** @type {Sourced} */ row) => element('li', {}, text + ' ', basis(row));
  return element(
    'ul.card.lines',
    {},
    rule ? line(rule.order.map((one) => (ORDER[one] ? said(ORDER[one]) : one)).join(' → '), rule) : null,
    ranks ? line(t('rules.ranks'), ranks) : null,
    coverage ? line(t('rules.rankedFrom', { share: coverage.atLeast }), coverage) : null,
  );
}

function rewards(/** @type {Rules} */ rules) {
  return table({
    caption: t('rules.rewards'),
    columns: [
      { id: 'item', title: t('rules.item'), head: true, value: (row) => row.name },
      { id: 'amount', title: t('common.amount'), value: rewardAmount },
      BASIS(),
    ],
    rows: rules.rewards?.rules ?? [],
    stacked: true,
  });
}

/** A rulebook's own cases: it was taken because each comes out as it says. */
function cases(/** @type {RulebookCase[]} */ rows, /** @type {Book} */ book) {
  const shown = (/** @type {unknown} */ value) =>
    value !== null && typeof value === 'object' ? JSON.stringify(value) : (value ?? t('common.missing'));
  const expected = (/** @type {RulebookCase} */ { expect }) =>
    clauses(Object.entries(expect ?? {}).map(([name, value]) => name + ' ' + shown(value)));
  const years = (/** @type {RulebookCase} */ { facts }) =>
    Object.entries(facts ?? {}).map(([year, of]) =>
      t('rules.factsOfYear', {
        year,
        facts: list(Object.entries(of).map(([field, value]) => book.field(field) + ' ' + shown(value))),
      }),
    );
  /** @type {Column<RulebookCase>[]} */
  const columns = [
    { id: 'cases', title: t('rules.cases'), head: true, value: (row) => row.case },
    { id: 'year', title: t('common.year'), class: 'short', value: (row) => row.year },
    {
      id: 'data',
      title: t('common.data'),
      value: (row) => clauses(years(row)),
      cell: (row) => years(row).map((text) => element('span.line', {}, text)),
    },
    { id: 'expected', title: t('rules.expected'), value: expected },
    { id: 'basis', title: t('common.basis'), class: 'short', value: (row) => row.rule ?? '' },
  ];
  return [
    element('p', {}, t('rules.casesNote')),
    table({ caption: t('rules.cases'), id: 'rule-cases', columns, rows, stacked: true }),
  ];
}
