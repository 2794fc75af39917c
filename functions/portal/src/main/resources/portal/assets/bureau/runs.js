// @ts-check
// Yearly runs: start, watch, compare, publish, go back.

import { get, isAbort, post } from '../lib/api.js';
import { confirmed } from '../lib/confirm.js';
import { button, choice, chosen, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { rulebookOf, status, step } from '../lib/names.js';
import { failure } from '../lib/failure.js';
import { empty } from '../lib/notices.js';
import { isOpen } from '../lib/notice-period.js';
import { page } from '../lib/page.js';
import { changes, corrections } from './run-changes.js';
import { inputs } from './run-inputs.js';
import { table } from '../lib/table.js';
import { useDraft } from '../lib/use-draft.js';

const POLL = 1000;
/** @typedef {Schema<'Run'>} Run */
/** @typedef {import('../lib/page.js').View} View */
/** @typedef {import('../lib/names.js').Book} Book */

/** @type {Record<Run['status'], string>} */
const TONES = { running: 'warn', complete: '', published: 'good', failed: 'bad' };

page({ title: 'page.runs', anyYear: true, roles: ['bureau'] }, async (view) => {
  const { number, signal } = view;
  const [runs, books] = await Promise.all([
    get('/years/{year}/recomputations', { year: number, limit: 50 }, signal),
    get('/rulebooks', {}, signal),
  ]);
  const listed = runs.items.find((run) => run.id === view.query.get('run')) ?? runs.items[0];
  // The list tells how many have moved; who and why is in the run itself.
  const shown = listed && (await get('/years/{year}/recomputations/{id}', { year: number, id: listed.id }, signal));
  const rules = await rulebookOf(shown?.rulebook ?? books.items[0]?.id ?? 'none', shown?.rulebookDigest);
  view.lead(inForce(view));
  const detail = element('section.card', { id: 'run', 'aria-live': 'polite' });
  view.body.replaceChildren(
    start(view, books.items),
    shown ? detail : empty(t('runs.none', { year: number }), t('runs.dryRunFirst')),
    ...(view.year?.year === number ? [corrections(number, rules)] : []),
    ...(runs.items.length ? [history(runs.items, view, listed)] : []),
  );
  if (shown) {
    watch(detail, shown, view, rules);
  }
});

function inForce(/** @type {View} */ { years, number }) {
  const published = years.find((one) => one.year === number);
  return published
    ? t('runs.published', {
        year: number,
        generation: published.generation,
        day: format.minute(published.publishedAt),
      })
    : t('runs.notPublished', { year: number });
}

function start(/** @type {View} */ view, /** @type {Schema<'RulebookSummary'>[]} */ books) {
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
  const titled = ({ id, title }) => [id, t('common.titled', { title, detail: id })];
  // None named: the API takes the one in force for the year.
  const book = choice(t('page.rulebooks'), [['', t('runs.inForceForYear')], ...books.map(titled)], '', null, {
    id: 'rulebook',
    name: 'rulebook',
  });
  const trouble = element('div');
  const form = element(
    'form.card',
    {
      id: 'start',
      submit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        const wish = new FormData(form).get('kind');
        if (wish === 'publish' && !(await confirmed(t('runs.askPublishAtOnce', { year: view.number })))) {
          return;
        }
        try {
          const run = await post(
            '/years/{year}/recomputations',
            { year: view.number },
            {
              publish: wish === 'publish',
              dryRun: wish === 'dry',
              rulebook: chosen(book) || null,
            },
          );
          draft.sent();
          view.show({ run: run.id });
        } catch (error) {
          trouble.replaceChildren(failure(error));
        }
      },
    },
    element('h2', {}, t('runs.startOne')),
    element('p.muted', {}, t('runs.compareHint'), ' ', link('/rulebooks', t('page.rulebookLives'))),
    element('div.row', {}, book, kind, element('button', { type: 'submit' }, t('runs.start'))),
    trouble,
  );
  const draft = useDraft(form, 'run ' + view.number, view.signal);
  return form;
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
    element('div.above', {}, element('h2', {}, run.id), runBadge(run)),
    element(
      'p.muted',
      {},
      [kindOf(run), t('runs.startedAt', { time: format.minute(run.requestedAt) }), run.rulebook, run.note]
        .filter(Boolean)
        .join(' · '),
    ),
    run.failure ? element('p.notice.bad', {}, run.failure) : null,
    run.finishedAt ? null : progress(run),
    run.counts ? counts(run.counts, rules) : null,
    run.changes ? changes(run, run.changes, rules) : null,
    publishing(run, view),
    manifest ? inputs(run, manifest, rules) : null,
  ];
  return parts.filter((part) => part !== null);
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
      element('dd', {}, element('b', {}, format.count(count)), element('small', {}, t('common.enterprisesUnit'))),
    );
  return element(
    'dl.figures.flat',
    {},
    figure(t('common.enterpriseCount'), of.enterprises),
    figure(t('status.scored'), of.scored),
    figure(t('common.ranked'), of.ranked),
    figure(t('status.excluded'), of.excluded),
    figure(t('status.incomplete'), of.incomplete),
    rules.inOrder(Object.entries(of.stages ?? {}), ([id]) => id).map(([id, value]) => figure(rules.stage(id), value)),
  );
}

function publishing(/** @type {Run} */ run, /** @type {View} */ view) {
  const { generation } = run;
  if (!generation || run.inForce || !run.finishedAt) {
    return run.inForce ? element('p.notice.good', {}, t('runs.isInForce')) : null;
  }
  const trouble = element('div');
  // Who goes back to other results does not end the notice period by it.
  const present = view.years.find(({ year }) => year === view.number)?.noticeUntil;
  const notice = element('input', {
    type: 'date',
    id: 'notice',
    value: run.publishedAt && isOpen(present, new Date()) ? present : null,
  });
  const publish = async () => {
    if (!(await confirmed(t('runs.askPublish', { year: view.number })))) {
      return;
    }
    act.disabled = true;
    try {
      await post(
        '/years/{year}/publication',
        { year: view.number },
        {
          generation,
          ...(notice.value ? { noticeUntil: notice.value } : {}),
        },
      );
      location.reload();
    } catch (error) {
      act.disabled = false;
      trouble.replaceChildren(failure(error));
    }
  };
  const act = button(run.publishedAt ? t('runs.restore') : t('runs.publish'), publish, { id: 'publish' });
  return element(
    'div.row',
    {},
    element('label.field', {}, element('span', {}, t('runs.noticeUntil')), notice),
    act,
    trouble,
  );
}

function kindOf(/** @type {Run} */ run) {
  return run.dryRun ? t('runs.dryRun') : run.publish ? t('runs.computeAndPublish') : t('runs.computeAndKeep');
}

function runBadge(/** @type {Run} */ run) {
  return element(
    'span',
    { class: 'badge ' + (run.inForce ? 'good' : TONES[run.status]) },
    run.inForce ? t('runs.inForce') : status(run.status),
  );
}

function history(/** @type {Run[]} */ items, /** @type {View} */ view, /** @type {Run} */ shown) {
  /** @type {import('../lib/table.js').Column<Run>[]} */
  const columns = [
    {
      id: 'run',
      title: t('runs.run'),
      head: true,
      value: (row) => row.id,
      cell: (row) =>
        row === shown ? element('b', {}, row.id) : button(row.id, () => view.show({ run: row.id }), { class: 'plain' }),
    },
    { id: 'kind', title: t('runs.kind'), class: 'short', value: kindOf },
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
      id: 'started',
      title: t('runs.started'),
      class: 'short',
      value: (row) => row.requestedAt,
      cell: (row) => format.minute(row.requestedAt),
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
    table({ caption: t('runs.history'), id: 'runs', columns, rows: items, stacked: true }),
  );
}
