// @ts-check
// Units of figures, which the data has in Chinese.

import { said } from './i18n.js';

/** @type {Record<string, import('./i18n.js').MessageId>} */
const UNITS = {
  万元: 'unit.tenThousandYuan',
  万美元: 'unit.tenThousandDollars',
  人: 'unit.persons',
  个: 'unit.count',
  件: 'unit.pieces',
  家: 'unit.enterprises',
  项: 'unit.items',
};

/** A unit in the reader's language; one that is not known stays what it is. */
export function unitName(/** @type {string} */ unit) {
  return UNITS[unit] ? said(UNITS[unit]) : unit;
}
