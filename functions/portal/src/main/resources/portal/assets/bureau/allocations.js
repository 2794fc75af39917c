// @ts-check
// Payment lists: worked out, asked for, decided, paid.

import { download, get, post } from '../api/api.js';
import { enterpriseNames } from '../api/enterprise-names.js';
import { confirmed } from '../base/confirm.js';
import { rulebook } from '../api/names.js';
import { zoneDay } from '../base/zone-day.js';
import { button, element } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { format, NOTHING } from '../words/format.js';
import { list as inWords, ownWords } from '../words/i18n.js';
import { officeControls } from '../page/office-filter.js';
import { isOpen, officeFilter } from '../page/office-query.js';
import { page } from '../page/page.js';
import { isAny, session } from '../session/session.js';
import { keptForm } from '../page/use-draft.js';
import { enterpriseColumn, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';
import { allocationForm, METHODS } from './allocation-form.js';

const { t } = ownWords({
  'allocations.lead': [
    '奖励资金由一人提请、另一人批准后拨付；已拨的金额在以后的清单中扣除。',
    'One person asks for a payment list and another approves it. What was paid is deducted from later lists.',
  ],
  'allocations.listed': ['拨付清单', 'Payment lists'],
  'allocations.none': ['{year} 年度还没有拨付清单。', 'There is no payment list of {year} yet.'],
  'allocations.draft': ['试算', 'Dry run'],
  'allocations.asked': ['待批准', 'Awaiting approval'],
  'allocations.refused': ['已退回', 'Refused'],
  'allocations.approved': ['已批准', 'Approved'],
  'allocations.paid': ['已拨付', 'Paid'],
  'allocations.didMake': ['试算', 'worked it out'],
  'allocations.didAsk': ['提请批准', 'asked for it'],
  'allocations.didRefuse': ['退回', 'refused it'],
  'allocations.didApprove': ['批准', 'approved it'],
  'allocations.didPay': ['登记为已拨付', 'recorded the payment'],
  'allocations.step': ['{time} {who} {what}', '{time} {who} {what}'],
  'allocations.because': ['：{reason}', ': {reason}'],
  'allocations.stale': [
    '试算之后结果重新公布过，或已有别的清单获批准：不能再提请或批准，请重新试算。',
    'Results were published or another list was approved since: it cannot be asked for or approved. Work it out anew.',
  ],
  'allocations.method': ['分配办法', 'Method'],
  'allocations.document': ['文号', 'Document'],
  'allocations.budget': ['预算', 'Budget'],
  'allocations.due': ['应拨', 'Due'],
  'allocations.deducted': ['已拨扣减', 'Deducted'],
  'allocations.payable': ['本次拨付', 'Payable'],
  'allocations.unspent': ['未分配', 'Not divided'],
  'allocations.enterprises': ['{count, number} 家企业', '{count, plural, one {# enterprise} other {# enterprises}}'],
  'allocations.cases': ['批准前应当知道的', 'To know before it is approved'],
  'allocations.noCases': ['没有特殊情形。', 'Nothing special.'],
  'allocations.part': [
    '只显示所选范围的企业；上面的合计是整份清单的。',
    'Only the chosen enterprises are shown; the sums above are those of the whole list.',
  ],
  'allocations.lines': ['逐家明细', 'By enterprise'],
  'allocations.item': ['拨付项目', 'Item'],
  'allocations.submit': ['提请批准', 'Ask for approval'],
  'allocations.approve': ['批准', 'Approve'],
  'allocations.refuse': ['退回', 'Refuse'],
  'allocations.pay': ['登记拨付', 'Record the payment'],
  'allocations.paidOn': ['拨付日期', 'Paid on'],
  'allocations.reason': ['退回的理由', 'Reason to refuse'],
  'allocations.askApprove': [
    '批准后按本清单向 {count, number} 家企业拨付 {amount} 元，确定吗？',
    'Pay {amount} yuan to {count, plural, one {# enterprise} other {# enterprises}} by this list?',
  ],
  'allocations.askPay': [
    '登记后不能更改：{day} 已按本清单拨付 {amount} 元，确定吗？',
    'Record that {amount} yuan were paid on {day}? This cannot be undone.',
  ],
  'allocations.ownAsk': ['您提请的，由另一位审批人批准或退回。', 'You asked for it; another approver decides.'],
  'allocations.all': ['全部清单', 'All lists'],
});

/** Names that are shown at once. */
const FEW = 5;

/** @typedef {Schema<'Allocation'>} List */
/** @typedef {Schema<'AllocationLine'>} Line */
/** @typedef {import('../page/page.js').View} View */

/** @type {Record<List['state'], [title: string, tone: string, deed: string]>} */
const STATES = {
  draft: [t('allocations.draft'), '', t('allocations.didMake')],
  asked: [t('allocations.asked'), 'warn', t('allocations.didAsk')],
  refused: [t('allocations.refused'), 'bad', t('allocations.didRefuse')],
  approved: [t('allocations.approved'), 'good', t('allocations.didApprove')],
  paid: [t('allocations.paid'), 'good', t('allocations.didPay')],
};

page({ lead: t('allocations.lead'), year: true }, async (view) => {
  const { signal, query } = view;
  const { year } = view.year;
  const id = query.get('id');
  if (id) {
    const asked = { year, id, ...officeFilter(query) };
    const [list, controls] = await Promise.all([
      get('/years/{year}/allocations/{id}', asked, signal),
      officeControls(view),
    ]);
    const concerned = (list.cases ?? []).flatMap(({ usccs }) => usccs);
    const name = await enterpriseNames(year, concerned, signal, list.lines);
    view.body.replaceChildren(...detail(list, view, controls, name));
    return;
  }
  const [{ items }, rules] = await Promise.all([
    get('/years/{year}/allocations', { year }, signal),
    rulebook(view.year.rulebook),
  ]);
  view.body.replaceChildren(
    ...(session?.roles.includes('bureau') ? [allocationForm(rules, year, view)] : []),
    listed(items, year, view),
  );
});

function badge(/** @type {List['state']} */ state) {
  const [title, tone] = STATES[state];
  return element('span', { class: 'badge ' + tone }, title);
}

function methodName(/** @type {List} */ { method }) {
  return METHODS.find(([id]) => id === method)?.[1] ?? method;
}

/** @returns {import('../table/table.js').Column<any>} */
function money(
  /** @type {string} */ id,
  /** @type {string} */ title,
  /** @type {(row: any) => number | null | undefined} */ value,
) {
  return {
    id,
    title,
    unit: t('common.yuanUnit'),
    number: true,
    value,
    cell: (row) => {
      const amount = value(row);
      return amount === null || amount === undefined ? NOTHING : format.points(amount);
    },
  };
}

function listed(/** @type {List[]} */ items, /** @type {number} */ year, /** @type {View} */ view) {
  /** @type {import('../table/table.js').Column<List>[]} */
  const columns = [
    {
      id: 'list',
      title: t('allocations.method'),
      head: true,
      value: methodName,
      cell: (row) =>
        element(
          'a',
          {
            href: '/allocations?year=' + year + '&id=' + row.id,
            onclick: (/** @type {Event} */ event) => {
              event.preventDefault();
              view.show({ id: row.id });
            },
          },
          methodName(row),
        ),
    },
    {
      id: 'state',
      title: t('common.status'),
      class: 'short',
      value: (row) => STATES[row.state][0],
      cell: (row) => badge(row.state),
    },
    {
      id: 'document',
      title: t('allocations.document'),
      value: (row) => row.document,
      cell: (row) => row.document ?? NOTHING,
    },
    money('payable', t('allocations.payable'), (row) => row.totals.payable),
    {
      id: 'time',
      title: t('common.time'),
      class: 'short',
      value: (row) => row.steps.at(-1)?.at,
      cell: (row) => format.minute(row.steps.at(-1)?.at ?? ''),
    },
  ];
  return element(
    'section',
    { id: 'payment-lists' },
    element('div.above', {}, element('h2', {}, t('allocations.listed'))),
    items.length
      ? table({ caption: t('allocations.listed'), columns, rows: items, stacked: true })
      : empty(t('allocations.none', { year })),
  );
}

/**
 * @param {List} list
 * @param {View} view
 * @param {HTMLElement} controls of park, grid and qualification
 * @param {(uscc: string) => string} name of an enterprise
 */
function detail(list, view, controls, name) {
  const { year, id, totals } = list;
  const office = officeFilter(view.query);
  const asked = { year, id, ...office };
  return [
    element(
      'p',
      {},
      button(t('allocations.all'), () => view.show({ id: null, park: '', grid: '', qualification: '' }), {
        class: 'plain',
      }),
    ),
    element(
      'section.card',
      { id: 'payment-list' },
      element(
        'div.above',
        {},
        element('h2', {}, methodName(list), ' ', badge(list.state)),
        element(
          'div.downloads',
          {},
          button('PDF', () => download('/years/{year}/allocations/{id}/payments.pdf', asked, year + '-payments.pdf'), {
            class: 'plain',
          }),
          button(
            'DOCX',
            () => download('/years/{year}/allocations/{id}/payments.docx', asked, year + '-payments.docx'),
            { class: 'plain' },
          ),
          fileButtons('/years/{year}/allocations/{id}/payments', asked, year + '-payments'),
        ),
      ),
      element('p', {}, [list.document, list.basis].filter(Boolean).join(' · ')),
      list.current ? null : element('p.notice.warn', {}, t('allocations.stale')),
      figures(totals),
      element(
        'ol.sources',
        { id: 'steps' },
        list.steps.map((step) =>
          element(
            'li',
            {},
            t('allocations.step', { time: format.minute(step.at), who: step.by.name, what: STATES[step.state][2] }),
            step.reason ? t('allocations.because', { reason: step.reason }) : '',
          ),
        ),
      ),
      decisions(list, view),
    ),
    element(
      'section',
      { id: 'cases' },
      element('h2', {}, t('allocations.cases')),
      list.cases?.length
        ? element(
            'ul',
            {},
            list.cases.map(({ text, usccs }) => element('li', {}, text, concerned(usccs.map(name)))),
          )
        : element('p', {}, t('allocations.noCases')),
    ),
    lines(list.lines ?? [], year, isOpen(office), controls),
  ];
}

/** Enterprises by name; many of them behind their number. */
function concerned(/** @type {string[]} */ names) {
  const all = element('span.code', {}, inWords(names));
  return names.length <= FEW
    ? all
    : element('details', {}, element('summary', {}, t('allocations.enterprises', { count: names.length })), all);
}

function figures(/** @type {List['totals']} */ totals) {
  const figure = (/** @type {string} */ title, /** @type {number | null} */ amount, note = '') =>
    amount === null
      ? null
      : element(
          'div',
          {},
          element('dt', {}, title),
          element('dd', {}, element('b', {}, format.points(amount)), ' ', element('small', {}, t('common.yuanUnit'))),
          note ? element('dd.note', {}, note) : null,
        );
  return element(
    'dl.figures',
    {},
    figure(t('allocations.budget'), totals.budget),
    figure(t('allocations.due'), totals.due),
    figure(t('allocations.deducted'), totals.deducted),
    figure(t('allocations.payable'), totals.payable, t('allocations.enterprises', { count: totals.enterprises })),
    totals.unspent ? figure(t('allocations.unspent'), totals.unspent) : null,
  );
}

/**
 * @param {Line[]} rows
 * @param {number} year
 * @param {boolean} whole whether all are shown
 * @param {HTMLElement} controls by which they are narrowed
 */
function lines(rows, year, whole, controls) {
  /** @type {import('../table/table.js').Column<Line>[]} */
  const columns = [
    enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + year),
    usccColumn(),
    {
      id: 'item',
      title: t('allocations.item'),
      class: 'broad',
      value: (row) => row.title,
      cell: (row) =>
        element('span', {}, row.title, element('span.code', {}, row.article), element('span.code', {}, row.reason)),
    },
    money('due', t('allocations.due'), (row) => row.due),
    money('deducted', t('allocations.deducted'), (row) => row.deducted),
    { ...money('amount', t('allocations.payable'), (row) => row.amount), class: 'strong' },
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('allocations.lines'))),
    controls,
    whole ? null : element('p.notice', {}, t('allocations.part')),
    rows.length
      ? table({ caption: t('allocations.lines'), id: 'payment-lines', columns, rows, stacked: true })
      : empty(t('common.nothing')),
  );
}

/** What who is here may decide now. */
function decisions(/** @type {List} */ { year, id, state, steps, totals, current }, /** @type {View} */ view) {
  const bureau = Boolean(session?.roles.includes('bureau'));
  const reason = element('textarea', { name: 'reason', id: 'reason', rows: 2, maxlength: 500 });
  const day = element('input', { type: 'date', name: 'paidOn', id: 'paid-on', value: zoneDay(new Date()) });
  const amount = format.points(totals.payable);
  const path = /** @type {const} */ ('/years/{year}/allocations/{id}');
  const ask = () => post(`${path}/submission`, { year, id }, undefined);
  const approve = async () =>
    (await confirmed(t('allocations.askApprove', { count: totals.enterprises, amount })))
      ? post(`${path}/approval`, { year, id }, undefined)
      : undefined;
  const pay = async () =>
    (await confirmed(t('allocations.askPay', { day: format.day(day.value), amount })))
      ? post(`${path}/disbursement`, { year, id }, { paidOn: day.value })
      : undefined;
  /** @type {(sending: (call: () => Promise<any>) => () => Promise<void>) => (Element | null)[]} */
  let made;
  if ((state === 'draft' || state === 'refused') && bureau && current) {
    made = (sending) => [
      element('div.actions', {}, button(t('allocations.submit'), sending(ask), { id: 'submission' })),
    ];
  } else if (state === 'asked' && isAny('approver') && steps.at(-1)?.by.sub === session?.subject) {
    return element('p.notice', {}, t('allocations.ownAsk'));
  } else if (state === 'asked' && isAny('approver')) {
    made = (sending) => [
      element('label.field.wide-field', {}, element('span', {}, t('allocations.reason')), reason),
      element(
        'div.actions',
        {},
        current
          ? button(t('allocations.approve'), sending(approve), {
              id: 'approval',
              class: 'approve',
            })
          : null,
        button(
          t('allocations.refuse'),
          sending(() => post(`${path}/refusal`, { year, id }, { reason: reason.value.trim() })),
          { id: 'refusal', class: 'quiet' },
        ),
      ),
    ];
  } else if (state === 'approved' && bureau) {
    made = (sending) => [
      element('label.field', {}, element('span', {}, t('allocations.paidOn')), day),
      button(t('allocations.pay'), sending(pay), { id: 'disbursement' }),
    ];
  } else {
    return null;
  }
  return keptForm(
    { id: 'decide', class: 'stack off-paper', name: 'allocation ' + id, signal: view.signal, done: view.refresh },
    made,
  );
}
