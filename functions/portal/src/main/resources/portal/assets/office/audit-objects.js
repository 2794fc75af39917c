// @ts-check
// What an item of the audit trail is about, in words.

import { get } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { receipt } from '../questions/question-words.js';
import { format } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'trail.ofYear': ['{year} 年度', '{year}'],
  'trail.run': ['{time} 的计算', 'run of {time}'],
  'trail.payment': ['拨付清单 {id}', 'payment list {id}'],
  'trail.profile': ['画像', 'profile'],
  'trail.history': ['历年结果', 'history'],
  'trail.simulations': ['积分模拟测算', 'simulation'],
  'trail.shadow': ['影子评分', 'shadow score'],
  'trail.card': ['积分卡', 'score card'],
  'trail.questions': ['问题', 'question'],
  'trail.letters': ['参考函', 'letter'],
  'trail.rulebook': ['规则：{title}', 'Rulebook: {title}'],
  'trail.limits': ['设置：核对限值', 'Settings: limits of the checks'],
  'trail.zone': ['设置：落款', 'Settings: who issues papers'],
  'trail.departments': ['设置：部门', 'Settings: departments'],
  'trail.rebuild': ['{time} 的数据核对', 'comparison of the tables, {time}'],
  'trail.notices': ['设置：关闭的邮件通知', 'Settings: mails turned off'],
  'trail.schema': ['设置：数据集 {dataset}', 'Settings: dataset {dataset}'],
  'trail.question': ['问题 {id}', 'question {id}'],
  'trail.brief': ['{year} 年第 {number} 季度简报', 'brief of quarter {number}, {year}'],
  'trail.grants': ['授权', 'grant'],
  'trail.banks': ['设置：银行', 'Settings: banks'],
  'trail.holidays': ['设置：{year} 年节假日', 'Settings: holidays of {year}'],
  'trail.form': ['设置：{year} 年报表 · {dataset}', 'Settings: form of {year} · {dataset}'],
  'trail.mapping': ['设置：列名对应 · {source} · {dataset}', 'Settings: names of columns · {source} · {dataset}'],
});

/** @typedef {Pick<Schema<'TrailItem'>, 'action' | 'object'>} Item */
/**
 * Names of what objects have ids for.
 *
 * @typedef {object} Names
 * @property {(id: string) => string} department
 * @property {(id: string) => string} dataset
 * @property {(id: string) => string} rulebook
 * @property {(call: string) => string | undefined} call by method and path, with or without its parameters
 */

/** @type {Record<string, string>} */
const PARTS = {
  profile: t('trail.profile'),
  history: t('trail.history'),
  simulations: t('trail.simulations'),
  shadow: t('trail.shadow'),
  card: t('trail.card'),
  questions: t('trail.questions'),
  letters: t('trail.letters'),
  grants: t('trail.grants'),
};

const year = (/** @type {string} */ of) => t('trail.ofYear', { year: of });
const joined = (/** @type {(string | undefined)[]} */ ...parts) => parts.filter(Boolean).join(' · ');

/**
 * The forms of objects, and their words.
 *
 * @type {[form: RegExp, words: (names: Names, ...found: string[]) => string][]}
 */
const FORMS = [
  [
    /^(?:uploads|checks)\/([^/]+)\/([^/]+)\/(\d+)\/(.+)$/,
    (names, source, dataset, of, file) => joined(year(of), names.department(source), names.dataset(dataset), file),
  ],
  [
    /^years\/(\d+)\/recomputations\/(.+)$/,
    (_, of, id) => joined(year(of), t('trail.run', { time: format.generation(id) })),
  ],
  [/^years\/(\d+)\/allocations\/(\w+)$/, (_, of, id) => joined(year(of), t('trail.payment', { id }))],
  [
    /^(?:years\/(\d+)\/)?enterprises\/(\w{18})\/([a-z]+)(?:\/(.+))?$/,
    (_, of, uscc, part, id) => joined(of && year(of), uscc, PARTS[part] ?? part, part === 'letters' ? id : ''),
  ],
  [/^departments\/(.+)$/, (names, id) => names.department(id)],
  [/^rebuilds\/(.+)$/, (_, id) => t('trail.rebuild', { time: format.generation(id) })],
  [/^rulebooks\/(.+?)(?:\.yaml)?$/, (names, id) => t('trail.rulebook', { title: names.rulebook(id) })],
  [/^settings\/limits\.json$/, () => t('trail.limits')],
  [/^settings\/zone\.json$/, () => t('trail.zone')],
  [/^settings\/departments\.json$/, () => t('trail.departments')],
  [/^settings\/banks\.json$/, () => t('trail.banks')],
  [/^settings\/notices\.json$/, () => t('trail.notices')],
  [/^settings\/datasets\/(.+)\.json$/, (names, id) => t('trail.schema', { dataset: names.dataset(id) })],
  [/^questions\/(.+)$/, (_, id) => t('trail.question', { id: receipt(id) })],
  [/^briefs\/(\d{4})-Q(\d)$/, (_, of, number) => t('trail.brief', { year: of, number })],
  [/^settings\/holidays\/(\d+)\.json$/, (_, of) => t('trail.holidays', { year: of })],
  [
    /^settings\/catalogue\/(\d+)\/(.+)\.json$/,
    (names, of, dataset) => t('trail.form', { year: of, dataset: names.dataset(dataset) }),
  ],
  [
    /^settings\/mappings\/([^/]+)\/(.+)\.json$/,
    (names, source, dataset) =>
      t('trail.mapping', { source: names.department(source), dataset: names.dataset(dataset) }),
  ],
];

/** What an item is about; as it stands in the trail where a newer version has made it. */
export function objectWord(/** @type {Item} */ { action, object }, /** @type {Names} */ names) {
  if (action === 'access.refused') {
    return object
      .split('; ')
      .map((call) => names.call(call) ?? call)
      .join(' · ');
  }
  if (action === 'export.made') {
    const [, of] = /^years\/(\d+)\//.exec(object) ?? [];
    const name = names.call('GET /v1/' + object);
    return name ? joined(of && year(of), name) : object;
  }
  for (const [form, words] of FORMS) {
    const found = form.exec(object);
    if (found) {
      return words(names, ...found.slice(1));
    }
  }
  return object;
}

/** The names that some items need. */
export async function namesFor(/** @type {Item[]} */ items, /** @type {AbortSignal} */ signal) {
  const calls = items.some(({ action }) => action === 'access.refused' || action === 'export.made');
  const [{ department, dataset }, books, operations] = await Promise.all([
    catalogue(),
    get('/rulebooks', {}, signal),
    calls && language !== 'en' ? described(signal) : [],
  ]);
  const titles = new Map(books.items.map(({ id, title }) => [id, title]));
  return {
    department,
    dataset,
    rulebook: (/** @type {string} */ id) => titles.get(id) ?? id,
    call: callNames(operations),
  };
}

/** @typedef {{ method: string, path: string, summary: string }} Operation */

/** The calls as the API describes them, in Chinese. @returns {Promise<Operation[]>} */
async function described(/** @type {AbortSignal} */ signal) {
  const api = /** @type {any} */ (await get('/openapi.json', {}, signal));
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { summary }]) =>
      summary ? { method: method.toUpperCase(), path, summary } : [],
    ),
  );
}

/** Finds the name of a call by its method and its path. */
export function callNames(/** @type {Operation[]} */ operations) {
  const forms = operations.map(({ method, path, summary }) => ({
    form: new RegExp('^' + method + ' ' + path.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+') + '$'),
    summary,
  }));
  return (/** @type {string} */ call) => forms.find(({ form }) => form.test(call))?.summary;
}
