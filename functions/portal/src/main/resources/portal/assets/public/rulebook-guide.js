// @ts-check
// How a rulebook is written, for who writes one: its parts, what each curve and rule does, with the curves of the
// rulebook in force drawn from its data.

import { get } from '../api/api.js';
import { inForce } from '../api/in-force.js';
import { picture } from '../charts/curve-picture.js';
import { curves } from '../charts/curves.js';
import { choice, element, link } from '../base/dom.js';
import { language, ownWords } from '../words/i18n.js';
import { rulebook } from '../api/names.js';
import { empty } from '../base/notices.js';
import { chapters } from '../page/chapters.js';
import { page } from '../page/page.js';
import { curve, measure } from './rule-words.js';

const { t } = ownWords({
  'guide.indicator': ['{id} {name}（{points} 分）', '{id} {name} ({points} points)'],
});

const text = await (language === 'en' ? import('./rulebook-guide-english.js') : import('./rulebook-guide-text.js'));

/** @typedef {import('../api/names.js').Book} Book */

page({}, async (view) => {
  const list = await get('/rulebooks', {}, view.signal);
  const id = view.query.get('rulebook') ?? inForce(list.items);
  const book = await rulebook(id ?? 'none');
  if (!book.document) {
    view.body.replaceChildren(empty(t('common.unknown'), link('/rulebook-guide', t('common.inForce'))));
    return;
  }
  view.lead(text.LEAD);
  /** @type {Record<string, Child>} */
  const contents = {
    submit: element(
      'ol.card.lines',
      {},
      text.SUBMITTING.map((step) => element('li', {}, step)),
    ),
    parts: definitions(text.PARTS),
    basis: definitions(text.BASES),
    values: definitions(text.VALUES),
    curves: [definitions(text.CURVES), element('p', {}, text.SCORE)],
    pictures: pictures(book, list.items, view),
    rules: definitions(text.RULES),
    cases: [element('p', {}, text.WHY_CASES), element('pre.card', { tabindex: 0, lang: 'zh-CN' }, text.CASE)],
    calibration: text.CALIBRATION.map((paragraph) => element('p', {}, paragraph)),
  };
  view.body.replaceChildren(
    ...chapters(Object.entries(text.HEADINGS).map(([anchor, title]) => [anchor, title, contents[anchor]])),
  );
});

function definitions(/** @type {string[][]} */ rows) {
  return element(
    'dl.card.definitions',
    {},
    rows.flatMap(([term, meaning]) => [element('dt', {}, element('code', {}, term)), element('dd', {}, meaning)]),
  );
}

/**
 * @param {Book} book
 * @param {Schema<'RulebookSummary'>[]} books
 * @param {import('../page/page.js').View} view
 */
function pictures(book, books, view) {
  const { rules } = book;
  return [
    books.length > 1
      ? choice(
          t('common.rule'),
          books.map((one) => [one.id, one.title]),
          book.document?.id,
          (value) => view.show({ rulebook: value }),
        )
      : null,
    ...rules.categories.map((category) =>
      element(
        'details.card',
        { open: category === rules.categories[0] },
        element('summary', {}, category.name),
        rules.indicators.filter((one) => one.category === category.id).map((one) => indicator(one, book)),
      ),
    ),
  ];
}

function indicator(/** @type {IndicatorRule} */ one, /** @type {Book} */ book) {
  const { id, name, points, unit } = one;
  const drawn = curves(one, book.rules.stages);
  return element(
    'article.indicator',
    {},
    element('h3', {}, t('guide.indicator', { id, name, points })),
    element('p.muted', {}, measure(one, book)),
    drawn.length > 0
      ? element(
          'div.curves',
          {},
          drawn.map((each) => picture(each, { name, unit: unit ? ' ' + unit : '' })),
        )
      : element(
          'p',
          {},
          curve(one, book).map((line) => element('span.line', {}, line)),
        ),
  );
}
