import { get, names } from './api.js';
import { byId, element, failure, formatted } from './view.js';

const uscc = location.pathname.split('/').pop().toUpperCase();

async function render() {
  const card = byId('card');
  card.setAttribute('aria-busy', 'true');
  try {
    const years = (await get('/years')).items;
    const asked = Number(new URLSearchParams(location.search).get('year'));
    const year = years.find((candidate) => candidate.year === asked) ?? years[0];
    if (!year) {
      card.replaceChildren(element('h1', {}, uscc), element('p', {}, '还没有已公布的年度。'));
    } else {
      renderYears(years, year.year);
      await renderCard(card, year);
    }
  } catch (error) {
    failure(card, error, render);
  }
  card.setAttribute('aria-busy', 'false');
}

function renderYears(years, chosen) {
  const select = byId('year');
  select.replaceChildren(
    ...years.map(({ year }) => element('option', { value: year, selected: year === chosen }, year + ' 年度')),
  );
  select.disabled = false;
  byId('back').href = '/?year=' + chosen;
}

async function renderCard(card, year) {
  const [score, rules] = await Promise.all([
    get('/years/' + year.year + '/enterprises/' + encodeURIComponent(uscc)).catch((error) => {
      if (error.status === 404 || error.status === 400) {
        return null;
      }
      throw error;
    }),
    names(year.rulebook),
  ]);
  byId('rules').textContent = '评分依据：' + rules.title + (rules.number ? '（' + rules.number + '）' : '');
  if (score === null) {
    document.title = '没有公开的积分结果';
    card.replaceChildren(
      element('h1', {}, uscc),
      element('p', {}, '这家企业在 ' + year.year + ' 年度没有公开的积分结果。可以选择其他年度，或返回排名重新查找。'),
    );
    return;
  }
  document.title = (score.name ?? score.uscc) + ' · ' + score.year + ' 年度创新积分';
  const stage = rules.stages.get(score.stage) ?? score.stage;
  card.replaceChildren(
    element('h1', {}, score.name ?? score.uscc),
    element('p', { class: 'muted' }, '统一社会信用代码 ' + score.uscc),
    element(
      'p',
      { class: 'score' },
      element('strong', {}, formatted.points(score.total)),
      element('span', {}, score.year + ' 年度总分'),
      element('span', { class: 'badge' }, stage),
    ),
    element(
      'ul',
      { class: 'places' },
      place('全区', score.rank.overall, score.rank.overallOf),
      place(stage, score.rank.stage, score.rank.stageOf),
    ),
    element('h2', {}, '三类指标得分（每类满分 100）'),
    element(
      'dl',
      { class: 'categories' },
      ...Object.entries(score.categories).map(([id, points]) => category(rules.categories.get(id) ?? id, points)),
    ),
    element('p', { class: 'muted' }, formatted.day(year.publishedAt) + '公布 · 数据版本 ' + score.generation),
  );
}

function place(where, rank, of) {
  return element('li', {}, where + '第 ', element('b', {}, formatted.count(rank)), ' 名，共 ' + formatted.count(of) + ' 家');
}

function category(name, points) {
  return element(
    'div',
    {},
    element('dt', {}, name),
    element(
      'dd',
      {},
      element('progress', { max: 100, value: points, 'aria-label': name + '得分' }),
      element('span', { class: 'number' }, formatted.points(points)),
    ),
  );
}

byId('year').addEventListener('change', (event) => {
  history.pushState(null, '', '?year=' + event.target.value);
  render();
});
window.addEventListener('popstate', render);
render();
