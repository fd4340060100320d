import { expect, type Page, test } from '@playwright/test';
import { atNextPoll, createTicketAs, expectAccessible, expectNoSidewaysScroll, openAs, person, signIn, versionOf } from './stack';

const unsent = 'Su texto no se ha enviado';
const soon = { timeout: 3_000 };

async function merge(page: Page, source: string, into: string) {
  await signIn(page, 'bruno.agente');
  const version = await versionOf(page, source);
  const response = await page.request.post(`/api/tickets/${source}/merge`, { data: { into, version } });
  expect(response.status()).toBe(200);
}

test('a response stays in view when the ticket is closed while it is written, and becomes a note', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Se cierra mientras se responde');
  const agent = await openAs(browser, 'ana.agente', `/staff/#/tickets/${number}`);
  const response = agent.getByRole('textbox', { name: 'Respuesta al usuario' });
  await response.click();
  await agent.keyboard.type('Ya encontré la causa');
  const closed = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind: 'message', body: '<p>Ya quedó.</p>', status: 'closed' } });
  expect(closed.status()).toBe(201);
  await atNextPoll(agent, () => expect(agent.getByText(unsent)).toBeVisible(soon));
  await expect(response).toHaveText('Ya encontré la causa');
  await expect(response).toBeFocused();
  await agent.keyboard.type(', es la caché');
  await expectAccessible(agent);
  await agent.reload();
  await expect(response).toHaveText('Ya encontré la causa, es la caché');
  await agent.getByRole('button', { name: 'Pasarlo a la nota interna' }).click();
  await expect(response).toHaveCount(0);
  await expect(agent.getByRole('textbox', { name: 'Nota para el personal' })).toHaveText('Ya encontré la causa, es la caché');
  await agent.getByRole('button', { name: 'Guardar nota' }).click();
  await expect(agent.getByRole('listitem').filter({ hasText: 'Ya encontré la causa, es la caché' })).toBeVisible();
});

test('a reply can be moved to the ticket into which its ticket was merged', async ({ page, browser }) => {
  const target = await createTicketAs(page, 'usuario.mesa', 'El ticket que sigue');
  const source = await createTicketAs(page, 'usuario.mesa', 'El ticket que se combina');
  const requester = await openAs(browser, 'usuario.mesa', `/tickets/${source}`);
  const reply = requester.getByRole('textbox', { name: 'Escriba una respuesta' });
  await reply.click();
  await requester.keyboard.type('Otro dato del caso');
  await merge(page, source, target);
  await atNextPoll(requester, () => expect(requester.getByText(unsent)).toBeVisible(soon));
  await expect(reply).toHaveText('Otro dato del caso');
  await expectAccessible(requester);
  await requester.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(requester);
  await requester.getByRole('button', { name: `Pasarlo al ${target}` }).click();
  await expect(requester).toHaveURL(new RegExp(`/tickets/${target}$`));
  await expect(reply).toHaveText('Otro dato del caso');
  await requester.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(requester.getByRole('listitem').filter({ hasText: 'Otro dato del caso' })).toBeVisible();
  await requester.goto(`/tickets/${source}`);
  await expect(requester.getByText(`Este ticket se combinó con el ${target}`)).toBeVisible();
  await expect(requester.getByText(unsent)).toHaveCount(0);
});

test('a reply to a closed ticket can be moved to a new, related ticket', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Se cierra desde otro aparato');
  const requester = await openAs(browser, 'usuario.mesa', `/tickets/${number}`);
  await requester.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await requester.keyboard.type('Todavía falla');
  const version = await versionOf(page, number);
  const closed = await page.request.patch(`/api/tickets/${number}`, { data: { status: 'closed', version } });
  expect(closed.status()).toBe(200);
  await atNextPoll(requester, () => expect(requester.getByText(unsent)).toBeVisible(soon));
  await requester.getByRole('button', { name: 'Pasarlo a un nuevo Ticket relacionado' }).click();
  await expect(requester.getByRole('textbox', { name: 'Detalle del requerimiento:' })).toHaveText('Todavía falla');
  await expect(requester.getByLabel('Resumen:')).toHaveValue('Se cierra desde otro aparato');
  await requester.getByRole('button', { name: 'Descartar' }).first().click();
});

test('the reply of a participant who was removed stays in view', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Un participante que se quita');
  await signIn(page, 'ana.agente');
  const participants = `/api/tickets/${number}/participants`;
  const added = await page.request.post(participants, { data: { login: person('lucia.ramirez').email } });
  expect(added.status()).toBe(200);
  const { id } = ((await added.json()) as { participants: { id: string }[] }).participants[0] ?? { id: '' };
  const guest = await openAs(browser, 'lucia.ramirez', `/tickets/${number}`);
  await guest.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await guest.keyboard.type('Yo también lo vi');
  expect((await page.request.delete(`${participants}/${id}`)).ok()).toBe(true);
  await atNextPoll(guest, () => expect(guest.getByText(unsent)).toBeVisible(soon));
  await expect(guest.getByRole('textbox', { name: 'Escriba una respuesta' })).toHaveText('Yo también lo vi');
  await expectAccessible(guest);
  await guest.getByRole('button', { name: 'Descartar el texto' }).click();
  await expect(guest.getByText(unsent)).toHaveCount(0);
});
