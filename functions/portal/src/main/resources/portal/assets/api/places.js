// @ts-check
// Where an enterprise stands.

import { element } from '../base/dom.js';
import { phrase, t } from '../words/i18n.js';

/** The ranks in the zone and in the stage. */
export function places(/** @type {Schema<'Rank'>} */ rank, /** @type {string} */ stage) {
  return element(
    'ul.places',
    {},
    place(t('common.wholeZone'), rank.overall, rank.overallOf),
    place(stage, rank.stage, rank.stageOf),
  );
}

function place(/** @type {string} */ where, /** @type {number} */ rank, /** @type {number} */ of) {
  const bold = element('b', {}, t('common.place', { rank }));
  return element('li', {}, phrase('common.placeOf', { where, place: bold, of }));
}
