// @ts-check
// The life of rulebooks: upload a draft, compare it, try it, and decide.

import { download, find, get, post } from '../api/api.js';
import { picture } from '../charts/curve-picture.js';
import { button, element, link } from '../base/dom.js';
import { failure } from '../api/failure.js';
import { format, NOTHING } from '../words/format.js';
import { list, said, t } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { isAny, session } from '../session/session.js';
import { table } from '../table/table.js';
import { keptForm } from '../page/use-draft.js';
import { sendDraft } from './rulebook-draft.js';

/** @typedef {import('./rulebook-draft.js').RulebookFile} RulebookFile */
/** @typedef {import('../words/i18n.js').MessageId} MessageId */
/** @typedef {import('../page/page.js').View} View */
/** @typedef {Schema<'RulebookLife'>} Life */
/** @typedef {'submission' | 'approval' | 'refusal' | 'withdrawal'} Decision */

/** @type {Record<Life['state'], MessageId>} */
const STATES = {
  draft: 'rulebooks.draft',
  submitted: 'rulebooks.submitted',
  approved: 'rulebooks.approved',
  'in-force': 'rulebooks.inForce',
  refused: 'rulebooks.refused',
  withdrawn: 'rulebooks.withdrawn',
};
/** @type {Record<Schema<'RulebookStep'>['state'], MessageId>} */
const STEPS = {
  submitted: 'rulebooks.didSubmit',
  approved: 'rulebooks.didApprove',
  refused: 'rulebooks.didRefuse',
  withdrawn: 'rulebooks.didWithdraw',
  'withdrawal-asked': 'rulebooks.didAskWithdrawal',
  'withdrawal-refused': 'rulebooks.didRefuseWithdrawal',
};
/** @type {Record<Life['state'], string>} */
const TONES = { draft: '', submitted: 'warn', approved: 'good', 'in-force': 'good', refused: 'bad', withdrawn: '' };

page({ title: 'page.rulebookLives', lead: 'rulebooks.lead', roles: ['bureau'] }, async (view) => {
  const [{ items }, years] = await Promise.all([
    get('/rulebook-files', {}, view.signal),
    get('/years', {}, view.signal),
  ]);
  const file = items.find((one) => one.life?.id === view.query.get('id'));
  view.body.replaceChildren(
    ...(session?.roles.includes('bureau') ? [upload(view)] : []),
    listed(items, view),
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
      trouble.replaceChildren(element('p.loading', {}, t('rulebooks.checking')));
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
    element('div.above', {}, element('h2', {}, t('rulebooks.upload')), link('/rulebook-guide', t('page.guide'))),
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
              row.life.title ?? row.key,
            )
          : row.key,
    },
    {
      id: 'state',
      title: t('common.status'),
      class: 'short',
      value: (row) => (row.life ? said(STATES[row.life.state]) : row.status),
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

function badge(/** @type {Life} */ { state }) {
  return element('span', { class: 'badge ' + TONES[state] }, said(STATES[state]));
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
        : element('p', {}, t('rulebooks.facts', { id: life.id, from: life.effectiveFrom, cases: life.cases })),
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
        t('rulebooks.step', { time: format.minute(step.at), who: step.by.name, what: said(STEPS[step.state]) }),
        step.reason ? t('rulebooks.because', { reason: step.reason }) : '',
      ),
    ),
  );
}

/** What who is here may decide now. */
function decisions(/** @type {Life} */ life, /** @type {Schema<'Year'>[]} */ years, /** @type {View} */ view) {
  const bureau = Boolean(session?.roles.includes('bureau'));
  const approver = isAny('approver');
  /** @type {[Decision, MessageId, boolean][]} */
  const open = [];
  if ((life.state === 'draft' || life.state === 'refused') && bureau && !life.problems.length) {
    open.push(['submission', 'rulebooks.submit', false]);
  }
  if (life.state === 'submitted' && approver) {
    open.push(['approval', 'rulebooks.approve', false], ['refusal', 'rulebooks.refuse', true]);
  }
  if (life.withdrawal && approver) {
    open.push(['withdrawal', 'rulebooks.agreeToWithdraw', true], ['refusal', 'rulebooks.keep', true]);
  } else if (life.state !== 'withdrawn' && !life.withdrawal && bureau) {
    open.push(['withdrawal', 'rulebooks.withdraw', true]);
  }
  if (!open.length) {
    return '';
  }
  const concerned = years.filter((one) => life.effectiveFrom && one.year >= Number(life.effectiveFrom.slice(0, 4)));
  const reason = element('textarea', { name: 'reason', id: 'reason', rows: 2, maxlength: 2000 });
  const decide = (/** @type {Decision} */ decision) => () => {
    const said = reason.value.trim();
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
      element('label.field.wide-field', {}, element('span', {}, t('rulebooks.reason')), reason),
      element(
        'div.actions',
        {},
        open.map(([decision, title, quiet]) =>
          button(said(title), sending(decide(decision)), { id: decision, class: quiet ? 'quiet' : '' }),
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
