// @ts-check
// The names in the analysis report, which has them in Chinese, in the reader's language.

import { valueWord } from '../words/data.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({
  'report.deducted': ['各项扣分', 'Deductions of any kind'],
});

/** @typedef {Schema<'AnalysisReport'>} Report */

/**
 * The report with the names that the rulebook and the catalogue give to its ids.
 *
 * @param {Report} report
 * @param {import('../api/names.js').Book} rules
 * @returns {Report}
 */
export function inLanguage(report, rules) {
  const { overview, stages, industries, performance, movements, completeness, rewards, zone } = report;
  return {
    ...report,
    overview: {
      ...overview,
      deductions: renamed(overview.deductions, () => t('report.deducted')),
      bonus: renamed(overview.bonus, rules.bonus),
      decay: renamed(overview.decay, rules.decay),
    },
    stages: { ...stages, groups: renamed(stages.groups, rules.stage) },
    industries: {
      ...industries,
      clusters: renamed(industries.clusters, (id) => valueWord(id) ?? t('common.notGiven')),
      industries: renamed(industries.industries, (id) => (id ? rules.industry(id) : t('common.notGiven'))),
    },
    performance: {
      ...performance,
      categories: renamed(performance.categories, rules.category),
      indicators: renamed(performance.indicators, rules.indicator),
    },
    movements: {
      ...movements,
      stageMoves: movements.stageMoves.map((row) => ({
        ...row,
        fromName: rules.stage(row.from),
        toName: rules.stage(row.to),
      })),
      risers: movements.risers.map((row) => ({ ...row, stageName: rules.stage(row.stage) })),
      fallers: movements.fallers.map((row) => ({ ...row, stageName: rules.stage(row.stage) })),
    },
    completeness: {
      ...completeness,
      departments: renamed(completeness.departments, rules.department),
      datasets: renamed(completeness.datasets, rules.dataset).map((row) => ({
        ...row,
        departmentName: rules.department(row.department),
      })),
    },
    rewards: { ...rewards, kinds: renamed(rewards.kinds, rules.reward) },
    ...(zone
      ? {
          zone: {
            ...zone,
            stages: zone.stages.map((row) => ({
              ...row,
              name: row.group ? rules.stage(row.group) : t('common.notGiven'),
            })),
            clusters: zone.clusters.map((row) => ({ ...row, name: valueWord(row.group) ?? t('common.notGiven') })),
          },
        }
      : {}),
  };
}

/**
 * @template {{ id: string | null }} R
 * @param {R[]} rows
 * @param {(id: any) => string} name
 */
function renamed(rows, name) {
  return rows.map((row) => ({ ...row, name: name(row.id) }));
}
