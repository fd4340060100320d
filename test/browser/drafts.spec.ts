import { type Browser, expect, type Page, test } from '@playwright/test';
import { createTicket, expectAccessible, person, signIn, signInAsNewcomer } from './stack';

/** Simulates another device: opens a page in a browser context with its own storage. */
async function device(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(page, username);
  return page;
}

/** Waits until the typed text is stored on the server. */
function waitForSave(page: Page) {
  return page.waitForResponse((response) => response.url().includes('/api/drafts/') && response.request().method() === 'PUT' && response.ok(), {
    timeout: 20_000,
  });
}

async function typeAndWaitForSave(page: Page, name: string, text: string) {
  await page.getByRole('textbox', { name }).click();
  await page.keyboard.press('Control+End');
  const saved = waitForSave(page);
  await page.keyboard.type(text);
  await saved;
}

const tabConflict = 'Hay un borrador más reciente de otro dispositivo o de otra pestaña';
const responseLabel = 'Respuesta al usuario';

test('a response started on one device continues on another; if text was typed on both, the person chooses', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Un borrador en dos aparatos');
  const desktop = await device(browser, 'ana.agente');
  await desktop.goto(`/staff/#/tickets/${number}`);
  await typeAndWaitForSave(desktop, responseLabel, 'Empezado en el escritorio');

  const phone = await device(browser, 'ana.agente');
  await phone.goto(`/staff/#/tickets/${number}`);
  await expect(phone.getByRole('textbox', { name: responseLabel })).toHaveText('Empezado en el escritorio');
  await typeAndWaitForSave(phone, responseLabel, ' y seguido en el teléfono');

  await typeAndWaitForSave(desktop, responseLabel, ' (otra idea)');
  await expect(desktop.getByText(tabConflict)).toBeVisible();
  await expect(desktop.getByText('Empezado en el escritorio y seguido en el teléfono')).toBeVisible();
  await expectAccessible(desktop);
  await desktop.getByRole('button', { name: 'Usar ese borrador' }).click();
  await expect(desktop.getByRole('textbox', { name: responseLabel })).toHaveText('Empezado en el escritorio y seguido en el teléfono');
  await desktop.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(desktop.getByText('Respuesta enviada.').first()).toBeVisible();
  await expect.poll(async () => (await desktop.request.get(`/api/drafts/ticket.${number}.response`)).status()).toBe(404);

  // A draft that was sent on one device disappears from the other device.
  await phone.goto('/staff/');
  await phone.goto(`/staff/#/tickets/${number}`);
  await expect(phone.getByRole('listitem').filter({ hasText: 'y seguido en el teléfono' })).toBeVisible();
  await expect(phone.getByRole('textbox', { name: responseLabel })).toHaveText('');
});

const replyLabel = 'Escriba una respuesta';

test('if text was typed in two tabs, the second tab shows it and the person chooses', async ({ page, context }) => {
  await signInAsNewcomer(page);
  const number = await createTicket(page, 'Un borrador en dos pestañas');
  await page.goto(`/tickets/${number}`);
  const second = await context.newPage();
  await second.goto(`/tickets/${number}`);
  await expect(second.getByRole('textbox', { name: replyLabel })).toBeVisible();
  await typeAndWaitForSave(page, replyLabel, 'En la primera');

  await typeAndWaitForSave(second, replyLabel, 'En la segunda');
  await expect(second.getByText(tabConflict)).toBeVisible();
  await expect(second.getByText('En la primera')).toBeVisible();

  // Text that is typed before the choice survives a reload, although the first tab also stores its text.
  await second.keyboard.type(', y sigo');
  await typeAndWaitForSave(page, replyLabel, ' otra vez');
  await expect(page.getByText(tabConflict)).toBeVisible();
  await second.reload();
  await expect(second.getByRole('textbox', { name: replyLabel })).toHaveText('En la segunda, y sigo');
  await second.getByRole('button', { name: 'Conservar lo que está aquí' }).click();
  await expect(second.getByText(tabConflict)).toBeHidden();
});

test('a reload in the middle of a sentence is not another tab', async ({ page }) => {
  await signInAsNewcomer(page);
  const number = await createTicket(page, 'Recargar al escribir');
  await page.goto(`/tickets/${number}`);
  const editor = page.getByRole('textbox', { name: replyLabel });
  await typeAndWaitForSave(page, replyLabel, 'Guardado');
  await page.keyboard.type(' y escribiendo');
  await page.reload();
  await expect(editor).toHaveText('Guardado y escribiendo');
  await typeAndWaitForSave(page, replyLabel, ' más');
  await expect(page.getByText(tabConflict)).toHaveCount(0);
});

test('no typed text is lost when the session ends while a response is written', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'La sesión termina');
  const desktop = await device(browser, 'ana.agente');
  await desktop.goto(`/staff/#/tickets/${number}`);
  await typeAndWaitForSave(desktop, responseLabel, 'Antes de que terminara');
  await desktop.request.delete('/api/session');
  await desktop.getByRole('textbox', { name: responseLabel }).click();
  await desktop.keyboard.type(' la sesión');
  await desktop.getByRole('button', { name: 'Enviar respuesta' }).click();
  await desktop.getByLabel('Contraseña', { exact: false }).first().fill(person('ana.agente').password);
  await desktop.getByRole('button', { name: 'Iniciar sesión', exact: true }).click();
  await expect(desktop.getByRole('textbox', { name: responseLabel })).toHaveText('Antes de que terminara la sesión');
  await desktop.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(desktop.getByText('Respuesta enviada.').first()).toBeVisible();
});

test('the draft of a new ticket and its file appear on another device', async ({ page, browser }) => {
  const { username } = await signInAsNewcomer(page);
  await page.goto('/nuevo');
  await page.getByLabel('Resumen:').fill('Empezado en casa');
  await page.locator('input[type=file]').setInputFiles({ name: 'prueba.txt', mimeType: 'text/plain', buffer: Buffer.from('hola') });
  await expect(page.getByText('prueba.txt').first()).toBeVisible();
  await typeAndWaitForSave(page, 'Detalle del requerimiento:', 'Con todo y archivo');

  const office = await device(browser, username);
  await office.addInitScript(() => {
    const measuredWindow = window as Window & { layoutShift?: number };
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[])
        measuredWindow.layoutShift = (measuredWindow.layoutShift ?? 0) + shift.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await office.goto('/nuevo');
  await expect(office.getByLabel('Resumen:')).toHaveValue('Empezado en casa');
  // The form and its draft appear together, so that the layout does not shift.
  expect(await office.evaluate(() => (window as Window & { layoutShift?: number }).layoutShift ?? 0)).toBe(0);
  await expect(office.getByRole('textbox', { name: 'Detalle del requerimiento:' })).toHaveText('Con todo y archivo');
  await expect(office.getByText('prueba.txt').first()).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Descartar' }).first().click();
  await expect.poll(async () => (await office.request.get('/api/drafts/nuevo')).status()).toBe(404);
});

test('a slow lookup of the draft does not block typing', async ({ page }) => {
  await signInAsNewcomer(page);
  let releaseLookup = () => {};
  const lookupReleased = new Promise<void>((resolve) => (releaseLookup = resolve));
  await page.route('**/api/drafts/nuevo', async (route) => {
    if (route.request().method() === 'GET') await lookupReleased;
    await route.continue();
  });
  const lookup = page.waitForResponse((response) => response.url().endsWith('/api/drafts/nuevo') && response.request().method() === 'GET');
  await page.goto('/nuevo');
  await page.getByLabel('Resumen:').fill('Sin esperar', { timeout: 5000 });
  releaseLookup();
  await lookup;
  await expect(page.getByLabel('Resumen:')).toHaveValue('Sin esperar');
});
