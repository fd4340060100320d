import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person, signIn, signInAsNewcomer } from './stack';

/** Ends the session, as if it expired, the person signed out in another tab, or the password was changed. */
async function endSession(page: Page) {
  expect((await page.request.delete('/api/session')).status()).toBe(204);
}

async function signInAgain(page: Page, username: string) {
  const dialog = page.getByRole('dialog', { name: 'Su sesión terminó' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel('Usuario o correo electrónico')).toHaveValue(username);
  await expect(dialog.getByLabel(/^Contraseña/)).toBeFocused();
  for (let press = 0; press < 2; press++) await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await page.keyboard.type(person(username).password);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

type Card = { number: string; subject: string };

async function ticketsOf(page: Page, query: string): Promise<Card[]> {
  return ((await (await page.request.get(`/api/tickets?${query}`)).json()) as { items: Card[] }).items;
}

test('the text of a new ticket survives the end of the session, and the ticket is created once', async ({ page }) => {
  const subject = `Sesión terminada ${Date.now()}`;
  const { username } = await signInAsNewcomer(page);
  await page.goto('/nuevo');
  await page.getByLabel('Temas de ayuda:').selectOption('sisai');
  await page.getByLabel('Resumen:').fill(subject);
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
  await page.keyboard.type('Lo que escribí antes de que terminara la sesión.');
  await page.locator('input[type=file]').setInputFiles({ name: 'antes.txt', mimeType: 'text/plain', buffer: Buffer.from('antes') });
  await expect(page.getByText('Listo')).toBeVisible();
  await endSession(page);
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await signInAgain(page, username);

  await expect(page.getByLabel('Temas de ayuda:')).toHaveValue('sisai');
  await expect(page.getByLabel('Resumen:')).toHaveValue(subject);
  await expect(page.getByRole('textbox', { name: 'Detalle del requerimiento:' })).toContainText('Lo que escribí antes');
  await expect(page.getByLabel('Estado:')).toHaveValue('FEDERACION');
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(page.getByText('El Ticket se ha creado', { exact: false })).toBeVisible();
  await expect(page.getByText('Lo que escribí antes de que terminara la sesión.')).toBeVisible();
  await expect(page.getByRole('link', { name: /antes\.txt/ })).toBeVisible();
  expect((await ticketsOf(page, 'status=open')).filter((ticket) => ticket.subject === subject)).toHaveLength(1);
});

test('a file upload that failed because the session ended succeeds after signing in again', async ({ page }) => {
  const { username } = await signInAsNewcomer(page);
  await page.goto('/nuevo');
  await expect(page.getByRole('button', { name: 'Agregar archivos aquí o elegirlos' })).toBeVisible();
  await endSession(page);
  await page.locator('input[type=file]').setInputFiles({ name: 'despues.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await signInAgain(page, username);
  await page.getByRole('button', { name: 'Reintentar la subida de despues.txt' }).click();
  await expect(page.getByText('Listo')).toBeVisible();
});

test('a requester’s reply survives the end of the session and is sent once', async ({ page }) => {
  const { username } = await signInAsNewcomer(page);
  const created = await page.request.post('/api/tickets', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { topicId: 'sisai', subject: 'Para responder tarde', detail: '<p>Uno</p>', entity: 'JALISCO' },
  });
  const { number } = (await created.json()) as Card;
  await page.goto(`/tickets/${number}`);
  const editor = page.getByRole('textbox', { name: 'Escriba una respuesta' });
  await editor.click();
  await page.keyboard.type('Respuesta a medias');
  await endSession(page);
  await page.keyboard.type(' que sigo escribiendo');
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  await signInAgain(page, username);
  await expect(editor).toContainText('Respuesta a medias que sigo escribiendo');
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(page.getByText('Su respuesta se envió.')).toBeVisible();
  await expect(page.locator('article, li').getByText('Respuesta a medias que sigo escribiendo').first()).toBeVisible();
  const { entries } = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { entries: { body?: string }[] };
  expect(entries.filter(({ body }) => body?.includes('sigo escribiendo'))).toHaveLength(1);
});

test('an agent’s response survives the end of the session and is sent once', async ({ page, playwright, baseURL }) => {
  const requester = await playwright.request.newContext({ baseURL });
  const { username, password } = person('lucia.ramirez');
  await requester.post('/api/session', { data: { username, password } });
  const created = await requester.post('/api/tickets', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { topicId: 'sisai', subject: 'Para contestar tarde', detail: '<p>Uno</p>', entity: 'JALISCO' },
  });
  const { number } = (await created.json()) as Card;
  await signIn(page, 'bruno.agente');
  type Ticket = { assignee: { id: string } | null; entries: { body?: string }[] };
  const read = async () => (await (await page.request.get(`/api/tickets/${number}`)).json()) as Ticket;
  await expect.poll(async () => (await read()).assignee?.id, { timeout: 15_000 }).toBe('bruno-agente');

  await page.goto(`/staff/#/tickets/${number}`);
  const editor = page.getByRole('textbox', { name: 'Respuesta al usuario' });
  await editor.click();
  await page.keyboard.type('Contestación a medias');
  await endSession(page);
  await page.keyboard.type(' que sigo escribiendo');
  const resolve = async () => {
    await page.getByRole('button', { name: 'Enviar y marcar Atendido' }).click();
    const triage = page.getByRole('dialog', { name: 'El ticket no tiene prioridad' });
    await triage.getByRole('radio', { name: /Dejar sin valorar/ }).check();
    await triage.getByRole('button', { name: 'Enviar y marcar Atendido' }).click();
  };
  await resolve();
  await signInAgain(page, 'bruno.agente');
  await expect(editor).toContainText('Contestación a medias que sigo escribiendo');
  await resolve();
  await expect(page.getByText('Respuesta enviada; el ticket quedó Atendido.').first()).toBeVisible();
  expect((await read()).entries.filter(({ body }) => body?.includes('sigo escribiendo'))).toHaveLength(1);
  await requester.dispose();
});

test('a person who leaves the page without signing in finds the typed text after signing in later', async ({ page }) => {
  const { username, password } = await signInAsNewcomer(page);
  await page.goto('/nuevo');
  await page.getByLabel('Resumen:').fill('Para otro día');
  await endSession(page);
  await page.locator('input[type=file]').setInputFiles({ name: 'tarde.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await page.getByRole('button', { name: 'Salir sin iniciar sesión' }).click();
  await expect(page.getByText('Para ver esta página, inicie sesión', { exact: false })).toBeVisible();
  await page.getByLabel('Usuario o correo electrónico').fill(username);
  await page.getByLabel(/^Contraseña/).fill(password);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(page.getByText('Recuperamos lo que había escrito.')).toBeVisible();
  await expect(page.getByLabel('Resumen:')).toHaveValue('Para otro día');
});

test('staff are warned before the session ends without activity, and can stay', async ({ page }) => {
  await signIn(page, 'ana.agente');
  // The page receives an end in 122 seconds, so that the warning appears after two.
  const endsAt = Date.now() + 122_000;
  await page.route('/api/session', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), idleSeconds: Math.floor((endsAt - Date.now()) / 1000) } });
  });
  await page.goto('/staff/#/perfil');
  const warning = page.getByRole('dialog', { name: 'Su sesión está por terminar' });
  await expect(warning).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const extended = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().endsWith('/api/session'));
  await page.unroute('/api/session');
  await page.keyboard.press('Enter');
  expect((await (await extended).json()) as object).toEqual({ idleSeconds: 1800 });
  await expect(warning).toBeHidden();
});
