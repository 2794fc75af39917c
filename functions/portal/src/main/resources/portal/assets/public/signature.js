// @ts-check
// Verifies the signature of a letter (JWS, ES256) in the browser, with the published key and nothing of who signed.

/** @typedef {'signed' | 'forged' | 'unsigned' | 'unverified'} Verdict */

const ES256 = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * Whether the letter is signed with a published key, and says what was signed.
 *
 * @param {Pick<Schema<'CheckedLetter'>, 'code' | 'uscc' | 'year' | 'stage' | 'total' | 'digest' | 'jws'>} letter
 * @param {AbortSignal} [signal]
 * @returns {Promise<Verdict>}
 */
export async function verdict(letter, signal) {
  if (!letter.jws) {
    return 'unsigned';
  }
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) {
    return 'unverified';
  }
  const [header, payload, signature] = letter.jws.split('.');
  const { kid, alg } = json(header);
  const answer = await fetch('/.well-known/jwks.json', { signal });
  /** @type {(JsonWebKey & { kid: string })[]} */
  const keys = answer.ok ? (await answer.json()).keys : [];
  const found = keys.find((key) => key.kid === kid);
  if (!found || alg !== 'ES256') {
    return 'forged';
  }
  const key = await subtle.importKey('jwk', found, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  const signed = new TextEncoder().encode(header + '.' + payload);
  const genuine = await subtle.verify(ES256, key, bytes(signature), signed);
  const { sub, jti, year, stage, total, digest } = json(payload);
  const same =
    sub === letter.uscc &&
    jti === letter.code &&
    year === letter.year &&
    stage === letter.stage &&
    total === letter.total &&
    digest === letter.digest;
  return genuine && same ? 'signed' : 'forged';
}

function bytes(/** @type {string} */ part) {
  return Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
}

function json(/** @type {string} */ part) {
  return JSON.parse(new TextDecoder().decode(bytes(part)));
}
