import { expect, test } from '@playwright/test';
import { createTicketAs, expectAccessible, expectNoSidewaysScroll, mails, person, signIn } from './stack';

test('a participant reads, comments, gets mails, and loses access at once when removed', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'maria.lopez', 'Prueba de participantes');
  await page.goto(`/tickets/${number}`);
  const requesterBox = page.getByRole('region', { name: 'Participantes' });
  await requesterBox.getByRole('button', { name: 'Agregar participante' }).click();
  const dialog = page.getByRole('dialog', { name: 'Agregar participante' });
  await dialog.getByRole('button', { name: 'Agregar', exact: true }).click();
  await expect(dialog.getByText('Escriba un usuario o un correo.')).toBeVisible();
  await dialog.getByLabel('Usuario o correo').fill('lucia.ramirez');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('No encontramos a nadie de su organización con ese usuario o correo.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${number}`);
  const staffBox = agent.getByRole('region', { name: 'Participantes' });
  await staffBox.getByRole('button', { name: 'Agregar participante' }).click();
  await agent.getByLabel('Usuario o correo').fill(person('lucia.ramirez').email);
  await agent.keyboard.press('Enter');
  await expect(staffBox.getByText('Lucía Ramírez Ñuño')).toBeVisible();
  await expectAccessible(agent);

  const guest = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 375, height: 800 } })).newPage();
  await signIn(guest, 'lucia.ramirez');
  await guest.goto('/tickets');
  await guest.getByRole('link', { name: number }).click();
  await expect(guest.getByRole('region', { name: 'Participantes' }).getByText('Lucía Ramírez Ñuño (usted)')).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Agregar participante' })).toHaveCount(0);
  await guest.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await guest.keyboard.type('A nosotros también nos pasa.');
  await guest.getByRole('button', { name: 'Enviar' }).first().click();
  await expect(guest.getByText('A nosotros también nos pasa.').first()).toBeVisible();
  await expectNoSidewaysScroll(guest);
  const invitationMails = async () => (await mails(page, number, person('lucia.ramirez').email)).length;
  await expect.poll(invitationMails, { timeout: 15_000 }).toBe(1);
  const discussionMails = async () =>
    (await mails(page, number, person('maria.lopez').email)).filter((mail) => mail.text.includes('A nosotros también nos pasa.')).length;
  await expect.poll(discussionMails, { timeout: 15_000 }).toBe(1);
  expect(await invitationMails()).toBe(1);

  await page.goto(`/tickets/${number}`);
  await expect(requesterBox.getByText('Lucía Ramírez Ñuño')).toBeVisible();
  const comment = page.getByRole('article').filter({ hasText: 'A nosotros también nos pasa.' });
  await expect(comment.getByText(/^Usuario, ITEI/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expect(requesterBox.getByRole('button', { name: 'Quitar a Lucía Ramírez Ñuño' })).toHaveCount(0);
  await staffBox.getByRole('button', { name: 'Quitar a Lucía Ramírez Ñuño' }).click();
  await expect(staffBox.getByText('Nadie más participa en este ticket.')).toBeVisible();
  expect((await guest.request.get(`/api/tickets/${number}`)).status()).toBe(404);
  await guest.goto('/tickets');
  await expect(guest.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(guest.getByRole('link', { name: number })).toHaveCount(0);
});

test('a participant can leave', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'maria.lopez', 'Prueba de salir');
  const added = await page.request.post(`/api/tickets/${number}/participants`, { data: { login: 'jorge.hernandez' } });
  expect(added.status()).toBe(200);
  const guest = await (await browser.newContext({ locale: 'es-MX' })).newPage();
  await signIn(guest, 'jorge.hernandez');
  await guest.goto(`/tickets/${number}`);
  await guest.getByRole('button', { name: 'Salir del ticket' }).click();
  await expectAccessible(guest);
  await guest.getByRole('dialog').getByRole('button', { name: 'Salir del ticket' }).click();
  await expect(guest).toHaveURL(/\/tickets$/);
  const ticket = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { participants: unknown[] };
  expect(ticket.participants).toEqual([]);
});
