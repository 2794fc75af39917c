// @ts-check
// Which offices read this enterprise's profile, and when.

import { all } from '../api/api.js';
import { catalogue } from '../api/catalogue.js';
import { format } from '../words/format.js';
import { said, t } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';
import { person } from '../session/session.js';
import { saveButton, table } from '../table/table.js';

/** @typedef {Schema<'Readers'>['items'][number]} Reading */

/** @type {Record<string, import('../words/i18n.js').MessageId>} */
const WHAT = { profile: 'readers.profile', history: 'readers.history', simulations: 'readers.simulations' };

page({ title: 'page.readers', lead: 'readers.lead', roles: ['enterprise'] }, async (view) => {
  const [found, { department }] = await Promise.all([
    all('/enterprises/{uscc}/readers', { uscc: person().uscc }, view.signal),
    catalogue(),
  ]);
  const office = (/** @type {Reading} */ { office: id }) =>
    id === 'bureau' ? t('readers.bureau') : id === 'bank' ? t('page.bank') : department(id);
  /** @type {import('../table/table.js').Column<Reading>[]} */
  const columns = [
    { id: 'moment', title: t('readers.time'), value: ({ at }) => at, cell: ({ at }) => format.moment(at) },
    { id: 'office', title: t('readers.office'), head: true, value: office },
    { id: 'content', title: t('readers.what'), value: ({ what }) => (WHAT[what] ? said(WHAT[what]) : what) },
  ];
  view.body.replaceChildren(
    ...(found.items.length
      ? [
          saveButton(t('page.readers'), columns, found.items),
          table({ caption: t('page.readers'), id: 'readers', columns, rows: found.items }),
        ]
      : [empty(t('readers.none'))]),
  );
});
