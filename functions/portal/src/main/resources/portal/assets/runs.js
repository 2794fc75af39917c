// Yearly runs: start, watch, compare, publish, go back.

import { get, post } from './api.js';
import { button, choice, element, link } from './dom.js';
import { format, NOTHING } from './format.js';
import { t } from './i18n.js';
import { rulebook, status, step } from './names.js';
import { empty, failure, page } from './page.js';
import { table } from './table.js';

const POLL = 1000;
const TONES = { running: 'warn', complete: '', published: 'good', failed: 'bad' };

page({ title: '计算与发布', anyYear: true, roles: ['bureau'] }, async (view) => {
  const { number, signal } = view;
  const path = '/years/' + number;
  const [runs, books] = await Promise.all([get(path + '/recomputations', { limit: 50 }, signal), get('/rulebooks', {}, signal)]);
  const rules = await rulebook(books.items[0]?.id);
  const shown = runs.items.find((run) => run.id === view.query.get('run')) ?? runs.items[0];
  view.lead(inForce(view));
  const detail = element('section.card', { id: 'run', 'aria-live': 'polite' });
  view.body.replaceChildren(
    start(view, path, books.items),
    shown ? detail : empty(t('{year} 年度还没有计算过。', { year: number }), t('先试算一次，看看结果与差异，再发布。')),
    ...(runs.items.length ? [list(runs.items, view, shown)] : []),
  );
  if (shown) {
    watch(detail, shown, view, path, rules);
  }
});

function inForce({ years, number }) {
  const published = years.find((one) => one.year === number);
  return published
    ? t('{year} 年度已公布：{generation}，{day}', { year: number, generation: published.generation, day: format.minute(published.publishedAt) })
    : t('{year} 年度尚未公布', { year: number });
}

function start(view, path, books) {
  const kind = element('fieldset.kinds', {}, element('legend', {}, t('完成后')), [
    ['dry', t('只试算'), t('不留下可发布的结果，只看差异')],
    ['keep', t('留待发布'), t('写好结果，由我核对后再发布')],
    ['publish', t('立即发布'), t('全部写完并核对后自动公布')],
  ].map(([value, text, note], index) => element('label.check', {}, element('input', { type: 'radio', name: 'kind', value, checked: index === 0 }), element('span', {}, text, element('small', {}, ' ' + note)))));
  const book = choice(t('评价规则'), books.map(({ id, title }) => [id, title]), books[0]?.id, null, { id: 'rulebook' });
  const trouble = element('div');
  const form = element(
    'form.card',
    {
      id: 'start',
      submit: async (event) => {
        event.preventDefault();
        const chosen = new FormData(form).get('kind');
        if (chosen === 'publish' && !(await confirmed(t('计算完成后将立即公布 {year} 年度结果，确定吗？', { year: view.number })))) {
          return;
        }
        try {
          const run = await post(path + '/recomputations', { publish: chosen === 'publish', dryRun: chosen === 'dry', rulebook: book.querySelector('select').value });
          view.show({ run: run.id });
        } catch (error) {
          trouble.replaceChildren(failure(error));
        }
      },
    },
    element('h2', {}, t('开始一次计算')),
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
    element('p.muted', {}, [kindOf(run), t('{time} 开始', { time: format.minute(run.requestedAt) }), run.rulebook, run.note].filter(Boolean).join(' · ')),
    run.failure ? element('p.notice.bad', {}, run.failure) : null,
    run.finishedAt ? null : progress(run),
    run.counts ? counts(run, rules) : null,
    run.changes ? changes(run.changes, view, rules) : null,
    publishing(run, view, path),
  ].filter(Boolean);
}

function progress({ progress: at }) {
  const known = at?.total > 0;
  return element('p.progress', {}, element('progress', { max: known ? at.total : 1, value: known ? at.done : null, 'aria-label': t('进度') }), element('span', {}, step(at?.step) + (known ? ' ' + format.count(at.done) + ' / ' + format.count(at.total) : '')));
}

function counts({ counts: of }, rules) {
  const figure = (title, value) => element('div', {}, element('dt', {}, title), element('dd', {}, element('b', {}, format.count(value)), element('small', {}, t('家'))));
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

function changes(of, view, rules) {
  if (!of.against) {
    return element('p', {}, t('这一年度此前没有公布过，没有可比较的结果。'));
  }
  const summary = [
    [t('新进入排名'), of.entered],
    [t('退出排名'), of.left],
    [t('阶段变化'), of.stageMoved],
    [t('名次变化'), of.rankMoved],
    [t('总分变化'), of.totalMoved],
  ];
  const columns = [
    { title: t('企业'), head: true, value: (row) => row.name ?? row.uscc, cell: (row) => link('/portrait?uscc=' + row.uscc + '&year=' + view.number, row.name ?? row.uscc) },
    { title: t('名次'), number: true, value: (row) => row.after?.overall, cell: (row) => pair(row.before?.overall, row.after?.overall, format.count) },
    { title: t('总分'), number: true, value: (row) => row.after?.total, cell: (row) => pair(row.before?.total, row.after?.total, format.points) },
    { title: t('阶段'), class: 'short', value: (row) => row.after?.stage, cell: (row) => pair(row.before?.stage, row.after?.stage, rules.stage) },
  ];
  return element(
    'section',
    {},
    element('h3', {}, t('与公布结果的差异')),
    element('p', {}, summary.map(([title, value]) => title + ' ' + format.count(value) + ' ' + t('家')).join('，') + '。'),
    of.moves.length ? table({ caption: t('变化最大的企业'), id: 'moves', columns, rows: of.moves }) : null,
  );
}

function pair(before, after, shown) {
  return before === after ? shown(after) : [element('span.muted', {}, before === undefined ? NOTHING : shown(before)), ' → ', element('b', {}, after === undefined ? NOTHING : shown(after))];
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
      await post(path + '/publication', { generation: run.generation, ...(notice.value ? { noticeUntil: notice.value } : {}) });
      location.reload();
    } catch (error) {
      act.disabled = false;
      trouble.replaceChildren(failure(error));
    }
  };
  const act = button(run.publishedAt ? t('回到这一批结果') : t('发布这一批结果'), publish, { id: 'publish' });
  return element('div.row', {}, element('label.field', {}, element('span', {}, t('公示期至（可不设；期间企业可提出异议）')), notice), act, trouble);
}

/** Asks before what everybody sees. */
function confirmed(question) {
  return new Promise((resolve) => {
    const answer = (value) => () => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const dialog = element('dialog', { cancel: answer(false), 'aria-label': t('请确认') }, element('p', {}, question), element('div.actions', {}, button(t('确定'), answer(true), { id: 'confirm' }), button(t('取消'), answer(false), { class: 'quiet' })));
    document.body.append(dialog);
    dialog.showModal();
  });
}

function kindOf(run) {
  return run.dryRun ? t('试算') : run.publish ? t('计算并发布') : t('计算，留待发布');
}

function runBadge(run) {
  return element('span', { class: 'badge ' + (run.inForce ? 'good' : TONES[run.status] ?? '') }, run.inForce ? t('现行') : status(run.status));
}

function list(items, view, shown) {
  const columns = [
    { title: t('批次'), head: true, value: (row) => row.id, cell: (row) => (row === shown ? element('b', {}, row.id) : button(row.id, () => view.show({ run: row.id }), { class: 'plain' })) },
    { title: t('方式'), class: 'short', value: kindOf },
    { title: t('状态'), class: 'short', value: (row) => status(row.status), cell: runBadge },
    { title: t('进入排名'), unit: t('家'), number: true, value: (row) => row.counts?.ranked, cell: (row) => format.count(row.counts?.ranked) },
    { title: t('开始'), class: 'short', value: (row) => row.requestedAt, cell: (row) => format.minute(row.requestedAt) },
    { title: t('发布'), class: 'short', value: (row) => row.publishedAt, cell: (row) => format.minute(row.publishedAt) },
  ];
  return element('section', {}, element('div.above', {}, element('h2', {}, t('计算记录'))), table({ caption: t('计算记录'), id: 'runs', columns, rows: items, stacked: true }));
}
