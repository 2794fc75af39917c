// @ts-check
// Objections and questions: an enterprise asks and follows, the department that has one answers by a file, the bureau
// assigns, and whoever visits enterprises has a list.

import { all, find, get } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { choice, element, link } from '../base/dom.js';
import { fileButtons, table } from '../table/table.js';
import { titleOf } from '../page/navigation.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { officeControls } from '../page/office-filter.js';
import { officeFilter } from '../page/office-query.js';
import { page } from '../page/page.js';
import { isAny, person } from '../session/session.js';
import { objecting, registering } from './asking.js';
import { history } from './question-history.js';
import { badges, KINDS, standing, STATES, subject, receipt } from './question-words.js';

const { t } = ownWords({
  'questions.period': [
    '公示期至 {day}，含今天还有 {left, number} 个工作日。对本企业结果的每一项可提出一次异议。',
    'Notice period until {day}, {left, plural, one {# working day} other {# working days}} with today. ' +
      'You may object once to each part of your result.',
  ],
  'questions.lead': [
    '对本企业结果的每一项可提出一次异议；数据更正后计入下一次公布。',
    'You may object once to each part of your result; what is corrected counts in the next publication.',
  ],
  'questions.office': [
    '答复“成立”须先有更正后的文件；答复后 10 个工作日内提出人无不同意见的，自动办结。',
    'A question is upheld by a corrected file, and closed ten working days after the answer.',
  ],
  'questions.none': ['没有异议或问题。', 'No questions.'],
  'questions.listedHere': [
    '企业提出的异议、部门和网格登记的问题会列在这里。',
    'What enterprises, departments and visitors ask is listed here.',
  ],
  'questions.noneAsked': ['还没有提出过异议。', 'Nothing has been asked.'],
  'questions.lookFirst': [
    '先看各项的数值和来源，再决定是否提出。',
    'First look at the value and the source of each part.',
  ],
  'questions.portrait': ['看本企业的创新画像', 'See your portrait'],
  'questions.about': ['事项', 'About'],
  'questions.kind': ['类别', 'Kind'],
  'questions.every': ['全部', 'All'],
  'questions.late': ['期限', 'Due'],
  'questions.onlyLate': ['只看逾期', 'Overdue only'],
  'questions.department': ['承办部门', 'Department'],
  'questions.before': ['提出时', 'When asked'],
  'questions.asked': ['提出时间', 'Asked'],
  'questions.due': ['{day} 前答复', 'Answer until {day}'],
  'questions.grounds': ['理由', 'Grounds'],
  'questions.answer': ['答复', 'Answer'],
  'questions.gridColumn': ['网格', 'Grid'],
  'questions.download': ['下载清单（{kind}）', 'Download the list ({kind})'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./question-words.js').Question} Question */
/** @typedef {import('../api/catalogue.js').Catalogue} Catalogue */

page({ anyYear: true }, async (view) => {
  const names = await catalogue();
  const id = view.query.get('question');
  const { year } = view;
  const left = year?.workingDaysLeft;
  const office = isAny('bureau', 'approver', 'department');
  view.lead(
    office
      ? t('questions.office')
      : left === undefined || !year?.noticeUntil
        ? t('questions.lead')
        : t('questions.period', { day: format.day(year.noticeUntil), left }),
  );
  view.body.replaceChildren(
    ...(id
      ? history(await get('/questions/{id}', { id }, view.signal), view, names)
      : office
        ? await received(view, names)
        : await own(view, names)),
  );
});

/** @returns {Promise<HTMLElement[]>} */
async function received(/** @type {View} */ view, /** @type {Catalogue} */ names) {
  const wanted = {
    year: view.number,
    state: view.query.get('state') ?? '',
    kind: view.query.get('kind') ?? '',
    department: view.query.get('department') ?? '',
    ...officeFilter(view.query),
    overdue: view.query.get('overdue') ?? '',
  };
  const asked = /** @type {Asked<'/questions', 'get'>} */ (wanted);
  const [found, controls] = await Promise.all([all('/questions', asked, view.signal), officeControls(view)]);
  return [
    element('div.row.off-paper', { id: 'filters' }, filters(wanted, view, names)),
    controls,
    element(
      'div.downloads.off-paper',
      {},
      fileButtons('/questions', asked, 'questions', (kind) => t('questions.download', { kind })),
    ),
    found.items.length ? list(found.items, view, names, true) : empty(t('questions.none'), t('questions.listedHere')),
    ...(isAny('bureau', 'department') ? [registering(view)] : []),
  ];
}

/**
 * @param {Record<string, any>} wanted
 * @param {View} view
 * @param {Catalogue} names
 */
function filters(wanted, view, names) {
  /** @type {(name: string, title: string, options: [string, string][]) => HTMLElement} */
  const by = (name, title, options) =>
    choice(
      title,
      [['', t('questions.every')], ...options],
      wanted[name],
      (value) => view.show({ [name]: value, cursor: '' }),
      { id: 'filter-' + name },
    );
  return [
    by('state', t('common.status'), Object.entries(STATES)),
    by('kind', t('questions.kind'), Object.entries(KINDS)),
    by(
      'department',
      t('questions.department'),
      names.departmentIds.map((id) => [id, names.department(id)]),
    ),
    by('overdue', t('questions.late'), [['true', t('questions.onlyLate')]]),
  ];
}

/** @returns {Promise<HTMLElement[]>} */
async function own(/** @type {View} */ view, /** @type {Catalogue} */ names) {
  const at = { year: /** @type {number} */ (view.number), uscc: /** @type {string} */ (person().uscc) };
  const [asked, profile] = await Promise.all([
    all('/questions', { year: at.year }, view.signal),
    find('/years/{year}/enterprises/{uscc}/profile', at, view.signal),
  ]);
  return [
    ...(profile ? [objecting(profile, names.dataset, view)] : []),
    asked.items.length
      ? list(asked.items, view, names, false)
      : empty(
          t('questions.noneAsked'),
          t('questions.lookFirst'),
          link('/portrait?year=' + view.number, t('questions.portrait')),
        ),
  ];
}

/**
 * @param {Question[]} rows
 * @param {View} view
 * @param {Catalogue} names
 * @param {boolean} office whether all enterprises' are shown
 */
function list(rows, view, names, office) {
  /** @type {import('../table/table.js').Column<Question>[]} */
  const columns = [
    {
      id: 'about',
      title: t('questions.about'),
      head: true,
      value: subject,
      cell: (one) => [
        link('/questions?year=' + view.number + '&question=' + one.id, subject(one)),
        element('p.muted.code', {}, receipt(one.id)),
      ],
    },
    {
      id: 'enterprise',
      title: t('common.enterprise'),
      hidden: !office,
      value: (one) => one.name ?? one.uscc,
      cell: (one) =>
        one.uscc ? link('/portrait?uscc=' + one.uscc + '&year=' + view.number, one.name ?? one.uscc) : null,
    },
    {
      id: 'grid',
      title: t('questions.gridColumn'),
      class: 'short',
      hidden: !rows.some((one) => one.grid),
      value: (one) => one.grid,
    },
    { id: 'status', title: t('common.status'), class: 'short', value: (one) => STATES[one.state], cell: badges },
    {
      id: 'department',
      title: t('questions.department'),
      hidden: !office,
      value: (one) => (one.department ? [one.department] : one.departments).map(names.department).join('、'),
    },
    { id: 'before', title: t('questions.before'), value: (one) => standing(one.before, one.about) },
    {
      id: 'asked',
      title: t('questions.asked'),
      class: 'short',
      value: (one) => one.askedAt,
      cell: (one) => [
        format.minute(one.askedAt),
        element('p.muted', {}, t('questions.due', { day: format.day(one.dueOn) })),
      ],
    },
    {
      id: 'grounds',
      title: t('questions.grounds'),
      value: (one) => one.text,
      cell: (one) => element('p.words', {}, one.text),
    },
    {
      id: 'answer',
      title: t('questions.answer'),
      value: (one) => one.answer?.text,
      cell: (one) => (one.answer ? element('blockquote', {}, element('p.words', {}, one.answer.text)) : null),
    },
  ];
  const caption = titleOf('/questions');
  return table({ caption, id: 'questions', columns, rows, sort: null, stacked: true, tools: true });
}
