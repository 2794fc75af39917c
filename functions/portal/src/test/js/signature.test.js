// @ts-check
// A letter's signature is verified with the published key; what was changed, or signed by another, is not taken.

import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { verdict } from '../../main/resources/portal/assets/public/signature.js';

const said = { uscc: '914107000000000001', code: 'ABCD', year: 2025, stage: 'growth', total: 63.25, digest: 'd' };

function pair() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url');
  return { privateKey, jwk: { ...jwk, kid } };
}

/** @param {ReturnType<typeof pair>} key */
function letter({ privateKey, jwk }) {
  const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { uscc: sub, code: jti, ...rest } = said;
  const text = part({ alg: 'ES256', kid: jwk.kid }) + '.' + part({ sub, jti, ...rest });
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return /** @type {any} */ ({ ...said, jws: text + '.' + signature.toString('base64url') });
}

/** @param {ReturnType<typeof pair>[]} keys */
function publish(...keys) {
  globalThis.fetch = /** @type {any} */ (
    async () => ({ ok: true, json: async () => ({ keys: keys.map(({ jwk }) => jwk) }) })
  );
}

test('a letter signed with a published key, also with the one before', async () => {
  const [old, now] = [pair(), pair()];
  publish(old, now);
  assert.equal(await verdict(letter(old)), 'signed');
  assert.equal(await verdict(letter(now)), 'signed');
});

test('a letter that says something else than was signed', async () => {
  const key = pair();
  publish(key);
  assert.equal(await verdict({ ...letter(key), total: 93.25 }), 'forged');
  const changed = letter(key);
  const [header, , signature] = changed.jws.split('.');
  const payload = Buffer.from(JSON.stringify({ ...said, sub: said.uscc, jti: said.code })).toString('base64url');
  assert.equal(await verdict({ ...changed, jws: [header, payload, signature].join('.') }), 'forged');
});

test('a letter signed with a key that is not published', async () => {
  publish(pair());
  assert.equal(await verdict(letter(pair())), 'forged');
});

test('a letter without a signature', async () => {
  assert.equal(await verdict({ ...letter(pair()), jws: undefined }), 'unsigned');
});
