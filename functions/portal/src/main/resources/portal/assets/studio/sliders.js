// @ts-check
// Sliders over an indicator's points and full marks, and over the weights of a stage.

import { picture } from '../charts/curve-picture.js';
import { choice, element, link } from '../base/dom.js';
import { changed } from '../base/query.js';
import { format } from '../words/format.js';
import { list, ownWords } from '../words/i18n.js';
import { inUnit } from '../words/units.js';
import { change, knotsOf, mostOf, pointsNow, pointsOf, weightsOf } from './draft.js';

const { t, phrase } = ownWords({
  'studio.move': ['分值与曲线', 'Points and curves'],
  'studio.every': ['各阶段一起', 'All stages together'],
  'studio.fullMarks': ['满分值', 'Full mark'],
  'studio.stretch': ['现行的 {percent}：{values}', '{percent} of today’s: {values}'],
  'studio.ofStage': ['{stage} {value}', '{stage} {value}'],
  'studio.asShare': ['这项指标没有曲线，数值就是得分比例。', 'This indicator has no curve: its value is the share.'],
  'studio.pointsByDocument': [
    '分值由文件规定（{cite}），改动须先修订文件。',
    'The points are of the document ({cite}), which has to be revised first.',
  ],
  'studio.pointsByDefault': ['分值由本系统设定，可以调整。', 'The points are left open by the document.'],
  'studio.curveByDocument': [
    '曲线由文件规定（{cite}），改动须先修订文件。',
    'The curve is of the document ({cite}), which has to be revised first.',
  ],
  'studio.curveByDefault': ['曲线由本系统设定，可以调整。', 'The curve is left open by the document.'],
  'studio.found': ['发现', 'Findings'],
  'studio.weights': ['阶段权重', 'Weights of a stage'],
  'studio.more': ['这项指标', 'This indicator'],
});

const LEAST = 0.5;
const MOST = 2;

/** @typedef {import('./studio.js').Studio} Studio */
/** @typedef {{ indicator: string, stage: string }} Chosen stage: empty for all */

/** One indicator: why it is looked at, its points, its full marks, its curves. */
export function indicatorCard(/** @type {Studio} */ studio, /** @type {Chosen} */ chosen) {
  const { book, rules } = studio;
  const card = element('section.card.stack', { id: 'move' });
  const another = () => {
    history.replaceState(history.state, '', changed(location.search, { ...chosen }) || location.pathname);
    card.replaceWith(indicatorCard(studio, chosen));
    document.getElementById('indicator')?.focus();
  };
  const indicator = /** @type {IndicatorRule} */ (rules.indicators.find(({ id }) => id === chosen.indicator));
  const pictures = element('div.curves');
  const draw = () => pictures.replaceChildren(...drawn(studio, indicator, chosen.stage));
  const found = studio.findings.filter(
    (one) => one.indicator === indicator.id && (!chosen.stage || !one.stage || one.stage === chosen.stage),
  );
  draw();
  card.append(
    element('h2', {}, t('studio.move')),
    element(
      'div.filters',
      {},
      choice(
        t('common.indicator'),
        rules.indicators.map(({ id }) => [id, id + ' ' + book.indicator(id)]),
        indicator.id,
        (id) => {
          chosen.indicator = id;
          another();
        },
        { id: 'indicator' },
      ),
      stageChoice(studio, chosen, [['', t('studio.every')]], 'stage', another),
    ),
    ...(found.length
      ? [
          element(
            'ul.notice.warn',
            { id: 'found', 'aria-label': t('studio.found') },
            found.map((one) => element('li', {}, one.text + ' ' + one.action)),
          ),
        ]
      : []),
    pointsSlider(studio, indicator).line,
    ...(indicator.curve.asShare
      ? [element('p.muted', {}, t('studio.asShare'))]
      : [stretchSlider(studio, indicator, chosen.stage, draw).line]),
    element(
      'p.muted',
      {},
      indicator.cite ? phrase('studio.pointsByDocument', { cite: cited(indicator.cite) }) : t('studio.pointsByDefault'),
      ' ',
      indicator.curve.cite
        ? phrase('studio.curveByDocument', { cite: cited(indicator.curve.cite) })
        : t('studio.curveByDefault'),
      ' ',
      link('/indicators/' + encodeURIComponent(indicator.id), t('studio.more')),
    ),
    pictures,
  );
  return card;
}

function cited(/** @type {string} */ text) {
  return element('span.own-words', {}, text);
}

/**
 * @param {Studio} studio
 * @param {Chosen} chosen
 * @param {[string, string][]} before options before the stages
 * @param {string} id
 * @param {() => void} another
 */
function stageChoice({ book, rules }, chosen, before, id, another) {
  return choice(
    t('common.stage'),
    [
      ...before,
      .../** @type {[string, string][]} */ (
        book.inOrder(rules.stages, (one) => one.id).map((one) => [one.id, book.stage(one.id)])
      ),
    ],
    chosen.stage,
    (stage) => {
      chosen.stage = stage;
      another();
    },
    { id },
  );
}

function pointsSlider(/** @type {Studio} */ studio, /** @type {IndicatorRule} */ indicator) {
  const { rules, changes } = studio;
  const now = () => pointsOf(rules, indicator.category, changes).get(indicator.id) ?? 0;
  const given = Number(indicator.points);
  const parts = pointsNow(rules, indicator.category);
  const max = Math.min(given * 3, mostOf(parts, changes.points, indicator.id, 2));
  return slider(
    { id: 'points', title: t('common.points'), min: 0.5, max, step: 0.5, value: now() },
    (value) => format.value(value),
    (value) => {
      if (value === given) {
        delete changes.points[indicator.id];
      } else {
        change(
          changes.points,
          indicator.id,
          value,
          parts.map(([id]) => id),
        );
      }
      studio.moved();
    },
  );
}

/**
 * @param {Studio} studio
 * @param {IndicatorRule} indicator
 * @param {string} stage empty for all
 * @param {() => void} draw
 */
function stretchSlider(studio, indicator, stage, draw) {
  const { rules, changes, proposals, book } = studio;
  const stages = stage ? [stage] : book.inOrder(rules.stages, (one) => one.id).map(({ id }) => id);
  const said = (/** @type {number} */ value) => {
    const marks = stages.map((id) => {
      const knots = knotsOf(rules, indicator.id, id, changes, proposals);
      const full = inUnit(knots[knots.length - 1][0], indicator.unit);
      return stages.length > 1 ? t('studio.ofStage', { stage: book.stage(id), value: full }) : full;
    });
    return t('studio.stretch', { percent: format.share(value), values: list(marks) });
  };
  return slider(
    {
      id: 'stretch',
      title: t('studio.fullMarks'),
      min: LEAST,
      max: MOST,
      step: 0.05,
      value: changes.curves[indicator.id]?.[stages[0]] ?? 1,
    },
    said,
    (value) => {
      const of = (changes.curves[indicator.id] ??= {});
      for (const id of stages) {
        if (value === 1) {
          delete of[id];
        } else {
          of[id] = value;
        }
      }
      if (!Object.keys(of).length) {
        delete changes.curves[indicator.id];
      }
      draw();
      studio.moved();
    },
  );
}

/** The weights of one stage's categories. */
export function weightsCard(/** @type {Studio} */ studio, /** @type {Chosen} */ chosen) {
  const { rules, changes, book } = studio;
  const stage = chosen.stage || book.inOrder(rules.stages, (one) => one.id)[0].id;
  const card = element('section.card.stack', { id: 'weights' });
  const given = rules.stages.find(({ id }) => id === stage)?.weights ?? {};
  const now = () => weightsOf(rules, stage, changes);
  const rows = rules.categories.map(({ id }) => ({
    id,
    ...slider(
      {
        id: 'weight-' + id,
        title: book.category(id),
        min: 0.01,
        max: 0.99,
        step: 0.01,
        value: now().get(id) ?? 0,
      },
      (value) => format.share(value),
      (value) => {
        const of = (changes.weights[stage] ??= {});
        if (value === Number(given[id])) {
          delete of[id];
        } else {
          change(of, id, value, Object.keys(given));
        }
        if (!Object.keys(of).length) {
          delete changes.weights[stage];
        }
        rows.filter((one) => one.id !== id).forEach((one) => one.show(now().get(one.id) ?? 0));
        studio.moved();
      },
    ),
  }));
  const own = { ...chosen, stage };
  card.append(
    element('h2', {}, t('studio.weights')),
    element(
      'div.filters',
      {},
      stageChoice(studio, own, [], 'weights-stage', () => {
        card.replaceWith(weightsCard(studio, own));
        document.getElementById('weights-stage')?.focus();
      }),
    ),
    ...rows.map(({ line }) => line),
  );
  return card;
}

/**
 * A value to move, with what it is now beside it.
 *
 * @param {{ id: string, title: string, min: number, max: number, step: number, value: number }} of
 * @param {(value: number) => string} said
 * @param {(value: number) => void} moved
 */
export function slider({ id, title, min, max, step, value }, said, moved) {
  const output = element('output', { for: id }, said(value));
  const input = element('input', {
    type: 'range',
    id,
    min,
    max,
    step,
    value,
    'aria-valuetext': said(value),
    oninput: () => {
      const now = Number(input.value);
      moved(now);
      show(now);
    },
  });
  const show = (/** @type {number} */ now) => {
    input.value = String(now);
    output.textContent = said(now);
    input.setAttribute('aria-valuetext', said(now));
  };
  return { line: element('div.move', {}, element('label', { for: id }, title), input, output), show };
}

/** The curves as they are now, each once. */
function drawn(/** @type {Studio} */ studio, /** @type {IndicatorRule} */ indicator, /** @type {string} */ stage) {
  const { rules, changes, proposals, book } = studio;
  if (indicator.curve.asShare) {
    return [];
  }
  const stages = stage ? [stage] : book.inOrder(rules.stages, (one) => one.id).map(({ id }) => id);
  /** @type {Map<string, import('../charts/curves.js').StageCurve>} */
  const alike = new Map();
  for (const id of stages) {
    const knots = knotsOf(rules, indicator.id, id, changes, proposals);
    const key = JSON.stringify(knots);
    alike.set(key, { knots, stages: [...(alike.get(key)?.stages ?? []), book.stage(id)] });
  }
  return [...alike.values()].map((one) =>
    picture(one, { name: book.indicator(indicator.id), unit: indicator.unit === '%' ? '%' : '' }),
  );
}
