// @ts-check
// The Chinese words of pages behind the sign-in, which the public ones do without.

import bureau from './zh-bureau.js';
import enterprise from './zh-enterprise.js';
import office from './zh-office.js';

export default { ...bureau, ...enterprise, ...office };
