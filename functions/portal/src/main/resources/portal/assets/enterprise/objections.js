// @ts-check
// Objections during the notice period: an enterprise files them, the department whose figures they are about or the
// bureau answers, and the enterprise agrees or has it done again.

import { all, find, post } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { button, choice, chosen, element, link } from '../base/dom.js';
import { enterpriseColumn } from '../table/columns.js';
import { table } from '../table/table.js';
import { titleOf } from '../page/navigation.js';
import { format } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';
import { whoAndWhen } from '../words/roles.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { isAny, person } from '../session/session.js';
import { keptForm } from '../page/use-draft.js';

const { t } = ownWords({
  'objections.noPeriod': [
    '{year} 年度的结果没有设定公示期，不受理异议。',
    'The results of {year} have no notice period; objections are not accepted.',
  ],
  'objections.period': [
    '公示期至 {day}，含今天还有 {left, number} 个工作日，期间可对本企业结果的每一项提出一次异议。',
    'Notice period until {day}, {left, plural, one {# working day} other {# working days}} with today: ' +
      'you may object once to each part of your result.',
  ],
  'objections.periodEnded': ['公示期已于 {day} 结束。', 'The notice period ended on {day}.'],
  'objections.none': ['没有异议。', 'No objections.'],
  'objections.listedHere': [
    '企业在公示期内提出的异议会列在这里。',
    'Objections that enterprises file during the notice period are listed here.',
  ],
  'objections.noneFiled': ['还没有提出过异议。', 'No objection has been filed.'],
  'objections.lookFirst': [
    '先看各项的数值和来源，再决定是否提出。',
    'First look at the value and the source of each part.',
  ],
  'objections.portrait': ['看本企业的创新画像', 'See your portrait'],
  'objections.indicatorChoice': ['{indicator} · {points} 分', '{indicator} · {points} points'],
  'objections.file': ['提出异议', 'File an objection'],
  'objections.why': [
    '理由（说明哪个数据不对、应是多少、依据是什么）',
    'Grounds: which figure is wrong, what it should be, and on what evidence',
  ],
  'objections.submit': ['提交异议', 'Submit the objection'],
  'objections.about': ['事项', 'About'],
  'objections.deduction': ['扣分：{reason}', 'Deduction: {reason}'],
  'objections.exclusion': ['不纳入评价：{reason}', 'Excluded: {reason}'],
  'objections.decay': ['衰减：{reason}', 'Decay: {reason}'],
  'objections.missing': ['缺少：{title}', 'Missing: {title}'],
  'objections.stage': ['企业阶段', 'Stage'],
  'objections.bonus': ['附加分', 'Bonus'],
  'objections.reward': ['政策奖励', 'Rewards'],
  'objections.before': ['公示结果', 'Published'],
  'objections.standing': ['{text}；总分 {total}', '{text}; total {total}'],
  'objections.withheld': ['含其他部门数据，不显示', 'With other departments’ figures; not shown'],
  'objections.after': ['更正后：{standing}', 'Corrected: {standing}'],
  'objections.number': ['受理编号 {id}', 'No. {id}'],
  'objections.due': ['{day} 前答复', 'Answer until {day}'],
  'objections.overdue': ['逾期', 'Overdue'],
  'objections.reopened': ['重新办理', 'Reopened'],
  'objections.closed': ['已办结', 'Closed'],
  'objections.because': ['不同意：{reason}', 'Not agreed: {reason}'],
  'objections.whyNot': ['不同意的理由（只能提出一次）', 'Why you do not agree (once)'],
  'objections.agree': ['同意答复', 'Agree'],
  'objections.disagree': ['不同意，重新办理', 'Do not agree: do it again'],
  'objections.until': ['{day} 前不提出不同意见的，自动办结。', 'Closed by itself after {day}.'],
  'objections.needsFile': [
    '异议成立的，先报送更正后的文件；评分草稿更新后才能答复“成立”。',
    'To uphold it, deliver the corrected file first; the draft has to show the correction.',
  ],
  'objections.isUpheld': ['成立', 'Upheld'],
  'objections.isDismissed': ['不成立', 'Dismissed'],
  'objections.open': ['待答复', 'Awaiting answer'],
  'objections.filed': ['提出时间', 'Filed'],
  'objections.grounds': ['理由', 'Grounds'],
  'objections.answer': ['答复', 'Answer'],
  'objections.uphold': ['异议成立', 'Uphold'],
  'objections.dismiss': ['异议不成立', 'Dismiss'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {{ year: number, uscc: string }} Own the enterprise that is signed in */

page({ year: true }, async (view) => {
  const { year } = view;
  const open = year.workingDaysLeft !== undefined;
  view.lead(
    !year.noticeUntil
      ? t('objections.noPeriod', { year: year.year })
      : open
        ? t('objections.period', { day: format.day(year.noticeUntil), left: year.workingDaysLeft })
        : t('objections.periodEnded', { day: format.day(year.noticeUntil) }),
  );
  view.body.replaceChildren(...(isAny('bureau', 'department') ? await received(view) : await own(view, open)));
});

async function received(/** @type {View} */ view) {
  const found = await all('/years/{year}/objections', { year: view.year.year }, view.signal);
  return [found.items.length ? list(found.items, view, true) : empty(t('objections.none'), t('objections.listedHere'))];
}

async function own(/** @type {View} */ view, /** @type {boolean} */ open) {
  const at = { year: view.year.year, uscc: person().uscc };
  const [filed, profile, { dataset }] = await Promise.all([
    all('/years/{year}/enterprises/{uscc}/objections', at, view.signal, null),
    open ? find('/years/{year}/enterprises/{uscc}/profile', at, view.signal) : null,
    catalogue(),
  ]);
  return [
    ...(open && profile ? [form(parts(profile, dataset), at, view)] : []),
    filed.items.length
      ? list(filed.items, view, false)
      : empty(
          t('objections.noneFiled'),
          t('objections.lookFirst'),
          link('/portrait?year=' + view.year.year, t('objections.portrait')),
        ),
  ];
}

/** @typedef {[place: string, words: string]} Part what can be objected to: its kind and id, and how people call it */

/**
 * @param {Schema<'Profile'>} profile
 * @param {(id: string) => string} dataset its title
 * @returns {Part[]}
 */
function parts(profile, dataset) {
  /** @type {Part[]} */
  const all = [
    ...profile.indicators.map(
      ({ id, name, points }) =>
        /** @type {Part} */ ([
          'indicator=' + id,
          t('objections.indicatorChoice', { indicator: id + ' ' + name, points: format.points(points) }),
        ]),
    ),
    ...(profile.exclusions ?? []).map(
      ({ rule, reason }) => /** @type {Part} */ (['exclusion=' + rule, t('objections.exclusion', { reason })]),
    ),
    ...profile.deductions.map(
      ({ rule, reason }) => /** @type {Part} */ (['deduction=' + rule, t('objections.deduction', { reason })]),
    ),
    ...profile.decay.map(
      ({ rule, reason }) => /** @type {Part} */ (['decay=' + rule, t('objections.decay', { reason })]),
    ),
    ...(profile.unknown ?? []).map(({ field }, at) => {
      const title = language === 'en' ? field : (profile.explanations?.[at] ?? field);
      return /** @type {Part} */ (['missing=' + field, t('objections.missing', { title })]);
    }),
    ...(profile.unreported ?? []).map(
      (id) => /** @type {Part} */ (['missing=' + id, t('objections.missing', { title: dataset(id) })]),
    ),
  ];
  if (profile.stage) {
    all.push(['stage', t('objections.stage')]);
  }
  if (profile.status === 'scored') {
    all.push(['bonus', t('objections.bonus')], ['reward', t('objections.reward')]);
  }
  return all;
}

function form(/** @type {Part[]} */ known, /** @type {Own} */ at, /** @type {View} */ view) {
  const asked = view.query.get('indicator');
  const about = choice(t('objections.about'), known, asked ? 'indicator=' + asked : known[0][0], null, {
    id: 'about',
    name: 'about',
  });
  const text = element('textarea', { id: 'text', name: 'text', rows: 5, maxlength: 2000, required: true });
  return keptForm(
    {
      id: 'object',
      class: 'card stack',
      name: 'objection ' + at.year,
      signal: view.signal,
      send: () => {
        const [kind, id = null] = chosen(about).split('=');
        return post('/years/{year}/enterprises/{uscc}/objections', at, {
          about: { kind: /** @type {Schema<'ObjectionKind'>} */ (kind), id },
          text: text.value,
        });
      },
      done: view.refresh,
    },
    [
      element('h2', {}, t('objections.file')),
      about,
      element('label.field', {}, element('span', {}, t('objections.why')), text),
      element('div', {}, element('button', { type: 'submit' }, t('objections.submit'))),
    ],
  );
}

/** @type {Record<string, [word: string, tone: string]>} */
const OUTCOMES = {
  upheld: [t('objections.isUpheld'), 'good'],
  dismissed: [t('objections.isDismissed'), ''],
  open: [t('objections.open'), 'warn'],
  reopened: [t('objections.reopened'), 'warn'],
};

/** @typedef {Schema<'Objection'>} Objection */

/** What stands in a result. */
function standing(/** @type {Schema<'ObjectionStanding'>} */ { text, total }) {
  const shown = text ?? t('objections.withheld');
  return total === null ? shown : t('objections.standing', { text: shown, total: format.points(total) });
}

/**
 * @param {Schema<'Objection'>[]} rows
 * @param {View} view
 * @param {boolean} office whether all enterprises' are shown
 */
function list(rows, view, office) {
  const outcome = (/** @type {Objection} */ one) => one.answer?.outcome ?? one.status;
  /** @type {import('../table/table.js').Column<Objection>[]} */
  const columns = [
    {
      id: 'about',
      title: t('objections.about'),
      head: true,
      value: ({ about }) => (about.kind === 'indicator' ? about.id + ' ' : '') + about.title,
    },
    ...(office
      ? [{ ...enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + view.number), head: false }]
      : []),
    {
      id: 'status',
      title: t('common.status'),
      class: 'short',
      filter: true,
      value: (one) => OUTCOMES[outcome(one)][0],
      key: outcome,
      cell: (one) => {
        const [word, tone] = OUTCOMES[outcome(one)];
        return [
          element('span', { class: 'badge ' + tone }, word),
          one.overdue ? element('span.badge.bad', {}, t('objections.overdue')) : null,
          one.status === 'closed' ? element('span.badge', {}, t('objections.closed')) : null,
        ];
      },
    },
    { id: 'before', title: t('objections.before'), value: (one) => standing(one.before) },
    {
      id: 'filed',
      title: t('objections.filed'),
      class: 'short',
      value: (one) => one.filedAt,
      cell: (one) => [
        format.minute(one.filedAt),
        element('p.muted', {}, t('objections.due', { day: format.day(one.dueOn) })),
        element('p.muted', {}, t('objections.number', { id: one.id })),
      ],
    },
    {
      id: 'grounds',
      title: t('objections.grounds'),
      value: (one) => one.text,
      cell: (one) => [
        element('p.words', {}, one.text),
        one.reopening ? element('p.words', {}, t('objections.because', { reason: one.reopening.reason })) : null,
      ],
    },
    {
      id: 'answer',
      title: t('objections.answer'),
      value: (one) => one.answer?.text,
      cell: (one) => [
        one.reopening ? quoted(one.reopening.answer) : null,
        one.answer ? quoted(one.answer) : null,
        next(one, view, office),
      ],
    },
  ];
  const caption = titleOf('/objections');
  return table({ caption, id: 'objections', columns, rows, sort: null, stacked: true, tools: true });
}

function quoted(/** @type {Schema<'ObjectionAnswer'>} */ { text, by, at, after }) {
  return element(
    'blockquote',
    {},
    element('p.words', {}, text),
    after ? element('p', {}, t('objections.after', { standing: standing(after) })) : null,
    element('p.muted', {}, by ? whoAndWhen(by, at) : format.minute(at)),
  );
}

/** What who is signed in may do next. */
function next(/** @type {Objection} */ one, /** @type {View} */ view, /** @type {boolean} */ office) {
  if (!one.answer) {
    // An approver reads what came and answers nothing.
    return office && person().roles.some((role) => role === 'bureau' || role === 'department')
      ? answer(one, view)
      : null;
  }
  return !office && one.status === 'answered' ? agreement(one, one.answer, view) : null;
}

/** Whether who asked agrees; once it may be done again. */
function agreement(
  /** @type {Objection} */ one,
  /** @type {Schema<'ObjectionAnswer'>} */ given,
  /** @type {View} */ view,
) {
  const at = { year: one.year, id: one.id };
  const reason = element('textarea', { name: 'reason', rows: 2, maxlength: 2000, required: true });
  const agree = () => post('/years/{year}/objections/{id}/closure', at, {});
  const again = async () =>
    reason.reportValidity() ? post('/years/{year}/objections/{id}/reopening', at, { reason: reason.value }) : undefined;
  return keptForm(
    {
      id: 'agree-' + one.id,
      class: 'stack',
      name: 'objection-agree ' + one.id,
      signal: view.signal,
      done: view.refresh,
    },
    (sending) => [
      element('p.muted', {}, t('objections.until', { day: format.day(given.closesOn) })),
      element('div.actions', {}, button(t('objections.agree'), sending(agree))),
      one.reopening ? null : element('label.field', {}, element('span', {}, t('objections.whyNot')), reason),
      one.reopening
        ? null
        : element('div.actions', {}, button(t('objections.disagree'), sending(again), { class: 'quiet' })),
    ],
  );
}

function answer(/** @type {Schema<'Objection'>} */ one, /** @type {View} */ view) {
  const text = element('textarea', {
    name: 'answer',
    rows: 3,
    maxlength: 2000,
    required: true,
    'aria-label': t('objections.answer'),
  });
  const as = (/** @type {Schema<'ObjectionAnswer'>['outcome']} */ outcome) => async () =>
    text.reportValidity()
      ? post('/years/{year}/objections/{id}/answer', { year: one.year, id: one.id }, { outcome, text: text.value })
      : undefined;
  return keptForm(
    {
      id: 'answer-' + one.id,
      class: 'stack',
      name: 'objection-answer ' + one.id,
      signal: view.signal,
      done: view.refresh,
    },
    (sending) => [
      text,
      element('p.muted', {}, t('objections.needsFile')),
      element(
        'div.actions',
        {},
        button(t('objections.uphold'), sending(as('upheld'))),
        button(t('objections.dismiss'), sending(as('dismissed')), { class: 'quiet' }),
      ),
    ],
  );
}
