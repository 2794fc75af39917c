// @ts-check
// A bank's desk: which enterprises have granted it something, which grants end soon, and letters to verify.

import { all } from '../api/api.js';
import { element } from '../base/dom.js';
import { plusDays, zoneDay } from '../base/zone-day.js';
import { grantedAddress, scopeName } from '../words/grants.js';
import { format } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'bankDesk.granted': ['授权企业', 'Granted enterprises'],
  'bankDesk.none': ['还没有企业授权本行查看结果。', 'No enterprise has granted this bank anything yet.'],
  'bankDesk.count': ['{count, number} 家', '{count, plural, one {# enterprise} other {# enterprises}}'],
  'bankDesk.all': ['名单、档次与下载', 'List, bands and download'],
  'bankDesk.ending': ['30 日内到期的授权', 'Grants that end within 30 days'],
  'bankDesk.noneEnding': ['没有。', 'None.'],
  'bankDesk.until': [' 至 {day}', ' until {day}'],
  'bankDesk.letters': ['核验参考函', 'Verify a letter'],
  'bankDesk.lettersText': [
    '输入核验码或扫描函上的二维码，即可核验真伪与有效性。',
    'Enter the code of a letter, or scan the QR code on it, to verify it.',
  ],
  'bankDesk.verify': ['去核验', 'Verify'],
});

/** In days. */
const SOON = 30;

/** @typedef {import('../page/page.js').View} View */
/** @typedef {import('./tile.js').Said} Said */
/** @typedef {Schema<'GrantedEnterprise'>} Granted */

/** @returns {import('./tile.js').Tile[]} */
export function tiles(/** @type {View} */ { year, number, signal }) {
  const read = year
    ? all('/years/{year}/granted', { year: year.year }, signal).then(({ items }) => items)
    : Promise.resolve([]);
  // Each tile that needs it says what went wrong.
  read.catch(() => {});
  return [
    { id: 'granted', title: t('bankDesk.granted'), read: async () => granted(await read, number) },
    { id: 'ending', title: t('bankDesk.ending'), read: async () => ending(await read, number) },
    {
      id: 'letters',
      title: t('bankDesk.letters'),
      read: async () => ({ text: t('bankDesk.lettersText'), actions: [['/letters', t('bankDesk.verify')]] }),
    },
  ];
}

/** @returns {Said} */
function granted(/** @type {Granted[]} */ items, /** @type {number} */ year) {
  return {
    figure: items.length ? t('bankDesk.count', { count: items.length }) : null,
    text: items.length ? null : t('bankDesk.none'),
    lines: items.map((one) => ({
      text: element('span.own-words', {}, one.name ?? one.uscc),
      href: grantedAddress(year, one) ?? undefined,
      note: ' ' + list(one.grants.map(({ scope }) => scopeName(scope))),
    })),
    actions: [['/granted', t('bankDesk.all')]],
  };
}

/** @returns {Said} */
function ending(/** @type {Granted[]} */ items, /** @type {number} */ year) {
  const last = plusDays(zoneDay(new Date()), SOON);
  const lines = items.flatMap((one) =>
    one.grants
      .filter(({ until }) => until <= last)
      .map(({ scope, until }) => ({
        text: [element('span.own-words', {}, one.name ?? one.uscc), ' ' + scopeName(scope)],
        href: grantedAddress(year, one) ?? undefined,
        note: t('bankDesk.until', { day: format.day(until) }),
      })),
  );
  return { tone: lines.length ? 'warn' : '', text: lines.length ? null : t('bankDesk.noneEnding'), lines };
}
