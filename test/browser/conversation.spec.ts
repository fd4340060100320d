import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, openTicket, signIn } from './desk';

test('a long conversation: its end is one step away, and long quotations are folded', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de conversación larga');
  const quote = `<blockquote><p>${'Lo que se dijo antes. '.repeat(40)}</p></blockquote>`;
  for (const body of ['<p>Uno</p>', '<p>Dos</p>', '<p>Tres</p>', `<p>Respondo a esto:</p>${quote}<p>Es lo último.</p>`]) {
    const response = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind: 'message', body } });
    expect(response.status()).toBe(201);
  }
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'ana.agente');
  for (const [reader, at] of [
    [desk, `/staff/#/tickets/${number}`],
    [page, `/tickets/${number}`],
  ] as const) {
    await reader.goto(at);
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

test('a closed ticket offers staff no response', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de un ticket cerrado sin respuesta');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${number}`);
  await expect(desk.getByRole('button', { name: 'Responder', exact: true })).toBeVisible();
  const closed = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind: 'message', body: '<p>Ya quedó.</p>', status: 'closed' } });
  expect(closed.status()).toBe(201);
  await desk.reload();
  await expect(desk.getByText('El ticket está Cerrado: solo admite notas internas.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Responder', exact: true })).toHaveCount(0);
});

test('an article is inserted at the caret', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de artículo en el texto');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${number}`);
  const text = desk.getByRole('textbox', { name: 'Respuesta al usuario' });
  await text.click();
  await desk.keyboard.type('Principio');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('Final');
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('End');
  // The editor reads the new position of the caret when text is typed there, or shortly after the caret moved.
  await desk.keyboard.type(':');
  await expect(text).toContainText('Principio:');
  await desk.getByRole('button', { name: 'Insertar artículo' }).press('Enter');
  const results = desk.getByRole('list', { name: 'Artículos', exact: true });
  const title = (await results.getByRole('button').first().locator('span').first().textContent()) ?? '';
  await results.getByRole('button').first().click();
  await expect(text).toContainText(title);
  await expect(text).toHaveText(new RegExp(`^Principio:[^]*${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^]*Final$`));
  await desk.keyboard.press('Control+k');
  await desk.getByRole('dialog').getByRole('combobox').fill('Ir a la base de conocimientos');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { level: 1, name: 'Base de conocimientos' })).toBeVisible();
});

test('canned responses are found from the administration', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  await page.goto('/staff/#/admin');
  await page.getByRole('main').getByRole('link', { name: 'Respuestas predefinidas' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Respuestas predefinidas' })).toBeVisible();
});
