// @ts-check
// An indicator's curves as pairs of value and share.

/** @typedef {[value: number, share: number]} Knot */
/** @typedef {{ knots: Knot[], stages: string[] }} StageCurve stages by name */

/**
 * For each curve that differs, the stages it is for; nothing where the value itself is the share.
 *
 * @param {{ curve: Curve }} indicator
 * @param {{ id: string, name: string }[]} stages
 */
export function curves({ curve }, stages) {
  if (curve.asShare) {
    return [];
  }
  /** @type {Map<string, StageCurve>} */
  const alike = new Map();
  for (const { id, name } of stages) {
    const knots = knotsFor(curve, id);
    const key = JSON.stringify(knots);
    alike.set(key, { knots, stages: [...(alike.get(key)?.stages ?? []), name] });
  }
  return [...alike.values()];
}

/**
 * The knots of a stage.
 *
 * @type {(curve: Curve, stage: string) => Knot[]}
 */
export function knotsFor(curve, stage) {
  const fullAt = curve.fullAt?.[stage];
  /** @type {Knots} */
  const straight = [
    [0, 0],
    [fullAt ?? 0, 1],
  ];
  const own = curve.stages?.[stage] ?? (fullAt === undefined ? (curve.knots ?? []) : straight);
  return own.map(([value, share]) => [Number(value), Number(share)]);
}

/** The share of the points that a value earns: straight between the knots, flat outside them. */
export function shareAt(/** @type {Knot[]} */ knots, /** @type {number} */ value) {
  const next = knots.findIndex(([at]) => value < at);
  if (next < 0) {
    return knots[knots.length - 1][1];
  }
  if (next === 0) {
    return knots[0][1];
  }
  const [[from, low], [to, high]] = [knots[next - 1], knots[next]];
  return low + ((value - from) / (to - from)) * (high - low);
}

/**
 * The knots whose values have room to be written: the last one always.
 *
 * @param {Knot[]} knots
 * @param {(value: number) => number} x where a value stands
 * @param {number} apart values closer than this would run into each other
 */
export function labelled(knots, x, apart) {
  const kept = knots.slice(-1);
  for (const knot of knots.slice(0, -1).reverse()) {
    if (x(kept[kept.length - 1][0]) - x(knot[0]) >= apart) {
      kept.push(knot);
    }
  }
  return kept;
}
