// @ts-check
// Columns that several tables have.

import { element, link } from '../base/dom.js';
import { valueWord } from '../words/data.js';
import { format, NOTHING } from '../words/format.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'columns.cluster': ['主导产业', 'Industry cluster'],
});

/**
 * @template R
 * @typedef {import('./table.js').Column<R>} Column
 */
/** @typedef {{ uscc: string, name?: string | null }} Named */
/** @typedef {Pick<import('../api/names.js').Book, 'stage' | 'stagePlace' | 'industry'>} Rules */

/**
 * The enterprise, which leads to a page about it.
 *
 * @param {(uscc: string) => string} address
 * @returns {Column<Named>}
 */
export function enterpriseColumn(address) {
  return {
    id: 'enterprise',
    title: t('common.enterprise'),
    head: true,
    value: (row) => row.name ?? row.uscc,
    cell: (row) => link(address(row.uscc), row.name ?? row.uscc),
  };
}

/** @returns {Column<Named>} */
export function usccColumn() {
  return { id: 'uscc', title: t('common.uscc'), class: 'short uscc', value: (row) => row.uscc };
}

/**
 * In the order of stages.
 *
 * @returns {Column<{ stage?: string | null }>}
 */
export function stageColumn(/** @type {Rules} */ rules) {
  return {
    id: 'stage',
    title: t('common.stage'),
    class: 'short',
    filter: true,
    value: (row) => (row.stage ? rules.stage(row.stage) : null),
    order: (row) => (row.stage ? rules.stagePlace(row.stage) : null),
    key: (row) => row.stage,
  };
}

/** @returns {Column<{ industry?: string | null }>} */
export function industryColumn(/** @type {Rules} */ rules) {
  return {
    id: 'industry',
    title: t('common.industry'),
    filter: true,
    value: (row) => (row.industry ? rules.industry(row.industry) : null),
    cell: (row) => (row.industry ? rules.industry(row.industry) : NOTHING),
    key: (row) => row.industry,
  };
}

/** @returns {Column<{ cluster?: string | null }>} */
export function clusterColumn() {
  return {
    id: 'cluster',
    title: t('columns.cluster'),
    filter: true,
    value: (row) => valueWord(row.cluster),
    cell: (row) => valueWord(row.cluster) ?? NOTHING,
    key: (row) => row.cluster,
  };
}

/** @returns {Column<{ total?: number | null }>} */
export function totalColumn() {
  return {
    id: 'total',
    title: t('common.total'),
    unit: t('common.pointsUnit'),
    number: true,
    class: 'strong',
    value: (row) => row.total,
    cell: (row) => format.points(row.total),
  };
}

/**
 * Park and grid, by which offices filter.
 *
 * @param {boolean} [hidden] at first
 * @returns {Column<{ park?: string | null, grid?: string | null }>[]}
 */
export const placeColumns = (hidden) => [
  {
    id: 'park',
    title: t('common.park'),
    class: 'short',
    filter: true,
    hidden,
    value: (row) => valueWord(row.park),
    cell: (row) => (row.park ? element('span.own-words', {}, valueWord(row.park) ?? row.park) : NOTHING),
    key: (row) => row.park,
  },
  { id: 'grid', title: t('common.grid'), class: 'short', filter: true, hidden, value: (row) => row.grid },
];
