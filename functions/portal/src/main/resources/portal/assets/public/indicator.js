// @ts-check
// One indicator: what it measures, how a value becomes points, an example to try, and what enterprises have earned.

import { find, get } from '../api/api.js';
import { inForce } from '../api/in-force.js';
import { choice, chosen, element, link } from '../base/dom.js';
import { copyLink } from '../base/copy-link.js';
import { changed } from '../base/query.js';
import { citation, sentence, valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { clauses, ownWords } from '../words/i18n.js';
import { unitName } from '../words/units.js';
import { rulebook, rulebookOfYear } from '../api/names.js';
import { empty } from '../base/notices.js';
import { curves, knotsFor, shareAt } from '../charts/curves.js';
import { picture } from '../charts/curve-picture.js';
import { page } from '../page/page.js';
import { curve, measure } from './rule-words.js';

const { t } = ownWords({
  'indicator.numbered': ['{id} {name}', '{id} {name}'],
  'indicator.lead': ['{category}，满分 {points} 分。{rules}。', '{category}, {points} points at most. {rules}.'],
  'indicator.byYear': ['{year} 年度适用的规则', 'Rules of {year}'],
  'indicator.byRulebook': ['规则 {id}', 'Rulebook {id}'],
  'indicator.rulesOf': ['年度与规则', 'Year and rules'],
  'indicator.unknown': ['这部规则没有编号为 {id} 的指标。', 'These rules have no indicator {id}.'],
  'indicator.allRules': ['查看全部规则', 'See all rules'],
  'indicator.measures': ['衡量什么', 'What it measures'],
  'indicator.value': ['取值', 'Value'],
  'indicator.howScored': ['得分办法', 'Scoring'],
  'indicator.origin': ['来历', 'Origin'],
  'indicator.core': ['国家核心指标', 'Core indicator of the national index'],
  'indicator.local': ['本区特色指标', 'Indicator of the zone’s own'],
  'indicator.ownCurve': ['曲线由本系统设定', 'curve set by this system'],
  'indicator.missingNote': [
    '没有数据的得 0 分，并列入补数清单。',
    'Without data it earns 0 points and stands on the list of missing data.',
  ],
  'indicator.missingRescaled': [
    '没有数据的不计，所属类别按有数据的指标折算成满分，并列入补数清单。',
    'Without data it does not count: the category is scaled up from the rest. It stands on the list of missing data.',
  ],
  'indicator.byStage': ['各阶段的分值与权重', 'Points and weight by stage'],
  'indicator.categoryWeight': ['{category}权重', 'Weight of {category}'],
  'indicator.worth': ['最多占总分', 'Of the total, at most'],
  'indicator.fullFrom': ['得满分的数值', 'Value for full points'],
  'indicator.curve': ['得分曲线', 'Curve'],
  'indicator.curveSays': [
    '横轴为数值，纵轴为得到满分的比例；各点之间按直线计算，两端之外不再变化。',
    'The value to the right, the share of the full points upwards; straight between the points, flat outside them.',
  ],
  'indicator.shares': ['按所列情形直接得到满分的比例：{shares}。', 'The case itself says the share: {shares}.'],
  'indicator.try': ['算一算', 'Try a value'],
  'indicator.tryValue': ['数值', 'Value'],
  'indicator.tryValueIn': ['数值（{unit}）', 'Value ({unit})'],
  'indicator.tryCase': ['情形', 'Case'],
  'indicator.noCase': ['没有', 'None'],
  'indicator.example': [
    '{stage}企业，{value}：得满分的 {share}，即 {full} × {share} = {points} 分。',
    '{stage}, {value}: {share} of the full points, {full} × {share} = {points} points.',
  ],
  'indicator.inTotal': [
    '{category}权重 {weight}，计入总分 {points} × {weight} = {worth} 分。',
    '{category} weighs {weight}: {points} × {weight} = {worth} points of the total.',
  ],
  'indicator.notANumber': ['请填写一个数。', 'Please enter a number.'],
  'indicator.distribution': ['{year} 年度得分分布', 'Points in {year}'],
  'indicator.distributionNone': [
    '这一年度没有公布各项指标的得分分布。',
    'No distribution of points by indicator is published for this year.',
  ],
  'indicator.band': ['得分占满分', 'Share of full points'],
  'indicator.bandFromTo': ['{from}%–{to}%', '{from}%–{to}%'],
  'indicator.means': [
    '参与排名的企业平均得 {mean} 分，得分率 {rate}。',
    'Ranked enterprises earned {mean} points on average, {rate} of the full points.',
  ],
  'indicator.lacking': ['其中 {count, number} 家没有数据。', '{count, plural, one {# has} other {# have}} no data.'],
  'indicator.joined': ['不足 3 家的区间已与相邻区间合并。', 'Ranges of fewer than 3 are joined with the next.'],
  'indicator.neighbours': ['其他指标', 'Other indicators'],
  'indicator.before': ['上一项：{name}', 'Previous: {name}'],
  'indicator.next': ['下一项：{name}', 'Next: {name}'],
});

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Schema<'AnalysisReport'>['performance']['indicators'][number]} Earned */

const id = decodeURIComponent(location.pathname.split('/').pop() ?? '');

page({}, async (view) => {
  const asked = view.query.get('rulebook');
  const { items: years } = await get('/years', {}, view.signal);
  const wanted = Number(view.query.get('year'));
  const year = asked ? undefined : (years.find((one) => one.year === wanted) ?? years[0]);
  const named = asked ?? (year ? null : inForce((await get('/rulebooks', {}, view.signal)).items));
  const book = year ? await rulebookOfYear(year) : await rulebook(named ?? 'none');
  if (years.length) {
    view.tools.append(versions(years, year, named, view));
  }
  view.tools.append(copyLink());
  const indicator = book.rules.indicators.find((one) => one.id === id);
  if (!indicator) {
    view.body.replaceChildren(empty(t('indicator.unknown', { id }), link('/rules', t('indicator.allRules'))));
    return;
  }
  const { name, points } = indicator;
  const by = year ? t('indicator.byYear', { year: year.year }) : t('indicator.byRulebook', { id: named });
  view.title(t('indicator.numbered', { id, name }));
  view.lead(t('indicator.lead', { category: book.category(indicator.category), points, rules: by }));
  const earned = element('section.card', { id: 'distribution' });
  view.body.replaceChildren(
    element(
      'div.stack.indicator-page',
      {},
      measured(indicator, book),
      drawn(indicator, book),
      stages(indicator, book),
      example(indicator, book, view.query),
      year ? earned : null,
      neighbours(indicator, book, view.query),
    ),
  );
  if (year) {
    // What is not needed to understand the rule is read behind it.
    distribution(earned, year.year, view.signal);
  }
});

/**
 * The rules of each published year, and those that the address names.
 *
 * @param {Schema<'Year'>[]} years
 * @param {Schema<'Year'> | undefined} year
 * @param {string | null | undefined} named
 * @param {import('../page/page.js').View} view
 */
function versions(years, year, named, view) {
  /** @type {[string, string][]} */
  const options = years.map((one) => [String(one.year), t('indicator.byYear', { year: one.year })]);
  return choice(
    t('indicator.rulesOf'),
    named ? [['', t('indicator.byRulebook', { id: named })], ...options] : options,
    year?.year ?? '',
    (value) => view.show({ year: value, rulebook: value ? '' : named, 'try.value': '' }),
    { id: 'year' },
  );
}

function titled(/** @type {string} */ anchor, /** @type {string} */ title, /** @type {Child[]} */ ...content) {
  return element('section.card', { id: anchor }, element('h2', {}, title), content);
}

function measured(/** @type {IndicatorRule} */ indicator, /** @type {Book} */ book) {
  const { cite, note, origin, curve: of, basis } = indicator;
  const own = basis === 'default' || of.basis === 'default';
  const missing = book.rules.coverage?.missing;
  const entry = (/** @type {string} */ term, /** @type {Child[]} */ ...said) => [
    element('dt', {}, term),
    element('dd', {}, said),
  ];
  return titled(
    'measure',
    t('indicator.measures'),
    element(
      'dl.definitions',
      {},
      entry(t('indicator.value'), measure(indicator, book)),
      entry(
        t('indicator.howScored'),
        curve(indicator, book).map((text) => element('span.line', {}, text)),
      ),
      entry(t('indicator.origin'), origin === 'core' ? t('indicator.core') : t('indicator.local')),
      entry(
        t('common.basis'),
        cite ? element('span.basis', {}, citation(cite)) : null,
        own ? element('span.basis.own', {}, t('indicator.ownCurve')) : null,
      ),
      note ? entry(t('common.note'), sentence(note)) : null,
    ),
    element('p.muted', {}, missing === 'rescale' ? t('indicator.missingRescaled') : t('indicator.missingNote')),
  );
}

function stages(/** @type {IndicatorRule} */ indicator, /** @type {Book} */ book) {
  const { rules } = book;
  const linear = rules.total?.mean !== 'geometric';
  const category = book.category(indicator.category);
  const cell = (/** @type {Child} */ text) => element('td.number', {}, text);
  const rows = book
    .inOrder(rules.stages, ({ id: stage }) => stage)
    .map((stage) => {
      const weight = stage.weights[indicator.category];
      const knots = indicator.curve.asShare ? [] : knotsFor(indicator.curve, stage.id);
      const full = knots.find(([, share]) => share >= 1);
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, stage.name),
        cell(format.value(indicator.points)),
        cell(format.share(weight)),
        linear ? cell(format.points(indicator.points * weight)) : null,
        knots.length ? cell(full ? withUnit(full[0], indicator) : format.value(null)) : null,
      );
    });
  const head = (/** @type {string} */ text) => element('th.number', { scope: 'col' }, text);
  return titled(
    'stages',
    t('indicator.byStage'),
    element(
      'div.scroll',
      { tabindex: 0, role: 'region', 'aria-label': t('indicator.byStage') },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', { scope: 'col' }, t('common.stage')),
            head(t('common.fullPoints')),
            head(t('indicator.categoryWeight', { category })),
            linear ? head(t('indicator.worth')) : null,
            indicator.curve.asShare ? null : head(t('indicator.fullFrom')),
          ),
        ),
        element('tbody', {}, rows),
      ),
    ),
  );
}

function withUnit(/** @type {number} */ value, /** @type {IndicatorRule} */ { unit }) {
  return format.value(value) + (unit === '%' ? '%' : unit ? ' ' + unitName(unit) : '');
}

function drawn(/** @type {IndicatorRule} */ indicator, /** @type {Book} */ book) {
  const found = curves(
    indicator,
    book.inOrder(book.rules.stages, ({ id: stage }) => stage),
  );
  return titled(
    'curve',
    t('indicator.curve'),
    found.length
      ? [
          element('p', {}, t('indicator.curveSays')),
          element(
            'div.curves',
            {},
            found.map((one) => picture(one, { name: indicator.name, unit: indicator.unit === '%' ? '%' : '' })),
          ),
        ]
      : element(
          'p',
          {},
          t('indicator.shares', {
            shares: clauses(cases(indicator).map(([share, name]) => name + ' ' + format.share(Number(share)))),
          }),
        ),
  );
}

/** The cases that an indicator tells apart where its value is the share: from the best to none. */
function cases(/** @type {IndicatorRule} */ { value }) {
  const shares = Object.entries(value.best?.shares ?? {});
  /** @type {[string, string][]} */
  const found = shares.length
    ? shares.map(([level, share]) => [String(share), String(valueWord(level))])
    : [['1', t('common.yes')]];
  return /** @type {[string, string][]} */ ([...found, ['0', t('indicator.noCase')]]);
}

/**
 * An example that can be changed; what it shows stands in the address.
 *
 * @param {IndicatorRule} indicator
 * @param {Book} book
 * @param {URLSearchParams} query
 */
function example(indicator, book, query) {
  const { rules } = book;
  const inOrder = book.inOrder(rules.stages, ({ id: stage }) => stage);
  const first = inOrder.find(({ id: stage }) => stage === query.get('try.stage')) ?? inOrder[0];
  const said = element('p.example', { id: 'example', role: 'status' });
  const offered = indicator.curve.asShare ? cases(indicator) : null;
  const begin = query.get('try.value') ?? (offered ? offered[0][0] : String(half(knotsFor(indicator.curve, first.id))));
  const stage = choice(
    t('common.stage'),
    inOrder.map((one) => [one.id, one.name]),
    first.id,
    () => show(true),
    { id: 'try-stage' },
  );
  const number = element('input', {
    type: 'number',
    step: 'any',
    id: 'try-value',
    value: begin,
    input: () => show(true),
  });
  const unit = indicator.unit;
  const entry = offered
    ? choice(t('indicator.tryCase'), offered, begin, () => show(true), { id: 'try-value' })
    : element(
        'label.field',
        {},
        element('span', {}, unit ? t('indicator.tryValueIn', { unit: unitName(unit) }) : t('indicator.tryValue')),
        number,
      );
  const show = (/** @type {boolean} */ keep) => {
    const written = offered ? chosen(entry) : number.value;
    const of = rules.stages.find((one) => one.id === chosen(stage)) ?? first;
    said.textContent = sentences(indicator, book, of, written, offered);
    if (keep) {
      const search = changed(location.search, { 'try.stage': of.id, 'try.value': written });
      history.replaceState(history.state, '', search + location.hash);
    }
  };
  show(false);
  return titled(
    'try',
    t('indicator.try'),
    element('div.filters', { role: 'search', 'aria-label': t('indicator.try') }, stage, entry),
    said,
  );
}

/** Where a curve has earned half: something that the example can begin with. */
function half(/** @type {import('../charts/curves.js').Knot[]} */ knots) {
  const at = knots.findIndex(([, share]) => share >= 0.5);
  if (at <= 0) {
    return knots[0][0];
  }
  const [[from, low], [to, high]] = [knots[at - 1], knots[at]];
  return Number((from + ((0.5 - low) / (high - low)) * (to - from)).toPrecision(2));
}

/**
 * @param {IndicatorRule} indicator
 * @param {Book} book
 * @param {StageRule} stage
 * @param {string} written
 * @param {[string, string][] | null} offered
 */
function sentences(indicator, book, stage, written, offered) {
  if (written.trim() === '' || !Number.isFinite(Number(written))) {
    return t('indicator.notANumber');
  }
  const value = Number(written);
  const share = offered ? value : shareAt(knotsFor(indicator.curve, stage.id), value);
  const earned = indicator.points * share;
  const weight = stage.weights[indicator.category];
  const points = format.points(earned);
  const parts = [
    t('indicator.example', {
      stage: stage.name,
      value: offered ? (offered.find(([of]) => Number(of) === value)?.[1] ?? written) : withUnit(value, indicator),
      share: format.share(share),
      full: indicator.points,
      points,
    }),
    book.rules.total?.mean === 'geometric'
      ? ''
      : t('indicator.inTotal', {
          category: book.category(indicator.category),
          weight: format.share(weight),
          points,
          worth: format.points(earned * weight),
        }),
  ];
  return parts.filter(Boolean).join(' ');
}

/**
 * What the ranked enterprises have earned, as soon as it is read: the page stands without it.
 *
 * @param {HTMLElement} place
 * @param {number} year
 * @param {AbortSignal} signal
 */
async function distribution(place, year, signal) {
  const title = element('h2', {}, t('indicator.distribution', { year }));
  place.replaceChildren(title, element('p.loading', { role: 'status' }, t('page.loading')));
  const report = await find('/years/{year}/report', { year }, signal).catch(() => null);
  const found = report?.performance.indicators.find((one) => one.id === id);
  place.replaceChildren(
    title,
    ...(found && found.mean !== null ? earnings(found, year) : [element('p', {}, t('indicator.distributionNone'))]),
  );
}

function earnings(/** @type {Earned} */ { mean, rate, missing, bands = [] }, /** @type {number} */ year) {
  const means = t('indicator.means', { mean: format.points(mean), rate: format.share(rate) });
  const most = Math.max(1, ...bands.map(({ enterprises }) => enterprises));
  return [
    element('p', {}, means, missing ? ' ' + t('indicator.lacking', { count: missing }) : ''),
    bands.length
      ? element(
          'table.bands',
          {},
          element('caption.unseen', {}, t('indicator.distribution', { year })),
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              element('th', { scope: 'col' }, t('indicator.band')),
              element('th.number', { scope: 'col', colspan: 2 }, t('common.enterpriseCount')),
            ),
          ),
          element(
            'tbody',
            {},
            bands.map(({ from, to, enterprises }) =>
              element(
                'tr',
                {},
                element('th', { scope: 'row' }, t('indicator.bandFromTo', { from, to })),
                element(
                  'td.long-bar',
                  { 'aria-hidden': 'true' },
                  element('meter', { min: 0, max: most, value: enterprises }),
                ),
                element('td.number', {}, t('common.enterprises', { count: enterprises })),
              ),
            ),
          ),
        )
      : null,
    bands.length ? element('p.muted', {}, t('indicator.joined')) : null,
  ].filter((one) => one !== null);
}

/** The indicator before and the next, and all of its category. */
function neighbours(
  /** @type {IndicatorRule} */ indicator,
  /** @type {Book} */ { rules, document: shown, category },
  /** @type {URLSearchParams} */ query,
) {
  const kept = changed('', { year: query.get('year'), rulebook: query.get('rulebook') });
  const at = rules.indicators.indexOf(indicator);
  const to = (/** @type {IndicatorRule} */ one, /** @type {string} */ text, /** @type {string} */ rel) =>
    element('a', { href: '/indicators/' + encodeURIComponent(one.id) + kept, rel }, text);
  const numbered = (/** @type {IndicatorRule} */ one) => t('indicator.numbered', { id: one.id, name: one.name });
  const before = rules.indicators[at - 1];
  const next = rules.indicators[at + 1];
  const rulesAddress = '/rules?rulebook=' + encodeURIComponent(shown?.id ?? '') + '#' + indicator.category;
  return element(
    'nav',
    { 'aria-label': t('indicator.neighbours'), id: 'neighbours' },
    element(
      'p.links',
      {},
      before ? to(before, t('indicator.before', { name: numbered(before) }), 'prev') : null,
      next ? to(next, t('indicator.next', { name: numbered(next) }), 'next') : null,
      link(rulesAddress, category(indicator.category)),
      link('/rules', t('indicator.allRules')),
    ),
  );
}
