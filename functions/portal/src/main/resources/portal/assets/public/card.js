// @ts-check
// One enterprise's published score.

import { get } from '../api/api.js';
import { Refusal } from '../api/failure.js';
import { element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { page, publication } from '../page/page.js';
import { waterfall } from '../charts/portrait-charts.js';
import { cardSteps } from '../charts/waterfall-steps.js';
import { places } from '../api/places.js';
import { isAny, session } from '../session/session.js';
import { compareAddress } from '../compare/compared.js';

const { t } = ownWords({
  'card.usccOf': ['统一社会信用代码 {uscc}', 'Unified social credit code {uscc}'],
  'card.before': [
    '{year} 年度总分 {total} 分（本年度 {change}），全区第 {rank, number} 名，共 {of, number} 家',
    '{year}: {total} points (change {change}), rank {rank, number} of {of, number} in the zone',
  ],
  'card.beforeInStage': [
    '{year} 年度总分 {total} 分（本年度 {change}），本阶段第 {rank, number} 名，共 {of, number} 家',
    '{year}: {total} points (change {change}), rank {rank, number} of {of, number} in its stage',
  ],
  'card.peers': [
    '{stage}企业总分：下四分位 {lower} 分，中位数 {median} 分（本企业 {change}），上四分位 {upper} 分',
    'Totals in {stage}: lower quartile {lower}, median {median} (this enterprise {change}), upper quartile {upper}',
  ],
  'card.notPublished': [
    '这家企业在 {year} 年度没有公开的积分结果。',
    'This enterprise has no public result for {year}.',
  ],
  'card.otherYear': ['可以选择其他年度，或返回排名重新查找。', 'Choose another year, or return to the ranking.'],
  'card.backToRanking': ['返回排名', 'Back to the ranking'],
  'card.totalOfYear': ['{year} 年度总分', 'Total {year}'],
  'card.byCategory': ['三类指标得分', 'Points by category'],
  'card.categoriesHidden': [
    '分项得分会使人推算出具体经营数据，不公布。',
    'Not published: the points by category would tell a figure of the enterprise.',
  ],
  'card.weight': ['权重 {weight}', 'weight {weight}'],
  'card.compare': ['加入对比', 'Compare'],
  'card.portrait': ['查看画像：每项指标、原因与数据来源', 'Portrait: every indicator, reason and data source'],
});

/** @typedef {import('../api/names.js').Book} Book */

const uscc = (location.pathname.split('/').pop() ?? '').toUpperCase();

page({ year: true }, async (view) => {
  const { year, signal } = view;
  const overview = get('/years/{year}/overview', { year: year.year }, signal).catch(() => null);
  const [score, rules] = await Promise.all([published(year.year, signal), rulebook(year.rulebook)]);
  view.title(score?.name ?? uscc);
  view.lead(t('card.usccOf', { uscc }));
  if (!score) {
    view.body.replaceChildren(
      empty(
        t('card.notPublished', { year: year.year }),
        t('card.otherYear'),
        link('/ranking?year=' + year.year, t('card.backToRanking')),
      ),
    );
    return;
  }
  const sum = waterfall(cardSteps(score, rules));
  // The sum is what the page is for: it is read without a press.
  sum?.querySelectorAll('details').forEach((one) => (one.open = true));
  view.body.replaceChildren(card(score, year, rules, overview), ...(sum ? [sum] : []), links(score));
});

async function published(/** @type {number} */ year, /** @type {AbortSignal} */ signal) {
  try {
    return await get('/years/{year}/enterprises/{uscc}', { year, uscc }, signal);
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.status === 400)) {
      return null;
    }
    throw error;
  }
}

/**
 * @param {Schema<'Score'>} score
 * @param {Schema<'Year'>} year
 * @param {Book} rules
 * @param {Promise<Schema<'Overview'> | null>} overview
 */
function card(score, year, rules, overview) {
  const stage = rules.stage(score.stage);
  return element(
    'article.card.score-card',
    {},
    element(
      'div.headline',
      {},
      element(
        'p.total',
        {},
        element('b', {}, format.points(score.total)),
        element('span', {}, t('card.totalOfYear', { year: score.year })),
      ),
      element('p.badge', {}, stage),
      score.rank ? places(score.rank, stage) : null,
      score.before ? before(score, score.before) : null,
      peers(score, stage, overview),
    ),
    element('h2', {}, t('card.byCategory')),
    score.categories
      ? element(
          'dl.categories',
          {},
          Object.entries(score.categories).map(([id, points]) => category(id, points, score, rules)),
        )
      : element('p.notice', {}, t('card.categoriesHidden')),
    element('p.muted', {}, publication(year)),
  );
}

/** Where the total stands among those of the stage, as soon as they are read: the card stands without them. */
function peers(
  /** @type {Schema<'Score'>} */ { stage: id, total },
  /** @type {string} */ stage,
  /** @type {Promise<Schema<'Overview'> | null>} */ overview,
) {
  const line = element('p.muted', { id: 'peers' });
  overview.then((read) => {
    const quartiles = read?.stages.find((one) => one.id === id)?.now?.quartiles;
    if (quartiles && total !== null) {
      const [lower, median, upper] = quartiles;
      const at = { stage, lower: format.points(lower), median: format.points(median), upper: format.points(upper) };
      line.textContent = t('card.peers', { ...at, change: format.change(total - median) });
    }
  });
  return line;
}

/** Total and rank of the year before. */
function before(/** @type {Schema<'Score'>} */ { year, total }, /** @type {Schema<'CardBefore'>} */ last) {
  const { overall, overallOf, stage, stageOf } = last.rank;
  return element(
    'p.muted',
    { id: 'before' },
    t(overall === null ? 'card.beforeInStage' : 'card.before', {
      year: year - 1,
      total: format.points(last.total),
      change: format.change(total === null ? null : total - last.total),
      rank: overall ?? stage,
      of: overallOf ?? stageOf,
    }),
  );
}

/**
 * @param {string} id
 * @param {number} points
 * @param {Schema<'Score'>} score
 * @param {Book} rules
 */
function category(id, points, score, rules) {
  const name = rules.category(id);
  const weight = score.weights?.[id];
  const of = rules.categories.get(id)?.points ?? 100;
  return element(
    'div',
    {},
    element(
      'dt',
      {},
      name,
      weight === undefined ? null : element('small', {}, t('card.weight', { weight: format.share(weight) })),
    ),
    element(
      'dd',
      {},
      element('meter', { min: 0, max: of, value: points, 'aria-label': name }),
      element('span.number', {}, format.points(points), element('small', {}, ' / ' + of)),
    ),
  );
}

function links(/** @type {Schema<'Score'>} */ score) {
  const own = isAny('enterprise') && session?.uscc === score.uscc;
  const office = isAny('bureau', 'department');
  return element(
    'p.links',
    {},
    link('/ranking?year=' + score.year, t('card.backToRanking')),
    link(compareAddress([score.uscc], score.year), t('card.compare')),
    own || office ? link('/portrait?uscc=' + score.uscc + '&year=' + score.year, t('card.portrait')) : null,
  );
}
