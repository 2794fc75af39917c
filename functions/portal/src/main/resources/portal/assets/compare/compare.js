// @ts-check
// Up to four enterprises side by side; which ones stands in the address.

import { post } from '../api/api.js';
import { button, element, link } from '../base/dom.js';
import { copyLink } from '../base/copy-link.js';
import { format } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { page, publication } from '../page/page.js';
import { chosenIn, compareAddress, MOST } from './compared.js';
import { suggesting } from './suggestions.js';

const { t } = ownWords({
  'compare.ofYear': ['{year} 年度企业对比', 'Enterprises compared, {year}'],
  'compare.add': ['加入一家企业', 'Add an enterprise'],
  'compare.nameOrCode': ['名称、拼音、首字母或代码', 'Name, pinyin, initials or code'],
  'compare.full': [
    '已有 {most, number} 家，移除一家后可以再加。',
    'There are {most, number}: remove one to add another.',
  ],
  'compare.none': [
    '还没有选择企业。可以在上面输入名称，或在排名中勾选；最多同时对比 {most, number} 家。',
    'No enterprise is chosen. Type a name above, or tick some in the ranking; up to {most, number} can be compared.',
  ],
  'compare.tooMany': [
    '最多同时对比 {most, number} 家企业，地址中有 {count, number} 家，没有对比。',
    'Up to {most, number} enterprises can be compared; the address has {count, number}, so none is.',
  ],
  'compare.first': ['只对比前 {most, number} 家', 'Compare the first {most, number}'],
  'compare.toRanking': ['到排名中选择', 'Choose in the ranking'],
  'compare.notPublic': ['在 {year} 年度没有公开的积分结果：{codes}。', 'Without a public result for {year}: {codes}.'],
  'compare.withoutThem': ['去掉没有结果的', 'Leave them out'],
  'compare.table': ['对比', 'Comparison'],
  'compare.item': ['项目', 'Item'],
  'compare.remove': ['移除', 'Remove'],
  'compare.removeOne': ['移除{name}', 'Remove {name}'],
  'compare.of': ['第 {rank, number} 名，共 {of, number} 家', '{rank, number} of {of, number}'],
  'compare.category': ['{category}得分', '{category}: points'],
  'compare.withWeight': ['权重 {weight}', 'weight {weight}'],
  'compare.weighted': ['加权得分', 'Weighted points'],
  'compare.adjusted': ['扣分、附加分与衰减合计', 'Deductions, bonus and decay together'],
  'compare.deductions': ['扣分', 'Deductions'],
  'compare.factor': ['衰减系数', 'Decay factor'],
  'compare.totalOf': ['{year} 年度总分', 'Total {year}'],
  'compare.rankOf': ['{year} 年度名次', 'Rank {year}'],
  'compare.categoriesHidden': ['不公布', 'not published'],
});

/** @typedef {Schema<'Score'>} Score */
/** @typedef {Score & { name: string }} Named */
/** @typedef {import('../page/page.js').View} View */
/** @typedef {(score: Named) => number | null | undefined} Figure */
/** @typedef {[label: string, shown: (score: Named) => Child, figure?: Figure]} Line */

const CODE = /^[0-9A-HJ-NP-RTUW-Y]{18}$/;
const YEARS = 3;

page({ year: true }, async (view) => {
  const { year } = view;
  const codes = chosenIn(view.query.get('ids'));
  view.title(t('compare.ofYear', { year: year.year }));
  view.lead(publication(year));
  view.tools.append(copyLink());
  if (codes.length > MOST) {
    view.body.replaceChildren(
      element(
        'div.notice',
        { role: 'alert' },
        element('p', {}, t('compare.tooMany', { most: MOST, count: codes.length })),
        link(compareAddress(codes.slice(0, MOST), year.year), t('compare.first', { most: MOST })),
      ),
    );
    return;
  }
  const past = view.years.filter((one) => one.year <= year.year).slice(0, YEARS);
  const asked = codes.filter((code) => CODE.test(code));
  const [rules, ...found] = await Promise.all([
    rulebook(year.rulebook),
    ...past.map((one) => published(one.year, asked, view.signal)),
  ]);
  const scores = codes.flatMap((code) => named(found[0].get(code)));
  const without = codes.filter((code) => !found[0].has(code));
  view.body.replaceChildren(
    adding(view, codes),
    ...(without.length ? [absent(without, codes, year.year)] : []),
    ...(scores.length
      ? [comparison(scores, codes, rules, view)]
      : codes.length
        ? []
        : [empty(t('compare.none', { most: MOST }), link('/ranking?year=' + year.year, t('compare.toRanking')))]),
  );
  if (scores.length) {
    const grid = element('div.grid');
    view.body.append(grid);
    const { categoryBars, yearLines } = await import('../charts/compare-charts.js');
    const categories = [...rules.categories.values()];
    grid.append(
      ...(scores.some((one) => one.categories)
        ? [
            categoryBars(
              categories.map(({ name }) => name),
              scores.map((one) => ({ name: one.name, points: categories.map(({ id }) => one.categories?.[id]) })),
            ),
          ]
        : []),
      ...(past.length > 1
        ? [
            yearLines(
              past.map((one) => one.year).reverse(),
              scores.map((one) => ({
                name: one.name,
                points: found.map((of) => of.get(one.uscc)?.total ?? undefined).reverse(),
              })),
            ),
          ]
        : []),
    );
  }
});

/**
 * The public scores of a year by code; a code without one is not there, whatever the reason.
 *
 * @param {number} year
 * @param {string[]} usccs
 * @param {AbortSignal} signal
 * @returns {Promise<Map<string, Score>>}
 */
async function published(year, usccs, signal) {
  if (usccs.length === 0) {
    return new Map();
  }
  const { items } = await post('/years/{year}/lookups', { year }, { usccs }, signal);
  return new Map(items.flatMap(({ uscc, score }) => (score ? [[uscc, score]] : [])));
}

/** @returns {Named[]} */
function named(/** @type {Score | undefined} */ score) {
  return score ? [{ ...score, name: score.name ?? score.uscc }] : [];
}

function adding(/** @type {View} */ { year, show }, /** @type {string[]} */ codes) {
  if (codes.length >= MOST) {
    return element('p.muted', { id: 'full' }, t('compare.full', { most: MOST }));
  }
  const input = element('input', {
    id: 'add',
    type: 'search',
    maxlength: 100,
    placeholder: t('compare.nameOrCode'),
  });
  const field = suggesting(input, year.year, ({ uscc }) => show({ ids: [...codes, uscc].join() }));
  return element(
    'form.search',
    { role: 'search', submit: (/** @type {Event} */ event) => event.preventDefault() },
    element('label.field.wide-field', {}, element('span', {}, t('compare.add')), field),
  );
}

/** One class of answer for all that have none: unknown, excluded, incomplete, or no code at all. */
function absent(/** @type {string[]} */ without, /** @type {string[]} */ codes, /** @type {number} */ year) {
  return element(
    'div.notice.quiet',
    { id: 'absent' },
    element('p', {}, t('compare.notPublic', { year, codes: list(without) })),
    link(
      compareAddress(
        codes.filter((code) => !without.includes(code)),
        year,
      ),
      t('compare.withoutThem'),
    ),
  );
}

/**
 * @param {Named[]} scores
 * @param {string[]} codes
 * @param {import('../api/names.js').Book} rules
 * @param {View} view
 */
function comparison(scores, codes, rules, view) {
  const { year } = view;
  const points = (/** @type {number | null | undefined} */ value) => format.points(value);
  // What the parts of a total are is told for all of them, or for none.
  const part = (/** @type {Named} */ one, /** @type {string} */ shown) =>
    one.categories ? shown : t('compare.categoriesHidden');
  const place = (/** @type {number | null | undefined} */ rank, /** @type {number | null | undefined} */ of) =>
    rank ? t('compare.of', { rank, of }) : format.count(null);
  /** @type {Line[]} */
  const lines = [
    [t('common.uscc'), (one) => one.uscc],
    [t('common.stage'), (one) => rules.stage(one.stage)],
    [t('common.total'), (one) => points(one.total), (one) => one.total],
    [
      t('common.overall'),
      (one) => place(one.rank?.overall, one.rank?.overallOf),
      (one) => (one.rank?.overall ? -one.rank.overall : null),
    ],
    [t('common.inStage'), (one) => place(one.rank?.stage, one.rank?.stageOf)],
    ...[...rules.categories.values()].map(
      ({ id, name }) =>
        /** @type {Line} */ ([
          t('compare.category', { category: name }),
          (one) =>
            one.categories
              ? [
                  points(one.categories[id]),
                  element('small', {}, t('compare.withWeight', { weight: format.share(one.weights?.[id]) })),
                ]
              : t('compare.categoriesHidden'),
          (one) => one.categories?.[id],
        ]),
    ),
    [t('compare.weighted'), (one) => part(one, points(one.weighted)), (one) => one.weighted],
    ...(scores.some((one) => one.adjusted !== undefined)
      ? [/** @type {Line} */ ([t('compare.adjusted'), (one) => part(one, format.change(one.adjusted))])]
      : [
          /** @type {Line} */ ([t('compare.deductions'), (one) => part(one, points(one.adjustments?.deductions))]),
          /** @type {Line} */ ([t('common.bonus'), (one) => part(one, points(one.adjustments?.bonus))]),
          /** @type {Line} */ ([t('compare.factor'), (one) => part(one, points(one.adjustments?.factor))]),
        ]),
    [t('compare.totalOf', { year: year.year - 1 }), (one) => points(one.before?.total), (one) => one.before?.total],
    [
      t('compare.rankOf', { year: year.year - 1 }),
      (one) =>
        place(
          one.before?.rank.overall ?? one.before?.rank.stage,
          one.before?.rank.overallOf ?? one.before?.rank.stageOf,
        ),
    ],
  ];
  return element(
    'div.scroll',
    { tabindex: 0, role: 'region', 'aria-label': t('compare.table') },
    element(
      'table',
      { id: 'comparison' },
      element('caption.unseen', {}, t('compare.table')),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th.stuck', { scope: 'col' }, t('compare.item')),
          scores.map((one) =>
            element(
              'th.number',
              { scope: 'col' },
              link('/enterprises/' + one.uscc + '?year=' + year.year, one.name),
              button(t('compare.remove'), () => view.show({ ids: codes.filter((code) => code !== one.uscc).join() }), {
                class: 'plain',
                'aria-label': t('compare.removeOne', { name: one.name }),
              }),
            ),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        lines.map((line) => row(line, scores)),
      ),
    ),
  );
}

/** A line of the comparison; the best of it stands out, where all of it is known. */
function row(/** @type {Line} */ [label, shown, number], /** @type {Named[]} */ scores) {
  const numbers = scores.map((one) => number?.(one) ?? NaN);
  const best = Math.max(...numbers);
  const differ = new Set(numbers).size > 1;
  return element(
    'tr',
    {},
    element('th.stuck', { scope: 'row' }, label),
    scores.map((one, at) =>
      element('td.number', { class: differ && numbers[at] === best ? 'strong' : '' }, shown(one)),
    ),
  );
}
