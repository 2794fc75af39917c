// @ts-check
// What another rulebook makes of an enterprise's figures, beside its result.

import { get } from '../api/api.js';
import { failure } from '../api/failure.js';
import { status } from '../api/names.js';
import { choice, element } from '../base/dom.js';
import { chapter } from '../page/chapters.js';
import { table } from '../table/table.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'shadow.title': ['影子评分', 'Shadow score'],
  'shadow.note': [
    '用另一份规则计算同一组数据，只供比较：不排名，不保存，不影响任何结果。',
    'The same figures by another rulebook, to compare: nothing is ranked, stored or changed.',
  ],
  'shadow.rulebook': ['另一份规则', 'The other rulebook'],
  'shadow.choose': ['请选择', 'Choose one'],
  'shadow.own': ['本区结果', 'This zone'],
  'shadow.other': ['影子评分', 'Shadow score'],
  'shadow.byRules': ['评价规则', 'Rulebook'],
  'shadow.what': ['项目', 'What'],
  'shadow.reasons': ['两者不同之处', 'Where they part'],
  'shadow.same': ['没有不同之处。', 'They do not part.'],
});

/** @typedef {Schema<'Shadow'>} Shadow */

/**
 * @param {number} year
 * @param {string} uscc
 * @param {AbortSignal} signal
 */
export async function shadow(year, uscc, signal) {
  const { items } = await get('/rulebooks', { state: 'proposed' }, signal);
  const shown = element('div', { 'aria-live': 'polite', id: 'shadow' });
  const show = async (/** @type {string} */ id) => {
    shown.replaceChildren(id ? element('p.loading', {}, t('common.checking')) : '');
    if (id) {
      try {
        const found = await get('/years/{year}/enterprises/{uscc}/shadow', { year, uscc, rulebook: id }, signal);
        shown.replaceChildren(...compared(found));
      } catch (error) {
        shown.replaceChildren(failure(error));
      }
    }
  };
  /** @type {(book: Schema<'RulebookSummary'>) => [string, string]} */
  const named = ({ id, title }) => [id, title];
  /** @type {[string, string][]} */
  const offered = [['', t('shadow.choose')], ...items.map(named)];
  return chapter(t('shadow.title'), [
    element('p', {}, t('shadow.note')),
    choice(t('shadow.rulebook'), offered, '', show, { id: 'shadow-rulebook' }),
    shown,
  ]);
}

function words(/** @type {string | null} */ text) {
  return text === null ? NOTHING : element('span.own-words', {}, text);
}

function compared(/** @type {Shadow} */ { own, shadow: other, reasons }) {
  const rows = [
    { what: t('shadow.byRules'), own: words(own.title), other: words(other.title) },
    { what: t('common.status'), own: status(own.status), other: status(other.status) },
    { what: t('common.stage'), own: words(own.stageName), other: words(other.stageName) },
    { what: t('common.total'), own: format.points(own.total), other: format.points(other.total) },
  ];
  return [
    table({
      caption: t('shadow.title'),
      id: 'shadow-sides',
      columns: [
        { id: 'what', title: t('shadow.what'), head: true, value: (row) => row.what },
        { id: 'own', title: t('shadow.own'), value: () => null, cell: (row) => row.own },
        { id: 'other', title: t('shadow.other'), value: () => null, cell: (row) => row.other },
      ],
      rows,
    }),
    element('h3', {}, t('shadow.reasons')),
    reasons.length
      ? element(
          'ul',
          { id: 'shadow-reasons', lang: 'zh-CN' },
          reasons.map(({ text }) => element('li', {}, text)),
        )
      : element('p', {}, t('shadow.same')),
  ];
}
