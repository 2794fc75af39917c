// The little of a browser that scripts without a page ask for: which language its reader has chosen.

globalThis.location = { search: '' };
globalThis.localStorage = { getItem: () => process.env.PORTAL_LANGUAGE ?? null, setItem: () => {} };
globalThis.document = { documentElement: {} };
globalThis.sessionStorage = { getItem: () => null };
