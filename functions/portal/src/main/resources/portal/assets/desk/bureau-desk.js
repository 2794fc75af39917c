// @ts-check
// The bureau's desk: the year as a task list, what departments owe, files and questions that wait, drafts.

import { catalogue } from '../api/catalogue.js';
import { taskList, tasks } from '../bureau/year-tasks.js';
import { titleOf } from '../page/navigation.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { filesToMend } from './files.js';
import { isOpen, waitingQuestions } from './open-questions.js';
import { selfReportsToVerify } from './self-reports-to-verify.js';

const { t } = ownWords({
  'bureauDesk.tasks': ['年度工作', 'The year'],
  'bureauDesk.runs': ['计算与发布', 'Runs'],
  'bureauDesk.data': ['{year} 年度数据报送', 'Data of {year}'],
  'bureauDesk.delivered': [
    '已报送 {delivered, number} / {all, number} 张表，逾期 {late, number} 张。',
    '{delivered, number} of {all, number} datasets delivered, {late, number} overdue.',
  ],
  'bureauDesk.late': ['逾期', 'Overdue'],
  'bureauDesk.owes': [' {department}，{contact} {telephone}', ' {department}, {contact} {telephone}'],
  'bureauDesk.due': ['{day} 前', 'due {day}'],
  'bureauDesk.gaps': ['补数清单', 'Missing data'],
  'bureauDesk.remind': ['催报', 'Remind'],
  'bureauDesk.files': ['待处理的文件', 'Files to look at'],
  'bureauDesk.questions': ['待办的问题', 'Questions'],
  'bureauDesk.rules': ['评价规则', 'Rulebooks'],
  'bureauDesk.noRules': ['没有起草中或待批准的规则。', 'No rulebook is being drafted or awaits approval.'],
  'bureauDesk.drafted': ['草稿', 'Draft'],
  'bureauDesk.submitted': ['待批准', 'Awaiting approval'],
  'bureauDesk.toRules': ['规则管理', 'Manage rulebooks'],
  'bureauDesk.findings': ['从指标体检的建议开始', 'Begin with what the diagnostics found'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./tile.js').Said} Said */
/** @typedef {import('./readings.js').Readings} Readings */

/** @returns {import('./tile.js').Tile[]} */
export function tiles(/** @type {View} */ view, /** @type {Readings} */ read) {
  const { number: year, signal } = view;
  return [
    { id: 'year', title: t('bureauDesk.tasks'), read: () => theYear(view, read), wide: true },
    { id: 'data', title: t('bureauDesk.data', { year }), read: () => data(year, read) },
    { id: 'files', title: t('bureauDesk.files'), read: async () => filesToMend(year, await catalogue(), signal) },
    { id: 'questions', title: t('bureauDesk.questions'), read: () => waitingQuestions(year, read, isOpen) },
    selfReportsToVerify(year, signal),
    { id: 'rules', title: t('bureauDesk.rules'), read: () => rules(read) },
  ];
}

/** @returns {Promise<Said>} */
async function theYear(/** @type {View} */ { number: year, years }, /** @type {Readings} */ read) {
  const [runs, questions] = await Promise.all([read.runs(), read.questions()]);
  const published = years.find((one) => one.year === year);
  return {
    content: taskList(tasks({ runs, published, questions }), year),
    actions: [['/runs?year=' + year, t('bureauDesk.runs')]],
  };
}

/** @returns {Promise<Said>} */
async function data(/** @type {number} */ year, /** @type {Readings} */ read) {
  const [datasets, { dataset, department }] = await Promise.all([read.datasets(), catalogue()]);
  const owed = datasets.filter((one) => !one.delivered);
  const late = owed.filter((one) => one.overdue).length;
  return {
    tone: late ? 'bad' : owed.length ? 'warn' : 'good',
    text: t('bureauDesk.delivered', { delivered: datasets.length - owed.length, all: datasets.length, late }),
    lines: owed.map((one) => ({
      text: dataset(one.dataset),
      href: '/completeness?year=' + year + '&department=' + one.owner,
      badge: one.overdue
        ? { tone: 'bad', word: t('bureauDesk.late') }
        : one.due
          ? { tone: '', word: t('bureauDesk.due', { day: format.day(one.due) }) }
          : undefined,
      note: t('bureauDesk.owes', {
        department: department(one.owner),
        contact: one.contact.name,
        telephone: one.contact.telephone,
      }),
    })),
    actions: [
      ['/completeness?year=' + year, t('bureauDesk.gaps')],
      ['/departments?year=' + year, t('bureauDesk.remind')],
    ],
  };
}

/** @returns {Promise<Said>} */
async function rules(/** @type {Readings} */ read) {
  const open = (await read.rulebooks()).filter(({ state }) => state === 'draft' || state === 'submitted');
  return {
    tone: open.length ? 'warn' : '',
    text: open.length ? null : t('bureauDesk.noRules'),
    lines: open.map(({ id, title, state }) => ({
      text: title ?? id,
      href: '/rulebooks?id=' + encodeURIComponent(id),
      badge: { tone: 'warn', word: state === 'draft' ? t('bureauDesk.drafted') : t('bureauDesk.submitted') },
    })),
    actions: [
      ['/rulebooks', t('bureauDesk.toRules')],
      ['/diagnostics', t('bureauDesk.findings')],
      ['/studio', titleOf('/studio')],
    ],
  };
}
