// What the yearly audit says of the index: what tells enterprises apart, and how firm the ranks are.

import { download, find } from '../lib/api.js';
import { chart, narrow } from '../charts/chart.js';
import { button, choice, element } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { empty, page } from '../lib/page.js';
import { saveButton, table } from '../lib/table.js';

page(
  {
    title: '指标体检',
    lead: '各项指标区分企业的能力、实际权重、相互重复，以及名次经不经得起假设的变化。',
    year: true,
    roles: ['bureau'],
  },
  async (view) => {
    const { year, query, signal } = view;
    const path = '/years/' + year.year;
    const [audit, calibration] = await Promise.all([
      find(path + '/diagnostics', {}, signal),
      find(path + '/calibration', {}, signal),
    ]);
    if (!audit) {
      view.body.replaceChildren(empty(t('{year} 年度公布的结果没有诊断分析，重新计算后即有。', { year: year.year })));
      return;
    }
    const scope = audit.scopes.find((one) => (one.stage ?? '') === (query.get('stage') ?? '')) ?? audit.scopes[0];
    view.tools.prepend(
      choice(
        t('范围'),
        audit.scopes.map((one) => [one.stage ?? '', one.name]),
        scope.stage ?? '',
        (stage) => view.show({ stage }),
        { id: 'scope' },
      ),
    );
    view.body.replaceChildren(
      ...[
        totals(scope),
        weights(scope),
        indicators(scope),
        redundant(scope),
        firmness(audit.robustness),
        proposals(calibration, path),
      ].filter(Boolean),
    );
  },
);

function totals({ enterprises, totals: of, normality, discrimination }) {
  const one = (title, value, unit = '', note = '') =>
    element(
      'div',
      {},
      element('dt', {}, title),
      element('dd', {}, element('b', {}, value), element('small', {}, unit)),
      note ? element('dd.note', {}, note) : null,
    );
  return element(
    'dl.figures',
    {},
    one(t('企业'), format.count(enterprises), t('家')),
    one(t('平均总分'), format.points(of?.mean), t('分')),
    one(t('标准差'), format.points(of?.deviation), t('分')),
    one(t('偏度'), format.points(of?.skewness), '', t('0 为左右对称')),
    one(t('基尼系数'), format.points(discrimination?.gini), '', t('越大区分越强')),
    one(
      t('正态检验'),
      normality ? (normality.normal ? t('通过') : t('未通过')) : '—',
      '',
      normality ? 'p = ' + format.value(normality.p) : '',
    ),
  );
}

/** Nominal weights beside what the data makes of them. */
function weights({ indicators: rows }) {
  const columns = [
    { title: t('指标'), head: true, value: (row) => row.id + ' ' + row.name },
    {
      title: t('名义权重'),
      unit: '%',
      number: true,
      value: (row) => row.nominal * 100,
      cell: (row) => format.share(row.nominal),
    },
    {
      title: t('实际权重'),
      unit: '%',
      number: true,
      value: (row) => (row.effective === null ? null : row.effective * 100),
      cell: (row) => format.share(row.effective),
    },
  ];
  return chart({
    title: t('名义权重与实际权重'),
    note: t('实际权重是总分差异中由该指标带来的份额；远低于名义权重的，几乎不起区分作用。'),
    data: { columns, rows },
    height: 'tall',
    option: ({ series, ink }) => ({
      legend: {},
      tooltip: { trigger: 'axis', valueFormatter: (value) => format.points(value) + '%' },
      grid: { left: 8, right: 8, top: 44, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: rows.map((row) => row.id),
        axisLabel: { color: ink, interval: narrow.matches ? 'auto' : 0, rotate: 45 },
      },
      yAxis: { type: 'value', axisLabel: { formatter: '{value}%' } },
      series: [
        {
          name: t('名义权重'),
          type: 'bar',
          itemStyle: { color: series[0] },
          data: rows.map((row) => row.nominal * 100),
        },
        {
          name: t('实际权重'),
          type: 'bar',
          itemStyle: { color: series[1] },
          data: rows.map((row) => (row.effective ?? 0) * 100),
        },
      ],
    }),
  });
}

function indicators({ indicators: rows }) {
  const share = (title, value) => ({
    title,
    number: true,
    sortable: true,
    value,
    cell: (row) => format.share(value(row)),
  });
  const figure = (title, value) => ({
    title,
    number: true,
    sortable: true,
    value,
    cell: (row) => format.points(value(row)),
  });
  const columns = [
    { title: t('编号'), class: 'short', value: (row) => row.id },
    { title: t('指标'), head: true, value: (row) => row.name },
    share(t('覆盖率'), (row) => row.coverage),
    share(t('得零分'), (row) => row.atZero),
    share(t('得满分'), (row) => row.atFull),
    figure(t('得分中位数'), (row) => row.points?.median),
    figure(t('基尼系数'), (row) => row.discrimination?.gini),
    figure(t('与总分相关'), (row) => row.correlation),
    figure(t('去掉后名次平均移动'), (row) => row.without?.meanShift),
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('各项指标')), saveButton(t('各项指标'), columns, rows)),
    table({ caption: t('各项指标'), id: 'audit', columns, rows }),
  );
}

function redundant({ correlations, indicators: all }) {
  const name = (id) => id + ' ' + (all.find((one) => one.id === id)?.name ?? '');
  if (!correlations.redundant.length) {
    return element('p.notice.good', {}, t('没有高度重复的指标。'));
  }
  const columns = [
    { title: t('指标'), head: true, value: (row) => name(row.first) + ' — ' + name(row.second) },
    { title: 'Pearson', number: true, value: (row) => row.pearson, cell: (row) => format.points(row.pearson) },
    { title: 'Spearman', number: true, value: (row) => row.spearman, cell: (row) => format.points(row.spearman) },
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('说的几乎是一回事的指标'))),
    table({ caption: t('说的几乎是一回事的指标'), columns, rows: correlations.redundant }),
  );
}

function firmness(of) {
  return element(
    'section.card',
    {},
    element('h2', {}, t('名次的稳固程度')),
    element(
      'p',
      {},
      t(
        '把权重、满分值和未定的选择反复变动后，名次平均在 {width} 位的范围内浮动；前十分之一中有 {share} 几乎总在前十分之一。',
        { width: format.points(of.meanWidth), share: format.share(of.stable) },
      ),
    ),
  );
}

function proposals(calibration, path) {
  if (!calibration?.proposals.length) {
    return null;
  }
  return element(
    'section.card',
    {},
    element('h2', {}, t('曲线校准建议')),
    element(
      'p',
      {},
      t('有 {count} 条曲线按本年数据可以调整；建议只供审阅，采纳须另行发布规则。', {
        count: calibration.proposals.length,
      }),
    ),
    calibration.draft
      ? element(
          'p.downloads',
          {},
          button(
            t('下载建议的规则（YAML）'),
            () => download(path + '/calibration/rulebook.yaml', {}, 'rulebook.yaml'),
            { class: 'quiet' },
          ),
        )
      : null,
  );
}
