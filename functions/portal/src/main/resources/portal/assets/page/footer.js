// @ts-check
// What stands at the foot of every page: who runs the site, how to reach it, and what a reader may want to know.

import { zone as read } from '../api/zone.js';
import { element, link } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { pageLink } from './navigation.js';

const { t, phrase } = ownWords({
  'footer.published': [
    '只公布已评分、数据覆盖率达到要求且未列入负面清单的企业。总分相同的企业名次相同，按统一社会信用代码排列。',
    'Only enterprises that are scored, reach the required data coverage and are not on the negative list are ' +
      'published. Enterprises with equal totals share a rank and are listed by their codes.',
  ],
  'footer.office': ['主办：{office}', 'Run by {office}'],
  'footer.telephone': ['电话：{telephone}', 'Telephone {telephone}'],
  'footer.feedback': ['意见反馈', 'Feedback'],
  'footer.dataAndApi': ['数据与接口', 'Data and API'],
});

/** In the zone's own words. */
function said(/** @type {string} */ text) {
  return element('span.own-words', {}, text);
}

export function footer() {
  const zone = element('p.zone', {});
  read().then(
    ({ office, telephone, filing }) =>
      zone.replaceChildren(
        element('span', {}, office ? phrase('footer.office', { office: said(office) }) : null),
        element('span', {}, telephone ? t('footer.telephone', { telephone }) : null),
        said(filing),
      ),
    // Who runs the site is said again once it answers; the page itself says what has failed.
    () => {},
  );
  return element(
    'footer.site',
    {},
    element(
      'div.wide',
      {},
      element('p', {}, t('footer.published')),
      zone,
      element(
        'p',
        {},
        [
          pageLink('/help'),
          pageLink('/glossary'),
          link('/help?page=' + encodeURIComponent(location.pathname) + '#feedback', t('footer.feedback')),
          pageLink('/about'),
          pageLink('/rules'),
          link('/data', t('footer.dataAndApi')),
          pageLink('/screen'),
        ].flatMap((one, at) => (at ? [' · ', one] : [one])),
      ),
    ),
  );
}
