// @ts-check
// Sliders over what moves a total once it is made: deductions of the negative list, bonus points, factors of decay.

import { element } from '../base/dom.js';
import { narrow } from '../base/narrow.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { adjustments } from './draft.js';
import { slider } from './sliders.js';

const { t } = ownWords({
  'studio.adjustments': ['扣分、附加分与衰减', 'Deductions, bonus and decay'],
  'studio.adjustmentsNote': [
    '改动后的规则不再标注文件出处，记为本系统设定；要以文件为据，须先修订文件。',
    'A rule that is moved no longer cites the document, which has to be revised first.',
  ],
  'studio.allAdjustments': ['全部可调的数', 'All that can be moved'],
  'studio.deduction': ['{rule}：扣分', '{rule}: deduction'],
  'studio.deductionAt': ['{rule}（{level}）：扣分', '{rule} ({level}): deduction'],
  'studio.bonusAt': ['{rule}（{level}）：加分', '{rule} ({level}): bonus'],
  'studio.factorOfYears': ['{rule}（{from} 年起）：系数', '{rule} (from {from} years): factor'],
  'studio.factorOfSteps': ['{rule}（{from} 级起）：系数', '{rule} (from {from} steps): factor'],
});

const STEP = 0.05;

/** @typedef {import('./draft.js').Adjustment} Adjustment */

/** What is moved, in words. */
export function adjustmentName(/** @type {Adjustment} */ { list, rule, at }) {
  if (list === 'decay') {
    const of = { rule: rule.name, from: at };
    return rule.by.stepsDown ? t('studio.factorOfSteps', of) : t('studio.factorOfYears', of);
  }
  if (list === 'bonus') {
    return t('studio.bonusAt', { rule: rule.name, level: valueWord(at) ?? at });
  }
  return at
    ? t('studio.deductionAt', { rule: rule.name, level: valueWord(at) ?? at })
    : t('studio.deduction', { rule: rule.name });
}

/** All of them; null where the rulebook has none. */
export function adjustmentsCard(/** @type {import('./studio.js').Studio} */ studio) {
  const { rules, changes } = studio;
  const all = adjustments(rules);
  if (!all.length) {
    return null;
  }
  const line = (/** @type {Adjustment} */ one) => {
    const range = one.list === 'decay' ? between(one, all) : { min: 0.5, max: one.value * 4, step: 0.5 };
    return slider(
      { id: one.key, title: adjustmentName(one), ...range, value: changes.adjusted[one.key] ?? one.value },
      (value) => format.value(value),
      (value) => {
        if (value === one.value) {
          delete changes.adjusted[one.key];
        } else {
          changes.adjusted[one.key] = value;
        }
        studio.moved();
      },
    ).line;
  };
  return element(
    'section.card.stack',
    { id: 'adjustments' },
    element('h2', {}, t('studio.adjustments')),
    element('p.muted', {}, t('studio.adjustmentsNote')),
    // They are many: a phone shows them to who wants them.
    element('details', { open: !narrow.matches }, element('summary', {}, t('studio.allAdjustments')), ...all.map(line)),
  );
}

/** A factor is at most one, above nothing, and falls from each start to the next: what else is refused. */
function between(/** @type {Adjustment} */ one, /** @type {Adjustment[]} */ all) {
  const factors = all.filter(({ list, rule }) => list === 'decay' && rule.id === one.rule.id);
  const at = factors.indexOf(one);
  const [before, after] = [factors[at - 1]?.value, factors[at + 1]?.value];
  return { min: (after ?? 0) + STEP, max: before === undefined ? 1 : before - STEP, step: STEP };
}
