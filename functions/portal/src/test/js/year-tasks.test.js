import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tasks } from '../../main/resources/portal/assets/bureau/year-tasks.js';

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

function all(year) {
  return tasks({ runs: [], published: undefined, questions: [], ...year });
}

function states(year) {
  return all(year).map(({ id, state }) => id + ' ' + state);
}

function answered(outcome, at) {
  return { answer: { outcome, at, by: LI } };
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
  const [, , , , approve] = all(year);
  assert.equal(approve.text, '待审批人批准；1 项检查未通过，须说明理由。');
});

test('a refusal says by whom and why', () => {
  const refused = { kind: 'refused', by: WANG, at: '2026-04-02T00:00:00Z', reason: '税务数据有误', noticeUntil: null };
  const year = { runs: [run({ publish: true, status: 'refused', decisions: [refused] })] };
  const approve = all(year)[4];
  assert.equal(approve.state, 'blocked');
  assert.match(approve.text, /^王建国，.*；理由：税务数据有误$/);
});

const PUBLISHED = '2026-04-02T00:00:00Z';
const DECISION = { kind: 'published', by: WANG, at: PUBLISHED, reason: null, noticeUntil: null };
const RUNS = [run({ publish: true, status: 'published', inForce: true, decisions: [DECISION] })];
const OPEN = { answer: null };

function after(published, ...questions) {
  const year = { runs: RUNS, published: { publishedAt: PUBLISHED, ...published }, questions };
  return all(year)
    .slice(5)
    .map(({ state, text }) => state + ' ' + text);
}

test('a notice period says the working days that the server counts', () => {
  const notice = { noticeUntil: '2026-04-09', workingDaysLeft: 5 };
  assert.deepEqual(after(notice), [
    'now 公示至 2026年4月9日，含今天还有 5 个工作日，期间企业可以提出异议。',
    'later 没有收到异议或问题。',
    'later 公示于 2026年4月9日 结束后为正式结果。',
  ]);
  assert.match(after({ ...notice, workingDaysLeft: 0 })[0], /^now .*还有 0 个工作日/);
});

test('what is published is final when its notice period is over and everything is answered', () => {
  const over = { noticeUntil: '2026-04-09' };
  const [first, last] = [answered('dismissed', '2026-04-08T02:00:00Z'), answered('dismissed', '2026-04-10T02:00:00Z')];
  assert.deepEqual(after(over, OPEN, first), [
    'done 公示已于 2026年4月9日 结束。',
    'now 1 件问题待答复。',
    'blocked 问题答复完毕后为正式结果。',
  ]);
  assert.deepEqual(after(over, first, last), [
    'done 公示已于 2026年4月9日 结束。',
    'done 2 件问题均已答复，最近一件：李敏，2026年4月10日 10:00。',
    'done 公布的结果为正式结果；批准公布：王建国，2026年4月2日 08:00。',
  ]);
  assert.deepEqual(after({}), [
    'done 未设公示期。',
    'done 没有收到异议或问题。',
    'done 公布的结果为正式结果；批准公布：王建国，2026年4月2日 08:00。',
  ]);
});

test('an objection that was upheld asks for another publication', () => {
  assert.equal(
    after({}, answered('upheld', '2026-04-08T02:00:00Z'))[2],
    'blocked 1 件问题成立，尚未重新公布：请更正数据，重新计算并提请公布。',
  );
  assert.match(after({}, answered('upheld', '2026-04-01T02:00:00Z'))[2], /^done /);
});
