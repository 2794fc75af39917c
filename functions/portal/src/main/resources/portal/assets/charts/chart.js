// @ts-check
// Charts: drawn when they come into sight, each with the table it is drawn from.

import { button, element } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { saveButton, table } from '../lib/table.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const paper = matchMedia('print');
/** A phone: labels have to be short. */
export const narrow = matchMedia('(max-width: 44rem)');
export const fonts = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';

/** @typedef {ReturnType<typeof colours>} Colours */

/** The colours of the page, as it is now. */
export function colours() {
  const style = getComputedStyle(document.body);
  const colour = (/** @type {string} */ name) => style.getPropertyValue('--' + name).trim();
  return {
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
    sheet: colour('sheet'),
    series: [1, 2, 3, 4, 5].map((number) => colour('series-' + number)),
  };
}

/**
 * A figure.
 *
 * @param {object} of
 * @param {string} of.title
 * @param {string | null} [of.note]
 * @param {(colours: Colours) => any} of.option makes the chart's option from the page's colours
 * @param {{ columns: import('../lib/table.js').Column[], rows: any[] }} [of.data] the table behind it
 * @param {string} [of.summary] what it says, in a sentence, for who does not see it
 * @param {'low' | 'normal' | 'tall' | 'highest'} [of.height]
 * @param {'h2' | 'h3'} [of.level] of its title
 * @param {boolean} [of.printed] drawn at once and as vectors, for pages that are printed
 */
export function chart({ title, note, option, data, summary, height = 'normal', level = 'h2', printed = false }) {
  const canvas = element('div.canvas', { class: height, role: 'img', 'aria-label': summary ?? title });
  const figure = element(
    'figure.card.chart',
    {},
    element('figcaption', {}, element(level, {}, title), note ? element('p', {}, note) : null),
    canvas,
    data
      ? element(
          'details.data',
          {},
          element('summary', {}, t('chart.table')),
          table({ caption: title, ...data }),
          saveButton(title, data.columns, data.rows),
        )
      : null,
  );
  if (printed) {
    setTimeout(() => draw(canvas, option, 'svg'));
    return figure;
  }
  new IntersectionObserver(
    (entries, observer) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        draw(canvas, option, 'canvas');
      }
    },
    { rootMargin: '200px' },
  ).observe(canvas);
  return figure;
}

/**
 * @param {HTMLElement} canvas
 * @param {(colours: Colours) => any} option
 * @param {'canvas' | 'svg'} renderer
 */
async function draw(canvas, option, renderer) {
  /** @type {typeof import('./echarts.js')} */
  let echarts;
  try {
    echarts = await import('./echarts.js');
  } catch {
    notDrawn(canvas);
    return;
  }
  if (!canvas.isConnected) {
    return;
  }
  const drawn = echarts.init(canvas, null, { renderer });
  const set = () => drawn.setOption(styled(option(colours())), true);
  set();
  drawn.on('finished', () => canvas.setAttribute('data-drawn', ''));
  [dark, paper, narrow].forEach((media) => media.addEventListener('change', set));
  new ResizeObserver(() => drawn.resize()).observe(canvas);
}

/** The table is there all the same, and is opened. */
function notDrawn(/** @type {HTMLElement} */ canvas) {
  const table = canvas.parentElement?.querySelector('details');
  table?.setAttribute('open', '');
  canvas.replaceWith(
    element(
      'div.notice',
      { role: 'status' },
      element('p', {}, table ? t('failure.chartWithTable') : t('failure.chart')),
      button(t('page.reload'), () => location.reload(), { class: 'quiet' }),
    ),
  );
}

/** The page's type and colours. Tooltips are drawn, not built of markup. */
function styled(/** @type {any} */ option) {
  const { ink, muted, line, sheet, series } = colours();
  const axis = (/** @type {any} */ one) => ({
    ...one,
    axisLine: { lineStyle: { color: line }, ...one.axisLine },
    axisTick: { show: false },
    axisLabel: { color: muted, fontSize: 13, ...one.axisLabel },
    splitLine: { lineStyle: { color: line, opacity: 0.6 }, ...one.splitLine },
    nameTextStyle: { color: muted, fontSize: 13, ...one.nameTextStyle },
  });
  const axes = (/** @type {any} */ given) => (given === undefined ? undefined : [given].flat().map(axis));
  /** @type {Record<string, unknown>} */
  const made = {
    color: series,
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 400,
    textStyle: { fontFamily: fonts, color: ink },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    ...option,
    legend: option.legend && {
      textStyle: { color: ink, fontSize: 13 },
      top: 0,
      right: 0,
      itemGap: 16,
      ...option.legend,
    },
    tooltip: option.tooltip && {
      renderMode: 'richText',
      confine: true,
      backgroundColor: sheet,
      borderColor: line,
      textStyle: { color: ink, fontSize: 13 },
      ...option.tooltip,
    },
  };
  for (const name of ['xAxis', 'yAxis']) {
    if (made[name]) {
      made[name] = axes(made[name]);
    }
  }
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
}
