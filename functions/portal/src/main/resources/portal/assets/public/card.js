// One enterprise's published score.

import { get } from '../lib/api.js';
import { element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { rulebook } from '../lib/names.js';
import { empty, page, publication } from '../lib/page.js';
import { session } from '../lib/session.js';

const uscc = location.pathname.split('/').pop().toUpperCase();

page({ title: '企业积分', year: true }, async (view) => {
  const { year, signal } = view;
  const [score, rules] = await Promise.all([published(year.year, signal), rulebook(year.rulebook)]);
  view.title(score?.name ?? uscc);
  view.lead(t('统一社会信用代码') + ' ' + uscc);
  if (!score) {
    view.body.replaceChildren(
      empty(
        t('这家企业在 {year} 年度没有公开的积分结果。', { year: year.year }),
        t('可以选择其他年度，或返回排名重新查找。'),
        link('/ranking?year=' + year.year, t('返回排名')),
      ),
    );
    return;
  }
  view.body.replaceChildren(card(score, year, rules), links(score));
});

async function published(year, signal) {
  try {
    return await get('/years/' + year + '/enterprises/' + encodeURIComponent(uscc), {}, signal);
  } catch (error) {
    if (error.status === 404 || error.status === 400) {
      return null;
    }
    throw error;
  }
}

function card(score, year, rules) {
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
        element('span', {}, t('{year} 年度总分', { year: score.year })),
      ),
      element('p.badge', {}, stage),
      element(
        'ul.places',
        {},
        place(t('全区'), score.rank.overall, score.rank.overallOf),
        place(stage, score.rank.stage, score.rank.stageOf),
      ),
    ),
    element('h2', {}, t('三类指标得分')),
    element(
      'dl.categories',
      {},
      Object.entries(score.categories).map(([id, points]) => category(id, points, score, rules)),
    ),
    element('p.muted', {}, publication(year)),
  );
}

function place(where, rank, of) {
  return element(
    'li',
    {},
    where + ' ',
    element('b', {}, t('第 {rank} 名', { rank: format.count(rank) })),
    ' ' + t('共 {of} 家', { of: format.count(of) }),
  );
}

function category(id, points, score, rules) {
  const name = rules.category(id);
  const weight = rules.stages.get(score.stage)?.weights?.[id];
  const of = rules.categories.get(id)?.points ?? 100;
  return element(
    'div',
    {},
    element(
      'dt',
      {},
      name,
      weight === undefined ? null : element('small', {}, t('权重 {weight}', { weight: format.share(weight) })),
    ),
    element(
      'dd',
      {},
      element('meter', { min: 0, max: of, value: points, 'aria-label': name }),
      element('span.number', {}, format.points(points), element('small', {}, ' / ' + of)),
    ),
  );
}

function links(score) {
  const own = session?.role === 'enterprise' && session.uscc === score.uscc;
  const office = session?.role === 'bureau' || session?.role === 'department';
  return element(
    'p.links',
    {},
    link('/ranking?year=' + score.year, t('返回排名')),
    own || office
      ? link('/portrait?uscc=' + score.uscc + '&year=' + score.year, t('查看画像：每项指标、原因与数据来源'))
      : null,
  );
}
