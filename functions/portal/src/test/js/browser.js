// The little of a browser that scripts without a page ask for: which language its reader has chosen.

globalThis.location = { search: '' };
globalThis.localStorage = {
  getItem: () => null,
  setItem: () => {},
};
globalThis.document = {
  documentElement: {
    // A test says so before it loads its first script, which is after this.
    get lang() {
      return process.env.PORTAL_LANGUAGE ?? 'zh-CN';
    },
  },
  querySelector: () => null,
};
