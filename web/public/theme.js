// Runs before the first paint, so it is small and not part of the bundle. The content security policy forbids inline scripts.
(() => {
  const root = document.documentElement;
  let saved = null;
  try {
    saved = localStorage.getItem('mesa.theme');
  } catch {
    // Storage is not available: the page follows the system.
  }
  const dark = saved === 'dark' || (saved !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-color-scheme', dark ? 'dark' : 'light');
  // Reserves the account's space in the header, so that a signed-in person does not see «Iniciar sesión» for a moment.
  if (document.cookie.split('; ').some((cookie) => cookie.startsWith('signed-in=')))
    root.setAttribute('data-signed-in', 'maybe');
  // For a path that is not prerendered, the server returns the home page's HTML. This attribute hides that HTML.
  const page = root.getAttribute('data-prerendered');
  if (page && page !== location.pathname.replace(/(.)\/$/, '$1')) root.setAttribute('data-other-page', '');
})();
