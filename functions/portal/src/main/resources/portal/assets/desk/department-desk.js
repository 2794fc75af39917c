// @ts-check
// A department's desk: what it owes, files to mend, questions with their deadlines, its place in the league.

import { get } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { element } from '../base/dom.js';
import { person } from '../session/session.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { filesToMend } from './files.js';
import { isOpen, waitingQuestions } from './open-questions.js';
import { selfReportsToVerify } from './self-reports-to-verify.js';

const { t } = ownWords({
  'departmentDesk.datasets': ['{year} 年度应报的数据', 'Data of {year} to deliver'],
  'departmentDesk.none': ['本部门没有需要报送的数据。', 'Your department has nothing to deliver.'],
  'departmentDesk.delivered': [
    '已报送 {delivered, number} / {all, number} 张表。',
    '{delivered, number} of {all, number} datasets delivered.',
  ],
  'departmentDesk.late': ['已逾期', 'Overdue'],
  'departmentDesk.cameLate': ['逾期报送', 'Came late'],
  'departmentDesk.due': [' 期限 {day}', ' due {day}'],
  'departmentDesk.send': ['报送文件', 'Send a file'],
  'departmentDesk.gaps': ['谁缺数据', 'Who lacks data'],
  'departmentDesk.files': ['待处理的文件', 'Files to mend'],
  'departmentDesk.questions': ['待答复的问题', 'Questions to answer'],
  'departmentDesk.league': ['部门排行', 'League of departments'],
  'departmentDesk.place': ['第 {place, number} 位', 'Place {place, number}'],
  'departmentDesk.placeOf': [
    '共 {all, number} 个部门；按期 {onTime, number} 张表，逾期 {late, number} 张，退回 {refused, number} 行。',
    'Of {all, number} departments: {onTime, number} datasets on time, {late, number} late, {refused, number} rows ' +
      'refused',
  ],
  'departmentDesk.reminded': [
    '最近一次催报：{time}，{datasets, number} 张表、{questions, number} 个问题，由',
    'Last reminder: {time}, of {datasets, plural, one {# dataset} other {# datasets}} and ' +
      '{questions, plural, one {# question} other {# questions}}, by',
  ],
  'departmentDesk.notReminded': ['没有被催报过。', 'No reminder so far.'],
  'departmentDesk.toLeague': ['查看排行', 'See the league'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./tile.js').Said} Said */
/** @typedef {import('./readings.js').Readings} Readings */

/** @returns {import('./tile.js').Tile[]} */
export function tiles(/** @type {View} */ { number: year, signal }, /** @type {Readings} */ read) {
  const { department: own } = person();
  const mine = (/** @type {Schema<'Question'>} */ one) =>
    isOpen(one) && (one.department ? one.department === own : one.departments.includes(own));
  return [
    { id: 'datasets', title: t('departmentDesk.datasets', { year }), read: () => datasets(year, own, read) },
    {
      id: 'files',
      title: t('departmentDesk.files'),
      read: async () => filesToMend(year, await catalogue(), signal),
    },
    { id: 'questions', title: t('departmentDesk.questions'), read: () => waitingQuestions(year, read, mine) },
    selfReportsToVerify(year, signal),
    { id: 'league', title: t('departmentDesk.league'), read: () => league(year, own, signal) },
  ];
}

/** @returns {Promise<Said>} */
async function datasets(/** @type {number} */ year, /** @type {string} */ own, /** @type {Readings} */ read) {
  const [all, { dataset }] = await Promise.all([read.datasets(), catalogue()]);
  const owed = all.filter(({ owner }) => owner === own);
  if (!owed.length) {
    return { text: t('departmentDesk.none') };
  }
  const delivered = owed.filter((one) => one.delivered).length;
  return {
    tone: owed.some((one) => one.overdue && !one.delivered) ? 'bad' : delivered < owed.length ? 'warn' : 'good',
    text: t('departmentDesk.delivered', { delivered, all: owed.length }),
    lines: owed
      .toSorted((one, other) => Number(one.delivered) - Number(other.delivered))
      .map((one) => ({
        text: dataset(one.dataset),
        href: '/uploads?year=' + year + '&dataset=' + one.dataset,
        badge: badge(one),
        note: one.due ? t('departmentDesk.due', { day: format.day(one.due) }) : null,
      })),
    actions: [
      ['/uploads?year=' + year, t('departmentDesk.send')],
      ['/completeness?year=' + year + '&department=' + own, t('departmentDesk.gaps')],
    ],
  };
}

/** @returns {import('./tile.js').Badge} */
function badge(/** @type {Schema<'Arrival'>} */ { delivered, overdue }) {
  if (delivered) {
    return overdue
      ? { tone: 'warn', word: t('departmentDesk.cameLate') }
      : { tone: 'good', word: t('common.delivered') };
  }
  return overdue ? { tone: 'bad', word: t('departmentDesk.late') } : { tone: 'warn', word: t('common.notDelivered') };
}

/** Of what, when and by whom the department was last reminded (催报). */
function reminded(/** @type {Answer<'/years/{year}/departments', 'get'>['items'][number]['lastReminded']} */ last) {
  return last
    ? [
        t('departmentDesk.reminded', {
          time: format.minute(last.at),
          datasets: last.datasets,
          questions: last.questions,
        }),
        ' ',
        element('span.person', {}, last.by),
      ]
    : t('departmentDesk.notReminded');
}

/** @returns {Promise<Said>} */
async function league(/** @type {number} */ year, /** @type {string} */ own, /** @type {AbortSignal} */ signal) {
  const { items } = await get('/years/{year}/departments', { year }, signal);
  const mine = items.find(({ department }) => department === own);
  /** @type {[string, string][]} */
  const actions = [['/departments?year=' + year, t('departmentDesk.toLeague')]];
  return mine
    ? {
        figure: t('departmentDesk.place', { place: mine.place }),
        text: t('departmentDesk.placeOf', {
          all: items.length,
          onTime: mine.datasets.onTime,
          late: mine.datasets.late,
          refused: mine.rowsRefused,
        }),
        content: element('p.muted', { id: 'reminded' }, reminded(mine.lastReminded)),
        actions,
      }
    : { text: t('departmentDesk.none'), actions };
}
