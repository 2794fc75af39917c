// @ts-check
// Which offices read this enterprise's profile, and when.

import { all } from '../lib/api.js';
import { catalogue } from '../lib/catalogue.js';
import { format } from '../lib/format.js';
import { said, t } from '../lib/i18n.js';
import { empty } from '../lib/notices.js';
import { page } from '../lib/page.js';
import { person } from '../lib/session.js';
import { saveButton, table } from '../lib/table.js';

/** @typedef {Schema<'Readers'>['items'][number]} Reading */

/** @type {Record<string, import('../lib/i18n.js').MessageId>} */
const WHAT = { profile: 'readers.profile', history: 'readers.history', simulations: 'readers.simulations' };

page({ title: 'page.readers', lead: 'readers.lead', roles: ['enterprise'] }, async (view) => {
  const [found, { department }] = await Promise.all([
    all('/enterprises/{uscc}/readers', { uscc: person().uscc }, view.signal),
    catalogue(),
  ]);
  const office = (/** @type {Reading} */ { office: id }) =>
    id === 'bureau' ? t('readers.bureau') : id === 'bank' ? t('page.bank') : department(id);
  /** @type {import('../lib/table.js').Column<Reading>[]} */
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
