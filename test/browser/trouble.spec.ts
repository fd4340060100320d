/**
 * Tests failures of the server and the connection: the page explains the failure, offers a retry, and loses no typed
 * text (J8).
 */
import { expect, type Page, test } from '@playwright/test';
import { createTicket, expectAccessible, signIn, signInAsNewcomer } from './stack';

const offline = 'No hay conexión con la Mesa de Servicio. Revise su conexión a internet e inténtelo de nuevo.';
const serverFailure = 'Falló algo de nuestro lado; no se perdió nada. Inténtelo de nuevo en un momento.';

/**
 * Makes POST requests to a path fail with a response that is not a problem document, as from a failing origin. Other
 * requests succeed.
 */
async function failPosts(page: Page, path: RegExp) {
  const handler = (route: Parameters<Parameters<Page['route']>[1]>[0]) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }) : route.fallback();
  await page.route(path, handler);
  return () => page.unroute(path, handler);
}

async function fillTicket(page: Page, subject: string) {
  await page.goto('/nuevo');
  await page.getByLabel('Temas de ayuda:').selectOption('sipot');
  await page.getByLabel('Resumen:').fill(subject);
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
  await page.keyboard.type('Texto que no se debe perder.');
}

async function expectFormFilled(page: Page, subject: string) {
  await expect(page.getByLabel('Resumen:')).toHaveValue(subject);
  await expect(page.getByRole('textbox', { name: 'Detalle del requerimiento:' })).toContainText('Texto que no se debe perder.');
}

test('a new ticket survives a server failure and being offline, and is sent once', async ({ page, context }) => {
  const subject = `Con fallas ${Date.now()}`;
  await signInAsNewcomer(page);
  await fillTicket(page, subject);
  const stopFailing = await failPosts(page, /\/api\/tickets$/);
  const send = page.getByRole('button', { name: 'Crear Ticket' });
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: serverFailure })).toBeVisible();
  await expectFormFilled(page, subject);
  await stopFailing();

  await context.setOffline(true);
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: offline })).toBeVisible();
  await expectFormFilled(page, subject);
  await context.setOffline(false);

  await page.reload();
  await expect(page.getByText('Recuperamos lo que había escrito.')).toBeVisible();
  await expectFormFilled(page, subject);
  await send.click();
  await expect(page.getByText('El Ticket se ha creado', { exact: false })).toBeVisible();
  const { items } = (await (await page.request.get('/api/tickets?status=all')).json()) as { items: { subject: string }[] };
  expect(items.filter((ticket) => ticket.subject === subject)).toHaveLength(1);
});

test('a page whose code cannot be loaded offline says that there is no connection, and the typed text is preserved', async ({ page, context }) => {
  await signInAsNewcomer(page);
  await fillTicket(page, 'Navegar sin conexión');
  await context.setOffline(true);
  await page.getByRole('link', { name: 'perfil' }).click();
  await expect(page.getByRole('alert').filter({ hasText: offline })).toBeVisible();
  await expect(page.getByText(serverFailure)).toHaveCount(0);
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Reintentar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Perfil' })).toBeVisible();
  await page.goto('/nuevo');
  await expectFormFilled(page, 'Navegar sin conexión');
});

test('a lost response does not create a second ticket', async ({ page }) => {
  const subject = `Respuesta perdida ${Date.now()}`;
  await signInAsNewcomer(page);
  await fillTicket(page, subject);
  let lost = 0;
  await page.route(/\/api\/tickets$/, async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.fallback();
    await route.fetch(); // the server processes the request, and only its response is lost
    return route.abort('connectionreset');
  });
  const send = page.getByRole('button', { name: 'Crear Ticket' });
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: offline })).toBeVisible();
  await expectFormFilled(page, subject);
  await send.click();
  await expect(page.getByText('El Ticket se ha creado', { exact: false })).toBeVisible();
  const { items } = (await (await page.request.get('/api/tickets?status=all')).json()) as { items: { subject: string }[] };
  expect(items.filter((ticket) => ticket.subject === subject)).toHaveLength(1);
});

test('an interrupted upload is retried', async ({ page, context }) => {
  await signInAsNewcomer(page);
  await page.goto('/nuevo');
  await expect(page.getByRole('button', { name: 'Agregar archivos aquí o elegirlos' })).toBeVisible();
  await context.setOffline(true);
  await page.locator('input[type=file]').setInputFiles({ name: 'prueba.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await expect(page.getByText('No se pudo subir. Revise su conexión e inténtelo de nuevo.', { exact: true })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Reintentar la subida de prueba.txt' }).click();
  await expect(page.getByText('Listo')).toBeVisible();
});

test('lists and tickets that cannot be loaded offer a retry, on the portal and on the staff page', async ({ page }) => {
  let failing = true;
  await page.route(/\/api\/tickets(\/|\?|$)/, (route) => (failing ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  for (const [path, username] of [
    ['/tickets', 'maria.lopez'],
    ['/staff/#/colas/open', 'ana.agente'],
  ] as const) {
    await signIn(page, username);
    failing = true;
    await page.goto(path);
    const retry = page.getByRole('button', { name: 'Reintentar' });
    await expect(retry.first()).toBeVisible();
    await expect(page.getByText(serverFailure).first()).toBeVisible();
    failing = false;
    await retry.first().click();
    await expect(retry).toHaveCount(0);
    await expect(page.getByRole('link', { name: /PNT\d{6}/ }).first()).toBeVisible();
  }
});

test('forms that need the settings offer a retry when these cannot be loaded', async ({ page }) => {
  await signIn(page, 'ana.agente');
  const { items } = (await (await page.request.get('/api/tickets?queue=open')).json()) as { items: { number: string }[] };
  let failing = true;
  await page.route('**/api/settings', (route) => (failing ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  await page.goto(`/staff/#/tickets/${items.at(0)?.number}`);
  const retry = page.getByRole('button', { name: 'Reintentar' });
  await expect(retry.first()).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);
  failing = false;
  await retry.first().click();
  await expect(retry).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeVisible();
});

test('an agent’s response survives a server failure and being offline, and is sent once', async ({ page, context }) => {
  await signIn(page, 'ana.agente');
  const { items } = (await (await page.request.get('/api/tickets?queue=open')).json()) as { items: { number: string }[] };
  const number = items.at(-1)?.number ?? '';
  await page.goto(`/staff/#/tickets/${number}`);
  await page.getByRole('radio', { name: 'Nota interna' }).check();
  const editor = page.getByRole('textbox', { name: 'Nota para el personal' });
  const note = `Nota con fallas ${Date.now()}`;
  await editor.click();
  await page.keyboard.type(note);
  const stopFailing = await failPosts(page, /\/entries$/);
  const send = page.getByRole('button', { name: 'Guardar nota' });
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: serverFailure })).toBeVisible();
  await expect(editor).toContainText(note);
  await stopFailing();
  await context.setOffline(true);
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: offline })).toBeVisible();
  await expect(editor).toContainText(note);
  await context.setOffline(false);
  await send.click();
  await expect(page.getByText('Nota guardada.').first()).toBeVisible();
  const { entries } = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { entries: { body?: string }[] };
  expect(entries.filter(({ body }) => body?.includes(note))).toHaveLength(1);
});

test('a failed sign-in request is reported and keeps the user name', async ({ page }) => {
  await page.goto('/iniciar-sesion');
  await page.getByLabel('Usuario o correo electrónico').fill('maria.lopez');
  await page.getByLabel(/^Contraseña/).fill('x');
  const stopFailing = await failPosts(page, /\/api\/session$/);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(page.getByRole('alert').filter({ hasText: serverFailure })).toBeVisible();
  await expect(page.getByLabel('Usuario o correo electrónico')).toHaveValue('maria.lopez');
  await stopFailing();
});

test('an unexpected response is reported in place, and other pages still work', async ({ page }) => {
  let malformed = true;
  await page.route(/\/api\/tickets(\?|$)/, (route) =>
    malformed ? route.fulfill({ status: 200, contentType: 'application/json', body: '{"items":[{}],"counts":null}' }) : route.fallback(),
  );
  for (const [path, username, otherPage] of [
    ['/tickets', 'maria.lopez', 'Base de conocimientos'],
    ['/staff/#/colas/open', 'ana.agente', 'Conocimientos'],
  ] as const) {
    await signIn(page, username);
    malformed = true;
    await page.goto(path);
    await expect(page.getByText('Algo no salió bien')).toBeVisible();
    await page.getByRole('link', { name: otherPage }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Base de conocimientos' })).toBeVisible();
    await expect(page.getByText('Algo no salió bien')).toHaveCount(0);
    await page.goBack();
    await expect(page.getByText('Algo no salió bien')).toBeVisible();
    malformed = false;
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await expect(page.getByRole('link', { name: /PNT\d{6}/ }).first()).toBeVisible();
  }
});

test('an agent’s response whose confirmation was lost is sent once, and text typed meanwhile stays', async ({ page }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, `Respuesta del agente perdida ${Date.now()}`);
  await signIn(page, 'ana.agente');
  await page.goto(`/staff/#/tickets/${number}`);
  const editor = page.getByRole('textbox', { name: 'Respuesta al usuario' });
  let lost = 0;
  let releaseRetry = () => {};
  const retryReleased = new Promise<void>((resolve) => {
    releaseRetry = resolve;
  });
  await page.route(/\/entries$/, async (route) => {
    if (lost++ === 0) {
      await route.fetch(); // the server processes the request, and only its response is lost
      return route.abort('connectionreset');
    }
    await retryReleased;
    return route.fallback();
  });
  await editor.click();
  await page.keyboard.type('Contestado una vez.');
  const send = page.getByRole('button', { name: 'Enviar respuesta', exact: true });
  const threadReloaded = page.waitForResponse((response) => response.url().endsWith(`/api/tickets/${number}`) && response.request().method() === 'GET');
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: offline })).toBeVisible();
  await threadReloaded; // by now the thread shows the agent's own response
  await expect(editor).toContainText('Contestado una vez.');
  await send.click();
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Y algo más.');
  releaseRetry();
  await expect(page.getByText('Respuesta enviada.').first()).toBeVisible();
  await expect(editor).toContainText('Y algo más.');
  const { entries } = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { entries: { kind: string }[] };
  expect(entries.filter(({ kind }) => kind === 'response')).toHaveLength(1);
});

test('a page whose scripts cannot be loaded says so, and loads when the connection is back', async ({ page }) => {
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  for (const path of ['/nuevo', '/faq', '/staff/']) {
    await page.goto(path);
    await expect(page.getByRole('alert')).toContainText('No se pudo cargar la página. Revise su conexión a internet.');
    await expectAccessible(page);
  }
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Volver a cargar' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Iniciar sesión' })).toBeVisible();
});
