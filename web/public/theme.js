// Loaded before the first paint, so it stays tiny and outside the bundle (the content security policy forbids inline scripts).
(() => {
  const root = document.documentElement;
  let saved = null;
  try {
    saved = localStorage.getItem('mesa.theme');
  } catch {
    // Storage can be switched off; the page then follows the system.
  }
  const dark = saved === 'dark' || (saved !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-color-scheme', dark ? 'dark' : 'light');
  // Reserve the account's place in the header instead of flashing «Iniciar sesión» at someone who is signed in.
  if (document.cookie.split('; ').some((cookie) => cookie.startsWith('signed-in=')))
    root.setAttribute('data-signed-in', 'maybe');
  // The origin answers unknown paths with the home page's HTML: don't flash it on another page.
  const page = root.getAttribute('data-prerendered');
  if (page && page !== location.pathname.replace(/(.)\/$/, '$1')) root.setAttribute('data-other-page', '');
})();
