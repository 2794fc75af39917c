// Signing in: with the configured provider, or, in the local stack, by choosing who to be.

import { all, get, Refusal } from '../lib/api.js';
import { button, choice, element } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { department, departmentIds } from '../lib/names.js';
import { arrive, depart } from './openid-connect.js';
import { configuration, empty, page } from '../lib/page.js';
import { keep } from '../lib/session.js';

/** Only a page of this site is gone back to. */
function back(address) {
  const target = new URL(address ?? '/', location.origin);
  return target.origin === location.origin && target.pathname !== '/sign-in' ? target.pathname + target.search : '/';
}

page({ title: '登录' }, async (view) => {
  const { signIn } = await configuration();
  const { query } = view;
  if (!signIn) {
    view.body.replaceChildren(empty(t('这里没有设置登录方式，只能查看公开页面。')));
  } else if (signIn.kind === 'choice') {
    await offer(view, back(query.get('back')));
  } else if (query.has('state')) {
    const { token, target } = await arrive(signIn, query);
    keep(token);
    location.replace(back(target));
  } else {
    await depart(signIn, back(query.get('back')));
  }
});

async function offer(view, target) {
  view.lead(t('本地环境：选择要使用的身份。正式环境由统一身份认证登录。'));
  const enterprises = await someEnterprises(view.signal);
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
    t('部门'),
    departmentIds.map((id) => [id, department(id)]),
    'tax',
    null,
    { id: 'department' },
  );
  const as = (wish) => async () => {
    keep(await token(wish));
    location.assign(target);
  };
  view.body.replaceChildren(
    element(
      'div.grid.three',
      {},
      element(
        'section.card',
        {},
        element('h2', {}, t('科学技术局（管理）')),
        element('p', {}, t('查看进度与草稿，计算并公布年度结果。')),
        button(t('以科学技术局登录'), as({ groups: ['bureau'] })),
      ),
      element(
        'section.card',
        {},
        element('h2', {}, t('数据部门')),
        element('p', {}, t('报送本部门的数据，查看校验结果。')),
        office,
        button(t('以该部门登录'), () =>
          as({ groups: ['department'], department: office.querySelector('select').value })(),
        ),
      ),
      element(
        'form.card',
        {
          submit: (event) => {
            event.preventDefault();
            as({ groups: ['enterprise'], uscc: code.value.trim().toUpperCase() })();
          },
        },
        element('h2', {}, t('企业')),
        element('p', {}, t('查看本企业的画像，试算，自主填报。')),
        element('label.field', {}, element('span', {}, t('统一社会信用代码')), code),
        element(
          'datalist',
          { id: 'enterprises' },
          enterprises.map((one) => element('option', { value: one.uscc }, one.name)),
        ),
        element('button', { type: 'submit' }, t('以该企业登录')),
      ),
    ),
  );
}

async function someEnterprises(signal) {
  const years = await get('/years', {}, signal);
  if (years.items.length === 0) {
    return [];
  }
  return (await all('/years/' + years.items[0].year + '/rankings', {}, signal)).items;
}

async function token(wish) {
  const answer = await fetch('/local/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  });
  if (!answer.ok) {
    throw new Refusal(answer.status, t('没有得到令牌。'));
  }
  return (await answer.json()).token;
}
