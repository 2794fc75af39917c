import { link } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { empty, page } from '../lib/page.js';

page({ title: '没有这个页面' }, (view) => {
  view.body.replaceChildren(empty(t('地址可能有误。'), link('/', t('从总览开始'))));
});
