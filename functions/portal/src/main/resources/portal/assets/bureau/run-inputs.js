// @ts-check
// Which files a run read.

import { lines } from '../api/api.js';
import { nameOf, partsOf } from '../api/file-key.js';
import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';
import { failure } from '../api/failure.js';
import { fileButtons, saveButton, table } from '../table/table.js';

const { t } = ownWords({
  'inputs.summary': [
    '计入了哪些文件：{files, number} 个文件，{rows, number} 行',
    'Files read: {files, plural, one {# file} other {# files}}, {rows, plural, one {# row} other {# rows}}',
  ],
  'inputs.title': ['所用数据', 'Data used'],
  'inputs.delivered': ['{year} 年度部门已报送：{datasets}', 'Delivered by departments for {year}: {datasets}'],
  'inputs.rewards': [
    '奖励测算 {count, number} 家，{amount} 元',
    'Rewards estimate: {count, plural, one {# enterprise} other {# enterprises}}, {amount} yuan',
  ],
  'inputs.files': ['计入的文件', 'Files read'],
  'inputs.uploadedAt': ['上传时间', 'Uploaded'],
  'inputs.counted': ['计入', 'Counted'],
  'inputs.rowsUnit': ['行', 'rows'],
});

/** @typedef {Schema<'RunInput'>} Input */
/** @typedef {import('../api/names.js').Book} Book */
/**
 * What a run has read and made.
 *
 * @typedef {object} Manifest
 * @property {{ files: number, rows: number, delivered: Record<string, string[]> }} inputs
 * @property {{ enterprises: number, amount: number }} rewards
 */

/** The manifest in a sentence; the files themselves are read when somebody opens the list. */
export function inputs(/** @type {Schema<'Run'>} */ run, /** @type {Manifest} */ manifest, /** @type {Book} */ rules) {
  const { inputs: of, rewards } = manifest;
  const asked = { year: run.year, id: run.id };
  const place = element('div', { 'aria-live': 'polite' });
  const read = async () => {
    place.replaceChildren(element('p.loading', {}, t('page.loading')));
    try {
      const items = await lines('/years/{year}/recomputations/{id}/inputs', asked);
      place.replaceChildren(...listed(items, asked, rules));
    } catch (error) {
      place.replaceChildren(failure(error, read));
    }
  };
  const box = element(
    'details.data',
    { id: 'inputs', toggle: () => (box.open && place.childElementCount === 0 ? read() : null) },
    element('summary', {}, t('inputs.summary', { files: of.files, rows: of.rows })),
    place,
  );
  return element(
    'section',
    {},
    element('h3', {}, t('inputs.title')),
    box,
    element(
      'ul.sources',
      {},
      [
        ...Object.entries(of.delivered).map(([year, ids]) =>
          t('inputs.delivered', { year, datasets: list(ids.map(rules.dataset)) || t('common.none') }),
        ),
        t('inputs.rewards', {
          count: rewards.enterprises,
          amount: format.points(rewards.amount),
        }),
      ].map((text) => element('li', {}, text)),
    ),
  );
}

function listed(
  /** @type {Input[]} */ items,
  /** @type {{ year: number, id: string }} */ asked,
  /** @type {Book} */ rules,
) {
  /** @type {import('../table/table.js').Column<Input>[]} */
  const columns = [
    {
      id: 'file',
      title: t('common.file'),
      head: true,
      value: (row) => row.key,
      cell: ({ key }) => {
        const { source, dataset, year } = partsOf(key);
        return [
          nameOf(key),
          element(
            'span.code',
            {},
            [rules.department(source), rules.dataset(dataset), year].filter(Boolean).join(' · '),
          ),
        ];
      },
    },
    {
      id: 'uploadedAt',
      title: t('inputs.uploadedAt'),
      class: 'short',
      value: (row) => row.uploadedAt,
      cell: (row) => format.minute(row.uploadedAt),
    },
    {
      id: 'counted',
      title: t('inputs.counted'),
      unit: t('inputs.rowsUnit'),
      number: true,
      value: (row) => row.rows,
      cell: (row) => format.count(row.rows),
    },
    {
      id: 'enterpriseCount',
      title: t('common.enterpriseCount'),
      unit: t('common.enterprisesUnit'),
      number: true,
      value: (row) => row.enterprises,
      cell: (row) => format.count(row.enterprises),
    },
  ];
  const whole = fileButtons('/years/{year}/recomputations/{id}/inputs', asked, 'inputs', undefined, ['xlsx']);
  return [
    element('div.downloads', {}, saveButton(t('inputs.files'), columns, items), whole),
    table({ caption: t('inputs.files'), id: 'input-files', columns, rows: items, stacked: true }),
  ];
}
