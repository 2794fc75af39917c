// @ts-check
import { link } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { empty } from '../lib/notices.js';
import { page } from '../lib/page.js';

page({ title: 'notFound.title' }, (view) => {
  view.body.replaceChildren(empty(t('notFound.address'), link('/', t('notFound.overview'))));
});
