// @ts-check
// Enterprises that files name and the roster does not, as a form to complete and upload.

import { lines } from '../api/api.js';
import { element } from '../base/dom.js';
import { enterpriseColumn, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';
import { valueWord } from '../words/data.js';
import { list, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'candidates.title': [
    '待补入名录的企业（{count, number} 家）',
    'Not on the roster ({count, plural, one {# enterprise} other {# enterprises}})',
  ],
  'candidates.lead': [
    '当年数据文件中有、企业名录中没有的企业。下载的文件按企业名录的格式填好了已知内容，补全并核对后，在“数据报送”上传。',
    'Enterprises that files of the year name and its roster does not. The file has the form of the roster with what ' +
      'is known: complete it, check it, and upload it.',
  ],
  'candidates.kinds': ['数据显示的类别', 'Kinds that the data show'],
  'candidates.datasets': ['出现在', 'Named in'],
  'candidates.lastListed': ['最近列入名录', 'Last listed'],
  'candidates.download': ['下载待补名录（{kind}）', 'Download the form ({kind})'],
});

/** @typedef {Answer<'/years/{year}/roster-candidates', 'get'>['items'][number]} Candidate */

/**
 * Nothing where the roster has everybody.
 *
 * @param {import('../page/page.js').View} view
 * @param {import('../api/names.js').Book} rules
 * @returns {Promise<HTMLElement[]>}
 */
export async function rosterCandidates(view, rules) {
  const year = /** @type {number} */ (view.number);
  const items = await lines('/years/{year}/roster-candidates', { year }, view.signal);
  if (!items.length) {
    return [];
  }
  items.sort((one, other) => other.kinds.length - one.kinds.length || (one.uscc < other.uscc ? -1 : 1));
  const title = t('candidates.title', { count: items.length });
  return [
    element(
      'details.card.off-paper',
      { id: 'candidates' },
      element('summary', {}, title),
      element('p.muted', {}, t('candidates.lead')),
      element(
        'div.downloads',
        {},
        fileButtons('/years/{year}/roster-candidates', { year }, 'candidates', (kind) =>
          t('candidates.download', { kind }),
        ),
      ),
      table({
        caption: title,
        id: 'candidate',
        columns: columns(year, rules),
        rows: items,
        stacked: true,
        place: ({ uscc }) => 'candidate-' + uscc,
      }),
    ),
  ];
}

/**
 * @param {number} year
 * @param {import('../api/names.js').Book} rules
 * @returns {import('../table/table.js').Column<Candidate>[]}
 */
function columns(year, { dataset }) {
  return [
    enterpriseColumn((uscc) => '/portrait?uscc=' + uscc + '&year=' + year),
    usccColumn(),
    { id: 'kinds', title: t('candidates.kinds'), value: (row) => list(row.kinds.map(valueWord)) },
    { id: 'datasets', title: t('candidates.datasets'), value: (row) => list(row.datasets.map(dataset)) },
    {
      id: 'lastListed',
      title: t('candidates.lastListed'),
      number: true,
      value: (row) => row.lastListed,
    },
  ];
}
