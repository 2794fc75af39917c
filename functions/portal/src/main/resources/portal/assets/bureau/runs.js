// Yearly runs: start, watch, compare, publish, go back.

import { get, post } from '../lib/api.js';
import { confirmed } from '../lib/confirm.js';
import { button, choice, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { rulebook, status, step } from '../lib/names.js';
import { empty, failure, page } from '../lib/page.js';
import { changes, corrections } from './run-changes.js';
import { inputs } from './run-inputs.js';
import { table } from '../lib/table.js';

const POLL = 1000;
const TONES = { running: 'warn', complete: '', published: 'good', failed: 'bad' };

page({ title: '计算与发布', anyYear: true, roles: ['bureau'] }, async (view) => {
  const { number, signal } = view;
  const path = '/years/' + number;
  const [runs, books] = await Promise.all([
    get(path + '/recomputations', { limit: 50 }, signal),
    get('/rulebooks', {}, signal),
  ]);
  const chosen = runs.items.find((run) => run.id === view.query.get('run')) ?? runs.items[0];
  // The list tells how many have moved; who and why is in the run itself.
  const shown = chosen && (await get(path + '/recomputations/' + encodeURIComponent(chosen.id), {}, signal));
  const rules = await rulebook(shown?.rulebook ?? books.items[0]?.id);
  view.lead(inForce(view));
  const detail = element('section.card', { id: 'run', 'aria-live': 'polite' });
  view.body.replaceChildren(
    start(view, path, books.items),
    shown ? detail : empty(t('{year} 年度还没有计算过。', { year: number }), t('先试算一次，看看结果与差异，再发布。')),
    ...(view.year?.year === number ? [corrections(number, rules)] : []),
    ...(runs.items.length ? [list(runs.items, view, chosen)] : []),
  );
  if (shown) {
    watch(detail, shown, view, path, rules);
  }
});

function inForce({ years, number }) {
  const published = years.find((one) => one.year === number);
  return published
    ? t('{year} 年度已公布：{generation}，{day}', {
        year: number,
        generation: published.generation,
        day: format.minute(published.publishedAt),
      })
    : t('{year} 年度尚未公布', { year: number });
}

function start(view, path, books) {
  const kind = element(
    'fieldset.kinds',
    {},
    element('legend', {}, t('完成后')),
    [
      ['dry', t('只试算'), t('不留下可发布的结果，只看差异')],
      ['keep', t('留待发布'), t('写好结果，由我核对后再发布')],
      ['publish', t('立即发布'), t('全部写完并核对后自动公布')],
    ].map(([value, text, note], index) =>
      element(
        'label.check',
        {},
        element('input', { type: 'radio', name: 'kind', value, checked: index === 0 }),
        element('span', {}, text, element('small', {}, ' ' + note)),
      ),
    ),
  );
  // None named: the API takes the one in force for the year.
  const book = choice(
    t('评价规则'),
    [['', t('按年度适用的规则')], ...books.map(({ id, title }) => [id, title + '（' + id + '）'])],
    '',
    null,
    { id: 'rulebook' },
  );
  const trouble = element('div');
  const form = element(
    'form.card',
    {
      id: 'start',
      submit: async (event) => {
        event.preventDefault();
        const chosen = new FormData(form).get('kind');
        if (
          chosen === 'publish' &&
          !(await confirmed(t('计算完成后将立即公布 {year} 年度结果，确定吗？', { year: view.number })))
        ) {
          return;
        }
        try {
          const run = await post(path + '/recomputations', {
            publish: chosen === 'publish',
            dryRun: chosen === 'dry',
            rulebook: book.querySelector('select').value || null,
          });
          view.show({ run: run.id });
        } catch (error) {
          trouble.replaceChildren(failure(error));
        }
      },
    },
    element('h2', {}, t('开始一次计算')),
    element(
      'p.muted',
      {},
      t('要比较另一份规则，选中它并“只试算”，即可看到与公布结果相比谁升谁降、因何而变。'),
      ' ',
      link('/data#rulebook-files', t('规则文件')),
    ),
    element('div.row', {}, book, kind, element('button', { type: 'submit' }, t('开始计算'))),
    trouble,
  );
  return form;
}

/** Follows a run to its end. */
async function watch(place, run, view, path, rules) {
  let now = run;
  for (;;) {
    place.replaceChildren(...shownRun(now, view, path, rules));
    if (now.finishedAt || now.status === 'failed') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
    if (view.signal.aborted) {
      return;
    }
    try {
      now = await get(path + '/recomputations/' + encodeURIComponent(run.id), {}, view.signal);
    } catch (error) {
      if (error.name !== 'AbortError') {
        place.replaceChildren(failure(error, () => watch(place, run, view, path, rules)));
      }
      return;
    }
    if (now.finishedAt) {
      view.refresh();
      return;
    }
  }
}

function shownRun(run, view, path, rules) {
  return [
    element('div.above', {}, element('h2', {}, run.id), runBadge(run)),
    element(
      'p.muted',
      {},
      [kindOf(run), t('{time} 开始', { time: format.minute(run.requestedAt) }), run.rulebook, run.note]
        .filter(Boolean)
        .join(' · '),
    ),
    run.failure ? element('p.notice.bad', {}, run.failure) : null,
    run.finishedAt ? null : progress(run),
    run.counts ? counts(run, rules) : null,
    run.changes ? changes(run, path, rules, view.number) : null,
    publishing(run, view, path),
    run.manifest ? inputs(run, path, rules) : null,
  ].filter(Boolean);
}

function progress({ progress: at }) {
  const known = at?.total > 0;
  return element(
    'p.progress',
    {},
    element('progress', { max: known ? at.total : 1, value: known ? at.done : null, 'aria-label': t('进度') }),
    element('span', {}, step(at?.step) + (known ? ' ' + format.count(at.done) + ' / ' + format.count(at.total) : '')),
  );
}

function counts({ counts: of }, rules) {
  const figure = (title, value) =>
    element(
      'div',
      {},
      element('dt', {}, title),
      element('dd', {}, element('b', {}, format.count(value)), element('small', {}, t('家'))),
    );
  return element(
    'dl.figures.flat',
    {},
    figure(t('企业'), of.enterprises),
    figure(t('已评分'), of.scored),
    figure(t('进入排名'), of.ranked),
    figure(t('不纳入'), of.excluded),
    figure(t('待补数'), of.incomplete),
    Object.entries(of.stages ?? {}).map(([id, value]) => figure(rules.stage(id), value)),
  );
}

function publishing(run, view, path) {
  if (!run.generation || run.inForce || !run.finishedAt) {
    return run.inForce ? element('p.notice.good', {}, t('读者现在看到的就是这一批结果。')) : null;
  }
  const trouble = element('div');
  const notice = element('input', { type: 'date', id: 'notice' });
  const publish = async () => {
    if (!(await confirmed(t('公布后，所有人看到的 {year} 年度结果都换成这一批，确定吗？', { year: view.number })))) {
      return;
    }
    act.disabled = true;
    try {
      await post(path + '/publication', {
        generation: run.generation,
        ...(notice.value ? { noticeUntil: notice.value } : {}),
      });
      location.reload();
    } catch (error) {
      act.disabled = false;
      trouble.replaceChildren(failure(error));
    }
  };
  const act = button(run.publishedAt ? t('回到这一批结果') : t('发布这一批结果'), publish, { id: 'publish' });
  return element(
    'div.row',
    {},
    element('label.field', {}, element('span', {}, t('公示期至（可不设；期间企业可提出异议）')), notice),
    act,
    trouble,
  );
}

function kindOf(run) {
  return run.dryRun ? t('试算') : run.publish ? t('计算并发布') : t('计算，留待发布');
}

function runBadge(run) {
  return element(
    'span',
    { class: 'badge ' + (run.inForce ? 'good' : (TONES[run.status] ?? '')) },
    run.inForce ? t('现行') : status(run.status),
  );
}

function list(items, view, shown) {
  const columns = [
    {
      title: t('批次'),
      head: true,
      value: (row) => row.id,
      cell: (row) =>
        row === shown ? element('b', {}, row.id) : button(row.id, () => view.show({ run: row.id }), { class: 'plain' }),
    },
    { title: t('方式'), class: 'short', value: kindOf },
    { title: t('状态'), class: 'short', value: (row) => status(row.status), cell: runBadge },
    {
      title: t('进入排名'),
      unit: t('家'),
      number: true,
      value: (row) => row.counts?.ranked,
      cell: (row) => format.count(row.counts?.ranked),
    },
    {
      title: t('开始'),
      class: 'short',
      value: (row) => row.requestedAt,
      cell: (row) => format.minute(row.requestedAt),
    },
    {
      title: t('发布'),
      class: 'short',
      value: (row) => row.publishedAt,
      cell: (row) => format.minute(row.publishedAt),
    },
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('计算记录'))),
    table({ caption: t('计算记录'), id: 'runs', columns, rows: items, stacked: true }),
  );
}
