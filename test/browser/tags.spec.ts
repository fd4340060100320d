import { expect, test } from '@playwright/test';
import { expectAccessible, openTicket, signIn } from './desk';

test('staff tag a ticket, get suggestions from tags in use, and see tags in the list; the requester sees none', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de etiquetas');
  const other = await openTicket(page, 'usuario.mesa', 'Otra prueba de etiquetas');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'sofia.supervisora');
  await desk.goto(`/staff/#/tickets/${number}`);
  const tags = desk.getByRole('region', { name: 'Etiquetas' });
  await tags.getByLabel('Añadir etiqueta').fill('Carga Masiva');
  await desk.keyboard.press('Enter');
  await expect(tags.getByText('carga-masiva')).toBeVisible();
  await tags.getByLabel('Añadir etiqueta').fill('¿?');
  await desk.keyboard.press('Enter');
  await expect(tags.getByRole('alert')).toBeVisible();
  await expectAccessible(desk);
  await expect(desk.getByText('Etiquetas: se puso carga-masiva')).toBeVisible();

  await desk.goto(`/staff/#/tickets/${other}`);
  await expect(desk.getByRole('heading', { name: 'Otra prueba de etiquetas' })).toBeVisible();
  await expect.poll(async () => JSON.stringify(await (await desk.request.get('/api/tags?q=carga')).json()), { timeout: 15_000 }).toContain('carga-masiva');
  await tags.getByLabel('Añadir etiqueta').fill('carga');
  await expect(desk.locator('datalist option[value="carga-masiva"]')).toHaveCount(1);

  await desk.goto('/staff/#/colas/all~tag=carga-masiva');
  await desk.getByRole('button', { name: 'Columnas' }).click();
  await desk.getByRole('checkbox', { name: 'Etiquetas' }).check();
  await expect(desk.getByRole('row', { name: number }).getByText('carga-masiva')).toBeVisible();

  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole('heading', { name: `Ticket #${number}` })).toBeVisible();
  await expect(page.getByText('carga-masiva')).toHaveCount(0);

  await desk.goto(`/staff/#/tickets/${number}`);
  await tags.getByRole('button', { name: 'Quitar la etiqueta carga-masiva' }).click();
  await expect(desk.getByText('Etiquetas: se quitó carga-masiva')).toBeVisible();
});
