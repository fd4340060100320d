import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, mails, openTicket, person, signIn } from './desk';

test('tickets are linked on both sides, and a requester sees only links to their own', async ({ page, browser }) => {
  const one = await openTicket(page, 'usuario.mesa', 'Prueba de vínculo, uno');
  const two = await openTicket(page, 'usuario.mesa', 'Prueba de vínculo, dos');
  const other = await browser.newContext({ locale: 'es-MX' });
  const foreign = await openTicket(await other.newPage(), 'lucia.ramirez', 'Prueba de vínculo, ajeno');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${one}`);
  const links = desk.getByRole('region', { name: 'Tickets vinculados' });
  for (const [kind, number] of [
    ['duplicate-of', two],
    ['caused-by', foreign],
  ] as const) {
    await links.getByRole('button', { name: 'Vincular' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Vincular' });
    await dialog.getByLabel('Este ticket está…').selectOption(kind);
    await dialog.getByLabel('Número del otro ticket').fill(number.replace('PNT', 'pnt-'));
    await expectAccessible(desk);
    await desk.keyboard.press('Enter');
    await expect(links.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  }
  await expect(desk.getByText(`Vínculo: Duplicado de ${two}`)).toBeVisible();
  await links.getByRole('link', { name: new RegExp(two) }).click();
  await expect(links.getByText('Tiene como duplicado a')).toBeVisible();

  await page.goto(`/tickets/${one}`);
  const mine = page.getByRole('region', { name: 'Tickets vinculados' });
  await expect(mine.getByRole('link', { name: new RegExp(two) })).toBeVisible();
  await expect(page.getByText(foreign)).toHaveCount(0);
  await expectAccessible(page);

  await desk.goto(`/staff/#/tickets/${one}`);
  await links.getByRole('button', { name: `Quitar el vínculo con ${two}` }).click();
  await expect(links.getByRole('link', { name: new RegExp(two) })).toHaveCount(0);
});

test('a merged ticket is closed, its people join the other, and its messages are read from there', async ({ page, browser }) => {
  const target = await openTicket(page, 'usuario.mesa', 'Prueba de combinar: el que sigue');
  const theirs = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 375, height: 800 } })).newPage();
  const source = await openTicket(theirs, 'lucia.ramirez', 'Prueba de combinar: el que se cierra');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'ana.agente');
  await desk.goto(`/staff/#/tickets/${source}`);
  await desk.getByRole('button', { name: 'Combinar' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Combinar' });
  await dialog.getByLabel('Ticket con el que se combina').fill(source);
  await desk.keyboard.press('Enter');
  await expect(dialog.getByText('Es este mismo ticket.')).toBeVisible();
  await expectAccessible(desk);
  await dialog.getByLabel('Ticket con el que se combina').fill(target);
  await desk.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(desk.getByText(`Este ticket se combinó con el ${target}`)).toBeVisible();
  await desk.getByRole('link', { name: `Ir al ${target}` }).click();
  await desk.getByRole('button', { name: `Ver los mensajes de ${source}` }).click();
  await expect(desk.getByRole('list', { name: `Mensajes de ${source}` }).getByText('Prueba de combinar: el que se cierra')).toBeVisible();
  await expectAccessible(desk);

  const mergeMails = async () =>
    (await mails(page, source, person('lucia.ramirez').email)).filter((mail) => mail.Subject.includes(`Se combinó con el ${target}`)).length;
  await expect.poll(mergeMails, { timeout: 20_000 }).toBe(1);
  await theirs.goto(`/tickets/${source}`);
  await theirs.getByRole('link', { name: `Ir al ${target}` }).click();
  await theirs.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await theirs.keyboard.type('Sigo aquí la conversación.');
  await theirs.getByRole('button', { name: 'Enviar' }).first().click();
  await expect(theirs.getByText('Sigo aquí la conversación.').first()).toBeVisible();
  await expectNoSidewaysScroll(theirs);
  const refused = await theirs.request.post(`/api/tickets/${source}/entries`, { data: { kind: 'message', body: 'hola' } });
  expect(refused.status()).toBe(409);
  expect((await page.request.get(`/api/tickets/${source}`)).status()).toBe(404);
});
