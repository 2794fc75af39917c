// A department's files: sending them, what the check said, templates, history, what is overdue.

import { address, find, get } from '../lib/api.js';
import { button, choice, element } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { department } from '../lib/names.js';
import { empty, failure, identity, page } from '../lib/page.js';
import { session } from '../lib/session.js';
import { table } from '../lib/table.js';
import { result, statusBadge } from '../lib/upload-result.js';
import { send } from '../lib/upload.js';

const SIZE = 20;

page({ title: '数据报送', anyYear: true, roles: ['department', 'bureau'] }, async (view) => {
  const { number, query, signal } = view;
  const [catalogue, files, progress] = await Promise.all([
    get('/datasets', {}, signal),
    get('/uploads', { year: number, limit: SIZE, cursor: query.get('cursor') }, signal),
    find('/years/' + number + '/completeness', { limit: 1 }, signal),
  ]);
  const bureau = session.role === 'bureau';
  const datasets = catalogue.items.filter((one) => bureau || one.owner === session.department);
  view.lead(identity() + ' · ' + t('{year} 年度', { year: number }));
  if (datasets.length === 0) {
    view.body.replaceChildren(empty(t('本部门没有需要报送的数据。')));
    return;
  }
  const owed = (progress?.datasets ?? []).filter(
    (one) => datasets.some(({ id }) => id === one.dataset) && !one.delivered,
  );
  view.body.replaceChildren(
    ...[
      due(owed, number),
      sending(datasets, number, view, bureau),
      history(files, view, new Map(catalogue.items.map(({ id, title }) => [id, title]))),
    ].filter(Boolean),
  );
});

function due(owed, year) {
  if (owed.length === 0) {
    return element('p.notice.good', {}, t('{year} 年度应报送的数据都已报送。', { year }));
  }
  const late = owed.some((one) => one.overdue);
  return element(
    'section',
    { class: 'notice' + (late ? ' bad' : '') },
    element('h2', {}, late ? t('已逾期未报送') : t('尚未报送')),
    element(
      'ul',
      {},
      owed.map((one) =>
        element(
          'li',
          {},
          one.title,
          one.due ? ' · ' + t('应于 {day} 前报送', { day: format.day(one.due) }) : '',
          one.overdue ? ' · ' + t('已逾期') : '',
        ),
      ),
    ),
  );
}

function sending(datasets, year, view, bureau) {
  const wanted = view.query.get('dataset');
  const chosen = datasets.find(({ id }) => id === wanted) ?? datasets[0];
  const dataset = choice(
    t('数据表'),
    datasets.map(({ id, title, owner }) => [id, bureau ? title + '（' + department(owner) + '）' : title]),
    chosen.id,
    (id) => view.show({ dataset: id }),
    { id: 'dataset' },
  );
  const source =
    bureau && chosen.open
      ? choice(
          t('来源'),
          [
            [chosen.owner, department(chosen.owner)],
            ['public', department('public')],
          ],
          chosen.owner,
          null,
          { id: 'source' },
        )
      : null;
  const queue = element('div.queue', { 'aria-live': 'polite' });
  const take = (files) =>
    [...files].forEach((file) =>
      one(
        file,
        {
          dataset: chosen.id,
          year,
          source: bureau ? (source?.querySelector('select').value ?? chosen.owner) : undefined,
        },
        queue,
      ),
    );
  const input = element('input.unseen', {
    type: 'file',
    id: 'file',
    multiple: true,
    accept: '.csv,.xlsx',
    change: () => {
      take(input.files);
      input.value = '';
    },
  });
  const zone = element(
    'label.drop',
    {
      for: 'file',
      dragover: (event) => {
        event.preventDefault();
        zone.classList.add('over');
      },
      dragleave: () => zone.classList.remove('over'),
      drop: (event) => {
        event.preventDefault();
        zone.classList.remove('over');
        take(event.dataTransfer.files);
      },
    },
    element('b', {}, t('把文件拖到这里，或点此选择')),
    element('span', {}, t('CSV 或 XLSX，不超过 100 MB；编码、列的次序和表头上的标题行都不必处理。')),
  );
  const template = (extension) =>
    element(
      'a',
      { href: address('/datasets/' + chosen.id + '/template.' + extension), download: true },
      t('模板（{kind}）', { kind: extension.toUpperCase() }),
    );
  return element(
    'section.card.sending',
    {},
    element('h2', {}, t('上传')),
    element('div.row', {}, dataset, source, element('p.downloads', {}, template('xlsx'), template('csv'))),
    input,
    zone,
    queue,
    button(t('刷新上传记录'), view.refresh, { class: 'plain' }),
  );
}

const STEPS = { hashing: '计算校验和', sending: '上传中', checking: '校验中' };

async function one(file, about, queue) {
  const bar = element('progress', { max: 1, value: 0, 'aria-label': file.name });
  const state = element('span.muted', {}, t('准备'));
  const outcome = element('div');
  queue.prepend(
    element(
      'article.file',
      {},
      element(
        'p.file-head',
        {},
        element('b', {}, file.name),
        element('small', {}, format.bytes(file.size)),
        bar,
        state,
      ),
      outcome,
    ),
  );
  const told = (step, share) => {
    state.textContent = t(STEPS[step]);
    if (step === 'checking') {
      bar.removeAttribute('value');
    } else {
      bar.value = share;
    }
  };
  try {
    const upload = await send(file, { ...about, filename: file.name }, told);
    bar.remove();
    state.replaceWith(statusBadge(upload));
    outcome.replaceChildren(result(upload));
  } catch (error) {
    bar.remove();
    state.textContent = t('没有完成');
    outcome.replaceChildren(failure(error));
  }
}

function history(files, view, titles) {
  if (files.items.length === 0) {
    return empty(t('这一年度还没有上传过文件。'));
  }
  const detail = element('div');
  const open = async (upload) => {
    detail.replaceChildren(element('p.loading', {}, t('正在读取…')));
    try {
      const whole = await get('/uploads/' + encodeURIComponent(upload.id));
      detail.replaceChildren(
        element('article.card', {}, element('h3', { tabindex: -1 }, whole.filename), result(whole)),
      );
      detail.querySelector('h3').focus();
    } catch (error) {
      detail.replaceChildren(failure(error, () => open(upload)));
    }
  };
  const columns = [
    {
      title: t('文件'),
      head: true,
      value: (row) => row.filename,
      cell: (row) => [
        button(row.filename, () => open(row), { class: 'plain' }),
        element('span.code', {}, department(row.source) + ' · ' + (titles.get(row.dataset) ?? row.dataset ?? '—')),
      ],
    },
    { title: t('状态'), class: 'short', value: (row) => row.status, cell: statusBadge },
    { title: t('行数'), number: true, value: (row) => row.rows, cell: (row) => format.count(row.rows) },
    { title: t('采用'), number: true, value: (row) => row.accepted, cell: (row) => format.count(row.accepted) },
    { title: t('未采用'), number: true, value: (row) => row.rejected, cell: (row) => format.count(row.rejected) },
    { title: t('问题'), number: true, value: (row) => row.problemCount, cell: (row) => format.count(row.problemCount) },
    {
      title: t('时间'),
      class: 'short',
      value: (row) => row.uploadedAt ?? row.createdAt,
      cell: (row) => format.minute(row.uploadedAt ?? row.createdAt),
    },
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('上传记录'))),
    table({ caption: t('上传记录'), id: 'uploads', columns, rows: files.items, stacked: true }),
    element(
      'nav.pages',
      { 'aria-label': t('翻页') },
      view.query.get('cursor') ? button(t('回到第一页'), () => view.show({ cursor: '' }), { class: 'quiet' }) : null,
      files.nextCursor ? button(t('下一页'), () => view.show({ cursor: files.nextCursor }), { class: 'quiet' }) : null,
    ),
    detail,
  );
}
