// @ts-check
// All Chinese words, by id: page.topic. Messages are written as lib/messages.js has it.

import bureau from './zh-bureau.js';
import charts from './zh-charts.js';
import common from './zh-common.js';
import enterprise from './zh-enterprise.js';
import office from './zh-office.js';
import public_ from './zh-public.js';
import table from './zh-table.js';

export default { ...bureau, ...charts, ...common, ...enterprise, ...office, ...public_, ...table };
