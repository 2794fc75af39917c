// @ts-check
// What the check found in a file, as a table with the cells marked.

import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';
import { NOTHING } from '../words/messages.js';
import { nameOf } from '../api/file-key.js';
import { status } from '../api/names.js';
import { saveButton, table } from '../table/table.js';

const { t } = ownWords({
  'upload.row': ['行', 'Row'],
  'upload.held': [
    '文件待确认，暂时没有采用，原有数据不变。请按下面的说明核对后重新上传。',
    'The file is on hold and nothing of it is taken. Check it against the notes below and send it again.',
  ],
  'upload.refused': [
    '整个文件没有采用，原有数据不变。请按下面的说明改好后重新上传。',
    'The whole file was refused and no data has changed. Correct it as described below and upload it again.',
  ],
  'upload.withdrawn': [
    '文件已撤回或已被同名的新文件替换，它的 {rows, number} 行不再计入。',
    'The file was withdrawn, or replaced by another of its name. Its {rows, number} rows no longer count.',
  ],
  'upload.allTaken': [
    '共 {rows, number} 行，全部采用。',
    '{rows, plural, one {# row, accepted.} other {# rows, all accepted.}}',
  ],
  'upload.partlyTaken': [
    '共 {rows, number} 行，采用 {accepted, number} 行，{rejected, number} 行有问题没有采用。改好这些行后用同一文件名重新上传即可。',
    '{rows, plural, one {# row} other {# rows}}, {accepted, number} accepted, {rejected, number} rejected. ' +
      'Correct the rejected rows and upload the file again under the same name.',
  ],
  'upload.annotated': ['下载带批注的原文件（XLSX）', 'Download the file with remarks (XLSX)'],
  'upload.checkResult': ['下载校验结果（CSV）', 'Download the check result (CSV)'],
  'upload.warnings': ['提醒', 'Warnings'],
  'upload.column': ['列', 'Column'],
  'upload.foundValue': ['文件中的值', 'Value in the file'],
  'upload.blank': ['（空白）', '(blank)'],
  'upload.problemCode': ['代码', 'Code'],
  'upload.firstOnly': [
    '这里只列出前 {count, number} 处，全部在可下载的文件里。',
    'Only the first {count, number} are listed here; the files for download contain all.',
  ],
  'upload.sheet': ['工作表“{sheet}”', 'sheet “{sheet}”'],
  'upload.headerRow': ['表头在第 {row} 行', 'header in row {row}'],
  'upload.howRead': ['文件的读取方式', 'How the file was read'],
  'upload.columnMapping': ['列的对应', 'Column mapping'],
  'upload.header': ['文件中的列名', 'Column title in the file'],
  'upload.readAs': ['作为', 'Read as'],
  'upload.confirmedBy': ['确认：', 'Confirmed: '],
  'upload.withdrawnBy': ['撤回：', 'Withdrawn: '],
  'upload.decision': ['{by}，{at}，{why}', '{by}, {at}, {why}'],
  'upload.alsoInForce': [
    '同一数据集和年度还有已采用的文件：{files}。各文件都计入；不应都计入的话，请撤回多余的文件。',
    'Other files of this dataset and year are in force: {files}. All of them count; withdraw those that should not.',
  ],
  'upload.checkedOnly': [
    '共 {rows, number} 行，可采用 {accepted, number} 行。文件只是校验过，还没有采用。',
    '{rows, plural, one {# row} other {# rows}}, {accepted, number} can be taken. ' +
      'The file was only checked; nothing has changed.',
  ],
});

const TONES = {
  accepted: 'good',
  checked: '',
  partial: 'warn',
  held: 'warn',
  rejected: 'bad',
  withdrawn: '',
  pending: '',
  processing: '',
};
const MOST = 500;

/** @typedef {Schema<'Upload'>} Upload */

/** What became of a file; of one that is only checked what it would become. */
export function statusOf(/** @type {Upload} */ { status: is, verdict: found }) {
  return is === 'checked' && found ? found : is;
}

export function statusBadge(/** @type {Upload} */ upload) {
  const shown = statusOf(upload);
  return element('span', { class: 'badge ' + TONES[shown] }, status(shown));
}

/** Everything about one upload. */
export function result(/** @type {Upload} */ upload) {
  return element(
    'section.result-of-check',
    {},
    element('p.verdict', {}, statusBadge(upload), ' ', verdict(upload)),
    decision(t('upload.confirmedBy'), upload.confirmation),
    decision(t('upload.withdrawnBy'), upload.withdrawal),
    upload.alsoInForce?.length
      ? element('p.notice', {}, t('upload.alsoInForce', { files: list(upload.alsoInForce.map(nameOf)) }))
      : null,
    reports(upload),
    found(t('common.problems'), upload.problems, upload.problemCount),
    found(t('upload.warnings'), upload.warnings, upload.warningCount),
    upload.reading ? reading(upload.reading) : null,
  );
}

/**
 * @param {string} title
 * @param {Schema<'Decision'> | undefined} made
 */
function decision(title, made) {
  return made
    ? element('p', {}, title + t('upload.decision', { by: made.by.name, at: format.minute(made.at), why: made.reason }))
    : null;
}

function verdict(/** @type {Upload} */ upload) {
  if (upload.status === 'checked') {
    return t('upload.checkedOnly', { rows: upload.rows ?? 0, accepted: upload.accepted ?? 0 });
  }
  if (upload.status === 'rejected') {
    return t('upload.refused');
  }
  if (upload.status === 'held') {
    return t('upload.held');
  }
  const { rows, accepted, rejected } = upload;
  if (rows === null) {
    return '';
  }
  if (upload.status === 'withdrawn') {
    return t('upload.withdrawn', { rows });
  }
  return rejected ? t('upload.partlyTaken', { rows, accepted, rejected }) : t('upload.allTaken', { rows });
}

function reports(/** @type {Upload} */ { report }) {
  if (!report?.csv && !report?.xlsx) {
    return null;
  }
  const file = (/** @type {string | null} */ href, /** @type {string} */ text) =>
    href ? element('a', { href, download: true }, text) : null;
  return element(
    'p.downloads',
    {},
    file(report.xlsx, t('upload.annotated')),
    file(report.csv, t('upload.checkResult')),
  );
}

/**
 * @param {string} title
 * @param {Schema<'Finding'>[]} faults
 * @param {number} count how many there are in all
 */
function found(title, faults, count) {
  if (!faults.length) {
    return null;
  }
  const listed = Math.min(MOST, faults.length);
  /** @type {import('../table/table.js').Column<Schema<'Finding'>>[]} */
  const columns = [
    { id: 'row', title: t('upload.row'), number: true, value: (row) => row.row },
    {
      id: 'column',
      title: t('upload.column'),
      class: 'short',
      value: (row) => [row.columnLetter, row.column].filter(Boolean).join(' '),
      cell: (row) => (row.column ? [element('b', {}, row.columnLetter ?? ''), ' ' + row.column] : NOTHING),
    },
    {
      id: 'foundValue',
      title: t('upload.foundValue'),
      value: (row) => row.found,
      cell: (row) =>
        row.found === undefined || row.found === null
          ? NOTHING
          : element('mark', {}, row.found === '' ? t('upload.blank') : row.found),
    },
    { id: 'note', title: t('common.note'), head: true, value: (row) => row.message },
    {
      id: 'problemCode',
      title: t('upload.problemCode'),
      class: 'short',
      value: (row) => row.code,
      cell: (row) => element('code', {}, row.code),
    },
  ];
  return element(
    'section',
    {},
    element(
      'div.above',
      {},
      element('h3', {}, title + ' · ' + t('common.placesCount', { count })),
      saveButton(title, columns, faults),
    ),
    table({ caption: title, columns, rows: faults.slice(0, MOST), stacked: true }),
    count > listed ? element('p.muted', {}, t('upload.firstOnly', { count: listed })) : null,
  );
}

/** How the file was understood: people want to see which column was taken for which. */
function reading(/** @type {any} */ { kind, sheet, encoding, headerRows, columns, sentence }) {
  const headerRow = headerRows?.at(-1);
  const how = [
    kind?.toUpperCase(),
    sheet && t('upload.sheet', { sheet }),
    encoding,
    headerRow && t('upload.headerRow', { row: headerRow }),
  ].filter(Boolean);
  /** @type {{ letter: string, header: string, field?: string }[]} */
  const rows = columns ?? [];
  return element(
    'details.data',
    {},
    element('summary', {}, t('upload.howRead')),
    element('p', {}, how.join(' · ')),
    sentence ? element('p', {}, sentence) : null,
    table({
      caption: t('upload.columnMapping'),
      columns: [
        { id: 'column', title: t('upload.column'), value: (row) => row.letter },
        { id: 'header', title: t('upload.header'), head: true, value: (row) => row.header },
        { id: 'readAs', title: t('upload.readAs'), value: (row) => row.field ?? t('common.notRead') },
      ],
      rows,
    }),
  );
}
