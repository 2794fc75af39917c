// @ts-check
// Signing in: with the configured provider, or, in the local stack, by choosing who to be.

import { all, get } from '../api/api.js';
import { Refusal } from '../api/failure.js';
import { catalogue } from '../api/catalogue.js';
import { button, choice, chosen, element } from '../base/dom.js';
import { t } from '../words/i18n.js';
import { arrive, depart } from './openid-connect.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { keep } from '../session/session.js';
import { BESIDE } from '../session/sign-in-ending.js';

/** @typedef {import('./openid-connect.js').Provider} Provider */
/**
 * Who to be.
 *
 * @typedef {{ groups: string[], sub?: string, name?: string, department?: string, uscc?: string }} Wish
 */

/**
 * How people sign in where this portal runs.
 *
 * @returns {Promise<{ signIn: null | { kind: 'choice' } | ({ kind: 'openid-connect' } & Provider) }>}
 */
async function configuration() {
  return (await fetch('/portal-config.json')).json();
}

/** Only a page of this site is gone back to. */
function back(/** @type {string | null} */ address) {
  if (address === BESIDE) {
    return BESIDE;
  }
  const target = new URL(address ?? '/', location.origin);
  const { origin, pathname, search, hash } = target;
  return origin === location.origin && pathname !== '/sign-in' ? pathname + search + hash : '/';
}

/** Keeps who signed in and goes back; a window beside the page that asked is done. */
function arrived(
  /** @type {string} */ token,
  /** @type {string} */ target,
  /** @type {import('../page/page.js').View} */ view,
) {
  keep(token);
  if (target === BESIDE) {
    view.body.replaceChildren(empty(t('signIn.renewed')));
    window.close();
  } else {
    location.replace(target);
  }
}

page({ title: 'page.signIn' }, async (view) => {
  const { signIn } = await configuration();
  const { query } = view;
  if (!signIn) {
    view.body.replaceChildren(empty(t('signIn.notConfigured')));
  } else if (signIn.kind === 'choice') {
    await offer(view, back(query.get('back')));
  } else if (query.has('state')) {
    const { token, target } = await arrive(signIn, query);
    arrived(token, back(target), view);
  } else {
    await depart(signIn, back(query.get('back')));
  }
});

async function offer(/** @type {import('../page/page.js').View} */ view, /** @type {string} */ target) {
  view.lead(t('signIn.local'));
  const [enterprises, { departmentIds, department }, officers] = await Promise.all([
    someEnterprises(view.signal),
    catalogue(),
    persons(),
  ]);
  const code = element('input', {
    name: 'uscc',
    list: 'enterprises',
    maxlength: 18,
    minlength: 18,
    required: true,
    autocomplete: 'off',
    value: enterprises[0]?.uscc ?? '',
  });
  const office = choice(
    t('common.department'),
    departmentIds.map((id) => [id, department(id)]),
    'tax',
    null,
    { id: 'department' },
  );
  const of = (/** @type {(wish: Wish) => boolean} */ wanted) => officers.filter(wanted);
  const bureau = of(({ groups }) => groups.includes('bureau') || groups.includes('approver'));
  const officer = choice(
    t('signIn.person'),
    bureau.map((one, index) => [index, t('signIn.personAs', { name: one.name, role: roles(one) })]),
    0,
    null,
    { id: 'officer' },
  );
  const auditor = of(({ groups }) => groups.includes('auditor'))[0];
  const inDepartment = (/** @type {string} */ id) =>
    of((one) => one.department === id)[0] ?? { groups: ['department'], department: id };
  const as = (/** @type {Wish} */ wish) => async () => {
    arrived(await token(wish), target, view);
  };
  view.body.replaceChildren(
    element(
      'div.grid.three',
      {},
      element(
        'section.card',
        {},
        element('h2', {}, t('page.bureau')),
        element('p', {}, t('signIn.bureauCan')),
        officer,
        button(t('signIn.asBureau'), () => as(bureau[Number(chosen(officer))])()),
      ),
      element(
        'section.card',
        {},
        element('h2', {}, t('page.dataDepartment')),
        element('p', {}, t('signIn.departmentCan')),
        office,
        button(t('signIn.asDepartment'), () => as(inDepartment(chosen(office)))()),
      ),
      element(
        'form.card',
        {
          submit: (/** @type {Event} */ event) => {
            event.preventDefault();
            const uscc = code.value.trim().toUpperCase();
            as({ groups: ['enterprise'], sub: 'enterprise/' + uscc, name: t('signIn.clerk'), uscc })();
          },
        },
        element('h2', {}, t('common.enterprise')),
        element('p', {}, t('signIn.enterpriseCan')),
        element('label.field', {}, element('span', {}, t('common.uscc')), code),
        element(
          'datalist',
          { id: 'enterprises' },
          enterprises.map((one) => element('option', { value: one.uscc }, one.name)),
        ),
        element('button', { type: 'submit' }, t('signIn.asEnterprise')),
      ),
      element(
        'section.card',
        {},
        element('h2', {}, t('page.auditor')),
        element('p', {}, t('signIn.auditorCan')),
        button(t('signIn.asAuditor', { name: auditor.name }), as(auditor)),
      ),
    ),
  );
}

/** @returns {Promise<(Wish & { name: string })[]>} */
async function persons() {
  return (await (await fetch('/local/persons')).json()).items;
}

function roles(/** @type {Wish} */ { groups }) {
  return groups.map((group) => t(group === 'approver' ? 'signIn.decides' : 'signIn.prepares')).join(' · ');
}

async function someEnterprises(/** @type {AbortSignal} */ signal) {
  const years = await get('/years', {}, signal);
  if (years.items.length === 0) {
    return [];
  }
  return (await all('/years/{year}/rankings', { year: years.items[0].year }, signal)).items;
}

async function token(/** @type {Wish} */ wish) {
  const answer = await fetch('/local/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  });
  if (!answer.ok) {
    throw new Refusal(answer.status, t('signIn.noToken'));
  }
  return (await answer.json()).token;
}
