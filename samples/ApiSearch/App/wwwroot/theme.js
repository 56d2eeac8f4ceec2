// Loaded before the page is drawn, so that nobody who chose dark sees a flash of light. Without a choice the system's preference holds.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const current = () => root.dataset.theme ?? (dark.matches ? 'dark' : 'light');

  if (localStorage.theme) root.dataset.theme = localStorage.theme;

  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const label = () => button.setAttribute('aria-label', current() === 'dark' ? 'Use light colours' : 'Use dark colours');
    const changed = () => {
      label();
      dispatchEvent(new Event('themechange'));
    };
    button.addEventListener('click', () => {
      localStorage.theme = root.dataset.theme = current() === 'dark' ? 'light' : 'dark';
      changed();
    });
    dark.addEventListener('change', changed);
    label();
  });
})();
