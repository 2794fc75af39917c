// The little of a browser that scripts without a page ask for: which language its reader has chosen.

globalThis.location = { search: '' };
globalThis.localStorage = {
  getItem: (key) => (key === 'language' ? (process.env.PORTAL_LANGUAGE ?? null) : null),
  setItem: () => {},
};
globalThis.document = { documentElement: {}, querySelector: () => null };
