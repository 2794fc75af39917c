import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callNames, objectWord } from '../../main/resources/portal/assets/office/audit-objects.js';

const NAMES = {
  department: (id) => ({ tax: '税务局' })[id] ?? id,
  dataset: (id) => ({ operations: '经营情况' })[id] ?? id,
  rulebook: (id) => ({ 'xinxiang-2022-110': '新乡高新区规则' })[id] ?? id,
  call: callNames([
    { method: 'GET', path: '/v1/years/{year}/scores', summary: '全部结果' },
    { method: 'GET', path: '/v1/audit', summary: '审计日志，最新的在前' },
    { method: 'POST', path: '/v1/years/{year}/publication', summary: '公布一个年度' },
  ]),
};

const USCC = '91410700XN2076766U';

function words(action, ...objects) {
  return objects.map((object) => objectWord({ action, object }, NAMES));
}

test('an object is said in words', () => {
  const said = {
    'uploads/tax/operations/2025/税务.csv': '2025 年度 · 税务局 · 经营情况 · 税务.csv',
    'checks/tax/operations/2025/a/b.csv': '2025 年度 · 税务局 · 经营情况 · a/b.csv',
    'years/2025/recomputations/2025-20261129T110838.785Z-fbe7bb': '2025 年度 · 2026年11月29日 19:08 的计算',
    'years/2025/allocations/75f8a651092862e1': '2025 年度 · 拨付清单 75f8a651092862e1',
    ['years/2025/enterprises/' + USCC + '/profile']: '2025 年度 · ' + USCC + ' · 画像',
    ['enterprises/' + USCC + '/history']: USCC + ' · 历年结果',
    ['years/2025/enterprises/' + USCC + '/letters/23456789ABCDEFGHJKLM']:
      '2025 年度 · ' + USCC + ' · 参考函 · 23456789ABCDEFGHJKLM',
    ['enterprises/' + USCC + '/questions/2025-1-79dc30']: USCC + ' · 问题',
    'rebuilds/20261129T110844051Z-79dc30ab': '2026年11月29日 19:08 的数据核对',
    'rulebooks/xinxiang-2022-110.yaml': '规则：新乡高新区规则',
    'settings/limits.json': '设置：核对限值',
    'settings/zone.json': '设置：落款',
    'settings/departments.json': '设置：部门',
    'settings/banks.json': '设置：银行',
    'settings/notices.json': '设置：关闭的邮件通知',
    'settings/datasets/operations.json': '设置：数据集 经营情况',
    'questions/2025-20261129T110838.785Z-fbe7bb': '问题 2025-20261129-fbe7bb',
    'briefs/2026-Q3': '2026 年第 3 季度简报',
    ['enterprises/' + USCC + '/grants/17']: USCC + ' · 授权',
    'settings/holidays/2026.json': '设置：2026 年节假日',
    'settings/catalogue/2025/operations.json': '设置：2025 年报表 · 经营情况',
    'settings/mappings/tax/operations.json': '设置：列名对应 · 税务局 · 经营情况',
    'something/newer': 'something/newer',
  };
  assert.deepEqual(words('profile.read', ...Object.keys(said)), Object.values(said));
});

test('calls that were refused and lists that were taken away have the names of the API', () => {
  assert.deepEqual(words('access.refused', 'GET /v1/years/{year}/scores; POST /v1/years/{year}/publication; …'), [
    '全部结果 · 公布一个年度 · …',
  ]);
  assert.deepEqual(words('export.made', 'years/2025/scores', 'audit', 'years/2025/new'), [
    '2025 年度 · 全部结果',
    '审计日志，最新的在前',
    'years/2025/new',
  ]);
});
