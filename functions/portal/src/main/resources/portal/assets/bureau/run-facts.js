// Facts and the files they are from, in words.

import { format, NOTHING } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { department } from '../lib/names.js';

/** A file of the bucket as people call it: office, dataset, year, name. */
export function file(key, rules) {
  const [, source, dataset, year, name] = key.split('/');
  return name ? [department(source), rules.dataset(dataset), year, name].join(' · ') : key;
}

const shown = (fact) =>
  fact ? (typeof fact.value === 'boolean' ? (fact.value ? t('是') : t('否')) : format.value(fact.value)) : NOTHING;

/** A fact that is not what it was. */
export function change({ field, before, after }, rules) {
  return rules.field(field) + ' ' + shown(before) + ' → ' + shown(after);
}

/** Where it is from now; where it went, where it was from. */
export function where({ before, after }, rules) {
  const fact = after ?? before;
  return file(fact.key, rules) + ' · ' + t('第 {row} 行', { row: fact.row });
}
