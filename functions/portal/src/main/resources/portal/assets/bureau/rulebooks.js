// @ts-check
// The life of rulebooks: upload a draft, compare it, try it, and decide.

import { download, find, get, post, text as textOf } from '../api/api.js';
import { picture } from '../charts/curve-picture.js';
import { confirmed } from '../base/confirm.js';
import { button, element, link } from '../base/dom.js';
import { failure } from '../api/failure.js';
import { format, NOTHING } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { isAny, session } from '../session/session.js';
import { table } from '../table/table.js';
import { keptForm } from '../page/use-draft.js';
import { sendDraft } from './rulebook-draft.js';
import { pageLink } from '../page/navigation.js';

const { t } = ownWords({
  'rulebooks.lead': [
    '规则由一人提交、另一人批准，自施行日期起适用；草稿不影响任何结果。',
    'One person submits a rulebook, another approves it, and it is in force from its date. A draft governs nothing.',
  ],
  'rulebooks.draft': ['草稿', 'Draft'],
  'rulebooks.submitted': ['待批准', 'Awaiting approval'],
  'rulebooks.approved': ['已批准，未到施行日期', 'Approved, not yet in force'],
  'rulebooks.inForce': ['施行中', 'In force'],
  'rulebooks.refused': ['已退回', 'Refused'],
  'rulebooks.withdrawn': ['已撤回', 'Withdrawn'],
  'rulebooks.didSubmit': ['提交', 'submitted it'],
  'rulebooks.didApprove': ['批准', 'approved it'],
  'rulebooks.didRefuse': ['退回', 'refused it'],
  'rulebooks.didWithdraw': ['撤回', 'withdrew it'],
  'rulebooks.didAskWithdrawal': ['提出撤回', 'asked to withdraw it'],
  'rulebooks.didRefuseWithdrawal': ['不同意撤回', 'refused to withdraw it'],
  'rulebooks.step': ['{time} {who} {what}', '{time} {who} {what}'],
  'rulebooks.because': ['：{reason}', ': {reason}'],
  'rulebooks.upload': ['上传草稿', 'Upload a draft'],
  'rulebooks.uploadNote': [
    '提交之前可以重新上传；编号取自文件中的 id。',
    'It can be uploaded again until it is submitted. Its id is taken from the file.',
  ],
  'rulebooks.file': ['规则文件（YAML）', 'Rulebook file (YAML)'],
  'rulebooks.send': ['上传并校验', 'Upload and check'],
  'rulebooks.listed': ['规则文件', 'Rulebook files'],
  'rulebooks.none': ['还没有上传过规则文件。', 'No rulebook file has been uploaded yet.'],
  'rulebooks.proposals': ['随系统提供的建议稿', 'Proposals that come with the system'],
  'rulebooks.proposalsNote': [
    '建议稿不影响任何结果。存为草稿后，可以比较、试算，再按程序提交、批准。',
    'A proposal governs nothing. Kept as a draft, it can be compared and tried, then submitted and approved.',
  ],
  'rulebooks.proposal': ['建议稿', 'Proposal'],
  'rulebooks.keepAsDraft': ['存为草稿', 'Keep as a draft'],
  'rulebooks.builtIn': ['随系统提供的规则见“评价规则”。', 'The built-in rulebooks are under “Rules”.'],
  'rulebooks.effectiveFrom': ['施行日期', 'In force from'],
  'rulebooks.mend': [
    '文件有以下问题，改正后重新上传：',
    'The file has these problems. Correct them and upload it again:',
  ],
  'rulebooks.facts': ['编号 {id}，自 {from} 起施行；', 'Id {id}, in force from {from}. '],
  'rulebooks.cases': ['所附 {cases, number} 个案例全部相符。', 'Attached cases, all as expected: {cases, number}.'],
  'rulebooks.noCases': ['没有附案例。', 'No cases are attached.'],
  'rulebooks.text': ['下载文本（YAML）', 'Download the text (YAML)'],
  'rulebooks.askApprove': [
    '批准后，这份规则自 {from} 起适用，不能再修改，确定吗？',
    'The rulebook then governs from {from} and cannot be changed. Continue?',
  ],
  'rulebooks.submit': ['提交审批', 'Submit for approval'],
  'rulebooks.approve': ['批准', 'Approve'],
  'rulebooks.refuse': ['退回', 'Refuse'],
  'rulebooks.withdraw': ['撤回', 'Withdraw'],
  'rulebooks.agreeToWithdraw': ['同意撤回', 'Agree to withdraw'],
  'rulebooks.keep': ['不同意撤回', 'Refuse to withdraw'],
  'rulebooks.concerns': [
    '施行日期涉及已公布的 {years} 年度，须说明理由。',
    'The date concerns the published years {years}: a reason is required.',
  ],
  'rulebooks.differences': ['与“{to}”的不同之处', 'Differences from “{to}”'],
  'rulebooks.where': ['何处', 'Where'],
  'rulebooks.before': ['原为', 'Before'],
  'rulebooks.after': ['改为', 'After'],
  'rulebooks.same': ['各项取值和曲线都相同。', 'All values and curves are the same.'],
  'rulebooks.curve': ['{indicator}，{stage}', '{indicator}, {stage}'],
  'rulebooks.effect': ['对上一年度的影响', 'Effect on last year'],
  'rulebooks.effectNote': [
    '用这份规则试算 {year} 年度：谁升谁降、因何而变；试算不改变任何结果。',
    'A dry run of {year} by this rulebook: who rises, who falls, and why. A dry run changes no result.',
  ],
  'rulebooks.noYear': [
    '还没有公布过的年度，无从试算。',
    'No year has been published yet, so there is nothing to try it on.',
  ],
  'rulebooks.triedAt': ['{time} 的试算', 'Dry run of {time}'],
  'rulebooks.otherText': ['（当时的文本与现在不同）', '(by another text than today’s)'],
  'rulebooks.try': ['试算 {year} 年度', 'Try it on {year}'],
});

/** @typedef {import('./rulebook-draft.js').RulebookFile} RulebookFile */
/** @typedef {import('../page/page.js').View} View */
/** @typedef {Schema<'RulebookLife'>} Life */
/** @typedef {'submission' | 'approval' | 'refusal' | 'withdrawal'} Decision */

/** @type {Record<Life['state'], string>} */
const STATES = {
  draft: t('rulebooks.draft'),
  submitted: t('rulebooks.submitted'),
  approved: t('rulebooks.approved'),
  'in-force': t('rulebooks.inForce'),
  refused: t('rulebooks.refused'),
  withdrawn: t('rulebooks.withdrawn'),
};
/** @type {Record<Schema<'RulebookStep'>['state'], string>} */
const STEPS = {
  submitted: t('rulebooks.didSubmit'),
  approved: t('rulebooks.didApprove'),
  refused: t('rulebooks.didRefuse'),
  withdrawn: t('rulebooks.didWithdraw'),
  'withdrawal-asked': t('rulebooks.didAskWithdrawal'),
  'withdrawal-refused': t('rulebooks.didRefuseWithdrawal'),
};
/** @type {Record<Life['state'], string>} */
const TONES = { draft: '', submitted: 'warn', approved: 'good', 'in-force': 'good', refused: 'bad', withdrawn: '' };

page({ lead: t('rulebooks.lead') }, async (view) => {
  const [{ items }, proposed, years] = await Promise.all([
    get('/rulebook-files', {}, view.signal),
    get('/rulebooks', { state: 'proposed' }, view.signal),
    get('/years', {}, view.signal),
  ]);
  const file = items.find((one) => one.life?.id === view.query.get('id'));
  view.body.replaceChildren(
    ...(session?.roles.includes('bureau') ? [upload(view)] : []),
    listed(items, view),
    proposals(
      proposed.items.filter((one) => !items.some(({ life }) => life?.id === one.id)),
      view,
    ),
    ...(file?.life ? await detail(file.life, years.items, view) : []),
  );
});

function upload(/** @type {View} */ view) {
  const input = element('input', { type: 'file', accept: '.yaml,.yml', required: true, id: 'draft' });
  const trouble = element('div', { role: 'status' });
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const file = input.files?.[0];
    if (file) {
      trouble.replaceChildren(element('p.loading', {}, t('common.checking')));
      try {
        const sent = await sendDraft(file, view.signal);
        view.show({ id: sent.life?.id });
      } catch (error) {
        trouble.replaceChildren(failure(error));
      }
    }
  };
  return element(
    'section.card',
    {},
    element(
      'div.above',
      {},
      element('h2', {}, t('rulebooks.upload')),
      element('span.downloads', {}, pageLink('/studio'), pageLink('/rulebook-guide')),
    ),
    element('p', {}, t('rulebooks.uploadNote')),
    element(
      'form.search',
      { submit: send },
      element('label.field', {}, element('span', {}, t('rulebooks.file')), input),
      element('button', { type: 'submit', id: 'send' }, t('rulebooks.send')),
    ),
    trouble,
  );
}

function listed(/** @type {RulebookFile[]} */ items, /** @type {View} */ view) {
  /** @type {import('../table/table.js').Column<RulebookFile>[]} */
  const columns = [
    {
      id: 'file',
      title: t('common.file'),
      head: true,
      value: (row) => row.key,
      cell: (row) =>
        row.life
          ? element(
              'a',
              {
                href: '/rulebooks?id=' + encodeURIComponent(row.life.id),
                onclick: (/** @type {Event} */ event) => {
                  event.preventDefault();
                  view.show({ id: row.life?.id });
                },
              },
              element('span.own-words', {}, row.life.title ?? row.life.id),
            )
          : row.key,
    },
    {
      id: 'state',
      title: t('common.status'),
      class: 'short',
      value: (row) => (row.life ? STATES[row.life.state] : row.status),
      cell: (row) => (row.life ? badge(row.life) : NOTHING),
    },
    {
      id: 'from',
      title: t('rulebooks.effectiveFrom'),
      class: 'short',
      value: (row) => row.life?.effectiveFrom,
      cell: (row) => row.life?.effectiveFrom ?? NOTHING,
    },
    {
      id: 'problems',
      title: t('common.problems'),
      class: 'broad',
      value: (row) => row.problems.length,
      cell: (row) => (row.problems.length ? problems(row.problems) : NOTHING),
    },
    {
      id: 'uploaded',
      title: t('common.time'),
      class: 'short',
      value: (row) => row.uploadedAt,
      cell: (row) => format.minute(row.uploadedAt),
    },
  ];
  return element(
    'section',
    { id: 'rulebook-files' },
    element('div.above', {}, element('h2', {}, t('rulebooks.listed'))),
    items.length
      ? table({ caption: t('rulebooks.listed'), columns, rows: items, stacked: true })
      : empty(t('rulebooks.none'), t('rulebooks.builtIn')),
  );
}

/** What the system proposes: nothing of it governs until it is kept as a draft, submitted and approved. */
function proposals(/** @type {Schema<'RulebookSummary'>[]} */ rows, /** @type {View} */ view) {
  const trouble = element('div', { role: 'status' });
  const keep = async (/** @type {string} */ id) => {
    trouble.replaceChildren(element('p.loading', {}, t('common.checking')));
    try {
      const yaml = await textOf('/rulebooks/{id}', { id: id + '.yaml' }, view.signal);
      const sent = await sendDraft(new File([yaml], id + '.yaml'), view.signal);
      view.show({ id: sent.life?.id });
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  };
  /** @type {import('../table/table.js').Column<Schema<'RulebookSummary'>>[]} */
  const columns = [
    {
      id: 'title',
      title: t('rulebooks.proposal'),
      head: true,
      value: (row) => row.title,
      cell: (row) => link('/rules?rulebook=' + encodeURIComponent(row.id), element('span.own-words', {}, row.title)),
    },
    {
      id: 'keep',
      title: t('rulebooks.keepAsDraft'),
      class: 'short',
      value: () => t('rulebooks.keepAsDraft'),
      cell: (row) => button(t('rulebooks.keepAsDraft'), () => keep(row.id)),
    },
  ];
  return rows.length
    ? element(
        'section',
        { id: 'proposals' },
        element('div.above', {}, element('h2', {}, t('rulebooks.proposals'))),
        element('p', {}, t('rulebooks.proposalsNote')),
        table({ caption: t('rulebooks.proposals'), columns, rows, stacked: true }),
        trouble,
      )
    : '';
}

function badge(/** @type {Life} */ { state }) {
  return element('span', { class: 'badge ' + TONES[state] }, STATES[state]);
}

function problems(/** @type {string[]} */ texts) {
  return element(
    'ul.sources',
    {},
    texts.map((text) => element('li', {}, text)),
  );
}

async function detail(/** @type {Life} */ life, /** @type {Schema<'Year'>[]} */ years, /** @type {View} */ view) {
  const differences = life.problems.length
    ? null
    : await find('/rulebooks/{id}/differences', { id: life.id }, view.signal);
  return [
    element(
      'section.card',
      { id: 'life' },
      element('div.above', {}, element('h2', {}, life.title ?? life.id, ' ', badge(life)), text(life)),
      life.problems.length
        ? element('div.notice.bad', {}, element('p', {}, t('rulebooks.mend')), problems(life.problems))
        : element(
            'p',
            {},
            t('rulebooks.facts', { id: life.id, from: life.effectiveFrom }),
            life.cases ? t('rulebooks.cases', { cases: life.cases }) : t('rulebooks.noCases'),
          ),
      steps(life),
      decisions(life, years, view),
    ),
    ...(differences ? [compared(differences), ...curves(differences.curves)] : []),
    ...(life.problems.length ? [] : [await trial(life, years[0], view)]),
  ];
}

function text(/** @type {Life} */ { id, problems: found }) {
  return found.length
    ? ''
    : button(t('rulebooks.text'), () => download('/rulebook-files/{id}', { id }, id + '.yaml'), { class: 'plain' });
}

function steps(/** @type {Life} */ life) {
  return element(
    'ol.sources',
    { id: 'steps' },
    life.steps.map((step) =>
      element(
        'li',
        {},
        t('rulebooks.step', { time: format.minute(step.at), who: step.by.name, what: STEPS[step.state] }),
        step.reason ? t('rulebooks.because', { reason: step.reason }) : '',
      ),
    ),
  );
}

/** What who is here may decide now. */
function decisions(/** @type {Life} */ life, /** @type {Schema<'Year'>[]} */ years, /** @type {View} */ view) {
  const bureau = Boolean(session?.roles.includes('bureau'));
  const approver = isAny('approver');
  /** @type {[Decision, string, boolean][]} */
  const open = [];
  if ((life.state === 'draft' || life.state === 'refused') && bureau && !life.problems.length) {
    open.push(['submission', t('rulebooks.submit'), false]);
  }
  if (life.state === 'submitted' && approver) {
    open.push(['approval', t('rulebooks.approve'), false], ['refusal', t('rulebooks.refuse'), true]);
  }
  if (life.withdrawal && approver) {
    open.push(['withdrawal', t('rulebooks.agreeToWithdraw'), true], ['refusal', t('rulebooks.keep'), true]);
  } else if (life.state !== 'withdrawn' && !life.withdrawal && bureau) {
    open.push(['withdrawal', t('rulebooks.withdraw'), true]);
  }
  if (!open.length) {
    return '';
  }
  const concerned = years.filter((one) => life.effectiveFrom && one.year >= Number(life.effectiveFrom.slice(0, 4)));
  const reason = element('textarea', { name: 'reason', id: 'reason', rows: 2, maxlength: 2000 });
  const decide = (/** @type {Decision} */ decision) => async () => {
    const said = reason.value.trim();
    if (decision === 'approval' && !(await confirmed(t('rulebooks.askApprove', { from: life.effectiveFrom })))) {
      return undefined;
    }
    return post(`/rulebooks/{id}/${decision}`, { id: life.id }, said ? { reason: said } : {});
  };
  return keptForm(
    { id: 'decide', class: 'stack', name: 'rulebook ' + life.id, signal: view.signal, done: view.refresh },
    (sending) => [
      concerned.length
        ? element(
            'p.notice.warn',
            {},
            t('rulebooks.concerns', { years: list(concerned.map((one) => String(one.year))) }),
          )
        : null,
      element('label.field.wide-field', {}, element('span', {}, t('common.reasonAsked')), reason),
      element(
        'div.actions',
        {},
        open.map(([decision, title, quiet]) =>
          button(title, sending(decide(decision)), { id: decision, class: quiet ? 'quiet' : '' }),
        ),
      ),
    ],
  );
}

function compared(/** @type {Schema<'RulebookDifferences'>} */ { to, items }) {
  const title = t('rulebooks.differences', { to: to.title });
  /** @type {import('../table/table.js').Column<(typeof items)[number]>[]} */
  const columns = [
    { id: 'where', title: t('rulebooks.where'), head: true, class: 'broad', value: (row) => row.where },
    { id: 'before', title: t('rulebooks.before'), value: (row) => row.before, cell: (row) => row.before || NOTHING },
    { id: 'after', title: t('rulebooks.after'), value: (row) => row.after, cell: (row) => row.after || NOTHING },
  ];
  return element(
    'section',
    { id: 'differences' },
    element('div.above', {}, element('h2', {}, title)),
    items.length
      ? table({ caption: title, columns, rows: items, stacked: true })
      : element('p.notice', {}, t('rulebooks.same')),
  );
}

function curves(/** @type {Schema<'RulebookDifferences'>['curves']} */ changed) {
  /** @type {(knots: { value: number, share: number }[]) => import('../charts/curves.js').Knot[]} */
  const pairs = (knots) => knots.map(({ value, share }) => [value, share]);
  return changed.map((one) =>
    element(
      'section.card.curve-change',
      {},
      element('h3', {}, t('rulebooks.curve', { indicator: one.name, stage: one.stageName })),
      element(
        'div.curves',
        {},
        one.before.length ? picture({ knots: pairs(one.before), stages: [t('rulebooks.before')] }, one) : '',
        picture({ knots: pairs(one.after), stages: [t('rulebooks.after')] }, one),
      ),
    ),
  );
}

/** The effect on the newest published year: dry runs that were made, and another. */
async function trial(
  /** @type {Life} */
  life,
  /** @type {Schema<'Year'> | undefined} */
  newest,
  /** @type {View} */
  view,
) {
  const section = element('section', { id: 'trial' });
  if (!newest) {
    section.append(element('h2', {}, t('rulebooks.effect')), element('p', {}, t('rulebooks.noYear')));
    return section;
  }
  const { year } = newest;
  const { items } = await get('/years/{year}/recomputations', { year, limit: 50 }, view.signal);
  const tried = items.filter((run) => run.dryRun && run.rulebook === life.id);
  const trouble = element('div', { 'aria-live': 'polite' });
  const start = async () => {
    try {
      const run = await post('/years/{year}/recomputations', { year }, { dryRun: true, rulebook: life.id });
      location.assign('/runs?year=' + year + '&run=' + encodeURIComponent(run.id));
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  };
  section.append(
    element('div.above', {}, element('h2', {}, t('rulebooks.effect'))),
    element('p', {}, t('rulebooks.effectNote', { year })),
    element(
      'ul.sources',
      {},
      tried.map((run) =>
        element(
          'li',
          {},
          link(
            '/runs?year=' + year + '&run=' + encodeURIComponent(run.id),
            t('rulebooks.triedAt', { time: format.minute(run.requestedAt) }),
          ),
          run.rulebookDigest && run.rulebookDigest !== life.digest ? ' ' + t('rulebooks.otherText') : '',
        ),
      ),
    ),
    session?.roles.includes('bureau') ? button(t('rulebooks.try', { year }), start, { id: 'try', class: 'quiet' }) : '',
    trouble,
  );
  return section;
}
