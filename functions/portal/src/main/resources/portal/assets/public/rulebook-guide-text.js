// @ts-check
// The words of the guide for rule owners, in Chinese. Its own title is among the words of the pages.

export const PARTS = [
  [
    'id、title、document、effectiveFrom',
    '编号、名称、所依据的文件、施行日期。计算某一年度时，用该年 12 月 31 日已施行的规则中最新的一份；计算时也可以指名用哪一份。',
  ],
  [
    'datasets',
    '用到的数据集和字段。absent：部门已报送而没有这家企业的，按零（zero）还是缺失（missing）计。undelivered：部门没有报送的，明细按没有（zero）还是缺失（missing）计。' +
      'count：明细只计当年文件（of-year）还是各年文件（all-years）。',
  ],
  [
    'roster、dates、coverage、growth',
    '评价对象的名录；基准日、近几年、成立日期；参与排名的最低数据覆盖率，' +
      '缺失的指标不得分（missing: zero）还是按有数据的折算（rescale），' +
      '企业填报、尚未核验的数据计入（unverified: count）还是按缺失计（leave-out）；上年不为正的增速按零分（zero）还是缺失（missing）计。',
  ],
  [
    'categories、stages',
    '一级指标及其总分；阶段的条件和权重。from 含本数，below 不含本数；自上而下，第一个符合的就是企业的阶段。各阶段合起来要覆盖所有企业，权重之和为 1。',
  ],
  ['indicators', '指标的分值、取值和曲线。同一类指标的分值之和要等于该类的总分。'],
  ['negativeList、bonus、decay', '负面清单、附加分、衰减。文件没有这类规定的，写空列表 []，不能不写。'],
  [
    'total、ranks、uses',
    '总分的计算顺序、取整；名次（overall: none 的，没有全区名次）；名单的各档和种子企业（没有就不写 uses）。',
  ],
  [
    'benefits',
    '金额以外的支持和享受条件（没有就不写）。when 所写的须全部符合：stages 处于这些阶段，tiers 列入这些名单，' +
      'upTo 阶段内名次在前百分之几，item 有符合条件的明细（如有效的资质）；department 是办理部门。',
  ],
  [
    'aggregates',
    '全区指标（没有就不写）：企业名录所列企业的数相加。value 写一种：amount 企业的字段，ratio 分子之和占分母之和的百分比，' +
      'sum 明细之和（once 所写编号全区只计一次），count 明细件数，any 有这样明细的企业数。',
  ],
  ['rewards', '财政奖励；没有的，rules 写空列表 []。'],
  ['cases', '案例：一家企业的数据和应得的结果。读入时逐个验算，有一个不符就不接收（可以不写）。'],
];

export const VALUES = [
  ['amount: 字段', '数值本身'],
  [
    'growth: 字段',
    '（当年 − 上年）÷ 上年 × 100；上年不为正的，按 growth 一节所写：值为 0，得 0 分，计入已知，或者按缺失计',
  ],
  [
    'ratio: {part, whole}',
    '部分 ÷ 整体 × 100；整体不为正的，值为 0，得 0 分，计入已知。whereZero 写整体为 0 时改用什么',
  ],
  ['sum: {of, items}', '符合条件的明细某一字段之和'],
  ['count: 明细条件', '符合条件的明细有几条'],
  ['any: [明细条件…]', '有其中任何一种为 1，否则为 0'],
  ['best: {by, shares, items}', '明细中最高一级对应的得分比例'],
];

export const CURVES = [
  ['fullAt: {阶段: 值}', '从 0 起直线上升，到这个值得满分，再高得分不变'],
  ['knots: [[值, 比例], …]', '折点之间为直线，两端之外为水平线；值要递增，比例在 0 到 1 之间、不能下降'],
  ['stages: {阶段: [[值, 比例], …]}', '个别阶段另用的折点，优先于 knots'],
  ['asShare: true', '值本身就是得分比例，只用于 any 和 best'],
];

export const RULES = [
  ['effect: {exclude: true}', '不纳入积分管理：没有得分和名次'],
  ['effect: {deduct: 5}', '扣 5 分，只扣一次'],
  ['effect: {deductByLevel: {…}}', '按级别扣分，各级别相加；each: level 每一级别扣一次，each: item 每一项都扣'],
  ['levels: {by, each, points}', '附加分：各级别相加；each 同上'],
  ['by: {ageInStage: 阶段}', '处于这一阶段，成立满几年；factors 左边的数含本数，直到下一个数'],
  ['by: {yearsInStage: 阶段}', '连续处于这一阶段满几年；中间不知道的年度不打断，处于别的阶段打断'],
  ['by: {stepsDown: {falls: 2}}', '比上一年下降几级；falls 为连续几次下降累计'],
  ['mean: arithmetic', '三类得分按权重相加；写 geometric 的，按权重作几何平均，一类为零则总分为零'],
  ['decays: product', '几项衰减的系数相乘；写 least 的，只取最小的一项'],
  [
    'order: [weigh, …, round]',
    'weigh 合成三类得分，deduct 扣分，add-bonus 计附加分，floor 不低于下限，decay 乘以系数，round 取整（最后一步，四舍六入五成双）',
  ],
];

export const BASES = [
  ['cite: 表2', '文件有规定，写出条目或表号'],
  ['basis: default', '文件没有规定，由规则的编制者设定。诊断中的稳健性分析会把这些选择换成另一种，看名次受多大影响'],
  ['basis: calibrated 2025', '曲线按这一年度的数据校准，经人工审核后采用'],
];

export const CASE = `cases:
  baseline:                # 每个案例共有的数据，按年度
    2024: {revenue: 800}
    2025: {registeredOn: 2015-12-31, revenue: 1000, rdExpense: 250}
  list:
    - case: 研发费用 250 万元的成长期企业
      rule: 表2            # 说明依据，可以不写
      year: 2025
      facts: {2025: {rating: 警示}}      # 与 baseline 不同之处；值写 ~ 表示缺失
      items:
        innovation-records:
          - {kind: 重大科技项目, level: 国家级, title: 某项目, obtainedOn: 2025-05-01}
      absent: {2025: [trade]}            # 部门报送了、但没有这家企业的数据集
      undelivered: {2025: [workforce]}   # 部门没有报送的数据集
      expect:              # 只写要验算的；indicators 写得分，缺数据的写 missing
        status: scored
        stage: growth
        indicators: {"1.1": 6, "1.4": missing}
        deductions: {environment-warning: -5}
        bonus: {major-project: 3}
        factor: 0.9
        # 还可以写 total、weighted、coverage、ranked、categories、decay、reasons、missing`;

export const LEAD =
  '写给规则的编制者：一份规则是一个 YAML 文本文件，系统按它评分；换一份规则、换一个地方，只换文件，不改程序。';

export const HEADINGS = {
  submit: '怎样提交',
  parts: '文件的各段',
  basis: '每条都要有出处',
  values: '指标的取值',
  curves: '曲线：由值到得分',
  pictures: '现行曲线图',
  rules: '扣分、附加分、衰减和总分',
  cases: '案例',
  calibration: '校准',
};

export const SUBMITTING = [
  '文件名为 编号.yaml，UTF-8 编码，编号与文件中的 id 相同（小写字母、数字、连字符），放入存储桶的 rulebooks/ 下。',
  '系统立即检查全文并验算所附案例，所有问题一次列出，每个都写明行号、应为什么、实为什么；结果见接口 /v1/rulebook-files 和存储桶的 reports/rulebooks/ 下。',
  '接收后，这一编号的内容不再改变：每个结果都能按当时的规则说清楚。要修改，请用新的编号。',
  '施行日期在某年 12 月 31 日以前（含当日）的，从该年度的计算起自动适用。只想试算的，把 effectiveFrom 写成将来的日期，计算时指名使用。',
  '比较两份规则：用新规则对已公布的年度试算一次（dryRun，不写入结果），即可看到与公布结果相比谁升谁降、因何而变。',
];

export const SCORE = '得分 = 分值 × 曲线(值)。缺数据的指标得 0 分，并降低数据覆盖率。';

export const WHY_CASES = '把会引起争议的情形写成案例，附在规则后面。以后改动规则时，案例会替编制者把关。';

export const CALIBRATION = [
  '每次年度计算都会检验满分值能否改进：曲线的形状不变，满分值最多减半或加倍，取两位有效数字，各阶段之间的高低次序不变；' +
    '目标是总分更对称、得满分的更少、区分更强、实际权重接近名义权重、跨过阶段界限时少减分。' +
    '得分的值不足 20 个的阶段，以及文件规定的曲线，一律不动。',
  '用上一年度的企业拟合（没有公布上一年度的，用本年度一半企业），再用没有参与拟合的企业检验；' +
    '检验有改进的才建议采用，没有的建议不改，并说明理由。',
  '草案只是建议。' +
    '区科学技术局可以从接口 /v1/years/年度/calibration 看到校准前后的分布和名次变动，从 /v1/years/年度/calibration/rulebook.yaml 下载完整的规则草案；' +
    '经人工审核、改定编号后再按上面的办法提交，从下一年度起施行，不影响已有结果。',
];
