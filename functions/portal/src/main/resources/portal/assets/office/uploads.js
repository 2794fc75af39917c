// @ts-check
// A department's files: sending them, what the check said, templates, history, what is overdue.

import { address, all, find, get } from '../api/api.js';
import { catalogue, schema } from '../api/catalogue.js';
import { button, choice, chosen, element } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { status } from '../api/names.js';
import { failure } from '../api/failure.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { changed } from '../base/query.js';
import { isAny, person } from '../session/session.js';
import { fileButtons } from '../table/files.js';
import { table } from '../table/table.js';
import { result, statusBadge, statusOf } from './upload-result.js';
import { confirm, withdraw } from '../api/upload.js';
import { ACCEPTED, fileCard, fileCards } from './upload-file.js';
import { saying, withdrawing } from './upload-saying.js';
import { changesOf } from './upload-changes.js';

const { t } = ownWords({
  'uploads.lead': ['{identity} · {year} 年度', '{identity} · {year}'],
  'uploads.nothingOwed': ['本部门没有需要报送的数据。', 'This department has no data to deliver.'],
  'uploads.allDelivered': ['{year} 年度应报送的数据都已报送。', 'All data due for {year} has been delivered.'],
  'uploads.overdue': ['已逾期未报送', 'Overdue'],
  'uploads.notYet': ['尚未报送', 'Not delivered yet'],
  'uploads.due': ['应于 {day} 前报送', 'due by {day}'],
  'uploads.drop': ['把文件拖到这里，或点此选择', 'Drop files here, or click to choose'],
  'uploads.formats': [
    'XLSX、XLS、ODS、CSV 或网页表格，不超过 100 MB；编码、列的次序和表头上的标题行都不必处理。',
    'XLSX, XLS, ODS, CSV or an HTML table, up to 100 MB. Encoding, column order and titles do not matter.',
  ],
  'uploads.versus': ['与上一版的不同', 'What differs from the version before'],
  'uploads.template': ['模板（{kind}）', 'Template ({kind})'],
  'uploads.upload': ['上传', 'Upload'],
  'uploads.refresh': ['刷新上传记录', 'Refresh the upload history'],
  'uploads.none': ['这一年度还没有上传过文件。', 'No file has been uploaded for this year.'],
  'uploads.history': ['上传记录', 'Upload history'],
  'uploads.rows': ['行数', 'Rows'],
  'uploads.accepted': ['采用', 'Accepted'],
  'uploads.rejected': ['未采用', 'Rejected'],
  'uploads.isOverdue': ['已逾期', 'overdue'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('../api/catalogue.js').Catalogue} Catalogue */
/** @typedef {import('../api/upload.js').Upload} Upload */
/** @typedef {import('../api/upload.js').Saying} Saying */

/** A file that counts or has counted has changed something. */
const COUNTED = ['accepted', 'partial', 'withdrawn'];
/** The file that is looked at, in the address beside what its table has there. */
const OPEN = 'file.id';

page({ anyYear: true }, async (view) => {
  const { number, signal } = view;
  const [offices, files, progress] = await Promise.all([
    catalogue(),
    all('/uploads', { year: number }, signal),
    find('/years/{year}/completeness', { year: number, limit: 1 }, signal),
  ]);
  const { department: own } = person();
  const bureau = isAny('bureau');
  const datasets = offices.items.filter((one) => bureau || one.shared || one.owner === own);
  view.lead(t('uploads.lead', { identity: bureau ? t('page.bureau') : offices.department(own), year: number }));
  if (datasets.length === 0) {
    view.body.replaceChildren(empty(t('uploads.nothingOwed')));
    return;
  }
  const owed = (progress?.datasets ?? []).filter(
    (one) => datasets.some(({ id }) => id === one.dataset) && !one.delivered,
  );
  view.body.replaceChildren(
    due(owed, number, offices),
    // An approver reads what came and sends nothing.
    ...(person().role === 'approver' ? [] : [sending(datasets, number, view, bureau, offices)]),
    received(files.items, number, view, offices),
  );
});

/**
 * @param {Schema<'Arrival'>[]} owed
 * @param {number} year
 * @param {Catalogue} offices
 */
function due(owed, year, { dataset }) {
  if (owed.length === 0) {
    return element('p.notice.good', {}, t('uploads.allDelivered', { year }));
  }
  const late = owed.some((one) => one.overdue);
  return element(
    'section',
    { class: 'notice' + (late ? ' bad' : '') },
    element('h2', {}, late ? t('uploads.overdue') : t('uploads.notYet')),
    element(
      'ul',
      {},
      owed.map((one) => {
        const by = one.due ? [t('uploads.due', { day: format.day(one.due) })] : [];
        return element(
          'li',
          {},
          [dataset(one.dataset), ...by, ...(one.overdue ? [t('uploads.isOverdue')] : [])].join(' · '),
        );
      }),
    ),
  );
}

/**
 * @param {Catalogue['items']} datasets
 * @param {number} year
 * @param {View} view
 * @param {boolean} bureau
 * @param {Catalogue} offices
 */
function sending(datasets, year, view, bureau, { department, departmentIds }) {
  const wanted = view.query.get('dataset');
  const shown = datasets.find(({ id }) => id === wanted) ?? datasets[0];
  const titled = (/** @type {Schema<'Dataset'>} */ { title, owner }) =>
    bureau ? t('common.titled', { title, detail: department(owner) }) : title;
  const dataset = choice(
    t('common.dataset'),
    datasets.map((one) => [one.id, titled(one)]),
    shown.id,
    (id) => view.show({ dataset: id }),
    { id: 'dataset' },
  );
  const source =
    bureau && (shown.open || shown.shared)
      ? choice(
          t('common.source'),
          (shown.shared ? departmentIds : [shown.owner, 'public']).map((id) => [id, department(id)]),
          shown.owner,
          null,
          { id: 'source' },
        )
      : null;
  // The bureau sends for the dataset's owner, a department what it owes.
  const offered = (/** @type {string} */ one) => datasets.filter(({ id }) => !bureau || id === one);
  const queue = element('div.queue', { 'aria-live': 'polite' }, fileCards(year, offered));
  const take = (/** @type {FileList | null | undefined} */ files) => {
    const from = bureau ? (source ? chosen(source) : shown.owner) : undefined;
    for (const file of files ?? []) {
      const about = { dataset: shown.id, year, source: from };
      queue.prepend(fileCard(file, about, offered(shown.id)));
    }
  };
  const input = element('input.unseen', {
    type: 'file',
    id: 'file',
    multiple: true,
    accept: ACCEPTED,
    change: () => {
      take(input.files);
      input.value = '';
    },
  });
  const zone = element(
    'label.drop',
    {
      for: 'file',
      dragover: (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        zone.classList.add('over');
      },
      dragleave: () => zone.classList.remove('over'),
      drop: (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        zone.classList.remove('over');
        take(event.dataTransfer?.files);
      },
    },
    element('b', {}, t('uploads.drop')),
    element('span', {}, t('uploads.formats')),
  );
  const template = (/** @type {'xlsx' | 'csv'} */ kind) =>
    element(
      'a',
      { href: address(`/datasets/{id}/template.${kind}`, { id: shown.id, year }), download: true },
      t('uploads.template', { kind: kind.toUpperCase() }),
    );
  return element(
    'section.card.sending',
    {},
    element('h2', {}, t('uploads.upload')),
    element('div.row', {}, dataset, source, element('p.downloads', {}, template('xlsx'), template('csv'))),
    input,
    zone,
    queue,
    button(t('uploads.refresh'), view.refresh, { class: 'plain' }),
  );
}

/**
 * @param {Upload[]} files
 * @param {number} year
 * @param {View} view
 * @param {Catalogue} offices
 */
function received(files, year, view, { department, dataset }) {
  if (files.length === 0) {
    return empty(t('uploads.none'));
  }
  const detail = element('div');
  const show = async (/** @type {Upload} */ whole) => {
    const head = element('h3', { tabindex: -1 }, whole.filename);
    const fields = whole.dataset ? (await schema(whole.dataset, whole.year ?? undefined)).fields : [];
    const say = (/** @type {Saying} */ words) => confirm(whole.id, words);
    detail.replaceChildren(
      element(
        'article.card',
        {},
        head,
        whole.status === 'withdrawn' ? null : saying(whole, fields, say, show, view.signal),
        result(whole),
        COUNTED.includes(whole.status) ? await changesOf(whole.id, fields, t('uploads.versus')) : null,
        whole.status === 'accepted' || whole.status === 'partial'
          ? withdrawing(whole, (reason) => withdraw(whole.id, reason), show, view.signal)
          : null,
      ),
    );
    head.focus();
  };
  const open = async (/** @type {string} */ id) => {
    history.replaceState(history.state, '', changed(location.search, { [OPEN]: id }) + location.hash);
    detail.replaceChildren(element('p.loading', {}, t('page.loading')));
    try {
      await show(await get('/uploads/{id}', { id }, view.signal));
    } catch (error) {
      detail.replaceChildren(failure(error, () => open(id)));
    }
  };
  const opened = view.query.get(OPEN);
  if (opened) {
    open(opened);
  }
  /** @type {import('../table/table.js').Column<Upload>[]} */
  const columns = [
    {
      id: 'file',
      title: t('common.file'),
      head: true,
      value: (row) => row.filename,
      cell: (row) => button(row.filename, () => open(row.id), { class: 'plain' }),
    },
    { id: 'source', title: t('common.source'), filter: true, value: (row) => department(row.source) },
    {
      id: 'dataset',
      title: t('common.dataset'),
      filter: true,
      value: (row) => (row.dataset ? dataset(row.dataset) : NOTHING),
    },
    {
      id: 'status',
      title: t('common.status'),
      class: 'short',
      filter: true,
      value: (row) => status(statusOf(row)),
      cell: statusBadge,
    },
    {
      id: 'rows',
      title: t('uploads.rows'),
      number: true,
      value: (row) => row.rows,
      cell: (row) => format.count(row.rows),
    },
    {
      id: 'accepted',
      title: t('uploads.accepted'),
      number: true,
      value: (row) => row.accepted,
      cell: (row) => format.count(row.accepted),
    },
    {
      id: 'rejected',
      title: t('uploads.rejected'),
      number: true,
      value: (row) => row.rejected,
      cell: (row) => format.count(row.rejected),
    },
    {
      id: 'problems',
      title: t('common.problems'),
      number: true,
      value: (row) => row.problemCount,
      cell: (row) => format.count(row.problemCount),
    },
    {
      id: 'time',
      title: t('common.time'),
      class: 'short',
      value: (row) => row.uploadedAt ?? row.createdAt,
      cell: (row) => format.minute(row.uploadedAt ?? row.createdAt),
    },
  ];
  return element(
    'section',
    {},
    element('div.above', {}, element('h2', {}, t('uploads.history'))),
    element('div.downloads', {}, fileButtons('/uploads', { year }, 'uploads')),
    table({ caption: t('uploads.history'), id: 'uploads', columns, rows: files, stacked: true }),
    detail,
  );
}
