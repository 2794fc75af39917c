import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolesOf } from '../../main/resources/portal/assets/session/session.js';

const GROUPS = 'cognito:groups';

test('roles are the groups of a token, the widest first', () => {
  assert.deepEqual(rolesOf({ [GROUPS]: ['department', 'bureau', 'visitors'] }, GROUPS), ['bureau', 'department']);
  assert.deepEqual(rolesOf({ [GROUPS]: 'bureau' }, GROUPS), ['bureau']);
  assert.deepEqual(rolesOf({ [GROUPS]: ['bureau approver'] }, GROUPS), []);
  assert.deepEqual(rolesOf({}, GROUPS), []);
});

test('another claim joins them by "+", and is then the only one', () => {
  const said = { zone_roles: 'approver+bureau', [GROUPS]: ['department'] };
  assert.deepEqual(rolesOf(said, 'zone_roles'), ['bureau', 'approver']);
  assert.deepEqual(rolesOf(said, GROUPS), ['department']);
  assert.deepEqual(rolesOf({ zone_roles: ['bureau'] }, 'zone_roles'), [], 'an array could be forged');
});

test('an auditor has no other role', () => {
  assert.deepEqual(rolesOf({ [GROUPS]: ['bureau', 'auditor'] }, GROUPS), ['auditor']);
});
