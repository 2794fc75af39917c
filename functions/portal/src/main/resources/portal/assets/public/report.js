// The analysis report of a published year: as a page, and on paper.

import { address, find } from '../lib/api.js';
import { button, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { language, t } from '../lib/i18n.js';
import { empty, page, publication } from '../lib/page.js';
import { table } from '../lib/table.js';
import { bars, histogram, spread } from '../charts/zone-charts.js';
import { scoringRates } from '../charts/report-charts.js';

const PRINTED = { printed: true, level: 'h3' };

page({ title: '监测分析报告', year: true }, async (view) => {
  const { year } = view;
  const path = '/years/' + year.year + '/report';
  const report = await find(path, {}, view.signal);
  view.title(t('{year} 年度企业创新积分监测分析报告', { year: year.year }));
  view.lead(publication(year));
  if (!report) {
    view.body.replaceChildren(
      empty(t('{year} 年度公布的结果没有监测分析报告。', { year: year.year }), t('重新计算并公布后即有。')),
    );
    return;
  }
  view.tools.append(
    element('a.button', { href: address(path + '.pdf'), download: true }, t('下载 PDF')),
    button(t('打印'), () => window.print(), { class: 'quiet' }),
  );
  const body = element(
    'article.report.card',
    {},
    element('p.muted', {}, report.rulebook.document),
    part('overview', t('一、总体情况'), report.overview.text, ...overview(report)),
    part('distribution', t('二、得分分布'), report.distribution.text, distribution(report)),
    part('stages', t('三、阶段分析'), report.stages.text, ...stages(report)),
    part('industries', t('四、行业与主导产业集群'), report.industries.text, ...industries(report)),
    part('performance', t('五、分类指标表现'), report.performance.text, ...performance(report)),
    part('movements', t('六、变动'), report.movements.text, ...movements(report)),
    part('completeness', t('七、数据完整性'), report.completeness.text, ...completeness(report)),
    part('rewards', t('八、奖励'), report.rewards.text, rewards(report)),
    part('notes', t('附：口径说明'), report.notes.text),
  );
  body.querySelectorAll('details').forEach((one) => (one.open = true));
  view.body.replaceChildren(body);
});

/** A part with its sentences, which are in Chinese whatever the page's words are in. */
function part(id, title, sentences, ...content) {
  const lang = language === 'en' ? 'zh-CN' : null;
  return element(
    'section',
    { id },
    element('h2', {}, title),
    ...sentences.map((text) => element('p', { lang }, text)),
    ...content.filter(Boolean),
  );
}

/** A titled table; nothing where it has no rows. */
function listed(caption, columns, rows, id = null) {
  return rows.length === 0
    ? null
    : element('section.listed', {}, element('h3', {}, caption), table({ caption, id, columns, rows }));
}

const name = (title) => ({ title, head: true, value: (row) => row.name });
const count = (title, value) => ({
  title,
  unit: t('家'),
  number: true,
  value,
  cell: (row) => format.count(value(row)),
});
const points = (title, value) => ({ title, number: true, value, cell: (row) => format.points(value(row)) });

function overview({ year, before, overview: found }) {
  const years = [{ name: year, ...found.totals }];
  if (found.totalsBefore) {
    years.push({ name: before.year, ...found.totalsBefore });
  }
  const rules = [
    ...found.exclusions.map((rule) => ({ ...rule, effect: t('不纳入') })),
    ...found.deductions.map((rule) => ({ ...rule, effect: t('扣分') })),
    ...found.bonus.map((rule) => ({ ...rule, effect: t('加分') })),
    ...found.decay.map((rule) => ({ ...rule, effect: t('衰减') })),
  ];
  return [
    listed(t('参与排名企业总分'), [name(t('年度')), ...totals((row) => row)], years, 'report-totals'),
    listed(
      t('负面清单、附加分与衰减涉及的企业'),
      [name(t('规则')), { title: t('作用'), value: (row) => row.effect }, count(t('企业'), (row) => row.enterprises)],
      rules,
    ),
  ];
}

const totals = (of) => [
  count(t('企业'), (row) => of(row)?.enterprises),
  points(t('平均'), (row) => of(row)?.mean),
  points(t('下四分位'), (row) => of(row)?.lowerQuartile),
  points(t('中位数'), (row) => of(row)?.median),
  points(t('上四分位'), (row) => of(row)?.upperQuartile),
  points(t('最高'), (row) => of(row)?.highest),
];

/** A group's figures as the charts of the overview take them. */
function cell(figures) {
  if (!figures) {
    return null;
  }
  const { enterprises, mean, median, lowerQuartile, upperQuartile } = figures;
  return { enterprises, mean, median, quartiles: median === null ? null : [lowerQuartile, median, upperQuartile] };
}

const groups = (list) =>
  list.map((group) => ({ id: group.id, name: group.name, now: cell(group.totals), before: cell(group.totalsBefore) }));

function distribution({ before, distribution: found }) {
  return found.bins.length === 0
    ? null
    : histogram(
        t('总分分布'),
        { now: { histogram: found.bins }, before: { histogram: found.binsBefore } },
        before?.year,
        PRINTED,
      );
}

function stages({ stages: found, performance: { categories } }) {
  const means = categories.map((category) => points(category.name, (row) => row.categories[category.id]));
  return [
    spread(t('各阶段总分'), groups(found.groups), PRINTED),
    listed(t('各阶段分类指标平均得分'), [name(t('阶段')), ...means], found.groups, 'report-stages'),
  ];
}

function industries({ industries: found }) {
  return [
    spread(t('各主导产业总分'), groups(found.clusters), PRINTED),
    bars(t('各行业大类企业数'), groups(found.industries), PRINTED),
  ];
}

function performance({ performance: found }) {
  const names = new Map(found.categories.map((category) => [category.id, category.name]));
  const columns = [
    { title: t('编号'), class: 'short', value: (row) => row.id },
    name(t('指标')),
    { title: t('类别'), class: 'short', value: (row) => names.get(row.category) },
    { title: t('满分'), number: true, value: (row) => row.fullPoints },
    points(t('平均得分'), (row) => row.mean),
    { title: t('得分率'), number: true, value: (row) => row.rate, cell: (row) => format.share(row.rate) },
    count(t('缺数据'), (row) => row.missing),
  ];
  return [
    scoringRates(t('各项指标得分率'), found, PRINTED),
    listed(t('各项指标'), columns, found.indicators, 'report-indicators'),
  ];
}

function movements({ year, movements: found }) {
  const moved = [
    { title: t('上年阶段'), head: true, value: (row) => row.fromName },
    { title: t('本年阶段'), value: (row) => row.toName },
    count(t('企业'), (row) => row.enterprises),
  ];
  const mover = [
    {
      title: t('企业'),
      head: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) => link('/enterprises/' + row.uscc + '?year=' + year, row.name ?? row.uscc),
    },
    { title: t('阶段'), class: 'short', value: (row) => row.stageName },
    points(t('总分'), (row) => row.total),
    points(t('上年'), (row) => row.totalBefore),
    { title: t('变化'), number: true, value: (row) => row.change, cell: (row) => format.change(row.change) },
    { title: t('总排名'), number: true, value: (row) => row.rank },
    { title: t('上年排名'), number: true, value: (row) => row.rankBefore },
  ];
  return [
    listed(t('阶段变化'), moved, found.stageMoves),
    listed(t('总分上升较多的企业'), mover, found.risers, 'report-risers'),
    listed(t('总分下降较多的企业'), mover, found.fallers, 'report-fallers'),
  ];
}

function completeness({ completeness: found }) {
  const departments = [
    name(t('部门')),
    { title: t('数据表'), unit: t('张'), number: true, value: (row) => row.datasets },
    { title: t('已报送'), unit: t('张'), number: true, value: (row) => row.delivered },
    { title: t('相关指标'), unit: t('项'), number: true, value: (row) => row.indicators },
    { title: t('有值率'), number: true, value: (row) => row.known, cell: (row) => format.share(row.known) },
  ];
  const datasets = [
    name(t('数据表')),
    { title: t('部门'), value: (row) => row.departmentName },
    { title: t('是否报送'), class: 'short', value: (row) => (row.delivered ? t('已报送') : t('未报送')) },
  ];
  return [
    listed(t('各部门报送与指标有值率'), departments, found.departments),
    listed(t('数据表报送情况'), datasets, found.datasets),
  ];
}

function rewards({ rewards: found }) {
  const columns = [
    name(t('奖励')),
    { title: t('依据'), class: 'short', value: (row) => row.cite },
    count(t('企业'), (row) => row.enterprises),
    { ...points(t('金额'), (row) => row.amount), unit: t('元') },
  ];
  const sum = {
    name: t('合计（企业不重复计数）'),
    cite: '',
    enterprises: found.enterprises,
    amount: found.amount,
    emphasis: true,
  };
  return listed(t('奖励测算'), columns, found.kinds.length ? [...found.kinds, sum] : [], 'report-rewards');
}
