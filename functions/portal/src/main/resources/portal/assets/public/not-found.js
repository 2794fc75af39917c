// @ts-check
import { link } from '../base/dom.js';
import { t } from '../words/i18n.js';
import { empty } from '../base/notices.js';
import { page } from '../page/page.js';

page({ title: 'notFound.title' }, (view) => {
  view.body.replaceChildren(empty(t('notFound.address'), link('/', t('notFound.overview'))));
});
