// @ts-check

/** A phone: labels have to be short, and long pages are folded. */
export const narrow = matchMedia('(max-width: 44rem)');
