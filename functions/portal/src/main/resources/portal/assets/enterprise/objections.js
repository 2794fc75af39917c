// Objections during the notice period: an enterprise files them, the bureau answers them.

import { all, find, post } from '../lib/api.js';
import { button, choice, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { empty, failure, page } from '../lib/page.js';
import { session } from '../lib/session.js';

page({ title: '异议', year: true, roles: ['enterprise', 'bureau'] }, async (view) => {
  const { year } = view;
  const open = year.noticeUntil && new Date(year.noticeUntil + 'T23:59:59+08:00') >= new Date();
  view.lead(
    !year.noticeUntil
      ? t('{year} 年度的结果没有设定公示期，不受理异议。', { year: year.year })
      : open
        ? t('公示期至 {day}，期间可对本企业的每项指标提出一次异议。', { day: format.day(year.noticeUntil) })
        : t('公示期已于 {day} 结束。', { day: format.day(year.noticeUntil) }),
  );
  view.body.replaceChildren(...(session.role === 'bureau' ? await received(view) : await own(view, open)));
});

async function received(view) {
  const status = view.query.get('status') ?? '';
  const found = await all('/years/' + view.year.year + '/objections', { status }, view.signal);
  return [
    element(
      'div.row',
      {},
      choice(
        t('状态'),
        [
          ['', t('全部状态')],
          ['open', t('待答复')],
          ['answered', t('已答复')],
        ],
        status,
        (value) => view.show({ status: value }),
        { id: 'status' },
      ),
    ),
    found.items.length
      ? element(
          'div.body',
          { id: 'objections' },
          found.items.map((one) => entry(one, view, true)),
        )
      : empty(t('没有异议。'), t('企业在公示期内提出的异议会列在这里。')),
  ];
}

async function own(view, open) {
  const path = '/years/' + view.year.year + '/enterprises/' + session.uscc;
  const [filed, profile] = await Promise.all([
    all(path + '/objections', { limit: null }, view.signal),
    open ? find(path + '/profile', {}, view.signal) : null,
  ]);
  return [
    open && profile?.status === 'scored' ? form(profile, path, view) : null,
    filed.items.length
      ? element(
          'div.body',
          { id: 'objections' },
          filed.items.map((one) => entry(one, view, false)),
        )
      : empty(
          t('还没有提出过异议。'),
          t('先看各项指标的数值和来源，再决定是否提出。'),
          link('/portrait?year=' + view.year.year, t('看本企业的创新画像')),
        ),
  ].filter(Boolean);
}

function form(profile, path, view) {
  const indicator = choice(
    t('指标'),
    profile.indicators.map(({ id, name, points }) => [
      id,
      id + ' ' + name + ' · ' + format.points(points) + ' ' + t('分'),
    ]),
    view.query.get('indicator') ?? '1.1',
    null,
    { id: 'indicator' },
  );
  const text = element('textarea', { id: 'text', rows: 5, maxlength: 2000, required: true });
  const trouble = element('div', { 'aria-live': 'polite' });
  return element(
    'form.card.stack',
    {
      id: 'object',
      submit: async (event) => {
        event.preventDefault();
        try {
          await post(path + '/objections', { indicator: indicator.querySelector('select').value, text: text.value });
          view.refresh();
        } catch (error) {
          trouble.replaceChildren(failure(error));
        }
      },
    },
    element('h2', {}, t('提出异议')),
    indicator,
    element('label.field', {}, element('span', {}, t('理由（说明哪个数据不对、应是多少、依据是什么）')), text),
    element('div', {}, element('button', { type: 'submit' }, t('提交异议'))),
    trouble,
  );
}

const OUTCOMES = { upheld: ['成立', 'good'], dismissed: ['不成立', ''] };

function entry(one, view, bureau) {
  const [word, tone] = one.answer ? OUTCOMES[one.answer.outcome] : ['待答复', 'warn'];
  return element(
    'article.card.stack',
    {},
    element(
      'div.above',
      {},
      element('h2', {}, one.indicator + ' ' + one.indicatorName),
      element('span', { class: 'badge ' + tone }, t(word)),
    ),
    bureau ? element('p', {}, link('/portrait?uscc=' + one.uscc + '&year=' + one.year, one.name ?? one.uscc)) : null,
    element('p.words', {}, one.text),
    element('p.muted', {}, format.minute(one.filedAt)),
    one.answer
      ? element(
          'blockquote',
          {},
          element('p.words', {}, one.answer.text),
          element('p.muted', {}, format.minute(one.answer.at)),
        )
      : null,
    bureau && !one.answer ? answer(one, view) : null,
  );
}

function answer(one, view) {
  const text = element('textarea', { rows: 3, maxlength: 2000, required: true, 'aria-label': t('答复') });
  const trouble = element('div', { 'aria-live': 'polite' });
  const as = (outcome) => async () => {
    if (!text.reportValidity()) {
      return;
    }
    try {
      await post('/years/' + one.year + '/objections/' + encodeURIComponent(one.id) + '/answer', {
        outcome,
        text: text.value,
      });
      view.refresh();
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  };
  return element(
    'div.stack',
    {},
    text,
    element(
      'div.actions',
      {},
      button(t('异议成立'), as('upheld')),
      button(t('异议不成立'), as('dismissed'), { class: 'quiet' }),
    ),
    trouble,
  );
}
