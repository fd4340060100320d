import { expect, type Page, test } from '@playwright/test';
import { mails, signIn, signInAsNewcomer } from './stack';

/** Collects the errors in the console and the methods of the requests to /api/session. */
function watch(page: Page) {
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => request.url().endsWith('/api/session') && requests.push(request.method()));
  return { errors, requests };
}

test('public pages do not request the session if nobody has signed in', async ({ page }) => {
  const { errors, requests } = watch(page);
  for (const path of ['/', '/faq', '/iniciar-sesion', '/solicitar-alta', '/staff/']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('h1').first()).toBeVisible();
  }
  expect(errors).toEqual([]);
  expect(requests).toEqual([]);
});

test('a signed-in person is shown on every page until they sign out', async ({ page, context }) => {
  await signIn(page, 'usuario.mesa');
  const { errors } = watch(page);
  await page.goto('/faq');
  await expect(page.getByRole('list', { name: 'Su cuenta' })).toContainText('USUARIO MESA');
  const cookies = await context.cookies();
  expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite })).sort((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'device', httpOnly: true, sameSite: 'Lax' },
    { name: 'session', httpOnly: true, sameSite: 'Lax' },
    { name: 'signed-in', httpOnly: false, sameSite: 'Lax' },
  ]);
  await page.getByRole('button', { name: 'Cerrar sesión' }).click();
  await expect(page.getByRole('link', { name: 'Iniciar sesión' }).first()).toBeVisible();
  // The device stays known to its account (A7).
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['device']);
  expect(errors).toEqual([]);
});

test('a session that ended on the server is detected by one request', async ({ page, context }) => {
  await signIn(page, 'usuario.mesa');
  const session = (await context.cookies()).find(({ name }) => name === 'session');
  if (!session) throw new Error('no session');
  await context.addCookies([{ ...session, value: `${session.value.slice(0, -2)}AA` }]);
  const { requests } = watch(page);
  for (const path of ['/', '/faq']) {
    await page.goto(path);
    await expect(page.getByRole('link', { name: 'Iniciar sesión' }).first()).toBeVisible();
  }
  expect(requests).toEqual(['GET']);
});

test('signing in redirects only to pages of this site', async ({ page }) => {
  await signIn(page, 'usuario.mesa');
  for (const [target, path] of [
    ['/tickets?estado=all#x', '/tickets?estado=all#x'],
    ['https://example.org/', '/'],
    ['//example.org/', '/'],
    ['/\t/example.org', '/'],
    ['\\\\example.org', '/'],
    ['javascript:alert(1)', '/'],
  ] as const) {
    await page.goto(`/iniciar-sesion?volver=${encodeURIComponent(target)}`);
    await expect(page).toHaveURL(new URL(path, page.url()).href);
    await expect(page.locator('h1')).toBeVisible();
  }
});

test('text typed by one person is never sent as another who signed in in a second tab', async ({ page }) => {
  const subject = `De otra persona ${Date.now()}`;
  await signIn(page, 'usuario.mesa');
  await page.goto('/nuevo');
  await page.getByLabel('Temas de ayuda:').selectOption('sipot');
  await page.getByLabel('Resumen:').fill(subject);
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
  await page.keyboard.type('Solo mío.');
  await signIn(page, 'maria.lopez');
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(page.getByRole('list', { name: 'Su cuenta' })).toContainText('María López Estrada');
  await expect(page.getByLabel('Resumen:')).not.toHaveValue(subject);
  const { items } = (await (await page.request.get('/api/tickets?status=all')).json()) as { items: { subject: string }[] };
  expect(items.filter((ticket) => ticket.subject === subject)).toEqual([]);
  const draft = await page.request.get('/api/drafts/nuevo');
  expect(draft.status() === 404 || !(await draft.text()).includes('Solo mío')).toBe(true);

  await signIn(page, 'usuario.mesa');
  await page.goto('/nuevo');
  await expect(page.getByLabel('Resumen:')).toHaveValue(subject);
  await page.getByRole('button', { name: 'Descartar y empezar de nuevo' }).click();
});

test('a failed sign-out is reported', async ({ page }) => {
  await signIn(page, 'usuario.mesa');
  await page.goto('/faq');
  await page.route('**/api/session', (route) => (route.request().method() === 'DELETE' ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  await page.getByRole('button', { name: 'Cerrar sesión' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'No se pudo cerrar la sesión.' })).toBeVisible();
});

test('a person changes their data and their password', async ({ page }) => {
  const { username, password, email } = await signInAsNewcomer(page);
  await page.goto('/perfil');
  await page.getByLabel('Teléfono').fill('55 1234 5678');
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(page.getByText('Sus datos se guardaron.')).toBeVisible();
  const next = 'Otra frase muy larga 88';
  const current = page.getByLabel('Contraseña actual');
  await current.fill('no es esta');
  await page.getByLabel('Contraseña nueva').fill(next);
  await page.getByRole('button', { name: 'Cambiar contraseña' }).click();
  await expect(page.getByText('La contraseña actual no es correcta.')).toBeVisible();
  await expect(current).toBeFocused();
  await current.fill(password);
  await page.getByRole('button', { name: 'Cambiar contraseña' }).click();
  await expect(page.getByText('Su contraseña se cambió.')).toBeVisible();
  await expect.poll(async () => (await mails(page, '', email)).some(({ text }) => text.includes('Si usted no la cambió')), { timeout: 20_000 }).toBe(true);
  expect((await page.request.post('/api/session', { data: { username, password } })).status()).toBe(401);
  expect((await page.request.post('/api/session', { data: { username, password: next } })).status()).toBe(200);
  await page.reload();
  await expect(page.getByLabel('Teléfono')).toHaveValue('55 1234 5678');
});
