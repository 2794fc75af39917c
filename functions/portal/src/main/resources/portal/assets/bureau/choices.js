// @ts-check
// What the choices that the notice leaves open do to the ranks.

import { element } from '../base/dom.js';
import { saveButton, table } from '../table/table.js';
import { format } from '../words/format.js';
import { language, ownWords } from '../words/i18n.js';

const english = language === 'en' ? await import('../words/english-choices.js') : null;

const { t } = ownWords({
  'choices.title': ['文件没有规定的选择', 'Choices that the notice leaves open'],
  'choices.choice': ['换一种做法', 'The other way'],
  'choices.mean': ['名次平均移动', 'Mean rank shift'],
  'choices.most': ['最多移动', 'Largest shift'],
  'choices.share': ['占名次变动', 'Share of what moves ranks'],
  'choices.note': [
    '移动：其他都不变，只换这一种做法。占比：反复变动权重、满分值并随机换做法时，名次的变动中单独来自这一选择的部分；全部选择合计 {share}，其余来自权重和满分值。',
    'Shifts: everything else unchanged. Share: of what moves the ranks when weights and full marks vary and choices ' +
      'are made at random; all choices together make {share}, the rest is weights and full marks.',
  ],
});

export function openChoices(/** @type {Schema<'RankRobustness'>} */ { choices, choicesShare }) {
  if (!choices.length) {
    return [];
  }
  /** @type {import('../table/table.js').Column<(typeof choices)[number]>[]} */
  const columns = [
    {
      id: 'choice',
      title: t('choices.choice'),
      head: true,
      value: (row) => english?.choiceInEnglish(row.id) ?? row.text,
    },
    {
      id: 'mean',
      title: t('choices.mean'),
      number: true,
      value: (row) => row.meanShift,
      cell: (row) => format.points(row.meanShift),
    },
    { id: 'most', title: t('choices.most'), number: true, value: (row) => row.mostShift },
    {
      id: 'share',
      title: t('choices.share'),
      number: true,
      value: (row) => row.share * 100,
      cell: (row) => format.share(row.share),
    },
  ];
  const rows = [...choices].sort((one, other) => other.meanShift - one.meanShift);
  return [
    element('p', {}, t('choices.note', { share: format.share(choicesShare) })),
    element('div.above', {}, saveButton(t('choices.title'), columns, rows)),
    table({ caption: t('choices.title'), id: 'open-choices', columns, rows }),
  ];
}
