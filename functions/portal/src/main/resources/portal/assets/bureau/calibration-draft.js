// @ts-check
// A rulebook's draft made of proposed curves: it extends the present rulebook, and only the ticked curves differ.

import { knotsFor } from '../charts/curves.js';

/** @typedef {Schema<'CurveProposal'>} Proposal */

/**
 * The draft as a file.
 *
 * @param {{ id: string, title: string, rules: Rules }} parent
 * @param {number} year whose values the curves are fitted to; the draft takes effect the year after
 * @param {Proposal[]} taken
 * @param {string} title
 */
export function calibrationDraft(parent, year, taken, title) {
  const id = (parent.id.replace(/-calibrated-\d{4}$/, '').slice(0, 48) + '-calibrated-' + year).replace(/--+/g, '-');
  const indicators = [...new Set(taken.map((one) => one.indicator))].map((indicator) => {
    const { curve } = parent.rules.indicators.find((one) => one.id === indicator) ?? { curve: {} };
    const stages = parent.rules.stages.map((stage) => {
      const proposed = taken.find((one) => one.indicator === indicator && one.stage === stage.id)?.proposed;
      const knots = proposed ? proposed.map(({ value, share }) => [value, share]) : knotsFor(curve, stage.id);
      return stage.id + ': ' + JSON.stringify(knots);
    });
    const removed = Object.keys(curve).filter((key) => !['stages', 'basis', 'cite'].includes(key));
    const without = removed.map((key) => key + ': ~');
    const parts = ['stages: {' + stages.join(', ') + '}', ...without, 'basis: calibrated ' + year];
    return '  - {id: ' + JSON.stringify(indicator) + ', curve: {' + parts.join(', ') + '}}';
  });
  const lines = [
    'id: ' + id,
    'title: ' + JSON.stringify(title),
    'extends: ' + parent.id,
    'effectiveFrom: ' + (year + 1) + '-01-01',
    'indicators:',
    ...indicators,
  ];
  return new File([lines.join('\n') + '\n'], id + '.yaml', { type: 'application/yaml' });
}
