import { expect, test } from '@playwright/test';
import { chooseRareAct, createTicketAs, expectAccessible, expectNoSidewaysScroll, mails, person, signIn } from './stack';

test('messages are split into a new ticket with the keyboard only', async ({ page, browser }) => {
  const subject = `Dos asuntos ${Date.now()}`;
  const number = await createTicketAs(page, 'usuario.mesa', subject);
  const otherSubject = `El otro asunto ${Date.now()}`;
  const response = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind: 'message', body: `<p>${otherSubject}</p>` } });
  expect(response.status()).toBe(201);
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'ana.agente');
  await agent.goto(`/staff/#/colas/all~sort=activity/${number}`);
  await expect(agent.getByText(otherSubject).first()).toBeVisible();
  await agent.keyboard.press('Control+k');
  await agent.getByRole('dialog').getByRole('combobox').fill('Dividir');
  await agent.keyboard.press('Enter');
  const dialog = agent.getByRole('dialog', { name: 'Dividir' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(2);
  await expectAccessible(agent);
  await dialog.getByRole('button', { name: 'Crear el ticket' }).focus();
  await agent.keyboard.press('Enter');
  await expect(dialog.getByText('Elija al menos un mensaje o respuesta.')).toBeVisible();
  await expect(dialog.getByText('Escriba el asunto.')).toBeVisible();
  const box = dialog.getByRole('checkbox', { name: /USUARIO MESA/ }).last();
  await box.focus();
  await agent.keyboard.press('Space');
  await dialog.getByRole('textbox', { name: 'Asunto del ticket nuevo' }).focus();
  await agent.keyboard.type(otherSubject);
  await agent.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(agent.getByRole('heading', { name: otherSubject })).toBeVisible();
  await expect(agent).toHaveURL(/#\/colas\/all~sort=activity\/PNT\d+$/);
  await expect(agent.getByText('Se copió de')).toBeVisible();
  const links = agent.getByRole('region', { name: 'Tickets vinculados' });
  await expect(links.getByText('Se separó de')).toBeVisible();
  await expectAccessible(agent);
  const newNumber =
    /PNT\d+/.exec(
      (await agent
        .locator('article')
        .getByText(/Ticket #?PNT\d+/)
        .first()
        .textContent()) ?? '',
    )?.[0] ?? '';
  expect(newNumber).not.toBe(number);

  await links.getByRole('link', { name: new RegExp(number) }).click();
  await expect(agent.getByRole('heading', { name: subject })).toBeVisible();
  await expect(agent.getByText('Pasó al ticket')).toBeVisible();
  await expect(agent.getByText(`Se dividió en: ${newNumber}`)).toBeVisible();

  const splitMails = async () =>
    (await mails(page, newNumber, person('usuario.mesa').email)).filter(({ text }) => text.includes(`separó parte del ticket ${number}`)).length;
  await expect.poll(splitMails, { timeout: 20_000 }).toBe(1);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/tickets/${newNumber}`);
  await expect(page.getByText('Se copió de')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('the split dialog fits a narrow screen', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de dividir en pantalla angosta');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 320, height: 700 } })).newPage();
  await signIn(agent, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${number}`);
  await chooseRareAct(agent, 'Dividir');
  const dialog = agent.getByRole('dialog', { name: 'Dividir' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(1);
  await expectNoSidewaysScroll(agent);
  await agent.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
