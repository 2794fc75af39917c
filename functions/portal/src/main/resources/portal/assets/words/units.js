// @ts-check
// Units of figures, which the data has in Chinese.

import { format } from './format.js';
import { ownWords } from './i18n.js';

const { t } = ownWords({
  'unit.tenThousandYuan': ['万元', '× 10,000 yuan'],
  'unit.tenThousandDollars': ['万美元', '× 10,000 US dollars'],
  'unit.persons': ['人', 'people'],
  'unit.count': ['个', 'in number'],
  'unit.pieces': ['件', 'pieces'],
  'unit.enterprises': ['家', 'enterprises'],
  'unit.items': ['项', 'items'],
  'unit.figure': ['{figure}{unit}', '{figure} {unit}'],
});

/** @type {Record<string, string>} */
const UNITS = {
  万元: t('unit.tenThousandYuan'),
  万美元: t('unit.tenThousandDollars'),
  人: t('unit.persons'),
  个: t('unit.count'),
  件: t('unit.pieces'),
  家: t('unit.enterprises'),
  项: t('unit.items'),
};

/** A unit in the reader's language; one that is not known stays what it is. */
export function unitName(/** @type {string} */ unit) {
  return UNITS[unit] ?? unit;
}

/** A figure with its unit, if it has one. */
export function inUnit(/** @type {number | undefined} */ value, /** @type {string | null | undefined} */ unit) {
  const figure = format.value(value);
  return !unit || unit === '%' ? figure + (unit ?? '') : t('unit.figure', { figure, unit: unitName(unit) });
}
