// @ts-check
// Numbers and times in the reader's language.

import { formats } from './formats.js';
import { locale } from './i18n.js';

export { NOTHING } from './messages.js';

export const format = formats(locale);
