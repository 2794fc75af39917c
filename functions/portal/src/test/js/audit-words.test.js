import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { ACTIONS, actionWord, resultWord } from '../../main/resources/portal/assets/office/audit-words.js';

const TRAIL = new URL('../../../../lookup/src/main/resources/openapi/trail.yaml', import.meta.url);

test('every action of the trail has a word, and no other has', () => {
  const actions = parse(readFileSync(TRAIL, 'utf8')).schemas.TrailAction.enum;
  assert.deepEqual(ACTIONS.toSorted(), actions.toSorted());
  assert.equal(actionWord('letter.revoked'), '撤销参考函');
});

test('a result is said in words, refusals of rights by their number', () => {
  const said = (action, ...results) => results.map((result) => resultWord({ action, result }));
  assert.deepEqual(said('run.ordered', 'ordered', 'dry-run', 'joined'), [
    '已受理',
    '试算已受理',
    '已有计算在进行，未另行发起',
  ]);
  assert.deepEqual(said('run.finished', 'complete', 'awaiting-approval', 'failed'), ['已完成', '待批准', '失败']);
  assert.deepEqual(said('publication.approved', 'published', 'asked', 'restored', 'notice'), [
    '已公布',
    '提请恢复公布，待另一人同意',
    '已恢复公布',
    '已调整公示期',
  ]);
  assert.deepEqual(said('settings.changed', 'proposed', 'in-force', 'refused'), ['待另一人批准', '已生效', '已退回']);
  assert.deepEqual(said('rebuild.ordered', 'ordered', 'compare'), ['已受理', '只核对，已受理']);
  assert.deepEqual(said('rebuild.finished', 'done', 'withheld'), ['完成', '大量撤回，未执行']);
  assert.deepEqual(said('access.refused', '3'), ['一小时内 3 次']);
});
