// @ts-check
// Names of what the API has ids for.

import { find } from './api.js';
import { catalogue, schema } from './catalogue.js';
import { language, said, t } from '../words/i18n.js';
import { NOTHING } from '../words/messages.js';
import { once } from '../base/once.js';
import { inEnglish } from './rules-english.js';

/** @typedef {import('../words/i18n.js').MessageId} MessageId */

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
  checked: 'status.checked',
  running: 'status.running',
  complete: 'status.complete',
  'awaiting-approval': 'status.awaitingApproval',
  refused: 'status.refused',
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

/** @type {Rules} */
const NO_RULES = { stages: [], categories: [], indicators: [], negativeList: [], bonus: [], decay: [], datasets: [] };

async function read(/** @type {string} */ id, /** @type {string} */ digest = '') {
  const [document, { department, departmentIds, dataset, division, industry, items }] = await Promise.all([
    find('/rulebooks/{id}', { id, digest }),
    catalogue(),
  ]);
  const given = /** @type {Rules} */ (document?.rules ?? NO_RULES);
  const rules = language === 'en' ? inEnglish(given) : given;
  const fields = await fieldNames(rules, items);
  const order = rules.stages.map((stage) => stage.id);
  const place = (/** @type {string | null | undefined} */ stage) =>
    order.includes(stage ?? '') ? order.indexOf(stage ?? '') : order.length;
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
     * In the rulebook's order of stages; what has none of them stands last.
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
    field: (/** @type {string} */ name) => fields.get(name) ?? name,
  };
}

/**
 * The titles of the fields that the rules use. The catalogue's schemas have the English ones.
 *
 * @param {Rules} rules
 * @param {{ id: string }[]} datasets
 */
async function fieldNames({ datasets: used = [] }, datasets) {
  if (language !== 'en') {
    return new Map(used.toReversed().flatMap((one) => Object.entries(one.fields)));
  }
  const schemas = await Promise.all(
    datasets.filter(({ id }) => used.some((one) => one.id === id)).map(({ id }) => schema(id)),
  );
  // A rule says the unit itself.
  const plain = (/** @type {string} */ title) => title.replace(/ \([^()]*\)$/, '');
  return new Map(schemas.toReversed().flatMap(({ fields }) => fields.map(({ name, title }) => [name, plain(title)])));
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
