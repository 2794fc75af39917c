// @ts-check
// What was changed, a line a value, each with a way back.

import { button, element } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { inUnit } from '../words/units.js';
import { knotsFor } from '../charts/curves.js';
import { adjustmentName } from './adjustments.js';
import { adjustments, keyOf, knotsOf, none } from './draft.js';

const { t } = ownWords({
  'studio.changes': ['已作的改动', 'Changes so far'],
  'studio.none': ['还没有改动。右侧是公布的名次。', 'None yet: beside this stand the published ranks.'],
  'studio.ofPoints': ['{indicator}：分值 {before} → {after}', '{indicator}: points {before} → {after}'],
  'studio.ofWeight': ['{stage}：{category}权重 {before} → {after}', '{stage}: weight of {category} {before} → {after}'],
  'studio.ofCurve': [
    '{indicator}（{stage}）：满分值 {before} → {after}',
    '{indicator} ({stage}): full mark {before} → {after}',
  ],
  'studio.ofProposal': ['{indicator}（{stage}）：采用校准建议', '{indicator} ({stage}): the proposed curve'],
  'studio.ofAdjustment': ['{name} {before} → {after}', '{name} {before} → {after}'],
  'studio.balanced': [
    '同类其他指标的分值、同阶段其他类别的权重按比例调整，合计不变。',
    'Other points of the category and other weights of the stage are adjusted in proportion: sums stay.',
  ],
  'studio.undo': ['恢复', 'Undo'],
  'studio.undoAll': ['全部恢复', 'Undo all'],
});

/** The list of changes. */
export function changesMade(/** @type {import('./studio.js').Studio} */ studio) {
  const { changes, book, rules, proposals } = studio;
  const named = (/** @type {string} */ id) => id + ' ' + book.indicator(id);
  const line = (/** @type {string} */ text, /** @type {() => void} */ undo) =>
    element(
      'li',
      {},
      text + ' ',
      button(
        t('studio.undo'),
        () => {
          undo();
          studio.redrawn();
        },
        { class: 'plain', 'aria-label': t('studio.undo') + ' ' + text },
      ),
    );
  const lines = [
    ...proposals
      .filter((one) => changes.taken.includes(keyOf(one)))
      .map((one) =>
        line(
          t('studio.ofProposal', { indicator: named(one.indicator), stage: book.stage(one.stage) }),
          () => (changes.taken = changes.taken.filter((key) => key !== keyOf(one))),
        ),
      ),
    ...Object.entries(changes.points).map(([id, after]) =>
      line(
        t('studio.ofPoints', {
          indicator: named(id),
          before: format.value(Number(rules.indicators.find((one) => one.id === id)?.points)),
          after: format.value(after),
        }),
        () => delete changes.points[id],
      ),
    ),
    ...Object.entries(changes.curves).flatMap(([id, stages]) =>
      Object.keys(stages).map((stage) => {
        const indicator = rules.indicators.find((one) => one.id === id);
        return line(
          t('studio.ofCurve', {
            indicator: named(id),
            stage: book.stage(stage),
            before: format.value(full(knotsFor(indicator?.curve ?? {}, stage))),
            after: inUnit(full(knotsOf(rules, id, stage, changes, proposals)), indicator?.unit),
          }),
          () => delete stages[stage],
        );
      }),
    ),
    ...Object.entries(changes.weights).flatMap(([stage, weights]) =>
      Object.entries(weights).map(([category, after]) =>
        line(
          t('studio.ofWeight', {
            stage: book.stage(stage),
            category: book.category(category),
            before: format.value(Number(rules.stages.find((one) => one.id === stage)?.weights[category])),
            after: format.value(after),
          }),
          () => {
            delete weights[category];
            if (!Object.keys(weights).length) {
              delete changes.weights[stage];
            }
          },
        ),
      ),
    ),
    ...adjustments(rules)
      .filter(({ key }) => key in changes.adjusted)
      .map((one) =>
        line(
          t('studio.ofAdjustment', {
            name: adjustmentName(one),
            before: format.value(one.value),
            after: format.value(changes.adjusted[one.key]),
          }),
          () => delete changes.adjusted[one.key],
        ),
      ),
  ];
  return [
    element('h2', {}, t('studio.changes')),
    ...(lines.length
      ? [
          element('ul', {}, lines),
          element('p.muted', {}, t('studio.balanced')),
          button(
            t('studio.undoAll'),
            () => {
              Object.assign(changes, none());
              studio.redrawn();
            },
            { class: 'quiet', id: 'undo-all' },
          ),
        ]
      : [element('p.muted', {}, t('studio.none'))]),
  ];
}

function full(/** @type {import('./draft.js').Knot[]} */ knots) {
  return knots[knots.length - 1]?.[0];
}
