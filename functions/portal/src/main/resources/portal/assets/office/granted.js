// @ts-check
// The enterprises that have granted this bank something, with their published results.

import { all } from '../api/api.js';
import { element, link } from '../base/dom.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { grantedAddress, scopeName } from '../words/grants.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { page, publication } from '../page/page.js';
import { stageColumn, totalColumn, usccColumn } from '../table/columns.js';
import { fileButtons } from '../table/files.js';
import { table } from '../table/table.js';
import { titleOf } from '../page/navigation.js';

const { t, phrase } = ownWords({
  'granted.none': [
    '还没有企业授权本行查看结果。企业在“授权管理”中授权。',
    'No enterprise has granted this bank anything yet. Enterprises do so on their page “Grants”.',
  ],
  'granted.recorded': [
    '列出和查看的每家企业都记入其查看记录。',
    'Every enterprise that is listed or read is told so in its record of readers.',
  ],
  'granted.band': ['档次', 'Band'],
  'granted.bands': [
    '档次按阶段内名次四等分，A 为最前的四分之一。',
    'Bands are quarters of the stage by rank; A is the highest.',
  ],
  'granted.scope': ['授权范围', 'Granted'],
  'granted.grant': ['{scope}（至 {until}，{purpose}）', '{scope} (until {until}: {purpose})'],
});

/** @typedef {Schema<'GrantedEnterprise'>} Granted */

page({ year: true }, async (view) => {
  const { year, signal } = view;
  const asked = { year: year.year };
  const [{ items }, rules] = await Promise.all([all('/years/{year}/granted', asked, signal), rulebook(year.rulebook)]);
  view.lead(publication(year));
  if (!items.length) {
    view.body.replaceChildren(empty(t('granted.none')));
    return;
  }
  /** @type {import('../table/table.js').Column<Granted>[]} */
  const columns = [
    {
      id: 'enterprise',
      title: t('common.enterprise'),
      head: true,
      value: (row) => row.name ?? row.uscc,
      cell: (row) => {
        const portrait = grantedAddress(year.year, row);
        return portrait ? link(portrait, row.name ?? row.uscc) : (row.name ?? row.uscc);
      },
    },
    usccColumn(),
    stageColumn(rules),
    totalColumn(),
    {
      id: 'overall',
      title: t('common.overall'),
      number: true,
      value: (row) => row.rank?.overall,
      cell: (row) => format.count(row.rank?.overall),
    },
    {
      id: 'inStage',
      title: t('common.inStage'),
      number: true,
      value: (row) => row.rank?.stage,
      cell: (row) => format.count(row.rank?.stage),
    },
    {
      id: 'band',
      title: t('granted.band'),
      class: 'short',
      value: (row) => row.band,
      cell: (row) => row.band ?? NOTHING,
    },
    {
      id: 'scope',
      title: t('granted.scope'),
      class: 'broad',
      value: (row) => row.grants.map((one) => t('granted.grant', { ...one, scope: scopeName(one.scope) })).join('\n'),
      cell: (row) =>
        element(
          'ul.lines',
          {},
          row.grants.map((one) =>
            element(
              'li',
              {},
              phrase('granted.grant', {
                scope: scopeName(one.scope),
                until: one.until,
                purpose: element('span.own-words', {}, one.purpose),
              }),
            ),
          ),
        ),
    },
  ];
  view.body.replaceChildren(
    element('p', {}, t('granted.recorded'), ' ', t('granted.bands')),
    element('p.downloads', {}, fileButtons('/years/{year}/granted', asked, titleOf('/granted'))),
    table({
      caption: titleOf('/granted'),
      id: 'granted',
      columns,
      rows: items,
      stacked: true,
      place: ({ uscc }) => 'enterprise-' + uscc,
    }),
  );
});
