import { expect, test } from '@playwright/test';
import { createTicketAs, expectAccessible, expectNoSidewaysScroll, signIn, versionOf } from './stack';

for (const [width, height] of [
  [1600, 900],
  [1280, 800],
  [375, 740],
] as const) {
  test(`the last message and the composer are in view when a ticket is opened at ${width} × ${height}`, async ({ page }) => {
    const number = await createTicketAs(page, 'usuario.mesa', `Composición a ${width}`);
    for (let i = 1; i <= 6; i++) {
      const message = await page.request.post(`/api/tickets/${number}/entries`, {
        data: { kind: 'message', body: `<p>Mensaje ${i}</p><p>Con más líneas</p>` },
      });
      expect(message.status()).toBe(201);
    }
    await signIn(page, 'ana.agente');
    await page.setViewportSize({ width, height });
    await page.goto(`/staff/#/tickets/${number}`);
    const editor = page.getByRole('textbox', { name: 'Respuesta al usuario' });
    await expect(editor).toBeVisible();
    const last = page.getByText('Mensaje 6');
    for (const element of [last, editor]) await expect(element).toBeInViewport({ ratio: 1 });
    // Only the conversation scrolls, so the title and the composer stay where they are.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(0);
    await page.getByText('Mensaje 1').scrollIntoViewIfNeeded();
    for (const element of [editor, page.locator('#ticket-title')]) await expect(element).toBeInViewport({ ratio: 1 });
    await editor.click();
    await expect(page.getByRole('button', { name: 'Enviar respuesta' })).toBeInViewport({ ratio: 1 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test('a ticket opens at the first entry that was not read', async ({ page }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Desde lo no leído');
  await signIn(page, 'ana.agente');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/staff/#/tickets/${number}`);
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeVisible();
  await page.goto('/staff/#/colas/mine');
  await expect(page.locator('#ticket-title')).toHaveCount(0);
  const requester = await page.context().browser()?.newContext();
  const usuario = await requester?.newPage();
  if (!usuario) throw new Error('no browser');
  await usuario.goto(page.url());
  await signIn(usuario, 'usuario.mesa');
  for (let i = 1; i <= 8; i++) {
    const body = `<p>Nuevo ${i}</p>${'<p>línea</p>'.repeat(6)}`;
    expect((await usuario.request.post(new URL(`/api/tickets/${number}/entries`, page.url()).href, { data: { kind: 'message', body } })).status()).toBe(201);
  }
  await usuario.context().close();
  await page.goto(`/staff/#/tickets/${number}`);
  await page.reload();
  await expect(page.getByText('Nuevo 1')).toBeInViewport();
  await expect(page.getByText('Nuevo 8')).not.toBeInViewport();
});

test('the keys 1, 2 and 3 set the priority', async ({ page }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Con una tecla');
  await signIn(page, 'ana.agente');
  await page.goto(`/staff/#/tickets/${number}`);
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText(/^Prioridad MEDIA/)).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText(/^Prioridad ALTA/)).toBeVisible();
  expect(((await (await page.request.get(`/api/tickets/${number}`)).json()) as { priority: string }).priority).toBe('high');
  expect(await versionOf(page, number)).toBe(4);
});

test('a telephone shows the details of a ticket in place of its conversation', async ({ page }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Datos en el teléfono');
  await signIn(page, 'ana.agente');
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto(`/staff/#/tickets/${number}`);
  const details = page.getByRole('button', { name: 'Datos del ticket' });
  await expect(page.getByRole('complementary', { name: 'Datos del ticket' })).toBeHidden();
  await details.click();
  await expect(page.getByRole('complementary', { name: 'Datos del ticket' }).getByText('USUARIO MESA')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeHidden();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole('radio', { name: /ALTA/ }).check();
  await page.getByRole('button', { name: 'Guardar prioridad' }).click();
  await expect(page.getByText(/^Prioridad ALTA/)).toBeVisible();
  await details.click();
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeVisible();
});
