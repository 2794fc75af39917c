// @ts-check
// Names of what the API has ids for.

import { find } from './api.js';
import { said, t } from './i18n.js';
import { NOTHING } from './messages.js';

/** @typedef {import('./i18n.js').MessageId} MessageId */

/** @type {Record<string, MessageId>} */
const departments = {
  science: 'department.science',
  tax: 'department.tax',
  commerce: 'department.commerce',
  hr: 'department.hr',
  market: 'department.market',
  finance: 'department.finance',
  ecology: 'department.ecology',
  emergency: 'department.emergency',
  public: 'department.public',
  enterprise: 'department.enterprise',
};
/** @type {Record<string, MessageId>} */
const statuses = {
  scored: 'status.scored',
  excluded: 'status.excluded',
  incomplete: 'status.incomplete',
  pending: 'status.pending',
  processing: 'status.processing',
  accepted: 'status.accepted',
  partial: 'status.partial',
  held: 'status.held',
  rejected: 'status.rejected',
  withdrawn: 'status.withdrawn',
  running: 'status.running',
  complete: 'status.complete',
  published: 'status.published',
  failed: 'status.failed',
};
/** @type {Record<string, MessageId>} */
const outcomes = {
  scored: 'outcome.scored',
  missing: 'outcome.missing',
  'base-not-positive': 'outcome.baseNotPositive',
};
/** @type {Record<string, MessageId>} */
const steps = {
  waiting: 'status.waiting',
  scoring: 'step.scoring',
  ranking: 'step.ranking',
  writing: 'step.writing',
  verifying: 'step.verifying',
  auditing: 'step.auditing',
  comparing: 'step.comparing',
  done: 'step.done',
};

/**
 * @param {Record<string, MessageId>} names
 * @returns {(id: string | null | undefined) => string}
 */
function named(names) {
  return (id) => (id && names[id] ? said(names[id]) : (id ?? NOTHING));
}

/** A truth as a word. */
export function yesOrNo(/** @type {boolean | undefined} */ value) {
  return value ? t('common.yes') : t('common.no');
}

export const department = named(departments);
export const status = named(statuses);
export const outcome = named(outcomes);
export const step = named(steps);
export const departmentIds = Object.keys(departments).filter((id) => id !== 'public' && id !== 'enterprise');

/** @type {Map<string, Promise<Book>>} */
const books = new Map();

/** @typedef {Awaited<ReturnType<typeof read>>} Book */

/**
 * A rulebook with its stages and categories by id; a name is the id where there is none.
 *
 * @param {string} id
 * @returns {Promise<Book>}
 */
export function rulebook(id) {
  const known = books.get(id) ?? read(id);
  books.set(id, known);
  return known;
}

/** @type {Rules} */
const NO_RULES = { stages: [], categories: [], indicators: [], negativeList: [], bonus: [], decay: [], datasets: [] };

async function read(/** @type {string} */ id) {
  const document = await find('/rulebooks/{id}', { id });
  const rules = /** @type {Rules} */ (document?.rules ?? NO_RULES);
  const stages = byId(rules.stages);
  const categories = byId(rules.categories);
  const datasets = byId(rules.datasets ?? []);
  const fields = new Map((rules.datasets ?? []).toReversed().flatMap((one) => Object.entries(one.fields)));
  const nameIn = (/** @type {{ id: string, name: string }[]} */ list) => {
    const entries = byId(list);
    return (/** @type {string} */ rule) => entries.get(rule)?.name ?? rule;
  };
  return {
    document,
    rules,
    stages,
    categories,
    stage: (/** @type {string | null | undefined} */ stage) => stages.get(stage ?? '')?.name ?? stage ?? NOTHING,
    category: (/** @type {string} */ category) => categories.get(category)?.name ?? category,
    negative: nameIn(rules.negativeList),
    bonus: nameIn(rules.bonus),
    decay: nameIn(rules.decay),
    dataset: (/** @type {string} */ dataset) => datasets.get(dataset)?.name ?? dataset,
    field: (/** @type {string} */ name) => fields.get(name) ?? name,
  };
}

/**
 * @template {{ id: string }} T
 * @param {T[]} list
 */
function byId(list) {
  return new Map(list.map((entry) => [entry.id, entry]));
}
