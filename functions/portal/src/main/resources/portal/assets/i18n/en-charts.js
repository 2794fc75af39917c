// @ts-check
// English words: the charts.

export default {
  'chart.composition': 'Composition of the total',
  'chart.compositionNote': 'Weighted category points, less deductions, plus bonus, times the decay factor.',
  'chart.table': 'Data table',
  'chart.step': 'Step',
  'chart.weighted': '{points} points × {weight}',
  'chart.decayFactor': 'Decay × {factor}',
  'chart.floor': 'Not below 0',
  'chart.floorNote': 'Deductions never take the total below 0',
  'chart.rounded': 'Rounded to two decimals',
  'chart.threeCategories': 'Three categories',
  'chart.shareOfFull': '{category}: percentage of full points',
  'chart.ownEnterprise': 'This enterprise',
  'chart.quartilesNote': 'Compared with the quartiles of the published enterprises of the stage.',
  'chart.totalOverYears': 'Total over the years',
  'chart.suppressed': 'Not published',
  'chart.binsNote': 'The numbers are enterprises; bins of fewer than 3 are merged with their neighbours.',
  'chart.binsNoteBefore':
    'The numbers are enterprises; bins of fewer than 3 are merged with their neighbours. The dashed line is ' +
    '{year}.',
  'chart.bin': '{from}–{to} points: {count, plural, one {# enterprise} other {# enterprises}}',
  'chart.totalAxis': 'Total (points)',
  'chart.enterprisesAxis': 'Enterprises',
  'chart.enterprisesBeforeAxis': 'Year before (enterprises)',
  'chart.from': 'From',
  'chart.to': 'To',
  'chart.density': 'Per 10 points',
  'chart.enterprisesBefore': 'Enterprises, year before',
  'chart.medianBefore': 'Median, year before',
  'chart.spreadNote':
    'The bar covers the middle half of the enterprises, the number is the median, the diamond the median of ' +
    'the year before.',
  'chart.group': 'Group',
  'chart.groupCount': '{group} ({count, plural, one {# enterprise} other {# enterprises}})',
  'chart.groupEnterprises': '{group}: {count, plural, one {# enterprise} other {# enterprises}}',
  'chart.groupMedian': 'Median {median}',
  'chart.groupMiddleHalf': 'Middle half {from} – {to}',
  'chart.groupMedianBefore': 'Median, year before {median}',
  'chart.industriesSuppressed': 'Industries with fewer than 3 enterprises are not published separately.',
  'chart.rankedAxis': 'Ranked (enterprises)',
  'chart.medianAxis': 'Median total (points)',
  'chart.corner': '{value} earns {share}',
};
