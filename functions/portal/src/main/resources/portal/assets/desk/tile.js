// @ts-check
// A part of the desk: how things stand, what is to be done, and where.

import { isAbort } from '../api/api.js';
import { failure } from '../api/failure.js';
import { element, link } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';

const { t } = ownWords({ 'tile.more': ['另有 {count, number} 项。', '{count, number} more.'] });

/** @typedef {'bad' | 'warn' | 'good' | ''} Tone */
/** @typedef {{ tone: Tone, word: string }} Badge */
/** @typedef {{ text: Child, href?: string, badge?: Badge, note?: Child }} Line a thing to look at or to do */

/**
 * @typedef {object} Said
 * @property {Tone} [tone]
 * @property {Child} [figure] what counts, large
 * @property {Child} [text] one sentence
 * @property {Line[]} [lines] the most urgent first
 * @property {[href: string, text: string][]} [actions]
 * @property {Child} [content] anything else
 */
/** @typedef {{ id: string, title: string, read: () => Promise<Said>, wide?: boolean }} Tile */

/** As many lines as a glance takes; the page behind the tile has them all. */
const SHOWN = 5;

/**
 * Tiles that read what they show each by itself: one that fails says so and leaves the others.
 *
 * @param {Tile[]} tiles
 * @returns {{ places: HTMLElement[], filled: Promise<unknown> }}
 */
export function laidOut(tiles) {
  const made = tiles.map(placed);
  return { places: made.map(({ place }) => place), filled: Promise.all(made.map(({ filled }) => filled)) };
}

function placed(/** @type {Tile} */ { id, title, read, wide }) {
  const body = element('div', {}, element('p.loading', {}, t('page.loading')));
  const place = element(
    'section.card.tile',
    { id: 'desk-' + id, class: wide ? 'wide-tile' : '' },
    element('h2', {}, title),
    body,
  );
  const fill = async () => {
    try {
      const said = await read();
      place.dataset.tone = said.tone ?? '';
      body.replaceChildren(...shown(said));
    } catch (error) {
      if (!isAbort(error)) {
        place.dataset.tone = 'bad';
        body.replaceChildren(failure(error, fill));
      }
    }
  };
  return { place, filled: fill() };
}

function shown(/** @type {Said} */ { figure, text, lines = [], actions = [], content }) {
  const rest = lines.length - SHOWN;
  /** @type {(Child)[]} */
  const parts = [
    figure ? element('p.figure', {}, figure) : null,
    text ? element('p', {}, text) : null,
    content ?? null,
    lines.length ? element('ul.lines', {}, lines.slice(0, SHOWN).map(line)) : null,
    rest > 0 ? element('p.muted', {}, t('tile.more', { count: rest })) : null,
    actions.length
      ? element(
          'p.links',
          {},
          actions.map(([href, words]) => link(href, words)),
        )
      : null,
  ];
  return /** @type {Node[]} */ (parts.flat().filter((part) => part instanceof Node));
}

function line(/** @type {Line} */ { text, href, badge, note }) {
  return element(
    'li',
    {},
    href ? link(href, text) : element('span', {}, text),
    badge ? [' ', element('span', { class: 'badge ' + badge.tone }, badge.word)] : null,
    note ? element('span.muted', {}, note) : null,
  );
}
