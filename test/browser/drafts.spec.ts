import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, open, person, signIn, signInAsNewcomer } from './desk';

/** Simulates another device: opens a page in a browser context with its own storage. */
async function device(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(page, username);
  return page;
}

/** Waits until the typed text is stored on the server. */
function waitForSave(page: Page) {
  return page.waitForResponse((answer) => answer.url().includes('/api/drafts/') && answer.request().method() === 'PUT' && answer.ok(), { timeout: 20_000 });
}

async function type(page: Page, name: string, text: string) {
  await page.getByRole('textbox', { name }).click();
  await page.keyboard.press('Control+End');
  const saved = waitForSave(page);
  await page.keyboard.type(text);
  await saved;
}

const answerName = 'Respuesta al usuario';

test('an answer started on one device continues on another; when both typed, the person chooses', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await open(page, 'Un borrador en dos aparatos');
  const desk = await device(browser, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${number}`);
  await type(desk, answerName, 'Empezado en el escritorio');

  const phone = await device(browser, 'ana.agente');
  await phone.goto(`/staff/#/tickets/${number}`);
  await expect(phone.getByRole('textbox', { name: answerName })).toHaveText('Empezado en el escritorio');
  await type(phone, answerName, ' y seguido en el teléfono');

  await type(desk, answerName, ' (otra idea)');
  await expect(desk.getByText('Hay un borrador más reciente de otro dispositivo')).toBeVisible();
  await expect(desk.getByText('Empezado en el escritorio y seguido en el teléfono')).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Usar ese borrador' }).click();
  await expect(desk.getByRole('textbox', { name: answerName })).toHaveText('Empezado en el escritorio y seguido en el teléfono');
  await desk.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(desk.getByText('Respuesta enviada.').first()).toBeVisible();
  await expect.poll(async () => (await desk.request.get(`/api/drafts/ticket.${number}.response`)).status()).toBe(404);

  // A draft that was sent on one device disappears from the other one.
  await phone.goto('/staff/');
  await phone.goto(`/staff/#/tickets/${number}`);
  await expect(phone.getByRole('listitem').filter({ hasText: 'y seguido en el teléfono' })).toBeVisible();
  await expect(phone.getByRole('textbox', { name: answerName })).toHaveText('');
});

test('nothing is lost when the session ends in the middle of an answer', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await open(page, 'La sesión termina');
  const desk = await device(browser, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${number}`);
  await type(desk, answerName, 'Antes de que terminara');
  await desk.request.delete('/api/session');
  await desk.getByRole('textbox', { name: answerName }).click();
  await desk.keyboard.type(' la sesión');
  await desk.getByRole('button', { name: 'Enviar respuesta' }).click();
  await desk.getByLabel('Contraseña', { exact: false }).first().fill(person('ana.agente').password);
  await desk.getByRole('button', { name: 'Iniciar sesión', exact: true }).click();
  await expect(desk.getByRole('textbox', { name: answerName })).toHaveText('Antes de que terminara la sesión');
  await desk.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(desk.getByText('Respuesta enviada.').first()).toBeVisible();
});

test('the draft of a new ticket, with its file, is on another device', async ({ page, browser }) => {
  const { username } = await signInAsNewcomer(page);
  await page.goto('/nuevo');
  await page.getByLabel('Resumen:').fill('Empezado en casa');
  await page.locator('input[type=file]').setInputFiles({ name: 'prueba.txt', mimeType: 'text/plain', buffer: Buffer.from('hola') });
  await expect(page.getByText('prueba.txt').first()).toBeVisible();
  await type(page, 'Detalle del requerimiento:', 'Con todo y archivo');

  const office = await device(browser, username);
  await office.addInitScript(() => {
    const shown = window as Window & { moved?: number };
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[]) shown.moved = (shown.moved ?? 0) + shift.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await office.goto('/nuevo');
  await expect(office.getByLabel('Resumen:')).toHaveValue('Empezado en casa');
  // The form and its draft appear together, so that the layout does not shift.
  expect(await office.evaluate(() => (window as Window & { moved?: number }).moved ?? 0)).toBe(0);
  await expect(office.getByRole('textbox', { name: 'Detalle del requerimiento:' })).toHaveText('Con todo y archivo');
  await expect(office.getByText('prueba.txt').first()).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Descartar' }).first().click();
  await expect.poll(async () => (await office.request.get('/api/drafts/nuevo')).status()).toBe(404);
});

test('a slow lookup of the draft does not block typing', async ({ page }) => {
  await signInAsNewcomer(page);
  let answerLookup = () => {};
  const typed = new Promise<void>((resolve) => (answerLookup = resolve));
  await page.route('**/api/drafts/nuevo', async (route) => {
    if (route.request().method() === 'GET') await typed;
    await route.continue();
  });
  const lookup = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts/nuevo') && answer.request().method() === 'GET');
  await page.goto('/nuevo');
  await page.getByLabel('Resumen:').fill('Sin esperar', { timeout: 5000 });
  answerLookup();
  await lookup;
  await expect(page.getByLabel('Resumen:')).toHaveValue('Sin esperar');
});
