// @ts-check
// What the check found in a file, as a table with the cells marked.

import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { t } from '../words/i18n.js';
import { NOTHING } from '../words/messages.js';
import { status } from '../api/names.js';
import { saveButton, table } from '../table/table.js';

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
      ? element(
          'p.notice',
          {},
          t('upload.alsoInForce', { files: upload.alsoInForce.map(name).join(t('common.listSeparator')) }),
        )
      : null,
    reports(upload),
    found(t('common.problems'), upload.problems, upload.problemCount),
    found(t('upload.warnings'), upload.warnings, upload.warningCount),
    upload.reading ? reading(upload.reading) : null,
  );
}

function name(/** @type {string} */ key) {
  return key.slice(key.lastIndexOf('/') + 1);
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
    { id: 'row', title: t('common.row'), number: true, value: (row) => row.row },
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
        { id: 'readAs', title: t('upload.readAs'), value: (row) => row.field ?? t('upload.notRead') },
      ],
      rows,
    }),
  );
}
