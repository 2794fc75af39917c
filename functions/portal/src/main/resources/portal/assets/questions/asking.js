// @ts-check
// Asking: an enterprise about its result, an office about any enterprise.

import { post } from '../api/api.js';
import { choice, chosen, element } from '../base/dom.js';
import { announced, putAll } from '../page/attachments.js';
import { keptForm } from '../page/use-draft.js';
import { person } from '../session/session.js';
import { format } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';
import { KINDS, OF_SYSTEM } from './question-words.js';

const { t } = ownWords({
  'asking.title': ['提出异议', 'Object'],
  'asking.register': ['登记问题', 'Register a question'],
  'asking.about': ['事项', 'About'],
  'asking.kind': ['类别', 'Kind'],
  'asking.id': [
    '指标、规则、字段或数据表编号（网格、热线不填）',
    'Id of the indicator, rule, field or dataset (none for visits and the hotline)',
  ],
  'asking.origin': ['来源（如 12345 热线）', 'Origin'],
  'asking.reference': ['来源编号（热线工单必填）', 'Reference (needed for the hotline)'],
  'asking.why': [
    '理由（说明哪个数据不对、应是多少、依据是什么）',
    'Grounds: which figure is wrong, what it should be, and on what evidence',
  ],
  'asking.files': [
    '附件（最多 5 个，每个不超过 20 MB；pdf、图片、Office 文件或 zip）',
    'Attachments (at most 5 of 20 MB: pdf, pictures, office files or zip)',
  ],
  'asking.submit': ['提交', 'Submit'],
  'asking.indicatorChoice': ['{indicator} · {points} 分', '{indicator} · {points} points'],
  'asking.deduction': ['扣分：{reason}', 'Deduction: {reason}'],
  'asking.exclusion': ['不纳入评价：{reason}', 'Excluded: {reason}'],
  'asking.decay': ['衰减：{reason}', 'Decay: {reason}'],
  'asking.missing': ['缺少：{title}', 'Missing: {title}'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {[place: string, words: string]} Part what can be asked about: its kind and id, and how people call it */

/**
 * @param {Schema<'Profile'>} profile
 * @param {(id: string) => string} dataset its title
 * @returns {Part[]}
 */
function parts(profile, dataset) {
  /** @type {Part[]} */
  const all = [
    ...profile.indicators.map(
      ({ id, name, points }) =>
        /** @type {Part} */ ([
          'indicator=' + id,
          t('asking.indicatorChoice', { indicator: id + ' ' + name, points: format.points(points) }),
        ]),
    ),
    ...(profile.exclusions ?? []).map(
      ({ rule, reason }) => /** @type {Part} */ (['exclusion=' + rule, t('asking.exclusion', { reason })]),
    ),
    ...profile.deductions.map(
      ({ rule, reason }) => /** @type {Part} */ (['deduction=' + rule, t('asking.deduction', { reason })]),
    ),
    ...profile.decay.map(({ rule, reason }) => /** @type {Part} */ (['decay=' + rule, t('asking.decay', { reason })])),
    ...(profile.unknown ?? []).map(({ field }, at) => {
      const title = language === 'en' ? field : (profile.explanations?.[at] ?? field);
      return /** @type {Part} */ (['missing=' + field, t('asking.missing', { title })]);
    }),
    ...(profile.unreported ?? []).map(
      (id) => /** @type {Part} */ (['missing=' + id, t('asking.missing', { title: dataset(id) })]),
    ),
  ];
  if (profile.stage) {
    all.push(['stage', KINDS.stage]);
  }
  if (profile.status === 'scored') {
    all.push(['bonus', KINDS.bonus], ['reward', KINDS.reward]);
  }
  return all;
}

/**
 * An enterprise's form.
 *
 * @param {Schema<'Profile'>} profile
 * @param {(id: string) => string} dataset its title
 * @param {View} view
 */
export function objecting(profile, dataset, view) {
  const known = parts(profile, dataset);
  const asked = view.query.get('indicator');
  const about = choice(t('asking.about'), known, asked ? 'indicator=' + asked : known[0][0], null, {
    id: 'about',
    name: 'about',
  });
  return form(t('asking.title'), view, [about], () => {
    const [kind, id = null] = chosen(about).split('=');
    return {
      year: /** @type {number} */ (view.number),
      uscc: /** @type {string} */ (person().uscc),
      about: { kind: /** @type {import('./question-words.js').Kind} */ (kind), id },
    };
  });
}

/** An office's form: of a figure, a visit, or a call. */
export function registering(/** @type {View} */ view) {
  const input = (/** @type {string} */ name, /** @type {Record<string, any>} */ more = {}) =>
    element('input', { id: 'ask-' + name, name, value: view.query.get(name) ?? '', ...more });
  const uscc = input('uscc', { required: true, minlength: 18, maxlength: 18 });
  const id = input('id', { maxlength: 60 });
  const origin = input('origin', { maxlength: 100 });
  const reference = input('reference', { maxlength: 100 });
  const kind = choice(
    t('asking.kind'),
    /** @type {[keyof typeof KINDS, string][]} */ (Object.entries(KINDS)).filter(
      ([one]) => !OF_SYSTEM.has(one) && (one !== 'hotline' || person().roles.includes('bureau')),
    ),
    view.query.get('about') ?? 'grid',
    null,
    { id: 'ask-kind', name: 'kind' },
  );
  const fields = [
    field(t('common.uscc'), uscc),
    kind,
    field(t('asking.id'), id),
    field(t('asking.origin'), origin),
    field(t('asking.reference'), reference),
  ];
  return element(
    'details.card',
    { id: 'register', open: view.query.has('about') },
    element('summary', {}, t('asking.register')),
    form(null, view, fields, () => ({
      year: /** @type {number} */ (view.number),
      uscc: uscc.value,
      about: { kind: /** @type {import('./question-words.js').Kind} */ (chosen(kind)), id: id.value || null },
      origin: origin.value || null,
      reference: reference.value || null,
    })),
  );
}

function field(/** @type {string} */ label, /** @type {HTMLElement} */ control) {
  return element('label.field', {}, element('span', {}, label), control);
}

/**
 * @param {string | null} title
 * @param {View} view
 * @param {HTMLElement[]} fields
 * @param {() => Omit<Sent<'/questions'>, 'text' | 'attachments'>} asked
 */
function form(title, view, fields, asked) {
  const text = element('textarea', { id: 'text', name: 'text', rows: 5, maxlength: 2000, required: true });
  const files = element('input', { id: 'attachments', type: 'file', multiple: true });
  return keptForm(
    {
      id: 'ask',
      class: title ? 'card stack' : 'stack',
      name: 'question ' + view.number,
      signal: view.signal,
      send: async () => {
        const attachments = await announced(files);
        const question = await post('/questions', {}, { ...asked(), text: text.value, attachments });
        await putAll(question.attachments, files);
        return question;
      },
      done: ({ id }) => view.show({ question: id }),
    },
    [
      title ? element('h2', {}, title) : null,
      ...fields,
      field(t('asking.why'), text),
      field(t('asking.files'), files),
      element('div', {}, element('button', { type: 'submit' }, t('asking.submit'))),
    ],
  );
}
