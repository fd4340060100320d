import { expect, test } from '@playwright/test';
import { createTicketAs, expectAccessible, expectNoSidewaysScroll, signIn } from './stack';

test('a long conversation has a button that jumps to its end, and long quotations are collapsed', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de conversación larga');
  const quote = `<blockquote><p>${'Lo que se dijo antes. '.repeat(40)}</p></blockquote>`;
  for (const body of ['<p>Uno</p>', '<p>Dos</p>', '<p>Tres</p>', `<p>Respondo a esto:</p>${quote}<p>Es lo último.</p>`]) {
    const response = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind: 'message', body } });
    expect(response.status()).toBe(201);
  }
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'ana.agente');
  for (const [reader, path] of [
    [agent, `/staff/#/tickets/${number}`],
    [page, `/tickets/${number}`],
  ] as const) {
    await reader.goto(path);
    const quoted = reader.getByText('Lo que se dijo antes.').first();
    await reader.getByRole('button', { name: 'Saltar a lo más reciente' }).press('Enter');
    await expect(reader.locator('li:focus')).toContainText('Es lo último.');
    await expect(reader.getByText('Es lo último.')).toBeInViewport();
    await expect(quoted).toBeHidden();
    await reader.getByText('Ver el texto citado').click();
    await expect(quoted).toBeVisible();
    await expectAccessible(reader);
    await reader.setViewportSize({ width: 320, height: 700 });
    await expectNoSidewaysScroll(reader);
  }
});

test('staff cannot respond to a closed ticket', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de un ticket cerrado sin respuesta');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${number}`);
  await expect(agent.getByRole('button', { name: 'Enviar respuesta' })).toBeVisible();
  const closed = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind: 'message', body: '<p>Ya quedó.</p>', status: 'closed' } });
  expect(closed.status()).toBe(201);
  await agent.reload();
  await expect(agent.getByText('El ticket está Cerrado: solo admite notas internas.')).toBeVisible();
  await expect(agent.getByRole('button', { name: 'Enviar respuesta' })).toHaveCount(0);
});

test('an article is inserted at the caret', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de artículo en el texto');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${number}`);
  const editor = agent.getByRole('textbox', { name: 'Respuesta al usuario' });
  await editor.click();
  await agent.keyboard.type('Principio');
  await agent.keyboard.press('Enter');
  await agent.keyboard.type('Final');
  await agent.keyboard.press('ArrowUp');
  await agent.keyboard.press('End');
  // The editor reads the new position of the caret only when text is typed, or shortly after the move. So the test types a
  // colon.
  await agent.keyboard.type(':');
  await expect(editor).toContainText('Principio:');
  await agent.getByRole('button', { name: 'Insertar artículo' }).press('Enter');
  const results = agent.getByRole('list', { name: 'Artículos', exact: true });
  const title = (await results.getByRole('button').first().locator('span').first().textContent()) ?? '';
  await results.getByRole('button').first().click();
  await expect(editor).toContainText(title);
  await expect(editor).toHaveText(new RegExp(`^Principio:[^]*${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^]*Final$`));
  await agent.keyboard.press('Control+k');
  await agent.getByRole('dialog').getByRole('combobox').fill('Ir a la base de conocimientos');
  await agent.keyboard.press('Enter');
  await expect(agent.getByRole('heading', { level: 1, name: 'Base de conocimientos' })).toBeVisible();
});

test('«Administración» links to the canned responses', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  await page.goto('/staff/#/admin');
  await page.getByRole('main').getByRole('link', { name: 'Respuestas predefinidas' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Respuestas predefinidas' })).toBeVisible();
});
