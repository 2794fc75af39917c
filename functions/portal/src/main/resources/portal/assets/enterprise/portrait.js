// One enterprise seen from all sides: what its score is made of, and where every figure came from.

import { find, post } from '../lib/api.js';
import { button, element, link } from '../lib/dom.js';
import { format, NOTHING } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { outcome, rulebook, status } from '../lib/names.js';
import { empty, page } from '../lib/page.js';
import { categoryRadar, indicatorRadar, timeline, waterfall } from '../charts/portrait-charts.js';
import { sources } from '../lib/sources.js';
import { session } from '../lib/session.js';
import { saveButton, table } from '../lib/table.js';

page({ title: '创新画像', year: true, roles: ['enterprise', 'department', 'bureau'] }, async (view) => {
  const { year, query, signal } = view;
  const uscc = session.role === 'enterprise' ? session.uscc : (query.get('uscc') ?? '');
  if (!uscc) {
    view.body.replaceChildren(empty(t('请从排名或评分草稿中选择一家企业。'), link('/ranking', t('企业排名'))));
    return;
  }
  const path = '/years/' + year.year + '/enterprises/' + encodeURIComponent(uscc) + '/profile';
  const [profile, past, rewards, rules] = await Promise.all([
    find(path, { edition: query.get('edition') }, signal),
    find('/enterprises/' + encodeURIComponent(uscc) + '/history', {}, signal),
    session.role === 'department' ? null : find('/years/' + year.year + '/rewards', { uscc }, signal),
    rulebook(year.rulebook),
  ]);
  if (!profile) {
    view.lead(uscc);
    view.body.replaceChildren(
      empty(
        t('{year} 年度没有这家企业的结果。', { year: year.year }),
        t('请选择其他年度；如应在评价名录中，请联系科学技术局。'),
      ),
    );
    return;
  }
  view.title(profile.name ?? uscc);
  view.lead(
    t('{year} 年度创新画像', { year: year.year }),
    ' · ',
    uscc,
    profile.edition === 'draft' ? ' · ' + t('草稿') : '',
  );
  view.body.replaceChildren(
    ...(profile.status === 'scored' ? scored(profile, rules, year) : [unscored(profile, rules)]),
    ...(past?.items.length ? [history(past.items, rules)] : []),
    ...(rewards?.items?.length ? [subsidies(rewards.items[0])] : []),
  );
});

function scored(profile, rules, year) {
  return [
    headline(profile, rules, year),
    element('div.grid', {}, waterfall(profile, rules), element('div.column', {}, advice(profile), services(profile))),
    element(
      'div.grid',
      {},
      categoryRadar(profile, rules),
      ...rules.rules.categories.map((category) => indicatorRadar(profile, category, rules)).filter(Boolean),
    ),
    ...rules.rules.categories.map((category) => indicators(profile, category, rules)),
  ];
}

function unscored(profile, rules) {
  const lines =
    profile.status === 'excluded'
      ? (profile.exclusions ?? []).map((one) => [one.reason, sources(one.from, rules)])
      : (profile.explanations ?? profile.missing ?? []).map((text) => [text, null]);
  return element(
    'div.notice',
    {},
    element('h2', {}, t('{status}：本年度没有得分', { status: status(profile.status) })),
    element(
      'ul',
      {},
      lines.map(([text, from]) => element('li', {}, text, from)),
    ),
    profile.status === 'incomplete' ? element('p', {}, t('补齐后会自动重新评分；也可以自主填报。')) : null,
  );
}

function headline(profile, rules) {
  const { rank } = profile;
  const stage = rules.stage(profile.stage);
  return element(
    'section.card.headline',
    { 'aria-label': t('总分') },
    element('p.total', {}, element('b', {}, format.points(profile.total)), element('span', {}, t('总分'))),
    element('p.badge', {}, stage),
    rank
      ? element(
          'ul.places',
          {},
          element(
            'li',
            {},
            t('全区') + ' ',
            element('b', {}, t('第 {rank} 名', { rank: rank.overall })),
            ' ' + t('共 {of} 家', { of: rank.overallOf }),
          ),
          element(
            'li',
            {},
            stage + ' ',
            element('b', {}, t('第 {rank} 名', { rank: rank.stage })),
            ' ' + t('共 {of} 家', { of: rank.stageOf }),
          ),
        )
      : element('p.muted', {}, profile.edition === 'draft' ? t('草稿没有名次') : t('数据覆盖率不足，不参加排名')),
    element('p.muted', {}, t('数据覆盖率 {share}', { share: format.share(profile.coverage) })),
    profile.peers
      ? element(
          'p.muted',
          {},
          t('高于同阶段 {share} 的企业', { share: format.share(profile.peers.total.percentile / 100) }),
        )
      : null,
    session.role === 'enterprise' ? actions(profile) : null,
  );
}

function actions(profile) {
  const trouble = element('span', { 'aria-live': 'polite' });
  const letter = async () => {
    try {
      const issued = await post('/years/' + profile.year + '/enterprises/' + profile.uscc + '/letters', {});
      location.assign('/letters?code=' + issued.code);
    } catch (error) {
      trouble.textContent = error.message;
    }
  };
  return element(
    'p.links',
    {},
    link('/simulator?year=' + profile.year, t('试算：改一个数，看得分怎样变')),
    link('/objections?year=' + profile.year, t('对某项指标有异议')),
    profile.rank ? button(t('出具参考函'), letter, { class: 'plain', id: 'letter' }) : null,
    trouble,
  );
}

function advice(profile) {
  return element(
    'section.card',
    {},
    element('h2', {}, t('提升空间最大的指标')),
    profile.weakPoints.length
      ? element(
          'ol.advice',
          {},
          profile.weakPoints.map((point) =>
            element(
              'li',
              {},
              element('b', {}, point.indicator + ' ' + point.name),
              element('span', {}, point.step),
              element('span.gain', {}, t('总分 +{points}', { points: format.points(point.total) })),
            ),
          ),
        )
      : element('p', {}, t('各项指标均已得满分，或缺少数据。')),
  );
}

function services(profile) {
  return profile.services
    ? element(
        'section.card',
        {},
        element('h2', {}, t('高新区为这一阶段提供的服务')),
        element(
          'ul',
          {},
          profile.services.items.map((text) => element('li', {}, text)),
        ),
        element('p.muted', {}, t('依据：新开〔2022〕110号 {cite}', { cite: profile.services.cite })),
      )
    : null;
}

const badge = { scored: 'good', missing: 'warn', 'base-not-positive': 'warn' };

function indicators(profile, category, rules) {
  const peers = new Map((profile.peers?.indicators ?? []).map((one) => [one.id, one.points]));
  const ids = new Set(rules.rules.indicators.filter((one) => one.category === category.id).map((one) => one.id));
  const rows = profile.indicators.filter((one) => ids.has(one.id));
  const columns = [
    { title: t('编号'), class: 'short', value: (row) => row.id },
    { title: t('指标'), head: true, value: (row) => row.name },
    { title: t('数值'), number: true, value: (row) => row.value, cell: (row) => measured(row, rules) },
    {
      title: t('得分'),
      number: true,
      class: 'strong',
      value: (row) => row.points,
      cell: (row) => [format.points(row.points), element('small', {}, ' / ' + row.fullPoints)],
    },
    {
      title: t('同阶段中位数'),
      number: true,
      value: (row) => peers.get(row.id)?.quartiles[1],
      cell: (row) => format.points(peers.get(row.id)?.quartiles[1]),
    },
    {
      title: t('结果'),
      class: 'short',
      value: (row) => row.reason ?? outcome(row.outcome),
      cell: (row) => [
        element('span', { class: 'badge ' + (badge[row.outcome] ?? '') }, outcome(row.outcome)),
        row.reason ? element('span.code', {}, row.reason) : null,
      ],
    },
    {
      title: t('来源'),
      class: 'off-paper',
      value: (row) => (row.from ?? []).map((one) => one.key + '#' + one.row).join(' '),
      cell: (row) => sources(row.from, rules),
    },
  ];
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h2', {}, category.name + ' · ' + format.points(profile.categories[category.id]) + t('分')),
      saveButton(category.name, columns, rows),
    ),
    table({ caption: category.name, columns, rows, stacked: true }),
  );
}

/** A value with its unit; what is worth a share of the points has none and is yes or no or a level. */
function measured(row, rules) {
  if (row.value === null || row.value === undefined) {
    return NOTHING;
  }
  if (!row.unit) {
    const shares = rules.rules.indicators.find((one) => one.id === row.id)?.value.best?.shares;
    const level = Object.entries(shares ?? {}).find(([, share]) => share === row.value)?.[0];
    return row.value === 0 ? t('无') : (level ?? (row.value === 1 ? t('是') : format.share(row.value)));
  }
  return [format.value(row.value), element('small', {}, ' ' + row.unit)];
}

function history(items, rules) {
  const rows = items.toSorted((a, b) => b.year - a.year);
  const columns = [
    { title: t('年度'), head: true, value: (row) => row.year },
    { title: t('状态'), class: 'short', value: (row) => status(row.status) },
    { title: t('阶段'), class: 'short', value: (row) => rules.stage(row.stage) },
    {
      title: t('总分'),
      number: true,
      class: 'strong',
      value: (row) => row.total,
      cell: (row) => format.points(row.total),
    },
    {
      title: t('较上年'),
      number: true,
      value: (row) => row.change?.total,
      cell: (row) => format.change(row.change?.total),
    },
    {
      title: t('全区名次'),
      number: true,
      value: (row) => row.rank?.overall,
      cell: (row) => (row.rank ? row.rank.overall + ' / ' + row.rank.overallOf : NOTHING),
    },
    {
      title: t('阶段名次'),
      number: true,
      value: (row) => row.rank?.stage,
      cell: (row) => (row.rank ? row.rank.stage + ' / ' + row.rank.stageOf : NOTHING),
    },
    {
      title: t('变化最大的指标'),
      value: (row) => changes(row).join('；'),
      cell: (row) =>
        changes(row).length
          ? element(
              'ul.sources',
              {},
              changes(row)
                .slice(0, 3)
                .map((text) => element('li', {}, text)),
            )
          : NOTHING,
    },
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('历年结果')), saveButton(t('历年结果'), columns, rows)),
    element(
      'div.grid.history',
      {},
      timeline(items),
      table({ caption: t('历年结果'), id: 'history', columns, rows, stacked: true }),
    ),
  );
}

function changes(row) {
  return (row.change?.indicators ?? []).map(
    (one) => one.id + ' ' + one.name + ' ' + format.change(one.points) + ' ' + t('分'),
  );
}

function subsidies({ total, rewards }) {
  const columns = [
    { title: t('奖励'), head: true, value: (row) => row.reason },
    {
      title: t('金额'),
      unit: t('元'),
      number: true,
      value: (row) => row.amount,
      cell: (row) => format.points(row.amount),
    },
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('奖励测算 · 合计 {total} 元', { total: format.points(total) }))),
    table({ caption: t('奖励测算'), columns, rows: rewards }),
  );
}
