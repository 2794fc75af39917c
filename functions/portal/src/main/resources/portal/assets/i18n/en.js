// @ts-check
// All English words, by id: page.topic. Messages are written as words/messages.js has it.

import bureau from './en-bureau.js';
import charts from './en-charts.js';
import common from './en-common.js';
import enterprise from './en-enterprise.js';
import office from './en-office.js';
import public_ from './en-public.js';
import table from './en-table.js';

export default { ...bureau, ...charts, ...common, ...enterprise, ...office, ...public_, ...table };
