// @ts-check
// The certificates that end within a year, for the offices.

import { get } from '../api/api.js';
import { element } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { enterpriseColumn, placeColumns, usccColumn } from '../table/columns.js';
import { fileButtons, table } from '../table/table.js';

const { t } = ownWords({
  'expiring.title': ['一年内到期的资质', 'Certificates that end within a year'],
  'expiring.kind': ['资质', 'Certificate'],
  'expiring.number': ['证书编号', 'Number'],
  'expiring.validTo': ['有效期至', 'Valid until'],
  'expiring.daysLeft': ['剩余天数', 'Days left'],
  'expiring.note': [
    '以现有数据为准；同一资质已有更晚到期的证书的，不再列出。',
    'By the data as it is now; without those that a later one of the same kind outlives.',
  ],
});

/**
 * The list as a section of a page.
 *
 * @param {import('../public/lists.js').Narrowed} asked
 * @param {AbortSignal} signal
 */
export async function expiring(asked, signal) {
  const { items } = await get('/years/{year}/expiring-certificates', asked, signal);
  /** @type {import('../table/table.js').Column<Schema<'ExpiringCertificate'>>[]} */
  const columns = [
    {
      id: 'certificateKind',
      title: t('expiring.kind'),
      class: 'short',
      filter: true,
      value: (row) => valueWord(row.kind),
    },
    enterpriseColumn((uscc) => '/enterprises/' + uscc + '?year=' + asked.year),
    usccColumn(),
    { id: 'number', title: t('expiring.number'), value: (row) => row.certificate },
    ...placeColumns(),
    {
      id: 'validTo',
      title: t('expiring.validTo'),
      class: 'short',
      value: (row) => row.validTo,
      cell: (row) => format.day(row.validTo),
    },
    { id: 'daysLeft', title: t('expiring.daysLeft'), number: true, value: (row) => row.daysLeft },
  ];
  return element(
    'section',
    { id: 'expiring' },
    element(
      'div.above',
      {},
      element('h2', {}, t('expiring.title')),
      element('div.downloads', {}, fileButtons('/years/{year}/expiring-certificates', asked, 'expiring')),
    ),
    element('p', {}, t('expiring.note')),
    items.length
      ? table({
          caption: t('expiring.title'),
          columns,
          rows: items,
          id: 'certificates',
          stacked: true,
          place: ({ uscc, certificate }) => ['certificate', uscc, certificate].join('-'),
        })
      : empty(t('common.noMatch')),
  );
}
