// @ts-check
// One question from the receipt to its end, to be read and printed.

import { download } from '../api/api.js';
import { button, element, link } from '../base/dom.js';
import { attachmentList } from '../page/attachments.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { whoAndWhen } from '../words/roles.js';
import { moves } from './moving.js';
import { badges, OUTCOMES, standing, STATES, subject, receipt } from './question-words.js';

const { t } = ownWords({
  'history.number': ['受理编号 {id}', 'No. {id}'],
  'history.back': ['返回清单', 'Back to the list'],
  'history.enterprise': ['企业', 'Enterprise'],
  'history.grid': ['所属网格', 'Grid'],
  'history.origin': ['来源', 'Origin'],
  'history.department': ['承办部门', 'Department'],
  'history.due': ['答复期限', 'Due'],
  'history.before': ['提出时', 'When asked'],
  'history.after': ['更正后', 'Corrected'],
  'history.files': ['附件', 'Attachments'],
  'history.steps': ['办理经过', 'History'],
  'history.dueOn': ['{day} 前答复', 'due {day}'],
  'history.source': ['{file} 第 {row, number} 行（版本 {version}）', '{file}, row {row, number} (version {version})'],
  'history.decision': ['下载办理单（PDF）', 'Download as PDF'],
  'history.byItself': ['{day} 到期自动办结', 'closed by itself on {day}'],
});

/** @typedef {import('./question-words.js').Question} Question */
/** @typedef {import('../api/catalogue.js').Catalogue} Catalogue */

/**
 * @param {Question} one
 * @param {import('../page/page.js').View} view
 * @param {Catalogue} names
 */
export function history(one, view, names) {
  /** @type {[string, Child][]} */
  const facts = [
    [t('history.enterprise'), [one.name, one.uscc].filter(Boolean).join(' ')],
    [t('history.grid'), one.grid],
    [t('history.origin'), [one.origin, one.reference].filter(Boolean).join(' ')],
    [t('history.department'), one.department ? names.department(one.department) : null],
    [t('history.due'), format.day(one.dueOn)],
    [t('history.before'), standing(one.before, one.about)],
    [t('history.after'), one.after ? standing(one.after, one.about) : null],
  ];
  return [
    element(
      'section.card.stack',
      { id: 'question', 'data-state': one.state },
      element(
        'div.above',
        {},
        element('h2', {}, subject(one)),
        element(
          'div.actions.off-paper',
          {},
          link(back(view), t('history.back')),
          button(
            t('history.decision'),
            () => download('/questions/{id}/decision.pdf', { id: one.id }, 'decision.pdf'),
            { class: 'quiet', id: 'decision' },
          ),
          button(t('common.print'), () => window.print(), { class: 'quiet', id: 'print' }),
        ),
      ),
      element('p.muted', {}, t('history.number', { id: receipt(one.id) }), ' ', badges(one)),
      element('p.words', {}, one.text),
      element(
        'dl.definitions',
        {},
        facts.flatMap(([name, value]) => (value ? [element('dt', {}, name), element('dd', {}, value)] : [])),
      ),
      one.attachments.length ? attachments(one) : null,
      element('h3', {}, t('history.steps')),
      element(
        'ol.lines',
        { id: 'history' },
        one.history.map((step) => element('li', { 'data-state': step.state }, entry(step, one.about, names))),
      ),
    ),
    element('section.off-paper.stack', { id: 'moves' }, moves(one, view, names)),
  ];
}

function back(/** @type {import('../page/page.js').View} */ view) {
  return '/questions' + (view.number ? '?year=' + view.number : '');
}

function attachments(/** @type {Question} */ one) {
  return element('div', {}, element('h3', {}, t('history.files')), attachmentList(one.attachments));
}

/**
 * @param {Question['history'][number]} step
 * @param {Question['about']} about
 * @param {Catalogue} names
 * @returns {Child[]}
 */
function entry(step, about, names) {
  const said = [
    step.by && step.at ? whoAndWhen(step.by, step.at) : step.at ? format.minute(step.at) : null,
    step.on ? t('history.byItself', { day: format.day(step.on) }) : null,
    step.department ? names.department(step.department) : null,
    step.dueOn ? t('history.dueOn', { day: format.day(step.dueOn) }) : null,
    step.outcome ? OUTCOMES[step.outcome] : null,
  ].filter(Boolean);
  return [
    element('b', {}, STATES[step.state]),
    said.length ? element('span.muted', {}, ' ' + said.join(' · ')) : null,
    step.text ? element('p.words', {}, step.text) : null,
    step.now && step.now.text ? element('p', {}, standing(step.now, about)) : null,
    step.state === 'corrected' && step.now
      ? element(
          'ul.files',
          {},
          step.now.facts.map(({ key, version, row }) =>
            element('li.code', {}, t('history.source', { file: key, version, row })),
          ),
        )
      : null,
  ];
}
