/** Signing out on a shared computer: the person's texts are on the server, and not on the device (J2). */
import { expect, type Page, test } from '@playwright/test';
import { createTicket, signIn, signInAsNewcomer } from './stack';

/** Returns the names of the drafts that are stored on the device. */
const storedDrafts = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('mesa.draft.')));

test('signing out saves the text that was just typed and removes it from the device', async ({ page }) => {
  const { username } = await signInAsNewcomer(page);
  const number = await createTicket(page, 'Cerrar sesión al escribir');
  await page.goto(`/tickets/${number}`);
  const editor = page.getByRole('textbox', { name: 'Escriba una respuesta' });
  await editor.click();
  await page.keyboard.type('Lo último que escribí');
  await page.getByRole('button', { name: 'Cerrar sesión' }).click();
  await expect(page.getByRole('link', { name: 'Iniciar sesión' }).first()).toBeVisible();
  expect(await storedDrafts(page)).toEqual([]);

  await signIn(page, username);
  await page.goto(`/tickets/${number}`);
  await expect(editor).toHaveText('Lo último que escribí');
});

test('signing out saves the changes of an article and removes them from the device', async ({ page }) => {
  await signIn(page, 'ana.agente');
  const id = `salida-${Date.now().toString(36)}`;
  const texts = { es: { title: 'Antes de salir', summary: 'Un resumen.', body: '<p>Texto.</p>' } };
  const data = { categoryId: 'acceso', audience: 'internal', version: 0, texts };
  expect((await page.request.put(`/api/articles/${id}`, { data })).status()).toBe(200);
  await page.goto(`/staff/#/base/${id}`);
  await page.getByLabel('Resumen (es)').fill('Lo último que escribí.');
  await page.getByRole('button', { name: 'Cerrar sesión' }).click();
  await expect(page.getByRole('button', { name: 'Iniciar sesión' })).toBeVisible();
  expect(await storedDrafts(page)).toEqual([]);

  await signIn(page, 'ana.agente');
  const draft = (await (await page.request.get(`/api/article-drafts/${id}`)).json()) as { texts: typeof texts };
  expect(draft.texts.es.summary).toBe('Lo último que escribí.');
});

test('signing out in one tab signs out the other tabs, without their drafts', async ({ page, context }) => {
  await signInAsNewcomer(page);
  const number = await createTicket(page, 'Dos pestañas y una salida');
  await page.goto(`/tickets/${number}`);
  await page.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  const saved = page.waitForResponse((response) => response.url().includes('/api/drafts/') && response.request().method() === 'PUT');
  await page.keyboard.type('En la primera pestaña');
  await saved;
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Cerrar sesión' }).click();
  await expect(page.getByText('Para ver esta página, inicie sesión', { exact: false })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await storedDrafts(page)).toEqual([]);
});
