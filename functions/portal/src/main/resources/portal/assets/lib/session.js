// Who is signed in. The token stays in this tab and goes to this API alone.

const KEY = 'session';

/** Kept until the next page of this tab. */
export function keep(token) {
  sessionStorage.setItem(KEY, token);
}

export function forget() {
  sessionStorage.removeItem(KEY);
}

/** The claims of a token; the gateway checks them, here they only choose what is shown. */
export function claims(token) {
  const body = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function read() {
  const token = sessionStorage.getItem(KEY);
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
    const role = ['bureau', 'department', 'enterprise'].find((group) => groups.includes(group));
    return { token, role, department: said['custom:department'], uscc: said['custom:uscc'] };
  } catch {
    forget();
    return null;
  }
}

/** Null where nobody is signed in. */
export const session = read();

/** The address of the sign-in page that leads back here. */
export function signInAddress() {
  return '/sign-in?back=' + encodeURIComponent(location.pathname + location.search);
}
