// @ts-check
// An enterprise's desk: its score, the days left to object, what is missing, what would raise it, its questions and
// papers, and who looked.

import { all, find } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { rulebook, status } from '../api/names.js';
import { places } from '../api/places.js';
import { element } from '../base/dom.js';
import { once } from '../base/once.js';
import { changesOf, inWords, simulatorAddress } from '../enterprise/supposed-changes.js';
import { badges, subject } from '../questions/question-words.js';
import { hasAsked, isAsked } from '../questions/turns.js';
import { person } from '../session/session.js';
import { scopeName } from '../words/grants.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { ownReports } from './own-reports.js';

const { t } = ownWords({
  'enterpriseDesk.result': ['{year} 年度结果', 'Result of {year}'],
  'enterpriseDesk.noResult': ['本年度结果尚未公布。', 'The results of this year are not published yet.'],
  'enterpriseDesk.notListed': [
    '本企业没有 {year} 年度的结果；如应在评价名录中，请联系科学技术局。',
    'Your enterprise has no result of {year}. If it should be on the roster, contact the science bureau.',
  ],
  'enterpriseDesk.unscored': ['{status}：本年度没有得分。', '{status}: no score this year.'],
  'enterpriseDesk.why': ['每一项得分的由来', 'Where every point comes from'],
  'enterpriseDesk.card': ['公开的积分卡', 'The public card'],
  'enterpriseDesk.compare': ['与其他企业对比', 'Compare with others'],
  'enterpriseDesk.notice': ['公示与异议', 'Notice period'],
  'enterpriseDesk.noticeRuns': [
    '公示至 {until}，含今天还有 {left, number} 个工作日，期间可以提出异议。',
    'Until {until}, {left, plural, one {# working day} other {# working days}} with today, you may object.',
  ],
  'enterpriseDesk.noticeOver': [
    '公示期已结束；对结果仍可提出问题，更正后计入下一次公布。',
    'The notice period is over. You may still ask; what is corrected counts in the next publication.',
  ],
  'enterpriseDesk.noNotice': [
    '本次公布未设公示期；对结果可以提出问题，更正后计入下一次公布。',
    'No notice period was set. You may ask; what is corrected counts in the next publication.',
  ],
  'enterpriseDesk.object': ['提出异议', 'Object'],
  'enterpriseDesk.missing': ['缺少的数据', 'What is missing'],
  'enterpriseDesk.missingCount': [
    '{count, number} 项指标缺少数据，没有得分。',
    '{count, plural, one {# indicator lacks} other {# indicators lack}} data and earn nothing.',
  ],
  'enterpriseDesk.complete': ['各项指标的数据齐全。', 'No indicator lacks data.'],
  'enterpriseDesk.reports': ['填报的结果', 'What became of your reports'],
  'enterpriseDesk.report': ['自主填报', 'Report figures'],
  'enterpriseDesk.steps': ['怎样提高', 'What would raise the score'],
  'enterpriseDesk.noSteps': ['没有可建议的步骤。', 'There is no step to suggest.'],
  'enterpriseDesk.gain': ['总分 +{points}', 'total +{points}'],
  'enterpriseDesk.simulate': ['自己试算', 'Try changes of your own'],
  'enterpriseDesk.questions': ['提出的问题', 'Your questions'],
  'enterpriseDesk.noQuestions': ['没有提出过异议或问题。', 'You have asked nothing.'],
  'enterpriseDesk.toAnswer': [
    '{count, number} 件待本企业答复，最近的期限为 {day}。',
    '{count, plural, one {# waits} other {# wait}} for your answer, the next until {day}.',
  ],
  'enterpriseDesk.due': ['，{day} 前答复', ', answer until {day}'],
  'enterpriseDesk.toAgree': [
    '{count, number} 件已有答复，请看是否同意。',
    '{count, plural, one {# is} other {# are}} answered: see whether you agree.',
  ],
  'enterpriseDesk.asked': ['共 {count, number} 件。', '{count, number} in all.'],
  'enterpriseDesk.papers': ['参考函与授权', 'Letters and grants'],
  'enterpriseDesk.noPapers': [
    '没有出具参考函，也没有授权银行查看。',
    'No letter was issued, and no bank was granted anything.',
  ],
  'enterpriseDesk.letter': ['参考函 {code}', 'Letter {code}'],
  'enterpriseDesk.until': ['，有效期至 {day}', ', valid until {day}'],
  'enterpriseDesk.scope': ['：{scope}', ': {scope}'],
  'enterpriseDesk.toGrants': ['管理授权', 'Manage grants'],
  'enterpriseDesk.toLetter': ['出具参考函', 'Issue a letter'],
  'enterpriseDesk.readers': ['谁看过本企业', 'Who looked'],
  'enterpriseDesk.noReaders': ['还没有部门看过本企业的画像。', 'No office has read your portrait yet.'],
  'enterpriseDesk.allReaders': ['全部查看记录', 'All readings'],
  'enterpriseDesk.bureau': ['科学技术局', 'Science and technology bureau'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./tile.js').Tile} Tile */

/** @returns {Tile[]} */
export function tiles(/** @type {View} */ { number: year, years, signal }) {
  const { uscc } = person();
  const published = years.find((one) => one.year === year);
  const portrait = once(() =>
    published ? find('/years/{year}/enterprises/{uscc}/profile', { year, uscc }, signal) : Promise.resolve(null),
  );
  // What is reported for a year to come is called as in the last one.
  const rules = once(() => rulebook((published ?? years[0])?.rulebook ?? 'none'));
  const at = '?year=' + year;
  return [
    { id: 'result', title: t('enterpriseDesk.result', { year }), read: () => result(portrait, rules, published, at) },
    { id: 'notice', title: t('enterpriseDesk.notice'), read: async () => notice(published, at) },
    { id: 'missing', title: t('enterpriseDesk.missing'), read: () => missing(portrait, rules, at) },
    { id: 'reports', title: t('enterpriseDesk.reports'), read: () => ownReports(year, rules, signal) },
    { id: 'steps', title: t('enterpriseDesk.steps'), read: () => steps(portrait, rules, at) },
    { id: 'questions', title: t('enterpriseDesk.questions'), read: () => questions(year, signal) },
    { id: 'papers', title: t('enterpriseDesk.papers'), read: () => papers(year, uscc, signal) },
    { id: 'readers', title: t('enterpriseDesk.readers'), read: () => readers(uscc, signal) },
  ];
}

/** @typedef {Answer<'/years/{year}/enterprises/{uscc}/profile', 'get'>} Profile */
/** @typedef {() => Promise<Profile | null>} Portrait */
/** @typedef {() => Promise<import('../api/names.js').Book>} Rulebook */
/** @typedef {import('./tile.js').Said} Said */

/**
 * @param {Portrait} portrait
 * @param {Rulebook} rulebook
 * @param {Schema<'Year'> | undefined} published
 * @param {string} at
 * @returns {Promise<Said>}
 */
async function result(portrait, rulebook, published, at) {
  if (!published) {
    return { text: t('enterpriseDesk.noResult') };
  }
  const [profile, rules] = await Promise.all([portrait(), rulebook()]);
  if (!profile) {
    return { tone: 'warn', text: t('enterpriseDesk.notListed', { year: published.year }) };
  }
  /** @type {[string, string]} */
  const why = ['/portrait' + at, t('enterpriseDesk.why')];
  if (profile.status !== 'scored') {
    const text = t('enterpriseDesk.unscored', { status: status(profile.status) });
    return { tone: 'bad', text, actions: [why] };
  }
  const stage = rules.stage(profile.stage);
  return {
    figure: format.points(profile.total),
    text: stage,
    content: profile.rank ? places(profile.rank, stage) : null,
    actions: [
      why,
      ['/enterprises/' + profile.uscc + at, t('enterpriseDesk.card')],
      ['/compare?ids=' + profile.uscc, t('enterpriseDesk.compare')],
    ],
  };
}

/** @returns {Said} */
function notice(/** @type {Schema<'Year'> | undefined} */ published, /** @type {string} */ at) {
  /** @type {[string, string][]} */
  const actions = [['/questions' + at, t('enterpriseDesk.object')]];
  if (!published) {
    return { text: t('enterpriseDesk.noResult') };
  }
  const { noticeUntil, workingDaysLeft: left } = published;
  if (!noticeUntil) {
    return { text: t('enterpriseDesk.noNotice'), actions };
  }
  return left === undefined
    ? { text: t('enterpriseDesk.noticeOver'), actions }
    : { tone: 'warn', text: t('enterpriseDesk.noticeRuns', { until: format.day(noticeUntil), left }), actions };
}

/** @returns {Promise<Said>} */
async function missing(/** @type {Portrait} */ portrait, /** @type {Rulebook} */ rulebook, /** @type {string} */ at) {
  const [profile, rules] = await Promise.all([portrait(), rulebook()]);
  const lacking = (profile?.indicators ?? []).filter(({ outcome }) => outcome === 'missing');
  /** @type {[string, string][]} */
  const actions = [['/self-report' + at, t('enterpriseDesk.report')]];
  if (!profile) {
    return { text: t('enterpriseDesk.noResult'), actions };
  }
  return lacking.length
    ? {
        tone: 'warn',
        text: t('enterpriseDesk.missingCount', { count: lacking.length }),
        lines: lacking.map((one) => ({ text: one.id + ' ' + rules.indicator(one.id), note: rules.reason(one) })),
        actions,
      }
    : { tone: 'good', text: t('enterpriseDesk.complete'), actions };
}

/** @returns {Promise<Said>} */
async function steps(/** @type {Portrait} */ portrait, /** @type {Rulebook} */ rulebook, /** @type {string} */ at) {
  const [profile, rules] = await Promise.all([portrait(), rulebook()]);
  const lines = (profile?.weakPoints ?? []).flatMap(({ changes, total }) =>
    profile && changes && total
      ? [
          {
            text: inWords(changesOf(changes), rules),
            href: simulatorAddress(profile, changes),
            badge: {
              tone: /** @type {const} */ ('good'),
              word: t('enterpriseDesk.gain', { points: format.points(total) }),
            },
          },
        ]
      : [],
  );
  return {
    text: lines.length ? null : t('enterpriseDesk.noSteps'),
    lines: lines.slice(0, 3),
    actions: profile ? [['/simulator' + at, t('enterpriseDesk.simulate')]] : [],
  };
}

/** @returns {Promise<Said>} */
async function questions(/** @type {number} */ year, /** @type {AbortSignal} */ signal) {
  const { items } = await all('/questions', { year }, signal);
  const toAnswer = items.filter(isAsked).sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const toAgree = items.filter((one) => one.state === 'answered' && hasAsked(one));
  const waiting = new Set([...toAnswer, ...toAgree]);
  const said = [
    toAnswer.length ? t('enterpriseDesk.toAnswer', { count: toAnswer.length, day: format.day(toAnswer[0].dueOn) }) : '',
    toAgree.length ? t('enterpriseDesk.toAgree', { count: toAgree.length }) : '',
  ];
  return {
    tone: toAnswer.some(({ overdue }) => overdue) ? 'bad' : waiting.size ? 'warn' : '',
    text: waiting.size
      ? said.filter(Boolean).join(' ')
      : items.length
        ? t('enterpriseDesk.asked', { count: items.length })
        : t('enterpriseDesk.noQuestions'),
    lines: [...waiting, ...items.filter((one) => !waiting.has(one))].map((one) => ({
      text: subject(one),
      href: '/questions?year=' + year + '&question=' + one.id,
      note: [' ', badges(one), toAnswer.includes(one) ? t('enterpriseDesk.due', { day: format.day(one.dueOn) }) : ''],
    })),
  };
}

/** @returns {Promise<Said>} */
async function papers(/** @type {number} */ year, /** @type {string} */ uscc, /** @type {AbortSignal} */ signal) {
  const [letters, grants] = await Promise.all([
    all('/years/{year}/letters', { year, uscc }, signal),
    all('/enterprises/{uscc}/grants', { uscc }, signal),
  ]);
  const lines = [
    ...letters.items
      .filter(({ standing }) => standing === 'valid')
      .map(({ code, validUntil }) => ({
        text: t('enterpriseDesk.letter', { code }),
        href: '/letters?code=' + code,
        note: t('enterpriseDesk.until', { day: format.day(validUntil) }),
      })),
    ...grants.items
      .filter(({ standing }) => standing === 'valid')
      .map(({ bankName, scope, until }) => ({
        text: [element('span.own-words', {}, bankName), t('enterpriseDesk.scope', { scope: scopeName(scope) })],
        href: '/grants',
        note: t('enterpriseDesk.until', { day: format.day(until) }),
      })),
  ];
  return {
    text: lines.length ? null : t('enterpriseDesk.noPapers'),
    lines,
    actions: [
      ['/portrait?year=' + year, t('enterpriseDesk.toLetter')],
      ['/grants', t('enterpriseDesk.toGrants')],
    ],
  };
}

/** @returns {Promise<Said>} */
async function readers(/** @type {string} */ uscc, /** @type {AbortSignal} */ signal) {
  const [{ items }, { department }] = await Promise.all([
    all('/enterprises/{uscc}/readers', { uscc }, signal),
    catalogue(),
  ]);
  return {
    text: items.length ? null : t('enterpriseDesk.noReaders'),
    lines: items.slice(0, 3).map(({ at, office }) => ({
      text: office === 'bureau' ? t('enterpriseDesk.bureau') : element('span.own-words', {}, department(office)),
      note: ' ' + format.minute(at),
    })),
    actions: items.length ? [['/readers', t('enterpriseDesk.allReaders')]] : [],
  };
}
