// What the check found in a file, as a table with the cells marked.

import { element } from './dom.js';
import { format } from './format.js';
import { t } from './i18n.js';
import { status } from './names.js';
import { saveButton, table } from './table.js';

const TONES = { accepted: 'good', partial: 'warn', rejected: 'bad', withdrawn: '', pending: '', processing: '' };
const MOST = 500;

export function statusBadge(upload) {
  return element('span', { class: 'badge ' + (TONES[upload.status] ?? '') }, status(upload.status));
}

/** Everything about one upload. */
export function result(upload) {
  return element(
    'section.result-of-check',
    {},
    element('p.verdict', {}, statusBadge(upload), ' ', verdict(upload)),
    reports(upload),
    found(t('问题'), upload.problems, upload.problemCount),
    found(t('提醒'), upload.warnings, upload.warningCount),
    upload.reading ? reading(upload.reading) : null,
  );
}

function verdict(upload) {
  if (upload.status === 'rejected') {
    return t('整个文件没有采用，原有数据不变。请按下面的说明改好后重新上传。');
  }
  if (upload.rows === null) {
    return '';
  }
  const counts = {
    rows: format.count(upload.rows),
    accepted: format.count(upload.accepted),
    rejected: format.count(upload.rejected),
  };
  return upload.rejected > 0
    ? t('共 {rows} 行，采用 {accepted} 行，{rejected} 行有问题没有采用。改好这些行后用同一文件名重新上传即可。', counts)
    : t('共 {rows} 行，全部采用。', counts);
}

function reports({ report }) {
  if (!report?.csv && !report?.xlsx) {
    return null;
  }
  const file = (href, text) => (href ? element('a', { href, download: true }, text) : null);
  return element(
    'p.downloads',
    {},
    file(report.xlsx, t('下载带批注的原文件（XLSX）')),
    file(report.csv, t('下载校验结果（CSV）')),
  );
}

function found(title, faults, count) {
  if (!faults?.length) {
    return null;
  }
  const columns = [
    { title: t('行'), number: true, value: (row) => row.row },
    {
      title: t('列'),
      class: 'short',
      value: (row) => [row.columnLetter, row.column].filter(Boolean).join(' '),
      cell: (row) => (row.column ? [element('b', {}, row.columnLetter ?? ''), ' ' + row.column] : '—'),
    },
    {
      title: t('文件中的值'),
      value: (row) => row.found,
      cell: (row) =>
        row.found === undefined || row.found === null
          ? '—'
          : element('mark', {}, row.found === '' ? t('（空白）') : row.found),
    },
    { title: t('说明'), head: true, value: (row) => row.message },
    { title: t('代码'), class: 'short', value: (row) => row.code, cell: (row) => element('code', {}, row.code) },
  ];
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h3', {}, title + ' · ' + format.count(count) + ' ' + t('处')),
      saveButton(title, columns, faults),
    ),
    table({ caption: title, columns, rows: faults.slice(0, MOST), stacked: true }),
    count > Math.min(MOST, faults.length)
      ? element(
          'p.muted',
          {},
          t('这里只列出前 {count} 处，全部在可下载的文件里。', { count: Math.min(MOST, faults.length) }),
        )
      : null,
  );
}

/** How the file was understood: people want to see which column was taken for which. */
function reading({ format: kind, sheet, encoding, headerRow, columns }) {
  const how = [
    kind?.toUpperCase(),
    sheet && t('工作表“{sheet}”', { sheet }),
    encoding,
    headerRow && t('表头在第 {row} 行', { row: headerRow }),
  ].filter(Boolean);
  const rows = columns ?? [];
  return element(
    'details.data',
    {},
    element('summary', {}, t('文件是怎样读的')),
    element('p', {}, how.join(' · ')),
    table({
      caption: t('列的对应'),
      columns: [
        { title: t('列'), value: (row) => row.letter },
        { title: t('文件中的列名'), head: true, value: (row) => row.header },
        { title: t('作为'), value: (row) => row.field ?? t('没有读取') },
      ],
      rows,
    }),
  );
}
