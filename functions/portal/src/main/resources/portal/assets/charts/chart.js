// @ts-check
// <chart-card>: a picture, what it shows in a sentence, the table it is drawn from, and all of it as files.

import { button, element, save } from '../base/dom.js';
import { narrow } from '../base/narrow.js';
import { ownWords } from '../words/i18n.js';
import { saveRows } from '../table/files.js';
import { table } from '../table/data-table.js';

const { t } = ownWords({
  'chart.table': ['数据表', 'Data table'],
  'chart.describes': ['{title}：{says}', '{title}: {says}'],
  'chart.save': ['下载“{title}”（{kind}）', 'Download “{title}” ({kind})'],
  'page.reload': ['重新加载', 'Reload'],
  'failure.chartWithTable': [
    '图没有加载成功，数据见下表；请检查网络后重新加载。',
    'The chart could not be loaded; its figures are in the table. Please check your network and reload.',
  ],
  'failure.chartDrawing': ['图没有画成，数据见下表。', 'The chart could not be drawn; its data is in the table below.'],
});

const paper = matchMedia('print');
export const fonts = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
/** The width of a sheet of A4 between its margins, in pixels. */
const PAPER = 670;
/** Of a picture that is saved, in pixels. */
const SAVED = 1200;

/** @typedef {ReturnType<typeof colours>} Colours */
/** @typedef {typeof import('./echarts.js')} Library */
/**
 * @typedef {object} Of
 * @property {string} title
 * @property {string | null} [note] how to read it
 * @property {string} says one sentence of what it shows; none where it would not be true
 * @property {(colours: Colours) => any} option makes the chart's option from the page's colours
 * @property {{ columns: import('../table/data-table.js').Column[], rows: any[] }} data what it is drawn from
 * @property {'normal' | 'tall' | 'highest' | number} [height] a number is of lines
 * @property {'h2' | 'h3'} [level] of its title
 * @property {boolean} [printed] drawn at once, for pages that are printed
 */

/** A chart. */
export function chart(/** @type {Of} */ of) {
  return new ChartCard(of);
}

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

class ChartCard extends HTMLElement {
  constructor(/** @type {Of} */ of) {
    super();
    this.of = of;
    const { title, note, says, data, height = 'normal', level = 'h2' } = of;
    const label = says ? t('chart.describes', { title, says }) : title;
    this.canvas = element('div.canvas', { class: String(height), role: 'img', 'aria-label': label });
    if (typeof height === 'number') {
      this.canvas.style.height = `${height * 2.1 + 4.5}rem`;
    }
    this.trouble = element('div', { role: 'status' });
    this.table = element(
      'details.data',
      {},
      element('summary', {}, t('chart.table')),
      table({ caption: title, tools: false, ...data }),
    );
    /** @type {import('./echarts.js').Chart | null} */
    this.drawn = null;
    this.replaceChildren(
      element(
        'figure.card.chart',
        {},
        element(
          'figcaption',
          {},
          element(level, {}, title),
          element('p.says', {}, says),
          note ? element('p', {}, note) : null,
        ),
        this.canvas,
        this.trouble,
        this.table,
        element(
          'p.downloads.chart-files',
          {},
          button('CSV', () => saveRows(title, data.columns, data.rows), this.named('CSV')),
          button('PNG', () => this.save('png'), this.named('PNG')),
          button('SVG', () => this.save('svg'), this.named('SVG')),
        ),
      ),
    );
  }

  named(/** @type {string} */ kind) {
    return { class: 'plain', 'aria-label': t('chart.save', { title: this.of.title, kind }) };
  }

  connectedCallback() {
    this.watch = new AbortController();
    const { signal } = this.watch;
    const redraw = () => this.redraw();
    [paper, narrow].forEach((media) => media.addEventListener('change', redraw, { signal }));
    window.addEventListener('look', redraw, { signal });
    // A chart that nobody has scrolled to stands on paper as well.
    window.addEventListener('beforeprint', () => this.draw(), { signal });
    this.sizes = new ResizeObserver(() => paper.matches || this.drawn?.resize());
    this.sizes.observe(this.canvas);
    this.sight = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && this.begin(), {
      rootMargin: '200px',
    });
    this.sight.observe(this.canvas);
    // The page is painted before the library is asked for.
    requestAnimationFrame(() => setTimeout(() => (this.of.printed ? this.begin() : load().catch(() => {}))));
  }

  disconnectedCallback() {
    this.watch?.abort();
    this.sizes?.disconnect();
    this.sight?.disconnect();
    this.drawn?.dispose();
    this.drawn = null;
  }

  async begin() {
    this.sight?.disconnect();
    try {
      await load();
      this.draw();
    } catch {
      this.notDrawn(t('failure.chartWithTable'));
    }
  }

  /** Draws where the library is here, now. */
  draw() {
    if (this.drawn || !library || !this.isConnected) {
      return;
    }
    try {
      this.drawn = library.init(this.canvas, null, { renderer: 'svg' });
      this.drawn.on('finished', () => this.canvas.setAttribute('data-drawn', ''));
      this.redraw();
    } catch {
      this.notDrawn(t('failure.chartDrawing'));
    }
  }

  redraw() {
    this.drawn?.setOption(styled(this.of.option(colours())), true);
    this.drawn?.resize(paper.matches ? { width: Math.min(PAPER, this.canvas.clientWidth || PAPER) } : undefined);
  }

  /** The table is there all the same, and is opened. */
  notDrawn(/** @type {string} */ why) {
    this.drawn?.dispose();
    this.drawn = null;
    this.canvas.hidden = true;
    this.table.open = true;
    this.trouble.replaceChildren(
      element(
        'div.notice',
        {},
        element('p', {}, why),
        button(t('page.reload'), () => location.reload(), { class: 'quiet' }),
      ),
    );
  }

  async save(/** @type {'png' | 'svg'} */ kind) {
    const { title, option } = this.of;
    try {
      const { init } = await load();
      const height = Math.round((SAVED * this.canvas.clientHeight) / Math.max(this.canvas.clientWidth, 1));
      const place = element('div');
      const renderer = kind === 'svg' ? 'svg' : 'canvas';
      const drawn = init(place, null, { renderer, width: SAVED, height: height || SAVED / 2 });
      const background = colours().sheet;
      drawn.setOption({ ...styled(option(colours())), animation: false, backgroundColor: background }, true);
      if (kind === 'svg') {
        save(title + '.svg', 'image/svg+xml', drawn.renderToSVGString());
      } else {
        const [, data] = drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: background }).split(',');
        save(title + '.png', '', new Blob([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))]));
      }
      drawn.dispose();
    } catch {
      this.notDrawn(t('failure.chartWithTable'));
    }
  }
}

/** @type {Library | null} */
let library = null;

async function load() {
  library ??= await import('./echarts.js');
  return library;
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
    animation: !paper.matches && !matchMedia('(prefers-reduced-motion: reduce)').matches,
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

customElements.define('chart-card', ChartCard);
