import { expect, test } from '@playwright/test';
import { createTicketAs, expectAccessible, expectNoSidewaysScroll, mails, person, signIn } from './stack';

test('a colleague is mentioned with the keyboard only, notified once, and sees it as unread until they open the ticket', async ({ page, browser }) => {
  const subject = `Prueba de menciones ${Date.now()}`;
  const number = await createTicketAs(page, 'usuario.mesa', subject);
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${number}`);
  await expect(agent.getByRole('heading', { name: subject })).toBeVisible();
  await expect(agent.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeVisible();
  await agent.keyboard.press('n');
  const editor = agent.getByRole('textbox', { name: 'Nota para el personal' });
  await expect(editor).toBeFocused();
  await agent.keyboard.type('Por favor, @bru');
  const suggestions = agent.getByRole('listbox', { name: 'Colegas' });
  await expect(suggestions.getByRole('option', { selected: true })).toContainText('Bruno');
  await expect(editor).toHaveAttribute('aria-activedescendant', /.+/);
  await expectAccessible(agent);
  await agent.keyboard.press('Enter');
  await agent.keyboard.type('revísalo hoy.');
  await expect(editor.locator('[data-mention]')).toHaveText(/^@Bruno/);
  await agent.keyboard.press('Control+Enter');
  const note = agent.locator('li[data-kind="note"]');
  await expect(note.locator('[data-mention]')).toHaveText(/^@Bruno/);
  await expect(note).toContainText('revísalo hoy.');

  const bruno = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(bruno, 'bruno.agente');
  const mentionMails = async () => (await mails(bruno, number, person('bruno.agente').email)).filter(({ subject }) => subject.includes('Le mencionaron'));
  await expect.poll(async () => (await mentionMails()).length, { timeout: 20_000 }).toBe(1);
  expect((await mentionMails())[0]?.text).toContain('revísalo hoy.');
  await bruno.goto('/staff/#/menciones');
  const row = bruno.getByRole('listitem').filter({ hasText: subject });
  await expect(row).toContainText('le mencionó');
  await expect(row.getByText('Sin leer')).toBeVisible();
  await expectAccessible(bruno);
  await row.getByRole('link').click();
  await expect(bruno.getByRole('heading', { name: subject })).toBeVisible();
  const unread = async () => {
    const response = await bruno.request.get('/api/mentions?limit=100');
    const { items } = (await response.json()) as { items: { number: string; unread: boolean }[] };
    return items.find((mention) => mention.number === number)?.unread;
  };
  await expect.poll(unread, { timeout: 20_000 }).toBe(false);
  await bruno.setViewportSize({ width: 1600, height: 900 }); // the queue menu is beside the ticket
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
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de mención con el ratón');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 375, height: 812 } })).newPage();
  await signIn(agent, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${number}`);
  await agent.getByRole('radio', { name: 'Nota interna' }).check();
  await agent.getByRole('textbox', { name: 'Nota para el personal' }).click();
  await agent.keyboard.type('@sof');
  await agent.getByRole('option', { name: /Sofía/ }).click();
  await expect(agent.getByRole('textbox', { name: 'Nota para el personal' }).locator('[data-mention]')).toHaveText(/^@Sofía/);
  await expectNoSidewaysScroll(agent);
  await agent.getByRole('radio', { name: 'Respuesta' }).check();
  await agent.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
  await agent.keyboard.type('@sof');
  await expect(agent.getByRole('listbox', { name: 'Colegas' })).toHaveCount(0);
});
