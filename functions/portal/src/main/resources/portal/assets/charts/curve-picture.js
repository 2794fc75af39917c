// Pictures of an indicator's curves, drawn from the rulebook: value to the right, share of the points upwards.

import { element } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 300;
const HEIGHT = 150;
const LEFT = 44;
const BOTTOM = 26;
const TOP = 12;
const RIGHT = 22;
/** Labels of values closer than this would run into each other. */
const APART = 46;

/**
 * The curves of an indicator: for each that differs, the stages it is for and its knots [value, share]; nothing
 * where the value itself is the share.
 */
export function curves({ curve }, stages) {
  if (curve.asShare) {
    return [];
  }
  const alike = new Map();
  for (const { id, name } of stages) {
    const own =
      curve.stages?.[id] ??
      (curve.fullAt?.[id] === undefined
        ? curve.knots
        : [
            [0, 0],
            [curve.fullAt[id], 1],
          ]);
    const key = JSON.stringify(own);
    alike.set(key, { knots: own.map((knot) => knot.map(Number)), stages: [...(alike.get(key)?.stages ?? []), name] });
  }
  return [...alike.values()];
}

/** One curve, with its values and shares written at the corners. */
export function picture({ knots, stages }, { name, unit }) {
  const [first] = knots[0];
  const [last] = knots.at(-1);
  // A little flat piece on either side: outside its corners a curve goes on as it ends.
  const margin = (last - first) * 0.12 || 1;
  const x = (value) => LEFT + ((value - first + margin) / (last - first + 2 * margin)) * (WIDTH - LEFT - RIGHT);
  const y = (share) => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  const points = [[first - margin, knots[0][1]], ...knots, [last + margin, knots.at(-1)[1]]];
  const corners = knots.map(([value, share]) =>
    t('{value}得 {share}', { value: format.value(value) + unit + ' ', share: format.share(share) }),
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
      ...labelled(knots, x).map(([value]) =>
        svg('text', { x: x(value).toFixed(1), y: HEIGHT - 8, 'text-anchor': 'middle' }, format.value(value)),
      ),
    ),
    element('figcaption', {}, stages.join(' · ')),
  );
}

/** The corners whose values have room to be written: the last one always. */
function labelled(knots, x) {
  const kept = [knots.at(-1)];
  for (const knot of knots.slice(0, -1).reverse()) {
    if (x(kept.at(-1)[0]) - x(knot[0]) >= APART) {
      kept.push(knot);
    }
  }
  return kept;
}

function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}
