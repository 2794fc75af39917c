// @ts-check
// What an enterprise can grant a bank, in words.

import { ownWords } from './i18n.js';

const { t } = ownWords({
  'grantScope.card': ['积分：总分、名次、档次', 'Points: total, ranks and band'],
  'grantScope.profile': ['画像：积分和每项指标', 'Portrait: points and every indicator'],
  'grantScope.history': ['历年结果：积分和逐年结果', 'History: points and the results by year'],
});

/** @type {Record<Schema<'GrantScope'>, string>} */
const SCOPES = { card: t('grantScope.card'), profile: t('grantScope.profile'), history: t('grantScope.history') };

/**
 * Where a bank reads what an enterprise has granted it; null where that is no more than the card, which the list shows.
 *
 * @param {number} year
 * @param {{ uscc: string, grants: { scope: Schema<'GrantScope'> }[] }} granted
 */
export function grantedAddress(year, { uscc, grants }) {
  const scopes = grants.map(({ scope }) => scope);
  return scopes.every((scope) => scope === 'card')
    ? null
    : '/portrait?year=' + year + '&uscc=' + uscc + '&granted=' + scopes.join('+');
}

/** What a scope is called. */
export function scopeName(/** @type {Schema<'GrantScope'>} */ scope) {
  return SCOPES[scope];
}
