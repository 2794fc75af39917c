// @ts-check
// What the audit found, as sentences with what to do, the weightiest first.

import { element, link } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { changed } from '../base/query.js';
import { saveButton, table } from '../table/table.js';
import { language, ownWords } from '../words/i18n.js';

const english = language === 'en' ? await import('../words/english-findings.js') : null;

const { t } = ownWords({
  'findings.title': ['发现', 'Findings'],
  'findings.none': ['没有要处理的发现。', 'Nothing was found that needs attention.'],
  'findings.severity': ['轻重', 'Weight'],
  'findings.high': ['要紧', 'High'],
  'findings.medium': ['应处理', 'Medium'],
  'findings.low': ['供参考', 'For information'],
  'findings.found': ['发现', 'Finding'],
  'findings.do': ['怎么办', 'What to do'],
  'findings.see': ['详见', 'See'],
  'findings.proposal': ['校准建议', 'Proposal'],
  'findings.figures': ['数字', 'Figures'],
  'findings.studio': ['在工作室中调整', 'Adjust in the studio'],
  'findings.rule': ['规则', 'Rule'],
});

/** @typedef {Schema<'AuditFinding'>} Finding */
/** @typedef {import('../api/names.js').Book} Book */

/** @type {Record<string, string>} */
const SHADES = { high: 'bad', medium: 'warn', low: '' };
const WEIGHTS = { high: t('findings.high'), medium: t('findings.medium'), low: t('findings.low') };
/** Where the figures of a kind stand; those of an indicator where absent. */
/** @type {Record<string, string>} */
const PLACES = {
  boundary: 'boundaries',
  edge: 'edges',
  skewed: 'totals',
  choice: 'robustness',
  drivers: 'robustness',
  unsteady: 'robustness',
  redundant: 'redundant',
};

/** The findings in the reader's language. */
export function inReadersWords(/** @type {Finding[]} */ given, /** @type {Book} */ rules) {
  return given.map((one) => ({ ...one, ...english?.inEnglish(one, rules) }));
}

/**
 * The findings as a table.
 *
 * @param {Finding[]} given
 * @param {Book} rules
 * @param {(finding: Finding) => boolean} proposed whether a curve is proposed for it
 */
export function findings(given, rules, proposed) {
  if (!given.length) {
    return empty(t('findings.none'));
  }
  const found = inReadersWords(given, rules);
  /** @type {import('../table/table.js').Column<Finding>[]} */
  const columns = [
    {
      id: 'severity',
      title: t('findings.severity'),
      class: 'short',
      filter: true,
      value: (row) => WEIGHTS[row.severity],
      cell: (row) => element('span.badge', { class: SHADES[row.severity] }, WEIGHTS[row.severity]),
    },
    {
      id: 'found',
      title: t('findings.found'),
      head: true,
      class: 'broad',
      value: (row) => row.text,
    },
    { id: 'do', title: t('findings.do'), class: 'broad', value: (row) => row.action },
    {
      id: 'see',
      title: t('findings.see'),
      sortable: false,
      class: 'off-paper',
      value: () => '',
      cell: (row) => links(row, proposed(row)),
    },
  ];
  return [
    element('div.above', {}, saveButton(t('findings.title'), columns, found)),
    table({
      caption: t('findings.title'),
      id: 'found',
      columns,
      rows: found,
      stacked: true,
      place: (row) => ['finding', row.id, ...about(row)].join('-'),
    }),
  ];
}

/** What a finding is about: that and its kind tell it apart. */
function about(/** @type {Finding} */ { indicator, stage, figures }) {
  const { field, from, category, other, choice, list } = figures;
  return [indicator, field, from, stage, category, other, choice, list].filter(Boolean);
}

function links(/** @type {Finding} */ finding, /** @type {boolean} */ proposal) {
  return element(
    'span.actions',
    {},
    link('#' + (PLACES[finding.id] ?? 'indicators'), t('findings.figures')),
    proposal ? link('#calibration', t('findings.proposal')) : null,
    finding.indicator ? link(studio(finding), t('findings.studio')) : null,
    finding.indicator ? link('/indicators/' + encodeURIComponent(finding.indicator), t('findings.rule')) : null,
  );
}

/** Where the indicator is moved that a finding is of. */
function studio(/** @type {Finding} */ { indicator, stage }) {
  return '/studio' + changed(location.search, { indicator, stage: stage ?? '' });
}
