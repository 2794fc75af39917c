// @ts-check
// What the zone sets by itself: limits of the checks, who issues papers, holidays. One proposes, another approves.

import { get, putJson } from '../api/api.js';
import { button, element } from '../base/dom.js';
import { format } from '../words/format.js';
import { said, t } from '../words/i18n.js';
import { page } from '../page/page.js';
import { session } from '../session/session.js';
import { keptForm } from '../page/use-draft.js';

/** @typedef {import('../words/i18n.js').MessageId} MessageId */
/** @typedef {import('../page/page.js').View} View */
/** @typedef {Schema<'Setting'>} Setting */
/** @typedef {Record<string, any>} Content */
/** @typedef {{ name: string, title: MessageId, kind: 'share' | 'number' | 'text' | 'days' }} Field */

/** @type {Field[]} */
const LIMITS = [
  { name: 'incompleteShare', title: 'settings.incompleteShare', kind: 'share' },
  { name: 'rankedDrop', title: 'settings.rankedDrop', kind: 'share' },
  { name: 'medianShift', title: 'settings.medianShift', kind: 'number' },
];
/** @type {Field[]} */
const ZONE = [
  { name: 'office', title: 'settings.office', kind: 'text' },
  { name: 'telephone', title: 'settings.telephone', kind: 'text' },
  { name: 'seal', title: 'settings.seal', kind: 'text' },
  { name: 'footer', title: 'settings.footer', kind: 'text' },
];
/** @type {Field[]} */
const HOLIDAYS = [
  { name: 'holidays', title: 'settings.holidays', kind: 'days' },
  { name: 'workdays', title: 'settings.workdays', kind: 'days' },
];

page({ title: 'page.settings', lead: 'settings.lead', roles: ['bureau'] }, async (view) => {
  const { signal } = view;
  const thisYear = new Date(Date.now() + 8 * 3600 * 1000).getUTCFullYear();
  const years = [thisYear, thisYear + 1];
  const [limits, zone, ...holidays] = await Promise.all([
    get('/settings/{file}', { file: json('limits') }, signal),
    get('/settings/{file}', { file: json('zone') }, signal),
    ...years.map((year) => get('/settings/holidays/{file}', { file: json(year) }, signal)),
  ]);
  view.body.replaceChildren(
    section(t('settings.limits'), limits, LIMITS, view),
    section(t('settings.zone'), zone, ZONE, view),
    ...holidays.map((one, at) => section(t('settings.holidaysOf', { year: years[at] }), one, HOLIDAYS, view)),
  );
});

/**
 * @param {string} title
 * @param {Setting} setting
 * @param {Field[]} fields
 * @param {View} view
 */
function section(title, setting, fields, view) {
  /** @type {Content} */
  const value = setting.value;
  /** @type {Content | undefined} */
  const proposed = setting.proposal?.value;
  const bureau = Boolean(session?.roles.includes('bureau'));
  const approver = Boolean(session?.roles.includes('approver'));
  /** @type {[Field, HTMLInputElement | HTMLTextAreaElement][]} */
  const inputs = fields.map((field) => [field, input(field, (proposed ?? value)[field.name], !bureau)]);
  const typed = () => ({
    ...value,
    ...Object.fromEntries(inputs.map(([field, made]) => [field.name, written(field, made.value)])),
  });
  const id = setting.key.replace(/\W+/g, '-');
  const form = keptForm(
    {
      id: 'change-' + id,
      class: 'stack',
      name: 'setting ' + setting.key,
      signal: view.signal,
      send: () => put(setting.key, typed()),
      done: view.refresh,
    },
    (sending) => [
      inputs.map(([field, made]) =>
        element('label.field.wide-field', {}, element('span', {}, said(field.title)), made),
      ),
      element(
        'div.actions',
        {},
        bureau ? element('button', { type: 'submit' }, t('settings.propose')) : null,
        setting.proposal && approver
          ? button(
              t('settings.approve'),
              sending(() => put(setting.key, proposed ?? value)),
              { class: 'approve' },
            )
          : null,
        setting.proposal
          ? button(
              bureau ? t('settings.takeBack') : t('settings.refuse'),
              sending(() => put(setting.key, value)),
              { class: 'quiet' },
            )
          : null,
      ),
    ],
  );
  return element(
    'section.card.setting',
    { id },
    element('h2', {}, title),
    element('p.muted', {}, since(setting)),
    setting.proposal ? proposal(setting.proposal, value, fields) : null,
    form,
  );
}

/** The name of a file of settings. */
function json(/** @type {string | number} */ name) {
  return name + '.json';
}

function put(/** @type {string} */ key, /** @type {Content} */ content) {
  const [folder, file] = key.split('/');
  return file
    ? putJson('/settings/holidays/{file}', { file }, content)
    : putJson('/settings/{file}', { file: folder }, content);
}

function since(/** @type {Setting} */ { since: at, proposedBy, approvedBy }) {
  return at
    ? t('settings.since', { time: format.minute(at), proposed: proposedBy?.name, approved: approvedBy?.name })
    : t('settings.initial');
}

/**
 * @param {NonNullable<Setting['proposal']>} one
 * @param {Content} value in force
 * @param {Field[]} fields
 */
function proposal(one, value, fields) {
  /** @type {Content} */
  const next = one.value;
  return element(
    'div.notice.warn',
    {},
    element('p', {}, t('settings.proposed', { time: format.minute(one.at), who: one.by.name })),
    element(
      'ul',
      {},
      fields
        .filter(({ name }) => JSON.stringify(value[name]) !== JSON.stringify(next[name]))
        .map((field) =>
          element(
            'li',
            {},
            t('settings.change', {
              name: said(field.title),
              before: shown(field, value[field.name]),
              after: shown(field, next[field.name]),
            }),
          ),
        ),
    ),
  );
}

/** As it is typed: shares in per cent, days apart by blanks. */
function shown(/** @type {Field} */ { kind }, /** @type {any} */ value) {
  switch (kind) {
    case 'share':
      return String(Math.round(value * 10000) / 100);
    case 'days':
      return value.join(' ');
    default:
      return String(value);
  }
}

function written(/** @type {Field} */ { kind }, /** @type {string} */ text) {
  switch (kind) {
    case 'share':
      return Number(text) / 100;
    case 'number':
      return Number(text);
    case 'days':
      return text.split(/[\s,，、;；]+/).filter(Boolean);
    default:
      return text.trim();
  }
}

/**
 * @param {Field} field
 * @param {any} value
 * @param {boolean} readonly
 * @returns {HTMLInputElement | HTMLTextAreaElement}
 */
function input(field, value, readonly) {
  if (field.kind === 'days') {
    return element('textarea', { name: field.name, rows: 3, readonly }, shown(field, value));
  }
  const number = field.kind !== 'text';
  return element('input', {
    name: field.name,
    value: shown(field, value),
    readonly,
    ...(number ? { type: 'number', min: 0, max: 100, step: 'any', required: true } : { type: 'text', maxlength: 200 }),
  });
}
