// @ts-check
// Names of what the API has ids for.

import { find } from './api.js';
import { catalogue, schema } from './catalogue.js';
import { language, ownWords } from '../words/i18n.js';
import { NOTHING } from '../words/messages.js';
import { once } from '../base/once.js';
import { inEnglish } from './rules-english.js';

const english = language === 'en' ? await import('../words/english-reasons.js') : null;

const { t } = ownWords({
  'status.no': ['否', 'No'],
  'status.held': ['待确认', 'On hold'],
  'status.pending': ['等待上传', 'Waiting for the file'],
  'status.accepted': ['全部通过', 'Accepted'],
  'status.partial': ['部分通过', 'Partly accepted'],
  'status.rejected': ['未通过', 'Rejected'],
  'status.withdrawn': ['已撤回', 'Withdrawn'],
  'status.running': ['计算中', 'Running'],
  'status.complete': ['已完成', 'Complete'],
  'status.awaitingApproval': ['待批准', 'Awaiting approval'],
  'status.refused': ['已退回', 'Refused'],
  'status.published': ['已公布', 'Published'],
  'status.failed': ['失败', 'Failed'],
  'outcome.scored': ['已计分', 'Scored'],
  'outcome.missing': ['缺数据', 'No data'],
  'outcome.baseNotPositive': ['上年基数非正', 'Base of the year before not positive'],
  'step.scoring': ['评分', 'Scoring'],
  'step.ranking': ['排名', 'Ranking'],
  'step.writing': ['写入', 'Writing'],
  'step.verifying': ['核对', 'Verifying'],
  'step.auditing': ['指标体检', 'Diagnostics'],
  'step.comparing': ['与公布结果比较', 'Comparing with the published results'],
  'step.done': ['结束', 'Done'],
  'status.checked': ['仅校验', 'Checked only'],
});

/** @type {Record<string, string>} */
const statuses = {
  scored: t('common.scored'),
  excluded: t('common.excluded'),
  incomplete: t('common.incomplete'),
  pending: t('status.pending'),
  processing: t('common.processing'),
  accepted: t('status.accepted'),
  partial: t('status.partial'),
  held: t('status.held'),
  rejected: t('status.rejected'),
  withdrawn: t('status.withdrawn'),
  checked: t('status.checked'),
  running: t('status.running'),
  complete: t('status.complete'),
  'awaiting-approval': t('status.awaitingApproval'),
  refused: t('status.refused'),
  published: t('status.published'),
  failed: t('status.failed'),
};
/** @type {Record<string, string>} */
const outcomes = {
  scored: t('outcome.scored'),
  missing: t('outcome.missing'),
  'base-not-positive': t('outcome.baseNotPositive'),
};
/** @type {Record<string, string>} */
const steps = {
  waiting: t('common.waiting'),
  scoring: t('step.scoring'),
  ranking: t('step.ranking'),
  writing: t('step.writing'),
  verifying: t('step.verifying'),
  auditing: t('step.auditing'),
  comparing: t('step.comparing'),
  done: t('step.done'),
};

/**
 * @param {Record<string, string>} names
 * @returns {(id: string | null | undefined) => string}
 */
function named(names) {
  return (id) => names[id ?? ''] ?? id ?? NOTHING;
}

/** A truth as a word. */
export function yesOrNo(/** @type {boolean | undefined} */ value) {
  return value ? t('common.yes') : t('status.no');
}

export const status = named(statuses);
export const outcome = named(outcomes);
export const step = named(steps);

/** @typedef {Awaited<ReturnType<typeof read>>} Book */

/** A rulebook and the catalogue with all that they name by id; a name is the id where there is none. Read once. */
export const rulebook = once((/** @type {string} */ id) => read(id));

/** The text that a run has used, which may be a draft. */
export function rulebookOf(/** @type {string} */ id, /** @type {string | null | undefined} */ digest) {
  return digest ? read(id, digest) : rulebook(id);
}

/** As it is in a year, by the text that the year was computed with. */
export function rulebookOfYear(/** @type {Schema<'Year'>} */ { rulebook: id, rulebookDigest: digest, year }) {
  return read(id, digest, year);
}

/** @type {Rules} */
const NO_RULES = { stages: [], categories: [], indicators: [], negativeList: [], bonus: [], decay: [], datasets: [] };

async function read(/** @type {string} */ id, digest = '', /** @type {number | null} */ year = null) {
  const [document, { department, departmentIds, dataset, division, industry, items }] = await Promise.all([
    id === 'none' ? null : find('/rulebooks/{id}', { id, digest, year }),
    catalogue(),
  ]);
  const given = /** @type {Rules} */ (document?.rules ?? NO_RULES);
  const rules = language === 'en' ? inEnglish(given) : given;
  const fields = await fieldNames(rules, items);
  // The first stage whose condition holds is taken, so rules begin with the last that an enterprise reaches.
  const order = rules.stages.map((stage) => stage.id).reverse();
  const place = (/** @type {string | null | undefined} */ stage) =>
    order.includes(stage ?? '') ? order.indexOf(stage ?? '') : order.length;
  /** Several datasets have fields of one name, such as a kind. */
  const field = (/** @type {string} */ name, /** @type {string} */ of = '') =>
    fields.get(of + '.' + name) ?? fields.get(name) ?? name;
  return {
    document,
    rules,
    stages: byId(rules.stages),
    categories: byId(rules.categories),
    department,
    departmentIds,
    dataset,
    division,
    industry,
    /**
     * As enterprises pass through the stages; what has none of them stands last.
     *
     * @template T
     * @param {T[]} rows
     * @param {(row: T) => string | null | undefined} stage
     */
    inOrder: (rows, stage) => rows.toSorted((a, b) => place(stage(a)) - place(stage(b))),
    stagePlace: place,
    stage: nameIn(rules.stages),
    category: nameIn(rules.categories),
    indicator: nameIn(rules.indicators),
    negative: nameIn(rules.negativeList),
    bonus: nameIn(rules.bonus),
    decay: nameIn(rules.decay),
    reward: nameIn(rules.rewards?.rules ?? []),
    tier: nameIn(rules.uses?.tiers ?? []),
    benefit: nameIn(rules.benefits ?? []),
    aggregate: nameIn(rules.aggregates ?? []),
    /** The department that grants a benefit. */
    grantor: nameIn((rules.benefits ?? []).map(({ department: by }) => by)),
    field,
    /** Why a figure is missing, or what was taken instead of it. */
    reason: (/** @type {{ reason?: string, causes?: Schema<'Cause'>[] }} */ { reason = '', causes = [] }) =>
      english?.reason(causes, { field, dataset }) ?? reason,
    /** Without what an enterprise has no stage. */
    unknown: (
      /** @type {{ explanations?: string[], unknown?: Schema<'UnknownFact'>[] }} */ { explanations = [], unknown = [] },
    ) => (english ? unknown.map((one) => english.unknown(one, { field, dataset })) : explanations),
  };
}

/**
 * The titles of the fields that the rules use, by name and by dataset and name. The catalogue's schemas have the
 * English ones.
 *
 * @param {Rules} rules
 * @param {{ id: string }[]} datasets
 */
async function fieldNames({ datasets: used = [] }, datasets) {
  if (language !== 'en') {
    return byName(used.map(({ id, fields }) => ({ id, fields: Object.entries(fields) })));
  }
  const needed = datasets.filter(({ id }) => used.some((one) => one.id === id));
  const schemas = await Promise.all(needed.map(({ id }) => schema(id, undefined)));
  // A rule says the unit itself.
  const plain = (/** @type {string} */ title) => title.replace(/ \([^()]*\)$/, '');
  return byName(
    schemas.map(({ fields }, index) => ({
      id: needed[index].id,
      fields: fields.map(({ name, title }) => [name, plain(title)]),
    })),
  );
}

/** A name alone is that of the first dataset that has it. */
function byName(/** @type {{ id: string, fields: [name: string, title: string][] }[]} */ datasets) {
  return new Map(
    datasets.toReversed().flatMap(({ id, fields }) =>
      fields.flatMap(([name, title]) => [
        [name, title],
        [id + '.' + name, title],
      ]),
    ),
  );
}

/**
 * @param {{ id: string, name: string }[]} list
 * @returns {(id: string | null | undefined) => string}
 */
function nameIn(list) {
  const entries = byId(list);
  return (id) => entries.get(id ?? '')?.name ?? id ?? NOTHING;
}

/**
 * @template {{ id: string }} T
 * @param {T[]} list
 */
function byId(list) {
  return new Map(list.map((entry) => [entry.id, entry]));
}
