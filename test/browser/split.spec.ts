import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, mails, openTicket, person, signIn } from './desk';

test('messages are split into a new ticket, by keyboard alone', async ({ page, browser }) => {
  const about = `Dos asuntos ${Date.now()}`;
  const number = await openTicket(page, 'usuario.mesa', about);
  const other = `El otro asunto ${Date.now()}`;
  const response = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind: 'message', body: `<p>${other}</p>` } });
  expect(response.status()).toBe(201);
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${number}`);
  await expect(desk.getByText(other).first()).toBeVisible();
  await desk.keyboard.press('Control+k');
  await desk.getByRole('dialog').getByRole('combobox').fill('Dividir');
  await desk.keyboard.press('Enter');
  const dialog = desk.getByRole('dialog', { name: 'Dividir' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(2);
  await expectAccessible(desk);
  await dialog.getByRole('button', { name: 'Crear el ticket' }).focus();
  await desk.keyboard.press('Enter');
  await expect(dialog.getByText('Elija al menos un mensaje o respuesta.')).toBeVisible();
  await expect(dialog.getByText('Escriba el asunto.')).toBeVisible();
  const box = dialog.getByRole('checkbox', { name: /USUARIO MESA/ }).last();
  await box.focus();
  await desk.keyboard.press('Space');
  await dialog.getByRole('textbox', { name: 'Asunto del ticket nuevo' }).focus();
  await desk.keyboard.type(other);
  await desk.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(desk.getByRole('heading', { name: other })).toBeVisible();
  await expect(desk.getByText('Se copió de')).toBeVisible();
  const links = desk.getByRole('region', { name: 'Tickets vinculados' });
  await expect(links.getByText('Se separó de')).toBeVisible();
  await expectAccessible(desk);
  const apart =
    /PNT\d+/.exec(
      (await desk
        .locator('article')
        .getByText(/Ticket #?PNT\d+/)
        .first()
        .textContent()) ?? '',
    )?.[0] ?? '';
  expect(apart).not.toBe(number);

  await links.getByRole('link', { name: new RegExp(number) }).click();
  await expect(desk.getByRole('heading', { name: about })).toBeVisible();
  await expect(desk.getByText('Pasó al ticket')).toBeVisible();
  await expect(desk.getByText(`Se dividió en: ${apart}`)).toBeVisible();

  const splitMails = async () =>
    (await mails(page, apart, person('usuario.mesa').email)).filter(({ BodyText }) => BodyText.includes(`separó parte del ticket ${number}`)).length;
  await expect.poll(splitMails, { timeout: 20_000 }).toBe(1);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/tickets/${apart}`);
  await expect(page.getByText('Se copió de')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('the split dialog fits a narrow screen', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de dividir en pantalla angosta');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 320, height: 700 } })).newPage();
  await signIn(desk, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${number}`);
  await desk.getByRole('button', { name: 'Dividir' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Dividir' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(1);
  await expectNoSidewaysScroll(desk);
  await desk.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
