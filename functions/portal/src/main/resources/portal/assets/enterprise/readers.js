// @ts-check
// Which offices read this enterprise's profile, and when.

import { element } from '../base/dom.js';
import { all } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { person } from '../session/session.js';
import { saveButton, table } from '../table/table.js';
import { titleOf } from '../page/navigation.js';

const { t } = ownWords({
  'readers.lead': [
    '哪些部门和获授权的银行看过本企业的画像、历年结果、试算和积分。不显示个人姓名。',
    'Which offices, and which banks by your grant, read the portrait, history, simulations and points of your ' +
      'enterprise. Persons are not named.',
  ],
  'readers.none': ['还没有部门看过本企业的画像。', 'No office has read the portrait of your enterprise yet.'],
  'readers.time': ['时间', 'Time'],
  'readers.office': ['部门', 'Office'],
  'readers.what': ['内容', 'What'],
  'readers.bureau': ['科学技术局', 'Science and technology bureau'],
  'readers.profile': ['画像', 'Portrait'],
  'readers.history': ['历年结果', 'History'],
  'readers.shadow': ['影子评分', 'Shadow score'],
  'readers.simulations': ['试算', 'Simulation'],
  'readers.card': ['积分', 'Points'],
});

/** @typedef {Schema<'Readers'>['items'][number]} Reading */

/** @type {Record<string, string>} */
const WHAT = {
  profile: t('readers.profile'),
  history: t('readers.history'),
  simulations: t('readers.simulations'),
  shadow: t('readers.shadow'),
  card: t('readers.card'),
};

page({ lead: t('readers.lead') }, async (view) => {
  const [found, { department }] = await Promise.all([
    all('/enterprises/{uscc}/readers', { uscc: person().uscc }, view.signal),
    catalogue(),
  ]);
  const office = (/** @type {Reading} */ { office: id }) => (id === 'bureau' ? t('readers.bureau') : department(id));
  /** @type {import('../table/table.js').Column<Reading>[]} */
  const columns = [
    { id: 'moment', title: t('readers.time'), value: ({ at }) => at, cell: ({ at }) => format.moment(at) },
    {
      id: 'office',
      title: t('readers.office'),
      head: true,
      value: office,
      cell: (row) => element('span.own-words', {}, office(row)),
    },
    { id: 'content', title: t('readers.what'), value: ({ what }) => WHAT[what] ?? what },
  ];
  view.body.replaceChildren(
    ...(found.items.length
      ? [
          saveButton(titleOf('/readers'), columns, found.items),
          table({ caption: titleOf('/readers'), id: 'readers', columns, rows: found.items }),
        ]
      : [empty(t('readers.none'))]),
  );
});
