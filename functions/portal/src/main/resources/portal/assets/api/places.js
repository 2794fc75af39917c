// @ts-check
// Where an enterprise stands.

import { element } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';

const { t, phrase } = ownWords({
  'places.place': ['第 {rank, number} 名', 'No. {rank, number}'],
  'places.placeOf': ['{where} {place} 共 {of, number} 家', '{where} {place} of {of, number}'],
});

/** The ranks in the zone and in the stage. */
export function places(/** @type {Schema<'Rank'>} */ rank, /** @type {string} */ stage) {
  return element(
    'ul.places',
    {},
    rank.overall === null || rank.overallOf === null
      ? null
      : place(t('common.wholeZone'), rank.overall, rank.overallOf),
    place(stage, rank.stage, rank.stageOf),
  );
}

function place(/** @type {string} */ where, /** @type {number} */ rank, /** @type {number} */ of) {
  const bold = element('b', {}, t('places.place', { rank }));
  return element('li', {}, phrase('places.placeOf', { where, place: bold, of }));
}
