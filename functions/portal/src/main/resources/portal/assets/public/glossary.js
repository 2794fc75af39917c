// @ts-check
// What the words of this site mean.

import { element } from '../base/dom.js';
import { page } from '../page/page.js';
import { language, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'glossary.lead': ['本站用语的含义；条款指新开〔2022〕110号。', 'What the words of this site mean.'],
});

/** @type {[zh: string, en: string, meaning: string, inEnglish: string][]} */
const TERMS = [
  [
    '企业',
    'Enterprise',
    '列入年度评价名录的科技企业，以统一社会信用代码区别。',
    'A technology enterprise on the roster of the year, known by its unified social credit code.',
  ],
  [
    '评价名录',
    'Roster',
    '科学技术局每年确定的参评企业名单（三（一））。',
    'The enterprises that are evaluated in a year, as the science bureau lists them.',
  ],
  [
    '阶段',
    'Stage',
    '按成立年限、营业收入等划分的成长阶段：初创期、成长期、壮大期、成熟期。各阶段权重不同。',
    'The stage of life, by age and operating income; weights differ by stage.',
  ],
  [
    '指标',
    'Indicator',
    '计分的一项，如“研发费用占营业收入的比重”，按曲线由数值得出分值。',
    'One of the things that earn points; a curve turns its figure into points.',
  ],
  [
    '类别',
    'Category',
    '指标分为三类，各类得分按阶段的权重加总。',
    'Indicators form three categories, which are weighted by stage.',
  ],
  [
    '权重',
    'Weight',
    '一类得分在总分中的份额，各类相加为 1。',
    'The share of a category in the total; the weights add up to 1.',
  ],
  ['满分值', 'Full marks', '数值达到后得满分的界限。', 'The figure from which an indicator earns all its points.'],
  [
    '总分',
    'Total',
    '三类得分加权之和，减去扣分、加上附加分、乘以衰减系数。',
    'The weighted categories, less deductions, plus bonuses, times the decay.',
  ],
  [
    '负面清单',
    'Negative list',
    '列入者不参加评价（不纳入）或扣分的情形。',
    'What excludes an enterprise from the evaluation or costs it points.',
  ],
  [
    '衰减',
    'Decay',
    '连续同一阶段超过规定年限的，总分按比例降低。',
    'A total is lowered for who stays in one stage for too long.',
  ],
  [
    '附加分',
    'Bonus',
    '承担重大科技项目等情形，在总分之外增加的分。',
    'Points beside the indicators, as for a major project.',
  ],
  [
    '覆盖率',
    'Coverage',
    '有数据的指标分值占全部分值的比例；达到规定比例才参加排名。',
    'The share of points whose indicators have data; below a limit an enterprise is not ranked.',
  ],
  [
    '规则',
    'Rulebook',
    '评价的全部数值、名单和次序，每条注明依据；经两人批准后施行。',
    'All numbers, lists and orders of the evaluation, each with its article; approved by two persons.',
  ],
  [
    '草稿',
    'Draft',
    '按目前数据随时计算的得分，没有名次，不对外公布。',
    'Scores by the data of the moment: no ranks, not public.',
  ],
  [
    '批次',
    'Generation',
    '一次完整计算的结果；公布就是把一个批次定为现行。',
    'The results of one whole run; publishing makes one of them the one in force.',
  ],
  [
    '试算',
    'Dry run',
    '只算不留，用来看检查结果与差异。',
    'A run that keeps nothing, to look at checks and differences.',
  ],
  [
    '公示期',
    'Notice period',
    '公布后企业可以提出异议的工作日。',
    'The working days after a publication in which enterprises may object.',
  ],
  [
    '待确认',
    'Held',
    '整份文件可疑、等待部门说明的状态；此时不生效。',
    'A file that is doubtful as a whole: nothing of it counts until a person says what it is.',
  ],
  [
    '部分通过',
    'Partly accepted',
    '文件中有的行未通过校验；其余行已计入。',
    'Some rows of a file were refused; the others count.',
  ],
  [
    '自主填报',
    'Self-report',
    '企业自己填的数据；部门报送同一数值时以部门为准。',
    'Figures by the enterprise itself; a department’s figure comes first.',
  ],
  [
    '参考函',
    'Letter',
    '供银行等使用的书面结果，带核验码、二维码和电子签名。',
    'The result on paper for banks, with code, QR code and signature.',
  ],
  [
    '授权',
    'Grant',
    '企业允许一家银行在期限内查看积分、画像或历年结果。',
    'What an enterprise lets a bank read, until a day.',
  ],
  [
    '审计日志',
    'Audit trail',
    '谁在什么时间做了什么；逐条相接，改动可以发现。',
    'Who did what and when; entries are chained, so that a change is found out.',
  ],
];

page({ lead: t('glossary.lead') }, (view) => {
  view.body.replaceChildren(
    element(
      'dl.card.definitions',
      {},
      TERMS.flatMap(([zh, en, meaning, inEnglish]) => [
        element('dt', {}, language === 'en' ? en : zh),
        element('dd', {}, language === 'en' ? inEnglish : meaning),
      ]),
    ),
  );
});
