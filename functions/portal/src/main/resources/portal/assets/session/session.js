// @ts-check
// Who is signed in. Tabs of this browser share the token until it expires; it goes to this API alone and into no
// address.

import { drafts } from './drafts.js';

const KEY = 'session';

/** @typedef {'bureau' | 'approver' | 'department' | 'enterprise' | 'auditor' | 'bank'} Role */

/**
 * @typedef {object} Session
 * @property {string} token
 * @property {string} name of the person; its identifier where the issuer gives none
 * @property {Role[]} roles all that the person has, the widest first
 * @property {Role | undefined} role the widest
 * @property {string} department
 * @property {string} uscc
 * @property {string} subject who it is, whatever the role
 * @property {number} ends in milliseconds
 */

/** @type {Role[]} */
const ROLES = ['bureau', 'approver', 'department', 'enterprise', 'bank'];

/** Kept for the pages of all tabs until it expires or somebody signs out. */
export function keep(/** @type {string} */ token) {
  drafts(localStorage, '').dropOld();
  localStorage.setItem(KEY, token);
}

function forget() {
  localStorage.removeItem(KEY);
}

/** Nothing of who signs out stays behind: the next to sit here is somebody else. */
export function signOut() {
  myDrafts().dropAll();
  forget();
}

/** The claims of a token; the gateway checks them, here they only choose what is shown. */
export function claims(/** @type {string} */ token) {
  const body = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/**
 * The API decides by the same claim: an array of groups, or in any other claim a text that joins them by "+". An
 * auditor has no other role.
 *
 * @param {any} said
 * @param {string} claim its name, the parameter RoleClaim
 * @returns {Role[]}
 */
export function rolesOf(said, claim) {
  const roles = said[claim] ?? [];
  const named = claim === 'cognito:groups' ? [roles].flat() : typeof roles === 'string' ? roles.split('+') : [];
  return named.includes('auditor') ? ['auditor'] : ROLES.filter((role) => named.includes(role));
}

/** @returns {Session | null} */
function read() {
  const token = localStorage.getItem(KEY);
  if (!token) {
    return null;
  }
  try {
    const said = claims(token);
    if (said.exp * 1000 <= Date.now()) {
      forget();
      return null;
    }
    const roles = rolesOf(said, document.body.dataset.roleClaim ?? '');
    const [department, uscc] = [said['custom:department'], said['custom:uscc']];
    return {
      token,
      name: said.name ?? said.sub ?? '',
      roles,
      role: roles[0],
      department,
      uscc,
      subject: said.sub,
      ends: said.exp * 1000,
    };
  } catch {
    forget();
    return null;
  }
}

/** Null where nobody is signed in. */
export const session = read();

// What is on the screen is for whoever signed in: another tab that signs out or in as another takes it away. A sign-in
// that ran out is another thing: its person may still be typing.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === KEY || key === null) {
    const now = read();
    if (session && now && isSame(session, now)) {
      Object.assign(session, now);
    } else if (now || !session || session.ends > Date.now()) {
      location.reload();
    }
  }
});

function isSame(/** @type {Session} */ one, /** @type {Session} */ other) {
  return (
    one.subject === other.subject &&
    String(one.roles) === String(other.roles) &&
    one.department === other.department &&
    one.uscc === other.uscc
  );
}

/** What who is signed in has typed; another person's are never read. */
export function myDrafts() {
  const { subject, role, department, uscc } = person();
  return drafts(localStorage, [subject, role, department, uscc].join(' '));
}

/** Who may see what is for these roles: an approver sees what the bureau sees. */
export function readers(/** @type {Role[]} */ roles) {
  return roles.flatMap((role) => (role === 'bureau' ? /** @type {Role[]} */ (['bureau', 'approver']) : [role]));
}

/** Whether somebody is signed in who may see what is for one of these roles. */
export function isAny(/** @type {Role[]} */ ...roles) {
  const may = readers(roles);
  return (session?.roles ?? []).some((role) => may.includes(role));
}

/** Who is signed in, on pages that are for certain roles alone. */
export function person() {
  if (!session) {
    throw new Error('expected somebody signed in on ' + location.pathname + ', found nobody');
  }
  return session;
}

/**
 * The address of the sign-in page that leads back here.
 *
 * @param {string} [place] the id of what is gone back to
 */
export function signInAddress(place) {
  const anchor = place ? '#' + place : location.hash;
  return '/sign-in?back=' + encodeURIComponent(location.pathname + location.search + anchor);
}
