import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yearsOf } from '../../main/resources/portal/assets/api/notice-period.js';
import { tasks } from '../../main/resources/portal/assets/bureau/year-tasks.js';

const NOW = new Date('2026-04-03T10:00:00+08:00');
const LI = { sub: 'li', name: '李敏', role: 'bureau' };
const WANG = { sub: 'wang', name: '王建国', role: 'approver' };
const BLOCK = { id: 'undelivered', level: 'block', value: 1, limit: 0, text: '1 个数据集没有文件。' };

function run(more) {
  return {
    id: 'r',
    status: 'complete',
    publish: false,
    dryRun: false,
    orderedBy: LI,
    requestedAt: '2026-04-01T00:00:00Z',
    finishedAt: '2026-04-01T00:01:00Z',
    counts: {},
    checks: [{ ...BLOCK, level: 'info', text: '均已报送。' }],
    decisions: [],
    ...more,
  };
}

function states(year) {
  return tasks({ runs: [], noticeUntil: null, publishedAt: undefined, holidays: [], open: 0, ...year }, NOW).map(
    ({ id, state }) => id + ' ' + state,
  );
}

test('a year begins with its data', () => {
  assert.deepEqual(states({}), [
    'data now',
    'trial later',
    'review later',
    'submit later',
    'approve later',
    'notice later',
    'answer later',
    'final later',
  ]);
});

test('after a dry run what it found is to be reviewed, then submitted', () => {
  const year = { runs: [run({ dryRun: true, checks: [BLOCK] })] };
  assert.deepEqual(states(year).slice(0, 5), [
    'data blocked',
    'trial done',
    'review now',
    'submit now',
    'approve later',
  ]);
});

test('what is submitted waits for an approver, who is told what blocks', () => {
  const year = { runs: [run({ publish: true, status: 'awaiting-approval', checks: [BLOCK] })] };
  assert.deepEqual(states(year).slice(2, 5), ['review done', 'submit done', 'approve now']);
  const [, , , , approve] = tasks({ ...year, open: 0 }, NOW);
  assert.equal(approve.text, '待审批人批准；1 项检查未通过，须说明理由。');
});

test('a refusal says by whom and why', () => {
  const refused = { kind: 'refused', by: WANG, at: '2026-04-02T00:00:00Z', reason: '税务数据有误', noticeUntil: null };
  const year = { runs: [run({ publish: true, status: 'refused', decisions: [refused] })], open: 0 };
  const approve = tasks(year, NOW)[4];
  assert.equal(approve.state, 'blocked');
  assert.match(approve.text, /^王建国，.*；理由：税务数据有误$/);
});

test('what is published is final when its notice period is over and everything is answered', () => {
  const decision = { kind: 'published', by: WANG, at: '2026-04-02T00:00:00Z', reason: null, noticeUntil: null };
  const runs = [run({ publish: true, status: 'published', decisions: [decision] })];
  const publishedAt = '2026-04-02T00:00:00Z';
  const after = (more) => states({ runs, publishedAt, ...more }).slice(4);
  assert.deepEqual(after({ noticeUntil: '2026-04-10' }), ['approve done', 'notice now', 'answer later', 'final later']);
  assert.deepEqual(after({ noticeUntil: '2026-04-02', open: 2 }), [
    'approve done',
    'notice done',
    'answer now',
    'final blocked',
  ]);
  assert.deepEqual(after({ noticeUntil: null }), ['approve done', 'notice done', 'answer done', 'final done']);
});

test('a notice period says the working days that are left, by the holidays that are set', () => {
  const left = (noticeUntil, holidays) =>
    tasks({ runs: [], noticeUntil, publishedAt: '2026-04-01T00:00:00Z', holidays, open: 0 }, NOW)[5].text;
  assert.equal(left('2026-04-09', []), '公示至 2026年4月9日，含今天还有 5 个工作日，期间企业可以提出异议。');
  const qingming = { year: 2026, holidays: ['2026-04-06'], workdays: ['2026-04-04'] };
  assert.match(left('2026-04-09', [qingming]), /还有 5 个工作日/);
  assert.match(left('2026-04-06', [qingming]), /还有 2 个工作日/);
  assert.match(left('2026-04-06', [{ ...qingming, year: 2027 }]), /还有 2 个工作日/);
  assert.match(left('2026-04-03', []), /还有 1 个工作日/);
  assert.equal(left('2026-04-02', [qingming]), '公示已于 2026年4月2日 结束。');
});

test('the holidays of each year that a notice period touches are read', () => {
  assert.deepEqual(yearsOf('2026-04-09', NOW), [2026]);
  assert.deepEqual(yearsOf('2027-01-04', new Date('2026-12-31T23:30:00+08:00')), [2026, 2027]);
  assert.deepEqual(yearsOf('2027-01-04', new Date('2026-12-31T16:30:00Z')), [2027]);
  assert.deepEqual(yearsOf('2026-04-02', NOW), []);
  assert.deepEqual(yearsOf(null, NOW), []);
});
