// Runs before the first paint and before the bundle, so it is small and not part of the bundle. The content security policy
// forbids inline scripts.
(() => {
  const root = document.documentElement;
  const saved = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage is not available: the defaults apply.
    }
  };

  const theme = saved('mesa.theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-color-scheme', dark ? 'dark' : 'light');
  // Reserves the account's space in the header, so that a signed-in person does not see «Iniciar sesión» for a moment.
  if (document.cookie.split('; ').some((cookie) => cookie.startsWith('signed-in=')))
    root.setAttribute('data-signed-in', 'maybe');
  // For a path that is not prerendered, the server returns the home page's HTML. This attribute hides that HTML.
  const page = root.getAttribute('data-prerendered');
  if (page && page !== location.pathname.replace(/(.)\/$/, '$1')) root.setAttribute('data-other-page', '');

  // If the bundle cannot be loaded, most pages would remain empty. The notice is built here, because no other code runs (J8).
  const english = saved('mesa.language') === 'en';
  const [text, reload] = english
    ? ['The page could not be loaded. Check your internet connection.', 'Reload']
    : ['No se pudo cargar la página. Revise su conexión a internet.', 'Volver a cargar'];
  function showLoadFailure({ target }) {
    // Scripts that a browser extension or a proxy adds are blocked by the content security policy. The page works without them.
    const isOwnScript = target instanceof HTMLScriptElement && target.src.startsWith(`${location.origin}/`);
    if (!isOwnScript || document.querySelector('.load-failure')) return;
    const notice = document.createElement('div');
    notice.className = 'load-failure';
    notice.lang = english ? 'en' : 'es';
    notice.setAttribute('role', 'alert');
    const button = document.createElement('button');
    button.textContent = reload;
    button.addEventListener('click', () => location.reload());
    notice.append(text, button);
    document.body.prepend(notice);
  }
  // The event of a failed script does not bubble.
  window.addEventListener('error', showLoadFailure, true);
})();
