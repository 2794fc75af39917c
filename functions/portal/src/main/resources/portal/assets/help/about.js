// @ts-check
// What is said of personal data, and how accessible the pages are.

import { zone } from '../api/zone.js';
import { element, link } from '../base/dom.js';
import { page } from '../page/page.js';
import { ownWords } from '../words/i18n.js';

const { t, phrase } = ownWords({
  'about.privacy': ['隐私声明', 'Privacy'],
  'about.visitors': [
    '查看公开内容不需要登录，不使用跟踪技术。语言、显示方式和未提交的填写内容只保存在您的浏览器里，可随时清除。',
    'Public pages need no sign-in and track nobody. Language, display and what you have typed stay in your browser.',
  ],
  'about.persons': [
    '登录人员的姓名、身份和操作时间记入审计日志，用于核查每一项决定由谁作出；日志不记文件内容。',
    'Names, roles and times of who is signed in are recorded in the audit trail, which says who decided what.',
  ],
  'about.enterprises': [
    '企业的经营数据只供评价使用；公布的只有得分和名次。哪些部门和银行看过，企业可以在“查看记录”中查到。',
    'Figures of enterprises serve the evaluation alone; only scores and ranks are published, and enterprises see who ' +
      'read theirs.',
  ],
  'about.accessibility': ['无障碍说明', 'Accessibility'],
  'about.standard': [
    '本站按《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）和 WCAG 2.2 AA 设计：可用键盘操作全部功能，图都有文字说明和数据表，颜色不是唯一的提示。',
    'The pages are made to WCAG 2.2 AA: all of them work by keyboard, pictures have a sentence and a table, and ' +
      'colour is never the only sign.',
  ],
  'about.display': [
    '右上“显示”可以放大字号、选择浅色或深色。',
    '“Display” at the top right makes letters larger, and chooses light or dark.',
  ],
  'about.tell': ['有使用障碍，请告诉我们：{feedback}。', 'Tell us what you cannot use: {feedback}.'],
  'about.feedback': ['意见反馈', 'feedback'],
});

page({ lead: '' }, async (view) => {
  const { privacy } = await zone();
  const said = privacy.split('\n').filter((line) => line.trim());
  view.body.replaceChildren(
    section('privacy', t('about.privacy'), [
      ...said.map((line) => element('p.own-words', {}, line)),
      element('p', {}, t('about.visitors')),
      element('p', {}, t('about.persons')),
      element('p', {}, t('about.enterprises')),
    ]),
    section('accessibility', t('about.accessibility'), [
      element('p', {}, t('about.standard')),
      element('p', {}, t('about.display')),
      element('p', {}, phrase('about.tell', { feedback: link('/help#feedback', t('about.feedback')) })),
    ]),
  );
});

function section(/** @type {string} */ id, /** @type {string} */ title, /** @type {Node[]} */ content) {
  return element('section.card', { id }, element('h2', {}, title), content);
}
