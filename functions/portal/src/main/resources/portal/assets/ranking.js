import { address, get, names } from './api.js';
import { industry } from './industries.js';
import { byId, element, failure, formatted } from './view.js';

const SIZE = 50;
const FILTERS = ['stage', 'industry', 'cluster'];

let years = [];
let rules = null;
let rulesOf = null;
let reading = null;

/** What the address asks for: every view has an address of its own. */
function wanted() {
  const query = new URLSearchParams(location.search);
  const view = { year: Number(query.get('year')) || null, q: query.get('q') ?? '' };
  FILTERS.forEach((name) => (view[name] = query.get(name) ?? ''));
  view.cursor = query.get('cursor') ?? '';
  view.from = Number(query.get('from')) || 0;
  return view;
}

function show(view) {
  const query = new URLSearchParams();
  for (const name of ['year', 'q', ...FILTERS, 'cursor', 'from']) {
    if (view[name]) {
      query.set(name, view[name]);
    }
  }
  const text = query.toString();
  history.pushState(null, '', text ? '?' + text : location.pathname);
  render();
}

async function render() {
  reading?.abort();
  reading = new AbortController();
  const { signal } = reading;
  const results = byId('results');
  results.setAttribute('aria-busy', 'true');
  try {
    if (years.length === 0) {
      years = (await get('/years', {}, signal)).items;
    }
    if (years.length === 0) {
      nothingPublished();
    } else {
      await renderYear(signal);
    }
    results.setAttribute('aria-busy', 'false');
  } catch (error) {
    if (error.name !== 'AbortError') {
      byId('ranking').hidden = true;
      byId('pages').hidden = true;
      failure(byId('message'), error, render);
      results.setAttribute('aria-busy', 'false');
    }
  }
}

async function renderYear(signal) {
  const view = wanted();
  const year = years.find((candidate) => candidate.year === view.year) ?? years[0];
  renderPublication(year);
  if (rulesOf !== year.rulebook) {
    rules = await names(year.rulebook);
    rulesOf = year.rulebook;
    byId('rules').textContent = '评分依据：' + rules.title + (rules.number ? '（' + rules.number + '）' : '');
  }
  const [page, overview] = await Promise.all([
    list(view, year.year, signal),
    get('/years/' + year.year + '/overview', {}, signal).catch(() => null),
  ]);
  if (signal.aborted) {
    return;
  }
  renderFilters(view, overview);
  renderSummary(view, page);
  renderDownloads(view, year, page);
  renderRows(view, year, page);
  renderPages(view, page);
}

function list(view, year, signal) {
  if (view.q) {
    return get('/enterprises', { q: view.q, year, limit: SIZE, cursor: view.cursor }, signal);
  }
  const { stage, industry: division, cluster, cursor } = view;
  return get(
    '/years/' + year + '/rankings',
    { stage, industry: division, cluster, limit: SIZE, cursor },
    signal,
  );
}

function nothingPublished() {
  byId('publication').textContent = '还没有已公布的年度。';
  byId('ranking').hidden = true;
  byId('message').replaceChildren(element('p', {}, '年度结果公布后，这里会显示排名。'));
  byId('message').hidden = false;
}

function renderPublication(year) {
  const select = byId('year');
  select.replaceChildren(
    ...years.map(({ year: number }) =>
      element('option', { value: number, selected: number === year.year }, number + ' 年度'),
    ),
  );
  select.disabled = false;
  byId('title').textContent = year.year + ' 年度企业创新积分排名';
  document.title = byId('title').textContent;
  byId('publication').textContent = formatted.day(year.publishedAt) + '公布';
  const figures = byId('figures');
  const { counts } = year;
  figures.replaceChildren(
    figure('参评企业', counts.enterprises),
    figure('进入排名', counts.ranked),
    figure('待补数', counts.incomplete),
    figure('不纳入', counts.excluded),
  );
  figures.hidden = false;
}

function figure(title, number) {
  return element(
    'div',
    {},
    element('dt', {}, title),
    element('dd', {}, formatted.count(number), element('small', {}, '家')),
  );
}

function renderFilters(view, overview) {
  byId('q').value = view.q;
  const groups = (name) => (overview?.[name] ?? []).filter((group) => group.id && group.now);
  options('stage', view, [...rules.stages].map(([id, name]) => [id, name]));
  options('industry', view, groups('industries').map(({ id }) => [id, industry(id)]));
  options('cluster', view, groups('clusters').map(({ id }) => [id, id]));
}

function options(name, view, choices) {
  const select = byId(name);
  const all = select.options[0];
  if (view[name] && !choices.some(([id]) => id === view[name])) {
    choices.push([view[name], view[name]]);
  }
  select.replaceChildren(
    all,
    ...choices.map(([id, text]) => element('option', { value: id }, text)),
  );
  select.value = view[name];
  // A search runs over all enterprises of the year.
  select.disabled = view.q !== '';
}

function renderSummary(view, page) {
  const parts = view.q
    ? ['检索“' + view.q + '”']
    : [
        view.stage ? rules.stages.get(view.stage) ?? view.stage : '',
        view.industry ? industry(view.industry) : '',
        view.cluster,
      ].filter(Boolean);
  const count = page.count === undefined ? '' : '（' + formatted.count(page.count) + ' 家）';
  byId('summary').textContent = (parts.length ? parts.join(' · ') : '全部企业') + count;
}

function renderDownloads(view, year, page) {
  const { stage, industry: division, cluster, cursor } = view;
  const path = '/years/' + year.year + '/rankings';
  const filters = { stage, industry: division, cluster };
  const all = page.count === undefined ? '' : formatted.count(page.count) + ' 条';
  byId('downloads').replaceChildren(
    ...(view.q || page.items.length === 0
      ? []
      : [
          link('下载本页 ' + page.items.length + ' 条（CSV）', path, { ...filters, limit: SIZE, cursor, format: 'csv' }),
          link('下载全部 ' + all + '（CSV）', path, { ...filters, format: 'csv' }),
          link('下载全部 ' + all + '（XLSX）', path, { ...filters, format: 'xlsx' }),
        ]),
  );
}

function link(text, path, parameters) {
  return element('a', { href: address(path, parameters), download: true }, text);
}

function renderRows(view, year, page) {
  const empty = page.items.length === 0;
  byId('ranking').hidden = empty;
  const message = byId('message');
  message.hidden = !empty;
  if (empty) {
    message.replaceChildren(
      element('p', {}, view.q ? '没有名称或代码包含“' + view.q + '”的已公布企业。' : '没有符合条件的企业。'),
      element('p', {}, '请换一个词，或清除筛选条件。'),
    );
  }
  byId('ranking').tBodies[0].replaceChildren(...page.items.map((item) => row(item, year.year)));
}

function row(item, year) {
  const href = '/enterprises/' + item.uscc + '?year=' + year;
  const stage = rules.stages.get(item.stage) ?? item.stage;
  return element(
    'tr',
    {},
    element('td', { class: 'number rank' }, formatted.count(item.rank.overall)),
    element(
      'td',
      { class: 'enterprise' },
      element('a', { class: 'name', href }, item.name ?? item.uscc),
      element('span', { class: 'code' }, item.uscc),
    ),
    element('td', { class: 'detail', 'data-label': '阶段' }, stage + ' 第 ' + formatted.count(item.rank.stage) + ' 名'),
    element('td', { class: 'detail', 'data-label': '行业大类' }, item.industry ? industry(item.industry) : '—'),
    element('td', { class: 'detail', 'data-label': '主导产业' }, item.cluster ?? '—'),
    element('td', { class: 'number total' }, formatted.points(item.total)),
  );
}

function renderPages(view, page) {
  const previous = byId('previous');
  const next = byId('next');
  const first = view.from + 1;
  const last = view.from + page.items.length;
  byId('pages').hidden = page.items.length === 0 || (!view.cursor && !page.nextCursor);
  byId('range').textContent = '第 ' + formatted.count(first) + '–' + formatted.count(last) + ' 条';
  previous.disabled = !view.cursor;
  previous.textContent = history.state?.deep ? '上一页' : '回到第一页';
  next.disabled = !page.nextCursor;
  previous.onclick = () =>
    history.state?.deep ? history.back() : show({ ...view, cursor: '', from: 0 });
  next.onclick = () => {
    show({ ...view, cursor: page.nextCursor, from: last });
    // From here "back" is the page before; on an address opened directly it is not.
    history.replaceState({ deep: true }, '');
    byId('results').scrollIntoView();
  };
}

byId('filters').addEventListener('submit', (event) => {
  event.preventDefault();
  const view = { year: wanted().year, q: byId('q').value.trim() };
  FILTERS.forEach((name) => (view[name] = byId(name).value));
  show(view);
});
byId('filters').addEventListener('reset', (event) => {
  event.preventDefault();
  show({ year: wanted().year });
});
FILTERS.forEach((name) =>
  byId(name).addEventListener('change', () => byId('filters').requestSubmit()),
);
byId('year').addEventListener('change', (event) => show({ ...wanted(), year: Number(event.target.value), cursor: '', from: 0 }));
window.addEventListener('popstate', render);
render();
