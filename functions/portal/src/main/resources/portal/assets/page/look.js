// @ts-check
// The language, light or dark, and how large the letters are, as the reader chose or the system says. It stands in
// every page's head and runs before anything is drawn; it imports nothing.

(() => {
  const language = () => {
    const asked = new URLSearchParams(location.search).get('lang');
    try {
      if (asked === 'en' || asked === 'zh-CN') {
        localStorage.setItem('language', asked);
      }
      return localStorage.getItem('language');
    } catch {
      return asked;
    }
  };
  document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => {
    try {
      return JSON.parse(localStorage.getItem('look') ?? '{}');
    } catch {
      return {};
    }
  };
  const apply = () => {
    const { theme, size } = chosen();
    document.documentElement.dataset.theme = theme ?? (dark.matches ? 'dark' : 'light');
    document.documentElement.dataset.size = size ?? 'normal';
    window.dispatchEvent(new Event('look'));
  };
  dark.addEventListener('change', apply);
  window.addEventListener('storage', apply);
  window.addEventListener('look-chosen', apply);
  apply();
})();
