// @ts-check
// Bins of totals as areas: as wide as their range and as large as their enterprises, so that bins of any width compare.

/** @typedef {Schema<'Bin'>} Bin */

/** Enterprises on ten points. */
const density = (/** @type {Bin} */ { from, to, enterprises }) => (enterprises * 10) / (to - from);

/** Points left free between two bins, on either side. */
const GAP = 0.12;

/** The outline of the bins, from the first one's foot to the last one's. */
export function outline(/** @type {Bin[]} */ bins) {
  return bins.flatMap((bin) => {
    const [left, right, top] = [bin.from + GAP, bin.to - GAP, density(bin)];
    return [
      [left, 0],
      [left, top],
      [right, top],
      [right, 0],
    ];
  });
}

/**
 * The bins filled, with their enterprises above them.
 *
 * @param {Bin[]} bins
 * @param {{ fill: string, ink: string, fontSize: number }} look
 */
export function filled(bins, { fill, ink, fontSize }) {
  return [
    {
      type: 'line',
      data: outline(bins),
      symbol: 'none',
      silent: true,
      lineStyle: { width: 0 },
      areaStyle: { color: fill, opacity: 1 },
    },
    {
      type: 'scatter',
      data: bins.map((bin) => [(bin.from + bin.to) / 2, density(bin)]),
      symbolSize: 1,
      silent: true,
      itemStyle: { color: 'transparent', opacity: 1 },
      label: {
        show: true,
        position: 'top',
        color: ink,
        fontSize,
        fontWeight: 700,
        formatter: (/** @type {{ dataIndex: number }} */ { dataIndex }) => String(bins[dataIndex].enterprises),
      },
    },
  ];
}

/** The axis of points, of equal tens. */
export function axis(/** @type {Bin[]} */ bins) {
  return { type: 'value', min: 0, max: Math.max(...bins.map(({ to }) => to), 10), interval: 10 };
}
