// @ts-check
// The quarterly briefs, and, for the bureau, those that wait and what was decided on them.

import { address, download, get, post } from '../api/api.js';
import { button, element } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { keptForm } from '../page/use-draft.js';
import { isAny } from '../session/session.js';
import { table } from '../table/table.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { whoAndWhen } from '../words/roles.js';

const { t } = ownWords({
  'briefs.lead': [
    '每季度编制一次，经批准后公布：数据报送、问题办理、名次变动和 180 日内到期的资质，附环比、同比。',
    'Once a quarter, public when approved: deliveries, questions, how ranks have moved, certificates that end within ' +
      '180 days, against the quarter and the year before.',
  ],
  'briefs.listed': ['已公布的简报', 'Published briefs'],
  'briefs.none': ['还没有公布的简报。', 'No brief is published yet.'],
  'briefs.brief': ['简报', 'Brief'],
  'briefs.number': ['文号', 'Number'],
  'briefs.approvedOn': ['批准时间', 'Approved on'],
  'briefs.papers': ['下载', 'Papers'],
  'briefs.drafts': ['编制与批准', 'Made and decided'],
  'briefs.noDrafts': [
    '季度结束后次日自动编制，届时在此批准。',
    'Made on the day after a quarter is over, to be approved here.',
  ],
  'briefs.asked': ['待批准', 'Awaiting approval'],
  'briefs.approved': ['已批准', 'Approved'],
  'briefs.refused': ['已退回', 'Refused'],
  'briefs.because': ['：{reason}', ': {reason}'],
  'briefs.approve': ['批准公布', 'Approve'],
  'briefs.refuse': ['退回', 'Refuse'],
  'briefs.reason': ['退回的理由', 'Reason to refuse'],
});

/** @typedef {Schema<'BriefDraft'>} Draft */
/** @typedef {import('../page/page.js').View} View */

/** @type {Record<Schema<'BriefState'>, [title: string, tone: string]>} */
const STATES = {
  asked: [t('briefs.asked'), 'warn'],
  approved: [t('briefs.approved'), 'good'],
  refused: [t('briefs.refused'), 'bad'],
};

page({ lead: t('briefs.lead') }, async (view) => {
  const { signal } = view;
  const [{ items }, drafts] = await Promise.all([
    get('/briefs', {}, signal),
    isAny('bureau', 'approver') ? get('/brief-drafts', {}, signal) : null,
  ]);
  view.body.replaceChildren(...(drafts ? [decided(drafts.items, view)] : []), published(items));
});

function published(/** @type {Schema<'Brief'>[]} */ items) {
  /** @type {import('../table/table.js').Column<Schema<'Brief'>>[]} */
  const columns = [
    {
      id: 'brief',
      title: t('briefs.brief'),
      head: true,
      value: (row) => row.quarter,
      cell: (row) => element('span.own-words', {}, row.title),
    },
    {
      id: 'number',
      title: t('briefs.number'),
      value: (row) => row.number,
      cell: (row) => element('span.own-words', {}, row.number),
    },
    {
      id: 'approvedOn',
      title: t('briefs.approvedOn'),
      class: 'short',
      value: (row) => row.at,
      cell: (row) => format.minute(row.at),
    },
    {
      id: 'papers',
      title: t('briefs.papers'),
      class: 'off-paper',
      sortable: false,
      value: () => '',
      cell: ({ quarter }) => [
        element('a', { href: address('/briefs/{quarter}/brief.pdf', { quarter }), download: true }, 'PDF'),
        ' ',
        element('a', { href: address('/briefs/{quarter}/brief.docx', { quarter }), download: true }, 'DOCX'),
      ],
    },
  ];
  return element(
    'section',
    { id: 'briefs' },
    element('h2', {}, t('briefs.listed')),
    items.length
      ? table({
          caption: t('briefs.listed'),
          columns,
          rows: items,
          stacked: true,
          place: ({ quarter }) => 'brief-' + quarter,
        })
      : empty(t('briefs.none')),
  );
}

function decided(/** @type {Draft[]} */ items, /** @type {View} */ view) {
  return element(
    'section',
    { id: 'brief-drafts' },
    element('h2', {}, t('briefs.drafts')),
    items.length ? items.map((one) => draft(one, view)) : empty(t('briefs.noDrafts')),
  );
}

function draft(/** @type {Draft} */ brief, /** @type {View} */ view) {
  const { quarter, state } = brief;
  const [title, tone] = STATES[state];
  return element(
    'article.card',
    { id: 'draft-' + quarter },
    element(
      'h3',
      {},
      element('span.own-words', {}, brief.title),
      ' ',
      element('span', { class: 'badge ' + tone }, title),
    ),
    element(
      'ul',
      {},
      brief.steps.map((step) =>
        element(
          'li',
          {},
          STATES[step.state][0],
          ' ',
          element('span.own-words', {}, whoAndWhen(step.by, step.at)),
          step.reason ? element('span.own-words', {}, t('briefs.because', { reason: step.reason })) : null,
        ),
      ),
    ),
    element(
      'div.downloads',
      {},
      button('PDF', () => download('/brief-drafts/{quarter}/brief.pdf', { quarter }, quarter + '.pdf'), {
        class: 'plain',
        'aria-label': quarter + ' PDF',
      }),
      button('DOCX', () => download('/brief-drafts/{quarter}/brief.docx', { quarter }, quarter + '.docx'), {
        class: 'plain',
        'aria-label': quarter + ' DOCX',
      }),
    ),
    state === 'asked' && isAny('approver') ? decision(quarter, view) : null,
  );
}

/** What who may decide decides. */
function decision(/** @type {string} */ quarter, /** @type {View} */ view) {
  const reason = element('textarea', { name: 'reason', id: 'reason-' + quarter, rows: 2, maxlength: 500 });
  return keptForm(
    { id: 'decide-' + quarter, class: 'stack', name: 'brief ' + quarter, signal: view.signal, done: view.refresh },
    (sending) => [
      element('label.field.wide-field', {}, element('span', {}, t('briefs.reason')), reason),
      element(
        'div.actions',
        {},
        button(
          t('briefs.approve'),
          sending(() => post('/brief-drafts/{quarter}/approval', { quarter }, undefined)),
          { class: 'approve' },
        ),
        button(
          t('briefs.refuse'),
          sending(() => post('/brief-drafts/{quarter}/refusal', { quarter }, { reason: reason.value.trim() })),
          { class: 'quiet' },
        ),
      ),
    ],
  );
}
