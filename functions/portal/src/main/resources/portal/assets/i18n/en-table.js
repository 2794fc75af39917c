// @ts-check
// English words: tables.

export default {
  'table.all': '{all, plural, one {# row} other {# rows}}',
  'table.some': '{shown, number} of {all, plural, one {# row} other {# rows}}',
  'table.range': 'Rows {first, number}–{last, number} of {all, number}',
  'table.first': 'First row',
  'table.previous': 'Previous page',
  'table.last': 'Last row',
  'table.every': 'All',
  'table.clear': 'Clear filters',
  'table.columns': 'Columns',
  'table.dense': 'Compact',
  'table.save': 'Download these rows (CSV)',
};
