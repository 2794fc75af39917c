// @ts-check
// A year from its data to its publication: the tasks, the runs, what is decided about them.

import { all, get, isAbort, post } from '../api/api.js';
import { inForce } from '../api/in-force.js';
import { confirmed } from '../base/confirm.js';
import { button, choice, chosen, element, link } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { rulebookOf, status, step } from '../api/names.js';
import { failure } from '../api/failure.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { person } from '../session/session.js';
import { changes, corrections } from './run-changes.js';
import { checks } from './run-checks.js';
import { decision } from './run-decision.js';
import { inputs } from './run-inputs.js';
import { verification } from './run-verification.js';
import { taskList, tasks } from './year-tasks.js';
import { whoAndWhen } from '../words/roles.js';
import { table } from '../table/table.js';
import { keptForm } from '../page/use-draft.js';
import { pageLink, titleOf } from '../page/navigation.js';

const { t } = ownWords({
  'runs.published': ['{year} 年度已于 {day} 公布', '{year} was published on {day}'],
  'runs.notPublished': ['{year} 年度尚未公布', '{year} is not published yet'],
  'runs.none': ['{year} 年度还没有计算过。', '{year} has not been computed yet.'],
  'runs.dryRunFirst': [
    '先试算一次，核对结果与差异，再提请公布。',
    'Start with a dry run, review its results and differences, then publish.',
  ],
  'runs.whenDone': ['完成后', 'When done'],
  'runs.dryRunOnly': ['只试算', 'Dry run only'],
  'runs.dryRunNote': ['不留下可发布的结果，只看差异', 'leaves nothing to publish, shows the differences'],
  'runs.keep': ['留存结果', 'Keep the results'],
  'runs.keepNote': ['写好结果，核对后再由审批人公布', 'writes the results; an approver can publish them after review'],
  'runs.publishAtOnce': ['提请公布', 'Submit for publication'],
  'runs.publishNote': [
    '全部写完并检查后，等待审批人批准',
    'waits for an approver once everything is written and checked',
  ],
  'runs.bookFrom': ['{title}（{day}起施行）', '{title} (from {day})'],
  'runs.bookProposed': ['{title}（只能试算）', '{title} (dry run only)'],
  'runs.inForceForYear': ['按年度适用的规则', 'The rulebook in force for the year'],
  'runs.askPublishAtOnce': [
    '计算完成后将提请公布 {year} 年度结果，由另一位审批人批准，确定吗？',
    'The results of {year} will be submitted to another person for approval once they are computed. Continue?',
  ],
  'runs.startOne': ['开始一次计算', 'Start a run'],
  'runs.compareHint': [
    '要比较另一份规则，选中它并“只试算”，即可看到与公布结果相比谁升谁降、因何而变。',
    'To compare another rulebook, choose it and start a dry run: it shows which enterprises move against the ' +
      'published results, and why.',
  ],
  'runs.start': ['开始计算', 'Start'],
  'runs.progress': ['进度', 'Progress'],
  'runs.dryRun': ['试算', 'Dry run'],
  'runs.computeAndPublish': ['计算并提请公布', 'Compute and submit'],
  'runs.computeAndKeep': ['计算并留存', 'Compute and keep'],
  'runs.inForce': ['现行', 'In force'],
  'runs.run': ['批次', 'Run'],
  'runs.publishedAt': ['发布', 'Published'],
  'runs.titled': ['{time} {kind}', '{kind} of {time}'],
  'runs.by': ['发起人', 'Ordered by'],
  'runs.orderReason': [
    '检查未通过仍要公布的理由（可不填，由另一人批准时有效）',
    'Why to publish although a check blocks (optional; counts once another person approves)',
  ],
  'runs.history': ['计算记录', 'Runs'],
});

const POLL = 1000;
/** @typedef {Schema<'Run'>} Run */
/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('../api/names.js').Book} Book */

/** @type {Record<Run['status'], string>} */
const TONES = {
  running: 'warn',
  complete: '',
  'awaiting-approval': 'warn',
  refused: 'bad',
  published: 'good',
  failed: 'bad',
};

page({ anyYear: true }, async (view) => {
  const { number, signal } = view;
  const [runs, books, proposed, questions] = await Promise.all([
    get('/years/{year}/recomputations', { year: number, limit: 50 }, signal),
    get('/rulebooks', {}, signal),
    get('/rulebooks', { state: 'proposed' }, signal),
    all('/questions', { year: number }, signal),
  ]);
  const listed = runs.items.find((run) => run.id === view.query.get('run')) ?? runs.items[0];
  // The list tells how many have moved; who and why is in the run itself.
  const shown = listed && (await get('/years/{year}/recomputations/{id}', { year: number, id: listed.id }, signal));
  const rules = await rulesOf(shown, books.items);
  view.lead(publishedOn(view));
  const detail = element('section.card', { id: 'run', 'data-run': shown?.id, 'aria-live': 'polite' });
  const published = view.years.find((one) => one.year === number);
  const year = { runs: runs.items, published, questions: questions.items };
  view.body.replaceChildren(
    taskList(tasks(year), number),
    ...(person().roles.includes('bureau') ? [start(view, books.items, proposed.items)] : []),
    shown ? detail : empty(t('runs.none', { year: number }), t('runs.dryRunFirst')),
    ...(published ? [verification(number)] : []),
    ...(view.year?.year === number ? [corrections(number, rules)] : []),
    ...(runs.items.length ? [history(runs.items, view, listed)] : []),
  );
  if (shown) {
    watch(detail, shown, view, rules);
  }
});

/**
 * The rules of a run. The text of a draft is there by its digest, once the run has begun.
 *
 * @param {Run | undefined} run
 * @param {Schema<'RulebookSummary'>[]} books those that govern
 */
function rulesOf(run, books) {
  const id = run?.rulebook ?? inForce(books) ?? 'none';
  const known = run?.rulebookDigest || books.some((one) => one.id === id);
  return rulebookOf(known ? id : 'none', run?.rulebookDigest);
}

function publishedOn(/** @type {View} */ { years, number }) {
  const published = years.find((one) => one.year === number);
  return published
    ? t('runs.published', {
        year: number,
        day: format.minute(published.publishedAt),
      })
    : t('runs.notPublished', { year: number });
}

/**
 * @param {View} view
 * @param {Schema<'RulebookSummary'>[]} books
 * @param {Schema<'RulebookSummary'>[]} proposed that can be tried alone
 */
function start(view, books, proposed) {
  const kind = element(
    'fieldset.kinds',
    {},
    element('legend', {}, t('runs.whenDone')),
    [
      ['dry', t('runs.dryRunOnly'), t('runs.dryRunNote')],
      ['keep', t('runs.keep'), t('runs.keepNote')],
      ['publish', t('runs.publishAtOnce'), t('runs.publishNote')],
    ].map(([value, text, note], index) =>
      element(
        'label.check',
        {},
        element('input', { type: 'radio', name: 'kind', value, checked: index === 0 }),
        element('span', {}, text, element('small', {}, ' ' + note)),
      ),
    ),
  );
  /** @type {(book: Schema<'RulebookSummary'>) => [string, string]} */
  const named = ({ id, title, effectiveFrom }) => [id, t('runs.bookFrom', { title, day: format.day(effectiveFrom) })];
  /** @type {(book: Schema<'RulebookSummary'>) => [string, string]} */
  const toTry = ({ id, title }) => [id, t('runs.bookProposed', { title })];
  // None named: the API takes the one in force for the year.
  /** @type {[string, string][]} */
  const offered = [['', t('runs.inForceForYear')], ...books.map(named), ...proposed.map(toTry)];
  const book = choice(titleOf('/rules'), offered, '', null, {
    id: 'rulebook',
    name: 'rulebook',
  });
  const reason = element('input', { type: 'text', name: 'reason', id: 'order-reason', maxlength: 500 });
  const order = async () => {
    const wish = kind.querySelector('input:checked')?.getAttribute('value');
    if (wish === 'publish' && !(await confirmed(t('runs.askPublishAtOnce', { year: view.number })))) {
      return undefined;
    }
    return post(
      '/years/{year}/recomputations',
      { year: view.number },
      {
        publish: wish === 'publish',
        dryRun: wish === 'dry',
        rulebook: chosen(book) || null,
        ...(wish === 'publish' && reason.value.trim() ? { override: { reason: reason.value.trim() } } : {}),
      },
    );
  };
  return keptForm(
    {
      id: 'start',
      class: 'card',
      name: 'run ' + view.number,
      signal: view.signal,
      send: order,
      done: (run) => view.show({ run: run.id }),
    },
    [
      element('h2', {}, t('runs.startOne')),
      element('p.muted', {}, t('runs.compareHint'), ' ', pageLink('/rulebooks')),
      element('div.row', {}, book, kind, element('button', { type: 'submit' }, t('runs.start'))),
      element('label.field', {}, element('span', {}, t('runs.orderReason')), reason),
    ],
  );
}

/**
 * Follows a run to its end.
 *
 * @param {HTMLElement} place
 * @param {Run} run
 * @param {View} view
 * @param {Book} rules
 */
async function watch(place, run, view, rules) {
  let now = run;
  for (;;) {
    place.replaceChildren(...shownRun(now, view, rules));
    if (now.finishedAt || now.status === 'failed') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
    if (view.signal.aborted) {
      return;
    }
    try {
      now = await get('/years/{year}/recomputations/{id}', { year: view.number, id: run.id }, view.signal);
    } catch (error) {
      if (!isAbort(error)) {
        place.replaceChildren(failure(error, () => watch(place, run, view, rules)));
      }
      return;
    }
    if (now.finishedAt) {
      view.refresh();
      return;
    }
  }
}

function shownRun(/** @type {Run} */ run, /** @type {View} */ view, /** @type {Book} */ rules) {
  const manifest = /** @type {import('./run-inputs.js').Manifest | null} */ (run.manifest);
  const parts = [
    element('div.above', {}, element('h2', {}, titled(run)), runBadge(run)),
    element(
      'p.muted',
      {},
      [whoAndWhen(run.orderedBy, run.requestedAt), run.note].filter(Boolean).join(' · '),
      rules.document ? [' · ', bookLink(run, rules.document.title)] : null,
    ),
    run.failure ? element('p.notice.bad', {}, run.failure) : null,
    run.finishedAt ? null : progress(run),
    run.counts ? counts(run.counts, rules) : null,
    run.changes ? changes(run, run.changes, rules) : null,
    run.checks.length ? checks(run.checks) : null,
    run.dryRun ? null : decision(run, view),
    manifest ? inputs(run, manifest, rules) : null,
  ];
  return parts.filter((part) => part !== null);
}

/** What was tried is decided on among the rulebooks; what governs is read. */
function bookLink(/** @type {Run} */ { dryRun, rulebook }, /** @type {string} */ title) {
  const id = encodeURIComponent(rulebook ?? '');
  return link(dryRun ? '/rulebooks?id=' + id : '/rules?rulebook=' + id, title);
}

function progress(/** @type {Run} */ { progress: at }) {
  const known = at.total > 0;
  return element(
    'p.progress',
    {},
    element('progress', { max: known ? at.total : 1, value: known ? at.done : null, 'aria-label': t('runs.progress') }),
    element('span', {}, step(at.step) + (known ? ' ' + format.count(at.done) + ' / ' + format.count(at.total) : '')),
  );
}

function counts(/** @type {Schema<'Counts'>} */ of, /** @type {Book} */ rules) {
  const figure = (/** @type {string} */ title, /** @type {number} */ count) =>
    element(
      'div',
      {},
      element('dt', {}, title),
      element('dd', {}, element('b', {}, format.count(count)), ' ', element('small', {}, t('common.enterprisesUnit'))),
    );
  return element(
    'dl.figures.flat',
    {},
    figure(t('common.enterpriseCount'), of.enterprises),
    figure(t('common.scored'), of.scored),
    figure(t('common.ranked'), of.ranked),
    figure(t('common.excluded'), of.excluded),
    figure(t('common.incomplete'), of.incomplete),
    rules.inOrder(Object.entries(of.stages ?? {}), ([id]) => id).map(([id, value]) => figure(rules.stage(id), value)),
  );
}

function kindOf(/** @type {Run} */ run) {
  return run.dryRun ? t('runs.dryRun') : run.publish ? t('runs.computeAndPublish') : t('runs.computeAndKeep');
}

/** A run as people speak of it. */
function titled(/** @type {Run} */ run) {
  return t('runs.titled', { kind: kindOf(run), time: format.minute(run.requestedAt) });
}

function runBadge(/** @type {Run} */ run) {
  return element(
    'span',
    { class: 'badge ' + (run.inForce ? 'good' : TONES[run.status]) },
    run.inForce ? t('runs.inForce') : status(run.status),
  );
}

function history(/** @type {Run[]} */ items, /** @type {View} */ view, /** @type {Run} */ shown) {
  /** @type {import('../table/table.js').Column<Run>[]} */
  const columns = [
    {
      id: 'run',
      title: t('runs.run'),
      head: true,
      value: (row) => row.requestedAt,
      cell: (row) =>
        row === shown
          ? element('b', {}, titled(row))
          : button(titled(row), () => view.show({ run: row.id }), { class: 'plain' }),
    },
    { id: 'by', title: t('runs.by'), class: 'short', value: (row) => row.orderedBy.name },
    { id: 'status', title: t('common.status'), class: 'short', value: (row) => status(row.status), cell: runBadge },
    {
      id: 'ranked',
      title: t('common.ranked'),
      unit: t('common.enterprisesUnit'),
      number: true,
      value: (row) => row.counts?.ranked,
      cell: (row) => format.count(row.counts?.ranked),
    },
    {
      id: 'publishedAt',
      title: t('runs.publishedAt'),
      class: 'short',
      value: (row) => row.publishedAt,
      cell: (row) => format.minute(row.publishedAt),
    },
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('runs.history'))),
    table({
      caption: t('runs.history'),
      id: 'runs',
      columns,
      rows: items,
      stacked: true,
      place: ({ id }) => 'run-' + id,
    }),
  );
}
