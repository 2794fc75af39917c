// @ts-check
// One enterprise seen from all sides: what its score is made of, and where every figure came from.

import { download, find, post } from '../api/api.js';
import { edgeNote, onEdge } from '../api/on-edge.js';
import { button, element, link } from '../base/dom.js';
import { valueWord } from '../words/data.js';
import { format, NOTHING } from '../words/format.js';
import { clauses, language, ownWords } from '../words/i18n.js';
import { outcome, rulebook, status } from '../api/names.js';
import { empty } from '../base/notices.js';
import { lasts } from '../base/place.js';
import { awaiting } from '../api/self-reports.js';
import { chapter } from '../page/chapters.js';
import { compareAddress } from '../compare/compared.js';
import { page } from '../page/page.js';
import { strips, timeline, waterfall } from '../charts/portrait-charts.js';
import { steps } from '../charts/waterfall-steps.js';
import { failure } from '../api/failure.js';
import { sources } from '../api/sources.js';
import { places } from '../api/places.js';
import { isAny, person } from '../session/session.js';
import { unitName } from '../words/units.js';
import { changesOf, inWords, simulatorAddress } from './supposed-changes.js';
import { stageColumn, totalColumn } from '../table/columns.js';
import { saveButton, table } from '../table/table.js';
import { pageLink } from '../page/navigation.js';
import { unverified } from './unverified.js';

const { t } = ownWords({
  'portrait.choose': [
    '请从排名或评分草稿中选择一家企业。',
    'Choose an enterprise from the ranking or from the draft scores.',
  ],
  'portrait.chooseYear': [
    '请选择其他年度；如应在评价名录中，请联系科学技术局。',
    'Choose another year. If the enterprise should be on the roster, contact the science and technology ' + 'bureau.',
  ],
  'portrait.ofYear': ['{year} 年度创新画像', 'Innovation portrait {year}'],
  'portrait.notScored': ['{status}：本年度没有得分', '{status}: no score this year'],
  'portrait.rescored': [
    '补齐后会自动重新评分；也可以自主填报。',
    'The enterprise is scored again as soon as the data is complete. It may also report the data itself.',
  ],
  'portrait.enter': ['代录数据', 'Enter figures for it'],
  'portrait.draftWithoutRank': ['草稿没有名次', 'A draft has no ranks'],
  'portrait.notRanked': ['数据覆盖率不足，不参加排名', 'Not ranked: data coverage too low'],
  'portrait.coverage': ['数据覆盖率 {share}', 'Data coverage {share}'],
  'portrait.percentile': ['高于同阶段 {share} 的企业', 'Ahead of {share} of the enterprises of its stage'],
  'portrait.compare': ['与其他企业对比', 'Compare with others'],
  'portrait.simulate': ['模拟测算：改动一个数据，查看得分变化', 'Simulate: change a figure and see the score change'],
  'portrait.object': ['对某项指标有异议', 'Object to an indicator'],
  'portrait.letter': ['出具参考函', 'Issue a reference letter'],
  'portrait.certificate': ['名单证书', 'Certificate of the list'],
  'portrait.potential': ['提升空间最大的指标', 'Indicators with the most to gain'],
  'portrait.rare': ['本阶段达到的企业不足一成', 'reached by fewer than one in ten of the stage'],
  'portrait.adviceFrom': [
    '结果公布后数据有变化：以下按目前数据计算的总分 {total} 分、{stage}测算。',
    'Data has changed since publication: the steps start from {total} points, stage {stage}.',
  ],
  'portrait.indicatorGain': ['该指标 +{points}', 'indicator +{points}'],
  'portrait.leadsTo': ['进入{stage}', 'stage becomes {stage}'],
  'portrait.tryIt': ['试算这一步', 'Try in the simulator'],
  'portrait.warnings': ['可能降低总分的变化', 'Changes that may cost points'],
  'portrait.warning': ['{changes}：进入{stage}，总分 {total}', '{changes}: stage becomes {stage}, total {total}'],
  'portrait.gain': ['总分 +{points}', 'Total +{points}'],
  'portrait.noPotential': ['各项指标均已得满分，或缺少数据。', 'Every indicator has full points or lacks data.'],
  'portrait.services': ['高新区为这一阶段提供的服务', 'Services of the zone for this stage'],
  'portrait.servicesBasis': ['依据：{notice} {cite}', 'Basis: {notice} {cite}'],
  'portrait.benefits': ['可享受的政策支持', 'Benefits the result opens'],
  'portrait.takenOn': ['{day} 已享受', 'taken up on {day}'],
  'portrait.benefitBy': ['{department}办理；依据：{notice} {cite}', '{department}; basis: {notice} {cite}'],
  'portrait.stageMedian': ['同阶段中位数', 'Stage median'],
  'portrait.categoryPoints': ['{category} · {points} 分', '{category} · {points} points'],
  'portrait.history': ['历年结果', 'Results by year'],
  'portrait.onYearBefore': ['较上年', 'On the year before'],
  'portrait.largestChanges': ['变化最大的指标', 'Indicators that changed most'],
  'portrait.indicatorChange': ['{indicator} {change} 分', '{indicator} {change} points'],
  'portrait.rewards': ['奖励测算 · 合计 {total} 元', 'Rewards estimate · {total} yuan in total'],
  'portrait.withheld': ['用到其他部门的数据，不显示', 'Not shown: another department’s data'],
  'portrait.withheldQuarter': [
    '用到其他部门的数据，不显示；在同阶段中为第 {quarter} 四分位（4 为最高）',
    'Not shown: another department’s data. Quarter {quarter} of the stage, 4 the highest',
  ],
  'portrait.stepWithheld': [
    '涉及其他部门的数据，不显示步骤。',
    'Concerns another department’s data; the step is not shown.',
  ],
});

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Answer<'/years/{year}/enterprises/{uscc}/profile', 'get'>} Profile */
/** @typedef {Schema<'EnterpriseBenefits'>['items'][number]} Opened */
/** @typedef {Rules['categories'][number]} Category */

page({ year: true }, async (view) => {
  const { year, query, signal } = view;
  const { role, uscc: own } = person();
  const uscc = role === 'enterprise' ? own : (query.get('uscc') ?? '');
  if (!uscc) {
    view.body.replaceChildren(empty(t('portrait.choose'), pageLink('/ranking')));
    return;
  }
  lasts({ uscc });
  // A bank asks for what it was granted, which the link that led here says.
  const granted = role === 'bank' ? (query.get('granted') ?? 'profile').split(' ') : ['profile', 'history'];
  const [profile, past, rewards, opened, waiting, rules] = await Promise.all([
    granted.includes('profile')
      ? find(
          '/years/{year}/enterprises/{uscc}/profile',
          { year: year.year, uscc, edition: query.get('edition') },
          signal,
        )
      : null,
    granted.includes('history') ? find('/enterprises/{uscc}/history', { uscc }, signal) : null,
    role === 'department' || role === 'bank' ? null : find('/years/{year}/rewards', { year: year.year, uscc }, signal),
    // What was taken up changes without a publication.
    role === 'bank' ? null : find('/years/{year}/enterprises/{uscc}/benefits', { year: year.year, uscc }, signal),
    isAny('bureau', 'approver', 'department', 'enterprise') ? awaiting({ year: year.year, uscc }, signal) : [],
    rulebook(year.rulebook),
  ]);
  if (!profile) {
    view.lead(uscc);
    view.body.replaceChildren(
      role === 'bank' && past?.items.length
        ? history(past.items, rules)
        : empty(t('common.noResultOfEnterprise', { year: year.year }), t('portrait.chooseYear')),
    );
    return;
  }
  view.title(profile.name ?? uscc);
  const draft = profile.edition === 'draft' ? [t('common.draft')] : [];
  view.lead([t('portrait.ofYear', { year: year.year }), uscc, ...draft].join(' · '));
  view.body.replaceChildren(
    ...unverified(waiting, year.year, rules),
    ...(profile.status === 'scored'
      ? scored(profile, past?.items ?? [], opened?.items ?? [], rules)
      : [unscored(profile, rules)]),
    ...(past?.items.length ? [history(past.items, rules)] : []),
    ...(rewards?.items?.length ? [subsidies(rewards.items[0], rules)] : []),
  );
  if (isAny('bureau', 'approver')) {
    const { shadow } = await import('../bureau/shadow.js');
    view.body.append(await shadow(year.year, uscc, signal));
  }
  const edge = edgeNote((await onEdge(year.year, signal)).get(uscc), rules);
  if (edge) {
    view.body.prepend(edge);
  }
});

/**
 * @param {Profile} profile
 * @param {Schema<'HistoryYear'>[]} past
 * @param {Opened[]} opened
 * @param {Book} rules
 */
function scored(profile, past, opened, rules) {
  return [
    headline(profile, rules),
    element(
      'div.grid',
      {},
      waterfall(steps(profile, rules)),
      element(
        'div.column',
        {},
        person().role === 'bank' ? null : advice(profile, rules),
        services(profile, rules),
        benefits(profile, opened, rules),
      ),
    ),
    element(
      'div.grid',
      {},
      ...rules.rules.categories.map((category) => strips(profile, category, rules)),
      past.length ? timeline(past) : null,
    ),
    ...rules.rules.categories.map((category) => indicators(profile, category, rules)),
  ];
}

function unscored(/** @type {Profile} */ profile, /** @type {Book} */ rules) {
  /** @type {[text: string, from: Child][]} */
  const lines =
    profile.status === 'excluded'
      ? (profile.exclusions ?? []).map(
          (one) =>
            /** @type {[string, Child]} */ ([
              language === 'en' ? rules.negative(one.rule) : one.reason,
              sources(one.from, rules),
            ]),
        )
      : rules.unknown(profile).map((text) => /** @type {[string, Child]} */ ([text, null]));
  return element(
    'div.notice',
    {},
    element('h2', {}, t('portrait.notScored', { status: status(profile.status) })),
    element(
      'ul',
      {},
      lines.map(([text, from]) => element('li', {}, text, from)),
    ),
    profile.status === 'incomplete' ? element('p', {}, t('portrait.rescored')) : null,
  );
}

function headline(/** @type {Profile} */ profile, /** @type {Book} */ rules) {
  const { rank } = profile;
  const stage = rules.stage(profile.stage);
  const percentile = profile.peers?.total.percentile;
  return element(
    'section.card.headline',
    { 'aria-label': t('common.total') },
    element('p.total', {}, element('b', {}, format.points(profile.total)), element('span', {}, t('common.total'))),
    element('p.badge', {}, stage),
    rank
      ? places(rank, stage)
      : element('p.muted', {}, profile.edition === 'draft' ? t('portrait.draftWithoutRank') : t('portrait.notRanked')),
    element('p.muted', {}, t('portrait.coverage', { share: format.share(profile.coverage) })),
    percentile == null
      ? null
      : element('p.muted', {}, t('portrait.percentile', { share: format.share(percentile / 100) })),
    person().role === 'enterprise' ? actions(profile) : null,
    person().roles.includes('bureau')
      ? element('p.links', {}, link('/self-report?year=' + profile.year + '&uscc=' + profile.uscc, t('portrait.enter')))
      : null,
  );
}

function actions(/** @type {Profile} */ profile) {
  const trouble = element('span', { 'aria-live': 'polite' });
  const letter = async () => {
    try {
      const issued = await post(
        '/years/{year}/enterprises/{uscc}/letters',
        { year: profile.year, uscc: profile.uscc },
        {},
      );
      location.assign('/letters?code=' + issued.code);
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  };
  const certificate = async () => {
    try {
      const { year, uscc } = profile;
      await download('/years/{year}/enterprises/{uscc}/certificate.pdf', { year, uscc }, uscc + '.pdf');
    } catch (error) {
      // Who is on no list is told so.
      trouble.replaceChildren(failure(error));
    }
  };
  return element(
    'p.links',
    {},
    link('/simulator?year=' + profile.year, t('portrait.simulate')),
    profile.rank ? link(compareAddress([profile.uscc], profile.year), t('portrait.compare')) : null,
    link('/questions?year=' + profile.year, t('portrait.object')),
    profile.rank ? button(t('portrait.letter'), letter, { class: 'plain', id: 'letter' }) : null,
    profile.rank ? button(t('portrait.certificate'), certificate, { class: 'plain', id: 'certificate' }) : null,
    trouble,
  );
}

/** Steps that were tried by scoring again, the largest gain first, and changes that would cost points. */
function advice(/** @type {Profile} */ profile, /** @type {Book} */ rules) {
  const { weakPoints, warnings, adviceFrom } = profile;
  const moved = adviceFrom && adviceFrom.total !== profile.total;
  return element(
    'section.card',
    { id: 'advice' },
    element('h2', {}, t('portrait.potential')),
    moved
      ? element(
          'p.muted',
          {},
          t('portrait.adviceFrom', {
            total: format.points(adviceFrom.total),
            stage: rules.stage(adviceFrom.stage),
          }),
        )
      : null,
    weakPoints.length
      ? element(
          'ol.advice',
          {},
          weakPoints.map((point) => weakPoint(point, profile, rules)),
        )
      : element('p', {}, t('portrait.noPotential')),
    warnings.length
      ? [
          element('h3', {}, t('portrait.warnings')),
          element(
            'ul.advice',
            {},
            warnings.map((one) => warning(one, profile, rules)),
          ),
        ]
      : null,
  );
}

function weakPoint(
  /** @type {Schema<'WeakPoint'>} */ { indicator, step, changes, points, total, stage, rare },
  /** @type {Profile} */ profile,
  /** @type {Book} */ rules,
) {
  const from = profile.adviceFrom?.stage ?? profile.stage;
  const heading = element('b', {}, indicator + ' ' + rules.indicator(indicator));
  if (changes === null) {
    return element('li', {}, heading, element('span.muted', {}, t('portrait.stepWithheld')));
  }
  return element(
    'li',
    {},
    heading,
    element('span', {}, language === 'en' ? inWords(changesOf(changes), rules) : step),
    element('span.gain', {}, t('portrait.gain', { points: format.points(total) })),
    element('span.muted', {}, t('portrait.indicatorGain', { points: format.points(points) })),
    stage === from ? null : element('span.badge', {}, t('portrait.leadsTo', { stage: rules.stage(stage) })),
    rare && language === 'en' ? element('span.muted', {}, t('portrait.rare')) : null,
    element('a.take', { href: simulatorAddress(profile, changes) }, t('portrait.tryIt')),
  );
}

function warning(
  /** @type {Schema<'StageWarning'>} */ { changes, stage, total, text },
  /** @type {Profile} */ profile,
  /** @type {Book} */ rules,
) {
  const told = { changes: inWords(changesOf(changes), rules), stage: rules.stage(stage), total: format.change(total) };
  return element(
    'li',
    {},
    language === 'en' ? t('portrait.warning', told) : text,
    element('a.take', { href: simulatorAddress(profile, changes) }, t('portrait.tryIt')),
  );
}

function services(/** @type {Profile} */ profile, /** @type {Book} */ rules) {
  const offered = rules.rules.services?.find(({ stages }) => stages.includes(profile.stage ?? ''))?.items;
  return profile.services
    ? element(
        'section.card',
        {},
        element('h2', {}, t('portrait.services')),
        element(
          'ul',
          {},
          (offered ?? profile.services.items).map((text) => element('li', {}, text)),
        ),
        element('p.muted', {}, t('portrait.servicesBasis', { notice: notice(rules), cite: profile.services.cite })),
      )
    : null;
}

/**
 * What the result opens, and since when it was taken up; of what is published, also what was taken up besides.
 *
 * @param {Profile} profile
 * @param {Opened[]} opened
 * @param {Book} rules
 */
function benefits(profile, opened, rules) {
  const others = profile.edition === 'draft' ? [] : opened.filter(({ entitled }) => !entitled);
  const all = [...profile.benefits, ...others];
  return all.length
    ? element(
        'section.card',
        { id: 'benefits' },
        element('h2', {}, t('portrait.benefits')),
        element(
          'ul.advice',
          {},
          all.map(({ id, department: grantor, cite }) => {
            const department = rules.grantor(grantor);
            const on = opened.find((one) => one.id === id)?.takenOn;
            return element(
              'li',
              {},
              element('b', {}, rules.benefit(id)),
              on ? element('span.badge.good', {}, t('portrait.takenOn', { day: format.day(on) })) : null,
              element('span.muted', {}, t('portrait.benefitBy', { department, notice: notice(rules), cite })),
            );
          }),
        ),
      )
    : null;
}

/** @type {Record<Schema<'Indicator'>['outcome'], string>} */
const TONES = { scored: 'good', missing: 'warn', 'base-not-positive': 'warn' };

function indicators(/** @type {Profile} */ profile, /** @type {Category} */ category, /** @type {Book} */ rules) {
  const peers = new Map((profile.peers?.indicators ?? []).map((one) => [one.id, one.points]));
  const ids = new Set(rules.rules.indicators.filter((one) => one.category === category.id).map((one) => one.id));
  const rows = profile.indicators.filter((one) => ids.has(one.id));
  /** @type {import('../table/table.js').Column<Schema<'Indicator'>>[]} */
  const columns = [
    { id: 'code', title: t('common.code'), class: 'short', value: (row) => row.id },
    {
      id: 'indicator',
      title: t('common.indicator'),
      head: true,
      value: (row) => rules.indicator(row.id),
      cell: (row) =>
        link('/indicators/' + encodeURIComponent(row.id) + '?year=' + profile.year, rules.indicator(row.id)),
    },
    {
      id: 'value',
      title: t('common.value'),
      number: true,
      value: (row) => row.value,
      cell: (row) => measured(row, rules),
    },
    {
      id: 'pointsColumn',
      title: t('common.pointsColumn'),
      number: true,
      class: 'strong',
      value: (row) => row.points,
      cell: (row) => [format.points(row.points), element('small', {}, ' / ' + row.fullPoints)],
    },
    {
      id: 'stageMedian',
      title: t('portrait.stageMedian'),
      number: true,
      value: (row) => peers.get(row.id)?.quartiles[1],
      cell: (row) => format.points(peers.get(row.id)?.quartiles[1]),
    },
    {
      id: 'outcome',
      title: t('common.outcome'),
      class: 'short',
      value: (row) => rules.reason(row) || outcome(row.outcome),
      cell: (row) => [
        element('span', { class: 'badge ' + TONES[row.outcome] }, outcome(row.outcome)),
        row.reason ? element('span.code', {}, rules.reason(row)) : null,
      ],
    },
    {
      id: 'source',
      title: t('common.source'),
      class: 'off-paper',
      value: (row) => (row.from ?? []).map((one) => one.key + '#' + one.row).join(' '),
      cell: (row) => sources(row.from ?? [], rules),
    },
  ];
  const points = format.points(profile.categories?.[category.id]);
  return chapter(t('portrait.categoryPoints', { category: category.name, points }), [
    saveButton(category.name, columns, rows),
    table({ caption: category.name, columns, rows, stacked: true, place: ({ id }) => 'indicator-' + id }),
  ]);
}

/** A value with its unit; what is worth a share of the points has none and is yes or no or a level. */
function measured(/** @type {Schema<'Indicator'>} */ row, /** @type {Book} */ rules) {
  if (row.withheld) {
    const { quarter } = row;
    return element('span.muted', {}, quarter ? t('portrait.withheldQuarter', { quarter }) : t('portrait.withheld'));
  }
  if (row.value === null || row.value === undefined) {
    return NOTHING;
  }
  if (!row.unit) {
    const shares = rules.rules.indicators.find((one) => one.id === row.id)?.value.best?.shares;
    const level = Object.entries(shares ?? {}).find(([, share]) => share === row.value)?.[0];
    return row.value === 0
      ? t('common.none')
      : (valueWord(level) ?? (row.value === 1 ? t('common.yes') : format.share(row.value)));
  }
  return [format.value(row.value), element('small', {}, ' ' + unitName(row.unit))];
}

function history(/** @type {Schema<'HistoryYear'>[]} */ items, /** @type {Book} */ rules) {
  const rows = items.toSorted((a, b) => b.year - a.year);
  /** @type {import('../table/table.js').Column<Schema<'HistoryYear'>>[]} */
  const columns = [
    { id: 'year', title: t('common.year'), head: true, value: (row) => row.year },
    { id: 'status', title: t('common.status'), class: 'short', value: (row) => status(row.status) },
    stageColumn(rules),
    totalColumn(),
    {
      id: 'onYearBefore',
      title: t('portrait.onYearBefore'),
      number: true,
      value: (row) => row.change?.total,
      cell: (row) => format.change(row.change?.total),
    },
    {
      id: 'rankOverall',
      title: t('common.rankOverall'),
      number: true,
      value: (row) => row.rank?.overall,
      cell: (row) => (row.rank?.overall ? row.rank.overall + ' / ' + row.rank.overallOf : NOTHING),
    },
    {
      id: 'rankInStage',
      title: t('common.rankInStage'),
      number: true,
      value: (row) => row.rank?.stage,
      cell: (row) => (row.rank ? row.rank.stage + ' / ' + row.rank.stageOf : NOTHING),
    },
    {
      id: 'largestChanges',
      title: t('portrait.largestChanges'),
      value: (row) => clauses(changes(row, rules)),
      cell: (row) =>
        changes(row, rules).length
          ? element(
              'ul.sources',
              {},
              changes(row, rules)
                .slice(0, 3)
                .map((text) => element('li', {}, text)),
            )
          : NOTHING,
    },
  ];
  return chapter(t('portrait.history'), [
    saveButton(t('portrait.history'), columns, rows),
    table({ caption: t('portrait.history'), id: 'history', columns, rows, stacked: true }),
  ]);
}

function changes(/** @type {Schema<'HistoryYear'>} */ row, /** @type {Book} */ rules) {
  const known = (row.change?.indicators ?? []).filter((one) => !one.withheld);
  return known.map(({ id, points }) =>
    t('portrait.indicatorChange', { indicator: id + ' ' + rules.indicator(id), change: format.change(points) }),
  );
}

function subsidies(/** @type {Schema<'RewardLine'>} */ { total, rewards }, /** @type {Book} */ rules) {
  /** @type {import('../table/table.js').Column<Schema<'Reward'>>[]} */
  const columns = [
    { id: 'reward', title: t('common.reward'), head: true, value: (row) => rules.reward(row.reward) },
    {
      id: 'amount',
      title: t('common.amount'),
      unit: t('common.yuanUnit'),
      number: true,
      value: (row) => row.amount,
      cell: (row) => format.points(row.amount),
    },
  ];
  return chapter(
    t('portrait.rewards', { total: format.points(total) }),
    table({ caption: t('common.rewards'), columns, rows: rewards }),
  );
}

/** The number of the document that the rules implement. */
function notice(/** @type {Book} */ { document }) {
  return String(document?.document.number ?? '');
}
