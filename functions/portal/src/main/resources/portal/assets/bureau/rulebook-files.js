// @ts-check
// Rulebooks that came as files: which were taken, and what is wrong with the others.

import { get } from '../lib/api.js';
import { element, link } from '../lib/dom.js';
import { format, NOTHING } from '../lib/format.js';
import { clauses, t } from '../lib/i18n.js';
import { rulebook, status } from '../lib/names.js';
import { empty } from '../lib/notices.js';
import { table } from '../lib/table.js';

/** @typedef {Answer<'/rulebook-files', 'get'>['items'][number]} RulebookFile */

export async function rulebookFiles(/** @type {AbortSignal} */ signal) {
  const { items } = await get('/rulebook-files', {}, signal);
  /** @type {Map<RulebookFile, import('../lib/names.js').Book>} */
  const taken = new Map();
  await Promise.all(
    items.map(async (row) => (row.status === 'accepted' ? taken.set(row, await rulebook(row.id ?? '')) : null)),
  );
  const count = (/** @type {RulebookFile} */ row) => taken.get(row)?.rules.cases?.list.length ?? 0;
  /** @type {import('../lib/table.js').Column<RulebookFile>[]} */
  const columns = [
    {
      id: 'file',
      title: t('common.file'),
      head: true,
      value: (row) => row.key,
      cell: (row) => [row.key, element('span.code', {}, t('rulebookFiles.version', { version: row.version }))],
    },
    {
      id: 'status',
      title: t('common.status'),
      class: 'short',
      value: (row) => row.status,
      cell: (row) =>
        element(
          'span',
          { class: 'badge ' + (row.status === 'accepted' ? 'good' : 'bad') },
          row.status === 'accepted' ? t('rulebookFiles.accepted') : status(row.status),
        ),
    },
    {
      id: 'rule',
      title: t('common.rule'),
      value: (row) => row.id,
      cell: (row) =>
        row.status === 'accepted'
          ? link('/rules?rulebook=' + encodeURIComponent(row.id ?? ''), taken.get(row)?.document?.title ?? row.id)
          : NOTHING,
    },
    {
      id: 'cases',
      title: t('rulebookFiles.cases'),
      number: true,
      value: count,
      cell: (row) =>
        count(row)
          ? link(
              '/rules?rulebook=' + encodeURIComponent(row.id ?? '') + '#cases',
              t('rulebookFiles.casesHold', { count: count(row) }),
            )
          : NOTHING,
    },
    {
      id: 'problems',
      title: t('common.problems'),
      class: 'broad',
      value: (row) => clauses(row.problems),
      cell: (row) =>
        row.problems.length
          ? element(
              'ul.sources',
              {},
              row.problems.map((text) => element('li', {}, text)),
            )
          : NOTHING,
    },
    {
      id: 'time',
      title: t('common.time'),
      class: 'short',
      value: (row) => row.uploadedAt,
      cell: (row) => format.minute(row.uploadedAt),
    },
  ];
  return element(
    'section',
    { id: 'rulebook-files' },
    element('div.above', {}, element('h2', {}, t('rulebookFiles.title')), link('/rulebook-guide', t('page.guide'))),
    element('p', {}, t('rulebookFiles.note')),
    items.length
      ? table({ caption: t('rulebookFiles.title'), columns, rows: items, stacked: true })
      : empty(t('rulebookFiles.none'), t('rulebookFiles.builtIn')),
  );
}
