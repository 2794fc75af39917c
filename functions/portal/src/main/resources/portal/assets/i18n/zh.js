// @ts-check
// The Chinese words of the public pages, by id: page.topic. Messages are written as words/messages.js has it.

import charts from './zh-charts.js';
import common from './zh-common.js';
import public_ from './zh-public.js';
import table from './zh-table.js';

export default { ...charts, ...common, ...public_, ...table };
