import { expect, test } from '@playwright/test';
import { createTicketAs, expectAccessible, signIn } from './stack';

test('staff tag a ticket, get suggestions from tags in use, and see tags in the list; the requester sees none', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de etiquetas');
  const other = await createTicketAs(page, 'usuario.mesa', 'Otra prueba de etiquetas');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'sofia.supervisora');
  await agent.goto(`/staff/#/tickets/${number}`);
  const tags = agent.getByRole('region', { name: 'Etiquetas' });
  await tags.getByLabel('Añadir etiqueta').fill('Carga Masiva');
  await agent.keyboard.press('Enter');
  await expect(tags.getByText('carga-masiva')).toBeVisible();
  await tags.getByLabel('Añadir etiqueta').fill('¿?');
  await agent.keyboard.press('Enter');
  await expect(tags.getByRole('alert')).toBeVisible();
  await expectAccessible(agent);
  await expect(agent.getByText('Etiquetas: se puso carga-masiva')).toBeVisible();

  await agent.goto(`/staff/#/tickets/${other}`);
  await expect(agent.getByRole('heading', { name: 'Otra prueba de etiquetas' })).toBeVisible();
  await expect.poll(async () => JSON.stringify(await (await agent.request.get('/api/tags?q=carga')).json()), { timeout: 15_000 }).toContain('carga-masiva');
  await tags.getByLabel('Añadir etiqueta').fill('carga');
  await expect(agent.locator('datalist option[value="carga-masiva"]')).toHaveCount(1);

  await agent.goto('/staff/#/colas/all~tag=carga-masiva');
  await agent.getByRole('button', { name: 'Columnas' }).click();
  await agent.getByRole('checkbox', { name: 'Etiquetas' }).check();
  await expect(agent.getByRole('row', { name: number }).getByText('carga-masiva')).toBeVisible();

  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole('heading', { name: `Ticket #${number}` })).toBeVisible();
  await expect(page.getByText('carga-masiva')).toHaveCount(0);

  await agent.goto(`/staff/#/tickets/${number}`);
  await tags.getByRole('button', { name: 'Quitar la etiqueta carga-masiva' }).click();
  await expect(agent.getByText('Etiquetas: se quitó carga-masiva')).toBeVisible();
});
