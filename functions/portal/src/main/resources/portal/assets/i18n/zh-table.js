// @ts-check
// Chinese words: tables.

export default /** @type {const} */ ({
  'table.all': '共 {all, number} 行',
  'table.some': '共 {all, number} 行，符合条件的 {shown, number} 行',
  'table.range': '第 {first, number}–{last, number} 行，共 {all, number} 行',
  'table.first': '首行',
  'table.previous': '上一页',
  'table.last': '末行',
  'table.every': '全部',
  'table.clear': '清除条件',
  'table.columns': '选择列',
  'table.dense': '紧凑',
  'table.save': '下载所列各行（CSV）',
});
