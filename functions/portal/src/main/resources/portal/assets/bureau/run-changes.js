// What a run moves against the published results, and why.

import { all, download } from '../lib/api.js';
import { button, element, link } from '../lib/dom.js';
import { format, NOTHING } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { failure } from '../lib/page.js';
import { change, where } from './run-facts.js';
import { table } from '../lib/table.js';

const KINDS = { entered: '新进入排名', left: '退出排名', stage: '阶段变化', rank: '名次变化', total: '总分变化' };

/** The counts, the largest moves with their reasons, and the way to all of them. */
export function changes(run, path, rules, year) {
  const of = run.changes;
  if (!of.against) {
    return element('p', {}, t('这一年度此前没有公布过，没有可比较的结果。'));
  }
  const summary = [
    [t('新进入排名'), of.entered],
    [t('退出排名'), of.left],
    [t('阶段变化'), of.stageMoved],
    [t('名次变化'), of.rankMoved],
    [t('总分变化'), of.totalMoved],
  ];
  const place = element('div', { 'aria-live': 'polite' });
  const list = (moves, caption) =>
    place.replaceChildren(
      moves.length
        ? table({ caption, id: 'moves', columns: columns(rules, year), rows: moves, stacked: true })
        : element('p.muted', {}, t('没有达到列出标准的变化。')),
    );
  list(of.moves, t('变化最大的企业'));
  return element(
    'section',
    { id: 'changes' },
    element(
      'div.above',
      {},
      element('h3', {}, t('与公布结果的差异')),
      element('div.downloads', {}, ...actions(run, path, list, place)),
    ),
    element(
      'p.muted',
      {},
      t('公布的：{against}；本次规则：{rulebook}。名次变化超过 {rank} 名或总分变化超过 {total} 分的逐家列出。', {
        against: of.against,
        rulebook: run.rulebook,
        rank: run.thresholds.rank,
        total: format.value(run.thresholds.total),
      }),
    ),
    element(
      'p',
      {},
      summary.map(([title, value]) => title + ' ' + format.count(value) + ' ' + t('家')).join('，') + '。',
    ),
    place,
  );
}

function actions(run, path, list, place) {
  const address = path + '/recomputations/' + encodeURIComponent(run.id) + '/changes';
  const whole = async () => {
    try {
      list((await all(address)).items, t('全部变化的企业'));
      open.remove();
    } catch (error) {
      place.prepend(failure(error));
    }
  };
  const open = button(t('列出全部变化'), whole, { class: 'plain', id: 'all-moves' });
  const file = (kind) =>
    button(
      t('下载（{kind}）', { kind: kind.toUpperCase() }),
      () => download(address, { format: kind }, 'changes.' + kind),
      { class: 'plain' },
    );
  return run.changes.moves.length ? [open, file('csv'), file('xlsx')] : [];
}

/** What corrections after publication would change, were the year computed again; read when somebody opens it. */
export function corrections(year, rules) {
  const address = '/years/' + year + '/differences';
  const place = element('div', { 'aria-live': 'polite' });
  const file = (kind) =>
    button(
      t('下载（{kind}）', { kind: kind.toUpperCase() }),
      () => download(address, { format: kind }, 'differences.' + kind),
      { class: 'plain' },
    );
  const read = async () => {
    place.replaceChildren(element('p.loading', {}, t('正在读取…')));
    try {
      const rows = (await all(address)).items.map(({ published, draft, ...row }) => ({
        ...row,
        before: published,
        after: draft,
      }));
      place.replaceChildren(
        element(
          'div.above',
          {},
          element(
            'p',
            { id: 'corrected' },
            t('{count} 家企业现有数据得出的结果与公布的不同。', { count: format.count(rows.length) }),
          ),
          element('div.downloads', {}, file('csv'), file('xlsx')),
        ),
        rows.length
          ? table({
              caption: t('公布后的数据更正'),
              id: 'corrections',
              columns: columns(rules, year, true),
              rows,
              stacked: true,
            })
          : '',
      );
    } catch (error) {
      place.replaceChildren(failure(error, read));
    }
  };
  const box = element(
    'details.card',
    { id: 'differences', toggle: () => (box.open && place.childElementCount === 0 ? read() : null) },
    element('summary', {}, t('公布后的数据更正会改变什么')),
    element('p.muted', {}, t('草稿与公布结果逐家对照；草稿没有名次。要按更正后的数据公布，请重新计算。')),
    place,
  );
  return box;
}

function columns(rules, year, draft = false) {
  const pair = (before, after, shown) =>
    before === after
      ? shown(after)
      : [
          element('span.muted', {}, before === undefined ? NOTHING : shown(before)),
          ' → ',
          element('b', {}, after === undefined ? NOTHING : shown(after)),
        ];
  return [
    {
      title: t('企业'),
      head: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) => [
        link('/portrait?uscc=' + row.uscc + '&year=' + year + (draft ? '&edition=draft' : ''), row.name ?? row.uscc),
        element('span.code', {}, row.uscc),
      ],
    },
    { title: t('变化'), hidden: draft, value: (row) => row.kinds?.map((kind) => t(KINDS[kind])).join('、') },
    {
      title: t('名次'),
      hidden: draft,
      number: true,
      value: (row) => row.after?.overall,
      cell: (row) => pair(row.before?.overall, row.after?.overall, format.count),
    },
    {
      title: t('总分'),
      unit: t('分'),
      number: true,
      value: (row) => row.after?.total,
      cell: (row) => pair(row.before?.total, row.after?.total, format.points),
    },
    {
      title: t('阶段'),
      class: 'short',
      value: (row) => row.after?.stage,
      cell: (row) => pair(row.before?.stage, row.after?.stage, rules.stage),
    },
    {
      title: t('原因'),
      class: 'broad',
      value: (row) => row.reasons.map(({ text }) => text).join('；'),
      cell: (row) => reasons(row.reasons, rules),
    },
  ];
}

/** Why; where facts differ, which and from which file. */
function reasons(given, rules) {
  if (given.length === 0) {
    return NOTHING;
  }
  return element(
    'ul.sources',
    {},
    given.map(({ text, facts }) =>
      element(
        'li',
        {},
        text,
        facts?.length
          ? element(
              'details',
              {},
              element('summary', {}, t('{count} 处数据不同', { count: facts.length })),
              element(
                'ul.sources',
                {},
                facts.map((one) => element('li', {}, change(one, rules), element('span.code', {}, where(one, rules)))),
              ),
            )
          : null,
      ),
    ),
  );
}
