// @ts-check
// Pictures of an indicator's curves, drawn from the rulebook: value to the right, share of the points upwards.

import { element } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { labelled } from './curves.js';

const { t } = ownWords({
  'chart.corner': ['{value} 得 {share}', '{value} earns {share}'],
});

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 300;
const HEIGHT = 150;
const LEFT = 44;
const BOTTOM = 26;
const TOP = 12;
const RIGHT = 22;
/** Labels of values closer than this would run into each other. */
const APART = 46;

/** @typedef {import('./curves.js').Knot} Knot */

/**
 * One curve, with its values and shares written at the corners.
 *
 * @param {import('./curves.js').StageCurve} curve
 * @param {{ name: string, unit: string }} indicator
 */
export function picture({ knots, stages }, { name, unit }) {
  const end = knots[knots.length - 1];
  const [first] = knots[0];
  const [last] = end;
  // A little flat piece on either side: outside its corners a curve goes on as it ends.
  const margin = (last - first) * 0.12 || 1;
  const x = (/** @type {number} */ value) =>
    LEFT + ((value - first + margin) / (last - first + 2 * margin)) * (WIDTH - LEFT - RIGHT);
  const y = (/** @type {number} */ share) => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  /** @type {Knot[]} */
  const points = [[first - margin, knots[0][1]], ...knots, [last + margin, end[1]]];
  const corners = knots.map(([value, share]) =>
    t('chart.corner', { value: format.value(value) + unit, share: format.share(share) }),
  );
  const title = [name, ...stages, ...corners].join(' · ');
  return element(
    'figure.curve',
    {},
    svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': title },
      ...[0, 0.5, 1].flatMap((share) => [
        svg('line', { class: 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(share), y2: y(share) }),
        svg('text', { x: LEFT - 6, y: y(share) + 4, 'text-anchor': 'end' }, format.share(share)),
      ]),
      svg('polyline', {
        points: points.map(([value, share]) => x(value).toFixed(1) + ',' + y(share).toFixed(1)).join(' '),
      }),
      ...knots.map(([value, share]) => svg('circle', { cx: x(value).toFixed(1), cy: y(share).toFixed(1), r: 3 })),
      ...labelled(knots, x, APART).map(([value]) =>
        svg('text', { x: x(value).toFixed(1), y: HEIGHT - 8, 'text-anchor': 'middle' }, format.value(value)),
      ),
    ),
    element('figcaption', {}, stages.join(' · ')),
  );
}

/**
 * An element of a picture.
 *
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
export function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}
