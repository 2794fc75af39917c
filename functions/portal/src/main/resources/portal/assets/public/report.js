// @ts-check
// The analysis report of a published year: as a page, and on paper.

import { address, get } from '../api/api.js';
import { Refusal } from '../api/failure.js';
import { button, element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { citation } from '../words/data.js';
import { language, ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { chapters } from '../page/chapters.js';
import { page, publication } from '../page/page.js';
import { enterpriseColumn, totalColumn } from '../table/columns.js';
import { table } from '../table/table.js';
import { inLanguage } from './report-names.js';
import { bars, histogram, spread } from '../charts/zone-charts.js';
import { figureName, percent } from './zone-figures.js';
import { scoringRates } from '../charts/report-charts.js';

const { t } = ownWords({
  'report.category': ['类别', 'Category'],
  'report.ofYear': ['{year} 年度企业创新积分监测分析报告', 'Innovation points {year}: analysis report'],
  'report.none': ['现在没有 {year} 年度的监测分析报告。', 'There is no analysis report of {year} at present.'],
  'report.pdf': ['下载 PDF', 'Download PDF'],
  'report.overview': ['一、总体情况', '1. Overview'],
  'report.distribution': ['二、得分分布', '2. Distribution of totals'],
  'report.stages': ['三、阶段分析', '3. Stages'],
  'report.industries': ['四、行业与主导产业集群', '4. Industries and clusters'],
  'report.performance': ['五、分类指标表现', '5. Categories and indicators'],
  'report.movements': ['六、变动', '6. Movements'],
  'report.completeness': ['七、数据完整性', '7. Completeness of data'],
  'report.rewards': ['八、奖励', '8. Rewards'],
  'report.index': ['九、指标体系', '9. The index'],
  'report.zone': ['十、全区指标', '10. Figures of the zone'],
  'report.zoneStages': ['各阶段', 'By stage'],
  'report.zoneClusters': ['各主导产业', 'By cluster'],
  'report.now': ['本年', 'This year'],
  'report.onYearBefore': ['同比', 'On the year before'],
  'report.notes': ['附：口径说明', 'Annex: definitions'],
  'report.totals': ['参与排名企业总分', 'Totals of the ranked enterprises'],
  'report.rules': ['负面清单、附加分与衰减涉及的企业', 'Enterprises under negative list, bonus and decay'],
  'report.effect': ['作用', 'Effect'],
  'report.highest': ['最高', 'Highest'],
  'report.meanByStage': ['各阶段分类指标平均得分', 'Mean category points by stage'],
  'report.meanPoints': ['平均得分', 'Mean points'],
  'report.rates': ['各项指标得分率', 'Scoring rate by indicator'],
  'report.stageBefore': ['上年阶段', 'Stage, year before'],
  'report.stageNow': ['本年阶段', 'Stage, this year'],
  'report.before': ['上年', 'Year before'],
  'report.rankBefore': ['上年排名', 'Rank, year before'],
  'report.stageMoves': ['阶段变化', 'Stage changes'],
  'report.risers': ['总分上升较多的企业', 'Largest rises'],
  'report.fallers': ['总分下降较多的企业', 'Largest falls'],
  'report.tablesUnit': ['张', 'datasets'],
  'report.itemsUnit': ['项', 'indicators'],
  'report.relatedIndicators': ['相关指标', 'Related indicators'],
  'report.known': ['有值率', 'Known values'],
  'report.isDelivered': ['是否报送', 'Delivered'],
  'report.byDepartment': ['各部门报送与指标有值率', 'Deliveries and known values by department'],
  'report.byDataset': ['数据表报送情况', 'Deliveries by dataset'],
  'report.sum': ['合计（企业不重复计数）', 'Total (each enterprise counted once)'],
});

/** @typedef {Schema<'AnalysisReport'>} Report */
/** @typedef {import('../table/table.js').Column} Column */

const english = language === 'en' ? await import('./report-sentences.js') : null;

const PRINTED = { printed: true, level: /** @type {const} */ ('h3') };

/** The report may not be written yet, or not be public: the API says which. */
function absence(/** @type {unknown} */ error) {
  if (error instanceof Refusal && error.status === 404) {
    return error;
  }
  throw error;
}

page({ year: true }, async (view) => {
  const { year } = view;
  const [told, rules] = await Promise.all([
    get('/years/{year}/report', { year: year.year }, view.signal).catch(absence),
    rulebook(year.rulebook),
  ]);
  view.title(t('report.ofYear', { year: year.year }));
  view.lead(publication(year));
  if (told instanceof Refusal) {
    view.body.replaceChildren(empty(t('report.none', { year: year.year }), told.message));
    return;
  }
  const report = inLanguage(told, rules);
  const said = english?.sentences(report, rules);
  const part = (
    /** @type {import('./report-sentences.js').Part} */ id,
    /** @type {string} */ title,
    /** @type {Child[]} */ ...content
  ) =>
    /** @type {import('../page/chapters.js').Chapter} */ ([
      id,
      title,
      (said?.[id] ?? report[id]?.text ?? []).map((text) => element('p', {}, text)),
      content,
    ]);
  view.tools.append(
    element(
      'a.button',
      { href: address('/years/{year}/report.pdf', { year: year.year }), download: true },
      t('report.pdf'),
    ),
    button(t('common.print'), () => window.print(), { class: 'quiet' }),
  );
  const body = element(
    'article.report.card',
    {},
    element('p.muted', { lang: 'zh-CN' }, report.rulebook.document),
    chapters([
      part('overview', t('report.overview'), ...overview(report)),
      part('distribution', t('report.distribution'), distribution(report)),
      part('stages', t('report.stages'), ...stages(report)),
      part('industries', t('report.industries'), ...industries(report)),
      part('performance', t('report.performance'), ...performance(report)),
      part('movements', t('report.movements'), ...movements(report)),
      part('completeness', t('report.completeness'), ...completeness(report)),
      part('rewards', t('report.rewards'), rewards(report)),
      part('index', t('report.index'), concerned(report)),
      // Reports of before there were such figures have none.
      ...(report.zone ? [part('zone', t('report.zone'), ...zone(report.zone, rules))] : []),
      part('notes', t('report.notes')),
    ]),
  );
  view.body.replaceChildren(body);
});

/**
 * A titled table; nothing where it has no rows.
 *
 * @param {string} caption
 * @param {Column[]} columns
 * @param {object[]} rows
 * @param {string | null} id
 */
function listed(caption, columns, rows, id = null) {
  return rows.length === 0
    ? null
    : element('section.listed', {}, element('h3', {}, caption), table({ caption, id, columns, rows }));
}

/** @type {(title: string) => Column} */
const name = (title) => ({ id: 'name', title, head: true, value: (row) => row.name });
/** @type {(title: string, value: (row: any) => number | undefined, id?: string) => Column} */
const count = (title, value, id = 'enterprises') => ({
  id,
  title,
  unit: t('common.enterprisesUnit'),
  number: true,
  value,
  cell: (row) => format.count(value(row)),
});
/** @type {(id: string, title: string, value: (row: any) => number | null | undefined) => Column} */
const points = (id, title, value) => ({ id, title, number: true, value, cell: (row) => format.points(value(row)) });

function overview(/** @type {Report} */ { year, before, overview: found }) {
  const years = [
    { name: year, ...found.totals },
    ...(before && found.totalsBefore ? [{ name: before.year, ...found.totalsBefore }] : []),
  ];
  const rules = [
    ...found.deductions.map((rule) => ({ ...rule, effect: t('common.deduction') })),
    ...found.bonus.map((rule) => ({ ...rule, effect: t('common.bonus') })),
    ...found.decay.map((rule) => ({ ...rule, effect: t('common.decay') })),
  ];
  return [
    listed(t('report.totals'), [name(t('common.year')), ...totals], years, 'report-totals'),
    listed(
      t('report.rules'),
      [
        name(t('common.rule')),
        { id: 'effect', title: t('report.effect'), value: (row) => row.effect },
        count(t('common.enterpriseCount'), (row) => row.enterprises),
      ],
      rules,
    ),
  ];
}

const totals = [
  count(t('common.enterpriseCount'), (row) => row.enterprises),
  points('mean', t('common.mean'), (row) => row.mean),
  points('lowerQuartile', t('common.lowerQuartile'), (row) => row.lowerQuartile),
  points('median', t('common.median'), (row) => row.median),
  points('upperQuartile', t('common.upperQuartile'), (row) => row.upperQuartile),
  points('highest', t('report.highest'), (row) => row.highest),
];

/** A group's figures as the charts of the overview take them. */
function cell(/** @type {Schema<'ReportFigures'> | null} */ figures) {
  if (!figures) {
    return null;
  }
  const { enterprises, mean, median, lowerQuartile, upperQuartile } = figures;
  const quartiles = [lowerQuartile, median, upperQuartile].filter((one) => one !== null);
  return { enterprises, mean, median, quartiles: quartiles.length ? quartiles : null };
}

const groups = (/** @type {Schema<'ReportGroup'>[]} */ list) =>
  list.map((group) => ({ id: group.id, name: group.name, now: cell(group.totals), before: cell(group.totalsBefore) }));

function distribution(/** @type {Report} */ { before, distribution: found }) {
  return found.bins.length === 0
    ? null
    : histogram(
        t('common.distribution'),
        { now: { histogram: found.bins }, before: { histogram: found.binsBefore } },
        before?.year,
        PRINTED,
      );
}

function stages(/** @type {Report} */ { stages: found, performance: { categories } }) {
  const means = categories.map((category) => points(category.id, category.name, (row) => row.categories[category.id]));
  return [
    spread(t('common.byStage'), groups(found.groups), PRINTED),
    listed(t('report.meanByStage'), [name(t('common.stage')), ...means], found.groups, 'report-stages'),
  ];
}

function industries(/** @type {Report} */ { industries: found }) {
  return [
    spread(t('common.byCluster'), groups(found.clusters), PRINTED),
    bars(t('common.byIndustry'), groups(found.industries), PRINTED),
  ];
}

function indicatorLink(/** @type {string} */ id, /** @type {string} */ named, /** @type {number} */ year) {
  return link('/indicators/' + encodeURIComponent(id) + '?year=' + year, named);
}

/** The indicators that the findings are about. */
function concerned(/** @type {Report} */ { year, index: { findings }, performance: { indicators } }) {
  const ids = new Set(findings.map(({ indicator }) => indicator));
  const about = indicators.filter(({ id }) => ids.has(id));
  return about.length
    ? element(
        'p.links',
        {},
        about.map(({ id, name: named }) => indicatorLink(id, id + ' ' + named, year)),
      )
    : null;
}

function performance(/** @type {Report} */ { year, performance: found }) {
  const names = new Map(found.categories.map((category) => [category.id, category.name]));
  /** @type {Column[]} */
  const columns = [
    { id: 'code', title: t('common.code'), class: 'short', value: (row) => row.id },
    { ...name(t('common.indicator')), cell: (row) => indicatorLink(row.id, row.name, year) },
    { id: 'category', title: t('report.category'), class: 'short', value: (row) => names.get(row.category) },
    { id: 'fullPoints', title: t('common.fullPoints'), number: true, value: (row) => row.fullPoints },
    points('mean', t('report.meanPoints'), (row) => row.mean),
    {
      id: 'rate',
      title: t('common.rate'),
      number: true,
      value: (row) => row.rate,
      cell: (row) => format.share(row.rate),
    },
    count(t('common.missing'), (row) => row.missing, 'missing'),
  ];
  return [
    scoringRates(t('report.rates'), found, PRINTED),
    listed(t('common.indicators'), columns, found.indicators, 'report-indicators'),
  ];
}

function movements(/** @type {Report} */ { year, movements: found }) {
  /** @type {Column[]} */
  const moved = [
    { id: 'stageBefore', title: t('report.stageBefore'), head: true, value: (row) => row.fromName },
    { id: 'stageNow', title: t('report.stageNow'), value: (row) => row.toName },
    count(t('common.enterpriseCount'), (row) => row.enterprises),
  ];
  /** @type {Column[]} */
  const mover = [
    enterpriseColumn((uscc) => '/enterprises/' + uscc + '?year=' + year),
    { id: 'stage', title: t('common.stage'), class: 'short', value: (row) => row.stageName },
    totalColumn(),
    points('before', t('report.before'), (row) => row.totalBefore),
    {
      id: 'change',
      title: t('common.change'),
      number: true,
      value: (row) => row.change,
      cell: (row) => format.change(row.change),
    },
    { id: 'overall', title: t('common.rank'), number: true, value: (row) => row.rank },
    { id: 'rankBefore', title: t('report.rankBefore'), number: true, value: (row) => row.rankBefore },
  ];
  return [
    listed(t('report.stageMoves'), moved, found.stageMoves),
    listed(t('report.risers'), mover, found.risers, 'report-risers'),
    listed(t('report.fallers'), mover, found.fallers, 'report-fallers'),
  ];
}

function completeness(/** @type {Report} */ { completeness: found }) {
  /** @type {Column[]} */
  const departments = [
    name(t('common.department')),
    {
      id: 'dataset',
      title: t('common.dataset'),
      unit: t('report.tablesUnit'),
      number: true,
      value: (row) => row.datasets,
    },
    {
      id: 'delivered',
      title: t('common.delivered'),
      unit: t('report.tablesUnit'),
      number: true,
      value: (row) => row.delivered,
    },
    {
      id: 'relatedIndicators',
      title: t('report.relatedIndicators'),
      unit: t('report.itemsUnit'),
      number: true,
      value: (row) => row.indicators,
    },
    {
      id: 'known',
      title: t('report.known'),
      number: true,
      value: (row) => row.known,
      cell: (row) => format.share(row.known),
    },
  ];
  /** @type {Column[]} */
  const datasets = [
    name(t('common.dataset')),
    { id: 'department', title: t('common.department'), value: (row) => row.departmentName },
    {
      id: 'isDelivered',
      title: t('report.isDelivered'),
      class: 'short',
      value: (row) => (row.delivered ? t('common.delivered') : t('common.notDelivered')),
    },
  ];
  return [
    listed(t('report.byDepartment'), departments, found.departments),
    listed(t('report.byDataset'), datasets, found.datasets),
  ];
}

function rewards(/** @type {Report} */ { rewards: found }) {
  /** @type {Column[]} */
  const columns = [
    name(t('common.reward')),
    { id: 'basis', title: t('common.basis'), class: 'short', value: (row) => citation(row.cite) },
    count(t('common.enterpriseCount'), (row) => row.enterprises),
    { ...points('amount', t('common.amount'), (row) => row.amount), unit: t('common.yuanUnit') },
  ];
  const sum = {
    name: t('report.sum'),
    cite: '',
    enterprises: found.enterprises,
    amount: found.amount,
    emphasis: true,
  };
  return listed(t('common.rewards'), columns, found.kinds.length ? [...found.kinds, sum] : [], 'report-rewards');
}

/**
 * @param {NonNullable<Report['zone']>} found
 * @param {import('../api/names.js').Book} rules
 */
function zone(found, rules) {
  /** @type {(id: string, title: string, value: (row: any) => number | null | undefined) => Column} */
  const figure = (id, title, value) => ({ id, title, number: true, value, cell: (row) => format.value(value(row)) });
  /** @type {Column} */
  const change = {
    id: 'change',
    title: t('report.onYearBefore'),
    number: true,
    value: (row) => row.change,
    cell: (row) => percent(row.change),
  };
  const grouped = (/** @type {string} */ title, /** @type {Schema<'ReportZoneGroup'>[]} */ groups) => {
    const ids = [...new Set(groups.map(({ group }) => group))];
    const columns = ids.map((id, index) => {
      const of = (/** @type {any} */ row) => groups.find((one) => one.id === row.id && one.group === id);
      return figure('group' + index, of({ id: groups[0].id })?.name ?? String(id), (row) => of(row)?.value);
    });
    return listed(title, [figureName(rules), ...columns], ids.length ? found.totals : []);
  };
  return [
    listed(
      t('report.zone'),
      [
        figureName(rules),
        figure('now', t('report.now'), (row) => row.value),
        figure('before', t('report.before'), (row) => row.before),
        change,
      ],
      found.totals,
      'report-zone',
    ),
    grouped(t('report.zoneStages'), found.stages),
    grouped(t('report.zoneClusters'), found.clusters),
  ];
}
