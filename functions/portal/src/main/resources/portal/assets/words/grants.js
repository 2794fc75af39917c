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

/** What a scope is called. */
export function scopeName(/** @type {Schema<'GrantScope'>} */ scope) {
  return SCOPES[scope];
}
