// @ts-check
// What is paid for each kind of reward.

/** How many rewards of a kind there are and what they come to in yuan, by the kind's id as it first occurs. */
export function sumsByReward(/** @type {Schema<'RewardLine'>[]} */ items) {
  /** @type {Map<string, { count: number, amount: number }>} */
  const sums = new Map();
  for (const { reward, amount } of items.flatMap((row) => row.rewards)) {
    const sum = sums.get(reward) ?? { count: 0, amount: 0 };
    sums.set(reward, { count: sum.count + 1, amount: sum.amount + amount });
  }
  return sums;
}
