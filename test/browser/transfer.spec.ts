import { expect, test } from '@playwright/test';
import { createTicketAs, expectAccessible, mails, person, signIn } from './stack';

test('a transfer requires a reason, which only staff can read', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de transferencia');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'sofia.supervisora');
  await agent.goto(`/staff/#/tickets/${number}`);
  await agent.getByRole('button', { name: 'Transferir' }).click();
  const dialog = agent.getByRole('dialog', { name: 'Transferir' });
  await dialog.getByRole('button', { name: 'Transferir' }).click();
  await expect(dialog.getByText('Elija a qué departamento va.')).toBeVisible();
  await expect(dialog.getByText('Escriba el motivo.')).toBeVisible();
  await expectAccessible(agent);

  const agents = (await (await agent.request.get('/api/agents')).json()) as { id: string; name: string; away: boolean; departments: string[] }[];
  const ticket = (await (await agent.request.get(`/api/tickets/${number}`)).json()) as { department: { id: string }; assignee: { id: string } | null };
  const receiver = agents.find(
    (colleague) =>
      !colleague.away &&
      colleague.departments.some((id) => id !== ticket.department.id) &&
      colleague.id !== ticket.assignee?.id &&
      colleague.id !== 'sofia-supervisora',
  );
  if (!receiver) throw new Error('the demo has no agent of another department');
  await dialog.getByLabel('Departamento').selectOption(receiver.departments.find((id) => id !== ticket.department.id) ?? '');
  await dialog.getByLabel('Agente').selectOption(receiver.id);
  await dialog.getByLabel('Motivo').fill('El usuario pregunta por otro sistema.');
  await dialog.getByRole('button', { name: 'Transferir' }).click();
  await expect(dialog).toBeHidden();
  await expect(agent.getByText('Motivo: El usuario pregunta por otro sistema.')).toBeVisible();
  const { email } = person(receiver.id.replace('-', '.'));
  await expect
    .poll(async () => (await mails(page, number, email)).map((mail) => mail.text).join(), { timeout: 15_000 })
    .toContain('El usuario pregunta por otro sistema.');

  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole('heading', { name: `Ticket #${number}` })).toBeVisible();
  await expect(page.getByText('envió el ticket al departamento', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('otro sistema')).toHaveCount(0);
  for (const mail of await mails(page, number, person('usuario.mesa').email)) expect(mail.text).not.toContain('otro sistema');
});

test('taking a ticket assigns it to the agent', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de tomar');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'sofia.supervisora');
  await agent.goto(`/staff/#/tickets/${number}`);
  await agent.getByRole('button', { name: 'Tomar ticket' }).click();
  const assignee = async () => ((await (await agent.request.get(`/api/tickets/${number}`)).json()) as { assignee: { id: string } | null }).assignee?.id;
  await expect.poll(assignee).toBe('sofia-supervisora');
  await expect(agent.getByRole('button', { name: 'Tomar ticket' })).toHaveCount(0);
});

test('shortcuts take, assign and transfer a ticket', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Prueba de teclado');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'sofia.supervisora');
  await agent.goto(`/staff/#/tickets/${number}`);
  await expect(agent.getByRole('button', { name: 'Tomar ticket' })).toBeVisible();
  await agent.keyboard.press('x');
  await expect(agent.getByRole('dialog', { name: 'Transferir' })).toBeVisible();
  await agent.keyboard.press('Escape');
  await agent.keyboard.press('a');
  await expect(agent.getByRole('dialog', { name: 'Asignar' })).toBeVisible();
  await agent.keyboard.press('Escape');
  await agent.keyboard.press('t');
  await expect(agent.getByRole('button', { name: 'Tomar ticket' })).toHaveCount(0);
});
