import { expect, test } from '@playwright/test';
import { expectAccessible, mails, openTicket, person, signIn } from './desk';

test('a transfer needs a reason, which staff and the receiving agent read and the requester does not', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de transferencia');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'sofia.supervisora');
  await desk.goto(`/staff/#/tickets/${number}`);
  await desk.getByRole('button', { name: 'Transferir' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Transferir' });
  await dialog.getByRole('button', { name: 'Transferir' }).click();
  await expect(dialog.getByText('Elija a qué departamento va.')).toBeVisible();
  await expect(dialog.getByText('Escriba el motivo.')).toBeVisible();
  await expectAccessible(desk);

  const agents = (await (await desk.request.get('/api/agents')).json()) as { id: string; name: string; away: boolean; departments: string[] }[];
  const now = (await (await desk.request.get(`/api/tickets/${number}`)).json()) as { department: { id: string }; assignee: { id: string } | null };
  const next = agents.find(
    (one) => !one.away && one.departments.some((id) => id !== now.department.id) && one.id !== now.assignee?.id && one.id !== 'sofia-supervisora',
  );
  if (!next) throw new Error('the demo has no agent of another department');
  await dialog.getByLabel('Departamento').selectOption(next.departments.find((id) => id !== now.department.id) ?? '');
  await dialog.getByLabel('Agente').selectOption(next.id);
  await dialog.getByLabel('Motivo').fill('El usuario pregunta por otro sistema.');
  await dialog.getByRole('button', { name: 'Transferir' }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.getByText('Motivo: El usuario pregunta por otro sistema.')).toBeVisible();
  const { email } = person(next.id.replace('-', '.'));
  await expect
    .poll(async () => (await mails(page, number, email)).map((mail) => mail.BodyText).join(), { timeout: 15_000 })
    .toContain('El usuario pregunta por otro sistema.');

  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole('heading', { name: `Ticket #${number}` })).toBeVisible();
  await expect(page.getByText('envió el ticket al departamento', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('otro sistema')).toHaveCount(0);
  for (const mail of await mails(page, number, person('usuario.mesa').email)) expect(mail.BodyText).not.toContain('otro sistema');
});

test('taking a ticket assigns it to oneself', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de tomar');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'sofia.supervisora');
  await desk.goto(`/staff/#/tickets/${number}`);
  await desk.getByRole('button', { name: 'Tomar ticket' }).click();
  const assignee = async () => ((await (await desk.request.get(`/api/tickets/${number}`)).json()) as { assignee: { id: string } | null }).assignee?.id;
  await expect.poll(assignee).toBe('sofia-supervisora');
  await expect(desk.getByRole('button', { name: 'Tomar ticket' })).toHaveCount(0);
});

test('the keyboard takes, assigns and transfers', async ({ page, browser }) => {
  const number = await openTicket(page, 'usuario.mesa', 'Prueba de teclado');
  const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(desk, 'sofia.supervisora');
  await desk.goto(`/staff/#/tickets/${number}`);
  await expect(desk.getByRole('button', { name: 'Tomar ticket' })).toBeVisible();
  await desk.keyboard.press('x');
  await expect(desk.getByRole('dialog', { name: 'Transferir' })).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('a');
  await expect(desk.getByRole('dialog', { name: 'Asignar' })).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('t');
  await expect(desk.getByRole('button', { name: 'Tomar ticket' })).toHaveCount(0);
});
