// @ts-check
// The rows of a ranking that was asked for without leaving fields out.

/** @returns {Schema<'RankingEntry'>[]} */
export function entries(/** @type {{ items: Schema<'RankingItem'>[] }} */ { items }) {
  return /** @type {Schema<'RankingEntry'>[]} */ (items);
}
