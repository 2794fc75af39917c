// @ts-check
// Who runs the site, read once for all that say it.

import { get } from './api.js';
import { once } from '../base/once.js';

export const zone = once(() => get('/zone', {}));
