// @ts-check
// OpenID Connect, authorization code with PKCE (RFC 7636), for a public client.

import { ownWords } from '../words/i18n.js';
import { claims } from '../session/session.js';

const { t } = ownWords({
  'signIn.unavailable': [
    '登录服务暂时不可用，请稍后再试。',
    'The sign-in service is temporarily unavailable. Try again later.',
  ],
  'signIn.otherWindow': [
    '登录没有在这个窗口开始，请重新登录。',
    'This sign-in was not started in this window. Sign in again.',
  ],
  'signIn.failedFor': ['登录没有完成：{reason}', 'The sign-in was not completed: {reason}'],
  'signIn.failed': ['登录没有完成，请重新登录。', 'The sign-in was not completed. Sign in again.'],
  'signIn.mismatch': [
    '登录服务的答复与请求不符，请重新登录。',
    'The answer of the sign-in service does not match the request. Sign in again.',
  ],
});

const KEY = 'signing-in';

/** @typedef {{ issuer: string, clientId: string }} Provider */

function encoded(/** @type {Uint8Array} */ bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

const random = () => encoded(crypto.getRandomValues(new Uint8Array(32)));
const here = () => location.origin + '/sign-in';

async function discovered(/** @type {string} */ issuer) {
  const answer = await fetch(issuer.replace(/\/$/, '') + '/.well-known/openid-configuration');
  if (!answer.ok) {
    throw new Error(t('signIn.unavailable'));
  }
  return answer.json();
}

/** Goes to the provider; it sends people back here with a code. */
export async function depart(/** @type {Provider} */ { issuer, clientId }, /** @type {string} */ target) {
  const provider = await discovered(issuer);
  const begun = { state: random(), nonce: random(), verifier: random(), target };
  sessionStorage.setItem(KEY, JSON.stringify(begun));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
  const address = new URL(provider.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: here(),
    scope: 'openid profile',
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: encoded(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  Object.entries(parameters).forEach(([name, value]) => address.searchParams.set(name, value));
  location.assign(address);
}

/**
 * Takes the code that came back for a token.
 *
 * @param {Provider} provider
 * @param {URLSearchParams} query
 * @throws {Error} where the answer is not to what was begun in this tab
 */
export async function arrive({ issuer, clientId }, query) {
  const begun = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  sessionStorage.removeItem(KEY);
  if (!begun.state || query.get('state') !== begun.state) {
    throw new Error(t('signIn.otherWindow'));
  }
  const code = query.get('code');
  if (!code) {
    throw new Error(t('signIn.failedFor', { reason: query.get('error_description') ?? query.get('error') ?? '' }));
  }
  const provider = await discovered(issuer);
  const answer = await fetch(provider.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      redirect_uri: here(),
      code_verifier: begun.verifier,
    }),
  });
  if (!answer.ok) {
    throw new Error(t('signIn.failed'));
  }
  const token = (await answer.json()).id_token;
  const said = claims(token);
  if (said.nonce !== begun.nonce || said.iss !== issuer || ![said.aud].flat().includes(clientId)) {
    throw new Error(t('signIn.mismatch'));
  }
  return { token, target: begun.target };
}
