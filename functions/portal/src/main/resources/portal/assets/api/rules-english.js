// @ts-check
// A rulebook's names in English.

/** The rulebook with each English name where the Chinese one stands; what has none keeps its name. */
export function inEnglish(/** @type {Rules} */ rules) {
  const { stages, categories, indicators, negativeList, bonus, decay, rewards, uses, services, benefits, aggregates } =
    rules;
  return {
    ...rules,
    stages: stages.map(english),
    categories: categories.map(english),
    indicators: indicators.map(english),
    negativeList: negativeList.map(english),
    bonus: bonus.map(english),
    decay: decay.map(english),
    ...(rewards ? { rewards: { ...rewards, rules: rewards.rules.map(english) } } : {}),
    ...(uses?.tiers ? { uses: { ...uses, tiers: uses.tiers.map(english) } } : {}),
    ...(services ? { services: services.map(({ en, items, ...rest }) => ({ ...rest, en, items: en ?? items })) } : {}),
    ...(aggregates ? { aggregates: aggregates.map(english) } : {}),
    ...(benefits
      ? { benefits: benefits.map((one) => ({ ...english(one), department: english(one.department) })) }
      : {}),
  };
}

/**
 * @template {{ name: string, en?: string }} T
 * @param {T} entry
 */
function english(entry) {
  return { ...entry, name: entry.en ?? entry.name };
}
