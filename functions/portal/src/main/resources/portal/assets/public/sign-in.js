// @ts-check
// Signing in: with the configured provider, or, in the local stack, by choosing who to be.

import { all, get } from '../api/api.js';
import { Refusal } from '../api/failure.js';
import { catalogue } from '../api/catalogue.js';
import { button, choice, chosen, element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { arrive, depart } from './openid-connect.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { keep } from '../session/session.js';
import { BESIDE } from '../session/sign-in-ending.js';

const { t } = ownWords({
  'signIn.notConfigured': [
    '这里没有设置登录方式，只能查看公开页面。',
    'No sign-in is configured here; only the public pages are available.',
  ],
  'signIn.local': [
    '本地环境：选择要使用的身份。正式环境由统一身份认证登录。',
    'Local stack: choose a role. In production people sign in with the identity provider.',
  ],
  'signIn.bureauCan': [
    '查看进度与草稿，计算并公布年度结果。',
    'Follow deliveries and drafts, compute and publish the results of a year.',
  ],
  'signIn.asBureau': ['以科学技术局登录', 'Sign in as the bureau'],
  'signIn.departmentCan': [
    '报送本部门的数据，查看校验结果。',
    'Deliver the data of a department and see the check results.',
  ],
  'signIn.asDepartment': ['以该部门登录', 'Sign in as this department'],
  'signIn.enterpriseCan': [
    '查看本企业的画像，试算，自主填报。',
    'See the portrait of an enterprise, simulate, and report data.',
  ],
  'signIn.asEnterprise': ['以该企业登录', 'Sign in as this enterprise'],
  'signIn.renewed': [
    '登录已续期，请关闭此窗口，回到原来的页面继续。',
    'Your sign-in is renewed. Close this window and go on where you were.',
  ],
  'signIn.noToken': ['没有得到令牌。', 'No token was issued.'],
  'signIn.person': ['人员', 'Person'],
  'signIn.personAs': ['{name}（{role}）', '{name} ({role})'],
  'signIn.prepares': ['经办', 'prepares'],
  'signIn.decides': ['审批', 'decides'],
  'signIn.clerk': ['企业填报人', 'Reporting clerk'],
  'signIn.auditorCan': ['查看审计日志，没有其他权限。', 'Read the audit trail; no other right.'],
  'signIn.bankCan': ['查看企业授权的内容。', 'See what enterprises have granted.'],
  'signIn.asBank': ['以银行人员{name}登录', 'Sign in as {name} of a bank'],
  'signIn.asAuditor': ['以审计人员{name}登录', 'Sign in as the auditor {name}'],
});

/** Where the day begins. */
const DESK = '/desk';

/** @typedef {import('./openid-connect.js').Provider} Provider */
/**
 * Who to be.
 *
 * @typedef {{ groups: string[], sub?: string, name?: string, department?: string, uscc?: string, bank?: string }} Wish
 */

/**
 * How people sign in where this portal runs.
 *
 * @returns {Promise<{ signIn: null | { kind: 'choice' } | ({ kind: 'openid-connect' } & Provider) }>}
 */
async function configuration() {
  return (await fetch('/portal-config.json')).json();
}

/** Only a page of this site is gone back to; whoever comes from the first page, or from none, begins at the desk. */
function back(/** @type {string | null} */ address) {
  if (address === BESIDE) {
    return BESIDE;
  }
  const target = new URL(address ?? DESK, location.origin);
  const { origin, pathname, search, hash } = target;
  return origin === location.origin && !['/', '/sign-in'].includes(pathname) ? pathname + search + hash : DESK;
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

page({}, async (view) => {
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
  const banker = of(({ groups }) => groups.includes('bank'))[0];
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
      element(
        'section.card',
        {},
        element('h2', {}, t('page.bank')),
        element('p', {}, t('signIn.bankCan')),
        button(t('signIn.asBank', { name: banker.name }), as(banker)),
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
