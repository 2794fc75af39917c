// Where figures came from.

import { element } from './dom.js';
import { format, NOTHING } from './format.js';
import { t } from './i18n.js';
import { department } from './names.js';

/** Where figures came from: office, file, row. */
export function sources(from, rules) {
  if (!from?.length) {
    return NOTHING;
  }
  const line = (one) => {
    const [, source, dataset, year, file] = one.key.split('/');
    return element(
      'li',
      {},
      rules.field(one.field) +
        ' ' +
        (typeof one.value === 'boolean' ? (one.value ? t('是') : t('否')) : format.value(one.value)),
      element(
        'span.code',
        {},
        file
          ? [department(source), rules.dataset(dataset), year, file, t('第 {row} 行', { row: one.row })].join(' · ')
          : one.key,
      ),
    );
  };
  return element(
    'details',
    {},
    element('summary', {}, t('{count} 处', { count: from.length })),
    element('ul.sources', {}, from.map(line)),
  );
}
