// @ts-check
import { link } from '../base/dom.js';
import { ownWords } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';

const { t } = ownWords({
  'notFound.title': ['没有这个页面', 'Page not found'],
  'notFound.address': ['地址可能有误。', 'The address may be wrong.'],
  'notFound.overview': ['从总览开始', 'Start from the overview'],
});

page({ title: t('notFound.title'), lead: '' }, (view) => {
  view.body.replaceChildren(empty(t('notFound.address'), link('/', t('notFound.overview'))));
});
