// Names of what the API has ids for.

import { find } from './api.js';
import { t } from './i18n.js';

const departments = {
  science: '科学技术局',
  tax: '税务局',
  commerce: '商务局',
  hr: '人力资源和社会保障局',
  market: '市场监督管理局',
  finance: '财政金融局',
  ecology: '生态环境局',
  emergency: '应急管理局',
  public: '公开数据采集',
  enterprise: '企业自主填报',
};
const statuses = {
  scored: '已评分',
  excluded: '不纳入',
  incomplete: '待补数',
  pending: '等待上传',
  processing: '校验中',
  accepted: '全部通过',
  partial: '部分通过',
  rejected: '未通过',
  withdrawn: '已撤回',
  running: '计算中',
  complete: '已完成',
  published: '已公布',
  failed: '失败',
};
const outcomes = { scored: '已计分', missing: '缺数据', 'base-not-positive': '基数不为正' };
const steps = {
  waiting: '等待开始',
  scoring: '评分',
  ranking: '排名',
  writing: '写入',
  verifying: '核对',
  auditing: '指标体检',
  comparing: '与公布结果比较',
  done: '结束',
};

const named = (list) => (id) => (list[id] ? t(list[id]) : (id ?? '—'));

export const department = named(departments);
export const status = named(statuses);
export const outcome = named(outcomes);
export const step = named(steps);
export const departmentIds = Object.keys(departments).filter((id) => id !== 'public' && id !== 'enterprise');

const books = new Map();

/** A rulebook with its stages and categories by id; a name is the id where there is none. */
export function rulebook(id) {
  if (!books.has(id)) {
    books.set(id, read(id));
  }
  return books.get(id);
}

async function read(id) {
  const document = await find('/rulebooks/' + encodeURIComponent(id));
  const rules = document?.rules ?? {
    stages: [],
    categories: [],
    indicators: [],
    negativeList: [],
    bonus: [],
    decay: [],
  };
  const byId = (list) => new Map(list.map((entry) => [entry.id, entry]));
  const stages = byId(rules.stages);
  const categories = byId(rules.categories);
  const datasets = byId(rules.datasets ?? []);
  return {
    document,
    rules,
    stages,
    categories,
    stage: (stage) => stages.get(stage)?.name ?? stage ?? '—',
    category: (category) => categories.get(category)?.name ?? category,
    negative: (rule) => rules.negativeList.find((entry) => entry.id === rule)?.name ?? rule,
    bonus: (rule) => rules.bonus.find((entry) => entry.id === rule)?.name ?? rule,
    decay: (rule) => rules.decay.find((entry) => entry.id === rule)?.name ?? rule,
    dataset: (dataset) => datasets.get(dataset)?.name ?? dataset,
    field: (name) => rules.datasets?.find((entry) => entry.fields[name])?.fields[name] ?? name,
  };
}
