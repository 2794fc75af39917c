// The rules as they are in force: every value with the article it follows, or marked as the zone's own.

import { element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { language, t } from '../lib/i18n.js';
import { rulebook } from '../lib/names.js';
import { empty, page } from '../lib/page.js';
import { curve, measure } from './rule-words.js';
import { get } from '../lib/api.js';
import { saveButton, table } from '../lib/table.js';

page({ title: '评价规则' }, async (view) => {
  const list = await get('/rulebooks', {}, view.signal);
  const id = view.query.get('rulebook') ?? list.items[0]?.id;
  const book = await rulebook(id ?? 'none');
  if (!book.document) {
    view.body.replaceChildren(empty(t('没有这份评价规则。'), link('/rules', t('查看现行规则'))));
    return;
  }
  const { document: shown, rules } = book;
  view.title(shown.title);
  view.lead(
    t('依据《{name}》（{number}，{day}）。标“依据”的出自文件，标“本系统设定”的是文件没有规定、由本系统确定的。', {
      name: shown.document.name,
      number: shown.document.number,
      day: format.day(shown.document.issuedOn),
    }),
  );
  const parts = [
    ['stages', t('阶段与权重'), stages(rules)],
    ...rules.categories.map((category) => [category.id, category.name, indicators(rules, category, book)]),
    ['negative', t('负面清单'), negative(rules)],
    ['bonus', t('奖励分'), bonus(rules)],
    ['decay', t('衰减'), decay(rules, book)],
    ['total', t('总分与名次'), total(rules)],
    ['rewards', t('财政奖励'), rewards(rules)],
    ...(rules.cases ? [['cases', t('案例'), cases(rules.cases, book)]] : []),
  ];
  view.body.replaceChildren(
    element(
      'nav.contents',
      { 'aria-label': t('目录') },
      element(
        'ul',
        {},
        parts.map(([anchor, title]) => element('li', {}, link('#' + anchor, title))),
      ),
    ),
    ...parts.map(([anchor, title, content]) =>
      element('section', { id: anchor }, element('div.above', {}, element('h2', {}, title)), content),
    ),
    element(
      'p.muted',
      {},
      t('规则编号 {id}，摘要 {digest}', { id: shown.id, digest: shown.digest.slice(0, 16) }),
      ' · ',
      element('a', { href: '/v1/rulebooks/' + encodeURIComponent(shown.id) }, 'JSON'),
      ' · ',
      link('/rulebook-guide', t('规则编写指南')),
    ),
  );
  if (language === 'en') {
    view.body.setAttribute('lang', 'zh-CN');
  }
});

/** The article, or that the notice leaves it open. */
function basis(row) {
  return [
    row.cite ? element('span.basis', {}, t('依据 {cite}', { cite: row.cite })) : null,
    row.basis === 'default' || row.curve?.basis === 'default'
      ? element('span.basis.own', {}, row.cite ? t('曲线：本系统设定') : t('本系统设定'))
      : null,
    row.note ? element('span.code', {}, row.note) : null,
  ];
}

const basisText = (row) =>
  [
    row.cite && t('依据 {cite}', { cite: row.cite }),
    (row.basis === 'default' || row.curve?.basis === 'default') && t('本系统设定'),
    row.note,
  ]
    .filter(Boolean)
    .join('；');
const BASIS = () => ({ title: t('依据'), value: basisText, cell: basis });

function stages(rules) {
  const columns = [
    { title: t('阶段'), head: true, value: (row) => row.name },
    { title: t('条件'), value: (row) => condition(row.when) },
    ...rules.categories.map(({ id, name }) => ({
      title: name,
      number: true,
      value: (row) => row.weights[id] * 100,
      cell: (row) => format.share(row.weights[id]),
    })),
    BASIS(),
  ];
  return [
    element('p', {}, t('自上而下，先符合的为准；营业收入或成立日期未知的，不评分，列入补数清单。')),
    table({ caption: t('阶段与权重'), id: 'rule-stages', columns, rows: rules.stages, stacked: true }),
  ];
}

function condition({ revenue, age }) {
  const range = ({ from, below } = {}, unit) =>
    [
      from !== undefined && t('不低于 {from}{unit}', { from: format.value(from), unit }),
      below !== undefined && t('低于 {below}{unit}', { below: format.value(below), unit }),
    ]
      .filter(Boolean)
      .join('，');
  return [revenue && t('营业收入') + range(revenue, t('万元')), age && t('成立') + range(age, t('周年'))]
    .filter(Boolean)
    .join('；');
}

function indicators(rules, category, book) {
  const rows = rules.indicators.filter((one) => one.category === category.id);
  const columns = [
    { title: t('编号'), class: 'short', value: (row) => row.id },
    { title: t('指标'), head: true, value: (row) => row.name },
    { title: t('满分'), number: true, class: 'strong', value: (row) => row.points },
    { title: t('数值'), value: (row) => measure(row, book) },
    {
      title: t('得分办法'),
      class: 'curve',
      value: (row) => curve(row, book).join('；'),
      cell: (row) => curve(row, book).map((text) => element('span.line', {}, text)),
    },
    { title: t('来历'), class: 'short', value: (row) => (row.origin === 'core' ? t('核心指标') : t('特色指标')) },
    BASIS(),
  ];
  return [
    element(
      'div.above',
      {},
      element(
        'p',
        {},
        t('共 {count} 项，合计 {points} 分；各档之间按直线插值。', {
          count: rows.length,
          points: rows.reduce((sum, row) => sum + row.points, 0),
        }),
      ),
      saveButton(category.name, columns, rows),
    ),
    table({ caption: category.name, id: 'rule-' + category.id, columns, rows, stacked: true }),
  ];
}

function negative(rules) {
  const effect = ({ exclude, deduct, deductByLevel }) =>
    exclude
      ? t('不纳入积分管理')
      : deduct
        ? t('扣 {points} 分', { points: deduct })
        : Object.entries(deductByLevel.points)
            .map(([level, points]) => level + ' ' + t('扣 {points} 分', { points }))
            .join('，');
  return table({
    caption: t('负面清单'),
    columns: [
      { title: t('情形'), head: true, value: (row) => row.name },
      { title: t('后果'), value: (row) => effect(row.effect) },
      BASIS(),
    ],
    rows: rules.negativeList,
    stacked: true,
  });
}

function bonus(rules) {
  const points = (row) =>
    Object.entries(row.levels.points)
      .map(([level, value]) => level + ' +' + value)
      .join('，');
  return table({
    caption: t('奖励分'),
    columns: [{ title: t('事项'), head: true, value: (row) => row.name }, { title: t('分值'), value: points }, BASIS()],
    rows: rules.bonus,
    stacked: true,
  });
}

function decay(rules, book) {
  const by = ({ ageInStage, yearsInStage, stepsDown }) =>
    ageInStage
      ? t('处于{stage}，成立满', { stage: book.stage(ageInStage) })
      : yearsInStage
        ? t('连续处于{stage}满', { stage: book.stage(yearsInStage) })
        : stepsDown
          ? t('阶段下降')
          : '';
  const unit = (row) => (row.by.stepsDown ? t('级') : t('年'));
  const factors = (row) =>
    Object.entries(row.factors)
      .map(([from, factor]) => from + ' ' + unit(row) + t('起') + ' × ' + factor)
      .join('；');
  return table({
    caption: t('衰减'),
    columns: [
      { title: t('情形'), head: true, value: (row) => row.name },
      { title: t('条件'), value: (row) => by(row.by) },
      { title: t('系数'), value: factors },
      BASIS(),
    ],
    rows: rules.decay,
    stacked: true,
  });
}

const ORDER = {
  weigh: '三类得分按权重相加',
  deduct: '减扣分',
  'add-bonus': '加奖励分',
  floor: '不低于 0',
  decay: '乘衰减系数',
  round: '四舍六入五成双，保留两位小数',
};

function total({ total: rule, ranks, coverage }) {
  const line = (text, row) => element('li', {}, text + ' ', basis(row));
  return element(
    'ul.card.lines',
    {},
    line(rule.order.map((one) => t(ORDER[one] ?? one)).join(' → '), rule),
    line(t('名次按公布的总分：同分同名次，其后空出；同分之间按统一社会信用代码排列。'), ranks),
    line(t('数据覆盖率不低于 {share} 的才参加排名并公开。', { share: coverage.atLeast }), coverage),
  );
}

function rewards(rules) {
  const yuan = (value) => format.value(value / 10_000) + ' ' + t('万元');
  const amount = ({ amount: of, upTo }) =>
    of.share
      ? t('{of}的 {percent}%，每份最高 {each}，每家最高 {most}', {
          of: t('合同成交额'),
          percent: of.share.percent,
          each: yuan(of.share.eachAtMost),
          most: yuan(of.share.atMost),
        })
      : (upTo ? t('最高') + ' ' : '') + yuan(of.fixed);
  return table({
    caption: t('财政奖励'),
    columns: [{ title: t('事项'), head: true, value: (row) => row.name }, { title: t('金额'), value: amount }, BASIS()],
    rows: rules.rewards.rules,
    stacked: true,
  });
}

/** A rulebook's own cases: it was taken because each comes out as it says. */
function cases({ list }, book) {
  const said = (of) =>
    Object.entries(of ?? {})
      .map(
        ([name, value]) => name + ' ' + (value !== null && typeof value === 'object' ? JSON.stringify(value) : value),
      )
      .join('；');
  const years = (of) =>
    Object.entries(of ?? {}).map(
      ([year, facts]) =>
        year +
        '：' +
        Object.entries(facts)
          .map(([field, value]) => book.field(field) + ' ' + (value ?? t('缺数据')))
          .join('，'),
    );
  const columns = [
    { title: t('案例'), head: true, value: (row) => row.case },
    { title: t('年度'), class: 'short', value: (row) => row.year },
    {
      title: t('数据'),
      value: (row) => years(row.facts).join('；'),
      cell: (row) => years(row.facts).map((text) => element('span.line', {}, text)),
    },
    { title: t('应得的结果'), value: (row) => said(row.expect) },
    { title: t('依据'), class: 'short', value: (row) => row.rule ?? '' },
  ];
  return [
    element('p', {}, t('读入时逐个验算，全部相符才接收。')),
    table({ caption: t('案例'), id: 'rule-cases', columns, rows: list, stacked: true }),
  ];
}
