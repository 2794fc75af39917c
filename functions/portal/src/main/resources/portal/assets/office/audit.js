// @ts-check
// The audit trail: who did what, newest first; a filter, and all of it as a file.

import { lines } from '../api/api.js';
import { button, choice, chosen, element } from '../base/dom.js';
import { plusDays, zoneDay } from '../base/zone-day.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { lasts } from '../base/place.js';
import { page } from '../page/page.js';
import { chain } from './audit-chain.js';
import { fileButtons, table } from '../table/table.js';
import { namesFor, objectWord } from './audit-objects.js';
import { ACTIONS, actionWord, personName, resultWord, roleNames } from './audit-words.js';
import { titleOf } from '../page/navigation.js';

const { t } = ownWords({
  'trail.lead': [
    '谁在什么时间做了什么。每条记录与前一条相接，不能修改；当天的记录在次日写入不可删除的文件。',
    'Who did what, and when. Each item is chained to the one before; a day is filed where nobody can delete it.',
  ],
  'trail.none': ['没有符合条件的记录。', 'No item matches.'],
  'trail.person': ['人员', 'Person'],
  'trail.action': ['操作', 'Action'],
  'trail.allActions': ['全部操作', 'All actions'],
  'trail.from': ['从', 'From'],
  'trail.to': ['到', 'To'],
  'trail.wholeYear': ['{year} 年全部记录', 'All of {year}'],
  'trail.look': ['查询', 'Search'],
  'trail.number': ['序号', 'No.'],
  'trail.time': ['时间', 'Time'],
  'trail.object': ['对象', 'Object'],
  'trail.reason': ['理由', 'Reason'],
  'trail.result': ['结果', 'Result'],
});

/** Days. */
const SHOWN = 30;

/** @typedef {Schema<'TrailItem'>} Item */
/** @typedef {Item['action']} Action */

page({ lead: t('trail.lead') }, async (view) => {
  const { query, signal } = view;
  const filter = {
    person: query.get('person'),
    action: /** @type {Action | null} */ (query.get('action')),
    uscc: query.get('uscc'),
    // A trail has no end: without a wish it is that of the last weeks.
    from: query.get('from') ?? plusDays(zoneDay(new Date()), -SHOWN),
    to: query.get('to'),
  };
  lasts({ from: filter.from, to: filter.to ?? zoneDay(new Date()) });
  const items = await lines('/audit', filter, signal);
  const names = await namesFor(items, signal);
  const [verify, said] = chain(filter, signal);
  view.body.replaceChildren(
    form(filter, view),
    element(
      'div.above',
      {},
      element('span', {}, years(view)),
      element(
        'div.downloads',
        {},
        fileButtons('/audit', filter, 'audit'),
        verify,
        button(t('common.print'), () => window.print(), { class: 'plain', id: 'print' }),
      ),
    ),
    said,
    items.length ? list(items, names) : empty(t('trail.none')),
  );
});

/**
 * @param {Record<string, string | null>} filter
 * @param {import('../page/page.js').View} view
 */
function form(filter, view) {
  const field = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ type) =>
    element(
      'label.field',
      {},
      element('span', {}, label),
      element('input', { name, type, value: filter[name] ?? '', autocomplete: 'off' }),
    );
  const action = choice(
    t('trail.action'),
    [['', t('trail.allActions')], ...ACTIONS.map((id) => pair(id, actionWord(id)))],
    filter.action ?? '',
    null,
    { id: 'action' },
  );
  return element(
    'form.filters',
    {
      submit: (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
        const texts = ['person', 'uscc', 'from', 'to'].map((name) => [name, String(data.get(name)).trim()]);
        view.show({ ...Object.fromEntries(texts), action: chosen(action) });
      },
    },
    field('person', t('trail.person'), 'search'),
    action,
    field('uscc', t('common.uscc'), 'search'),
    field('from', t('trail.from'), 'date'),
    field('to', t('trail.to'), 'date'),
    element('button', { type: 'submit' }, t('trail.look')),
  );
}

/** This calendar year's trail and the last one's: what is then listed is what the files and the print have. */
function years(/** @type {import('../page/page.js').View} */ view) {
  const now = Number(zoneDay(new Date()).slice(0, 4));
  return [now, now - 1].map((year) => [
    button(
      t('trail.wholeYear', { year }),
      () => view.show({ person: '', action: '', uscc: '', from: year + '-01-01', to: year + '-12-31' }),
      { class: 'plain', 'data-year': year },
    ),
    ' ',
  ]);
}

/** @returns {[string, string]} */
function pair(/** @type {string} */ id, /** @type {string} */ word) {
  return [id, word];
}

/** Rulebooks are called by their titles, which are in the words of their authors. */
const titled = (/** @type {Item} */ { object }) => object.startsWith('rulebooks/');

function list(/** @type {Item[]} */ items, /** @type {import('./audit-objects.js').Names} */ names) {
  const of = (/** @type {Item['person']} */ who) =>
    who.department ? names.department(who.department) : (who.bank ?? roleNames(who.role));
  /** @type {import('../table/table.js').Column<Item>[]} */
  const columns = [
    { id: 'number', title: t('trail.number'), number: true, value: (item) => item.seq },
    {
      id: 'moment',
      title: t('trail.time'),
      class: 'short',
      value: (item) => item.at,
      cell: (item) => format.moment(item.at),
    },
    {
      id: 'who',
      title: t('trail.person'),
      head: true,
      value: (item) => personName(item.person),
      cell: (item) =>
        element(
          'span',
          { title: item.person.sub },
          personName(item.person),
          ' ',
          element('small', { class: item.person.bank ? 'own-words' : '' }, of(item.person)),
        ),
    },
    { id: 'deed', title: t('trail.action'), class: 'short', value: (item) => actionWord(item.action) },
    {
      id: 'what',
      title: t('trail.object'),
      value: (item) => objectWord(item, names),
      cell: (item) =>
        element('span', { title: item.object, class: titled(item) ? 'own-words' : '' }, objectWord(item, names)),
    },
    {
      id: 'why',
      title: t('trail.reason'),
      value: (item) => item.reason ?? '',
      cell: (item) => element('span.own-words', {}, item.reason),
    },
    { id: 'outcome', title: t('trail.result'), value: resultWord },
  ];
  return table({
    caption: titleOf('/audit'),
    id: 'trail',
    columns,
    rows: items,
    stacked: true,
    place: ({ seq }) => 'item-' + seq,
  });
}
