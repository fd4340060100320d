import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, mails, openTicket, person, signIn } from './desk';

test('a colleague is mentioned by keyboard alone, notified once, and sees it as unread until they open the ticket', async ({ page, browser }) => {
  const subject = `Prueba de menciones ${Date.now()}`;
  const number = await openTicket(page, 'usuario.mesa', subject);
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${number}`);
  await expect(desk.getByRole('heading', { name: subject })).toBeVisible();
  await expect(desk.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeVisible();
  await desk.keyboard.press('n');
  const text = desk.getByRole('textbox', { name: 'Nota para el personal' });
  await expect(text).toBeFocused();
  await desk.keyboard.type('Por favor, @bru');
  const offered = desk.getByRole('listbox', { name: 'Colegas' });
  await expect(offered.getByRole('option', { selected: true })).toContainText('Bruno');
  await expect(text).toHaveAttribute('aria-activedescendant', /.+/);
  await expectAccessible(desk);
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('revísalo hoy.');
  await expect(text.locator('[data-mention]')).toHaveText(/^@Bruno/);
  await desk.keyboard.press('Control+Enter');
  const note = desk.locator('li[data-kind="note"]');
  await expect(note.locator('[data-mention]')).toHaveText(/^@Bruno/);
  await expect(note).toContainText('revísalo hoy.');

  const bruno = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(bruno, 'bruno.agente');
  const mentionMails = async () => (await mails(bruno, number, person('bruno.agente').email)).filter(({ Subject }) => Subject.includes('Le mencionaron'));
  await expect.poll(async () => (await mentionMails()).length, { timeout: 20_000 }).toBe(1);
  expect((await mentionMails())[0]?.BodyText).toContain('revísalo hoy.');
  await bruno.goto('/staff/#/menciones');
  const row = bruno.getByRole('listitem').filter({ hasText: subject });
  await expect(row).toContainText('le mencionó');
  await expect(row.getByText('Sin leer')).toBeVisible();
  await expectAccessible(bruno);
  await row.getByRole('link').click();
  await expect(bruno.getByRole('heading', { name: subject })).toBeVisible();
  const unread = async () => {
    const answer = await bruno.request.get('/api/mentions?limit=100');
    const { items } = (await answer.json()) as { items: { number: string; unread: boolean }[] };
    return items.find((one) => one.number === number)?.unread;
  };
  await expect.poll(unread, { timeout: 20_000 }).toBe(false);
  await expect(bruno.getByRole('navigation', { name: 'Colas de tickets' }).getByRole('link', { name: /^Menciones/ })).toBeVisible();
  await bruno.keyboard.press('g');
  await bruno.keyboard.press('n');
  await expect(bruno.getByRole('heading', { level: 1, name: 'Menciones' })).toBeVisible();
  await expect(row).toBeVisible();
  await expect(row.getByText('Sin leer')).toHaveCount(0);
  await bruno.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(bruno);

  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole('heading', { name: new RegExp(number) }).first()).toBeVisible();
  await expect(page.getByText('revísalo hoy.')).toHaveCount(0);
  expect((await page.request.get('/api/mentions')).status()).toBe(403);
});

test('a colleague is mentioned with the pointer; responses cannot mention anyone', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de mención con el ratón');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 375, height: 812 } })).newPage();
  await signIn(desk, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${number}`);
  await desk.getByRole('radio', { name: 'Nota interna' }).check();
  await desk.getByRole('textbox', { name: 'Nota para el personal' }).click();
  await desk.keyboard.type('@sof');
  await desk.getByRole('option', { name: /Sofía/ }).click();
  await expect(desk.getByRole('textbox', { name: 'Nota para el personal' }).locator('[data-mention]')).toHaveText(/^@Sofía/);
  await expectNoSidewaysScroll(desk);
  await desk.getByRole('radio', { name: 'Respuesta' }).check();
  await desk.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
  await desk.keyboard.type('@sof');
  await expect(desk.getByRole('listbox', { name: 'Colegas' })).toHaveCount(0);
});
