// An indicator's value and curve in words.

import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';

/** What an indicator measures. */
export function measure({ value, unit }, book) {
  const words = formula(value, book);
  return unit ? words + '（' + unit + '）' : words;
}

function formula(value, book) {
  const [kind, of] = Object.entries(value)[0];
  switch (kind) {
    case 'amount':
      return book.field(of);
    case 'growth':
      return t('{field}比上年增长', { field: book.field(of) });
    case 'ratio':
      return operand(of.part, book) + ' ÷ ' + operand(of.whole, book);
    case 'sum':
      return t('{items}的{field}合计', { items: items(of.items, book), field: book.field(of.of) });
    case 'count':
      return t('{items}的数量', { items: items(of, book) });
    case 'any':
      return t('有其一即可：{items}', { items: of.map((one) => items(one, book)).join('、') });
    case 'best':
      return t('{items}，按最高级别：{levels}', {
        items: items(of.items, book),
        levels: Object.entries(of.shares)
          .map(([level, share]) => level + ' ' + format.share(share))
          .join('，'),
      });
    default:
      return JSON.stringify(value);
  }
}

function operand(of, book) {
  if (typeof of === 'string') {
    return book.field(of);
  }
  if (of.mean) {
    return t('平均（{of}）', { of: of.mean.map((one) => operand(one, book)).join('，') });
  }
  if (of.firstKnown) {
    return of.firstKnown.map((one) => operand(one, book)).join(t('，缺则'));
  }
  return of.yearBefore ? t('上年') + book.field(of.yearBefore) : JSON.stringify(of);
}

const DATED = { window: '近两年取得', year: '当年取得', 'to-date': '截至基准日取得' };

function items({ dataset, where = {}, dated = {}, state }, book) {
  const kinds = Object.entries(where).map(([field, values]) =>
    field === 'university' ? t('与高校院所的') : values.join('、'),
  );
  const when = Object.values(dated).map((one) => t(DATED[one] ?? one));
  return [
    ...when,
    state === 'in-force' ? t('有效的') : '',
    ...kinds,
    kinds.length && !where.university ? '' : book.dataset(dataset),
  ]
    .filter(Boolean)
    .join(' ');
}

const knots = (list) => list.map(([value, share]) => format.value(value) + ' → ' + format.share(share)).join('，');

/** How a value becomes points, line by line. */
export function curve({ curve: of, unit }, book) {
  if (of.asShare) {
    return [t('按上述比例得分')];
  }
  const by = (entries, shown) =>
    Object.entries(entries ?? {}).map(([stage, value]) => book.stage(stage) + '：' + shown(value));
  return [
    ...(of.fullAt ? [t('从 0 起线性，达到下列数值得满分')] : []),
    ...by(of.fullAt, (value) => format.value(value) + (unit ? ' ' + unit : '')),
    ...(of.knots ? [(of.stages ? t('其他阶段') + '：' : '') + knots(of.knots)] : []),
    ...by(of.stages, knots),
  ];
}
