// @ts-check
// Who is signed in. Tabs of this browser share the token until it expires; it goes to this API alone and into no
// address.

const KEY = 'session';

/** @typedef {'bureau' | 'department' | 'enterprise'} Role */
/** @typedef {{ token: string, role: Role | undefined, department: string, uscc: string }} Session */

/** @type {Role[]} */
const ROLES = ['bureau', 'department', 'enterprise'];

/** Kept for the pages of all tabs until it expires or somebody signs out. */
export function keep(/** @type {string} */ token) {
  localStorage.setItem(KEY, token);
}

export function forget() {
  localStorage.removeItem(KEY);
}

/** The claims of a token; the gateway checks them, here they only choose what is shown. */
export function claims(/** @type {string} */ token) {
  const body = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
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
    const groups = said['cognito:groups'] ?? [];
    const role = ROLES.find((group) => groups.includes(group));
    return { token, role, department: said['custom:department'], uscc: said['custom:uscc'] };
  } catch {
    forget();
    return null;
  }
}

/** Null where nobody is signed in. */
export const session = read();

// What is on the screen is for whoever signed in: another tab that signs out or in as another takes it away.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === KEY || key === null) {
    const now = read();
    if (session && now && isSame(session, now)) {
      session.token = now.token;
    } else {
      location.reload();
    }
  }
});

function isSame(/** @type {Session} */ one, /** @type {Session} */ other) {
  return one.role === other.role && one.department === other.department && one.uscc === other.uscc;
}

/** Who is signed in, on pages that are for certain roles alone. */
export function person() {
  if (!session) {
    throw new Error('expected somebody signed in on ' + location.pathname + ', found nobody');
  }
  return session;
}

/** The address of the sign-in page that leads back here. */
export function signInAddress() {
  return '/sign-in?back=' + encodeURIComponent(location.pathname + location.search);
}
