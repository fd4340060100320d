/** Tests the questions around Atendido: the priority of a ticket without a priority (D2), and whether the problem continues (D6). */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { createTicket, expectAccessible, openAs, signIn, versionOf } from './stack';

interface Ticket {
  status: string;
  priority: string | null;
  entries: { body?: string }[];
}

const read = async (page: Page, number: string) => (await (await page.request.get(`/api/tickets/${number}`)).json()) as Ticket;

async function createResolvedTicket(page: Page, browser: Browser, subject: string): Promise<string> {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, subject);
  const ana = await openAs(browser, 'ana.agente', '/staff/');
  const version = await versionOf(ana, number);
  const response = await ana.request.post(`/api/tickets/${number}/entries`, {
    data: { kind: 'response', body: 'Ya se corrigió.', status: 'resolved', priority: 'low', version },
  });
  expect(response.status()).toBe(201);
  await page.goto(`/tickets/${number}`);
  return number;
}

async function reply(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await page.keyboard.type(text);
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  return page.getByRole('dialog', { name: '¿El problema continúa?' });
}

test('a reply on a resolved ticket is sent only after the question whether the problem continues', async ({ page, browser }) => {
  const number = await createResolvedTicket(page, browser, 'Atendido y comentado');
  const dialog = await reply(page, 'Muchas gracias.');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect((await read(page, number)).entries.some(({ body }) => body?.includes('Muchas gracias'))).toBe(false);

  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  await dialog.getByRole('button', { name: 'No, solo es un comentario' }).click();
  await expect(page.getByText('Su respuesta se envió.')).toBeVisible();
  expect((await read(page, number)).status).toBe('resolved');

  await (await reply(page, 'Volvió a fallar.')).getByRole('button', { name: 'Sí, reabrir' }).click();
  await expect(page.getByText('Abierto').first()).toBeVisible();
  const { status, entries } = await read(page, number);
  expect(status).toBe('open');
  expect(entries.filter(({ body }) => body?.includes('Volvió a fallar'))).toHaveLength(1);
});

test('a reply that was typed while the ticket became Atendido is sent only after the question', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Atendido mientras se escribe');
  // The page does not load the ticket again by itself, so it does not know of the resolution when the reply is sent.
  const loaded = await (await page.request.get(`/api/tickets/${number}`)).text();
  const path = `**/api/tickets/${number}`;
  await page.route(path, (route) => route.fulfill({ body: loaded, contentType: 'application/json' }));
  await page.goto(`/tickets/${number}`);
  await page.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await page.keyboard.type('Sigue fallando.');
  const ana = await openAs(browser, 'ana.agente', '/staff/');
  const data = { kind: 'response', body: 'Ya se corrigió.', status: 'resolved', priority: 'low', version: await versionOf(ana, number) };
  expect((await ana.request.post(`/api/tickets/${number}/entries`, { data })).status()).toBe(201);
  await page.unroute(path);
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  await page.getByRole('dialog', { name: '¿El problema continúa?' }).getByRole('button', { name: 'Sí, reabrir' }).click();
  await expect(page.getByText('Abierto').first()).toBeVisible();
  const { status, entries } = await read(page, number);
  expect(status).toBe('open');
  expect(entries.filter(({ body }) => body?.includes('Sigue fallando'))).toHaveLength(1);
});

test('the composer requests the priority before a response resolves a ticket without a priority', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Atendido desde la respuesta');
  const ana = await openAs(browser, 'ana.agente', `/staff/#/tickets/${number}`);
  await ana.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
  await ana.keyboard.type('Ya se corrigió.');
  await ana.getByRole('button', { name: 'Enviar y marcar Atendido' }).click();
  const dialog = ana.getByRole('dialog', { name: 'El ticket no tiene prioridad' });
  await dialog.getByRole('button', { name: 'Enviar y marcar Atendido' }).click();
  await expect(dialog.getByText('Elija una prioridad.')).toBeVisible();
  await expectAccessible(ana);
  await dialog.getByRole('radio', { name: /MEDIA/ }).check();
  await dialog.getByRole('button', { name: 'Enviar y marcar Atendido' }).click();
  await expect(ana.getByText('Respuesta enviada; el ticket quedó Atendido.').first()).toBeVisible();
  expect(await read(ana, number)).toMatchObject({ status: 'resolved', priority: 'medium' });
});

test('the status dialog requests the priority with Atendido', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Atendido desde el estado');
  const ana = await openAs(browser, 'ana.agente', `/staff/#/tickets/${number}`);
  await ana.getByRole('button', { name: 'Cambiar estado' }).click();
  const dialog = ana.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Atendido' }).check();
  await dialog.getByRole('button', { name: 'Cambiar estado' }).click();
  await expect(dialog.getByText('Elija una prioridad.')).toBeVisible();
  await expectAccessible(ana);
  await dialog.getByRole('radio', { name: /ALTA/ }).check();
  await dialog.getByRole('button', { name: 'Cambiar estado' }).click();
  await expect(dialog).toBeHidden();
  expect(await read(ana, number)).toMatchObject({ status: 'resolved', priority: 'high' });
});

test('a bulk action sets the priority with Atendido only on the tickets without a priority', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const word = `masivo${Date.now()}`;
  const untriaged = await createTicket(page, `${word} sin prioridad`);
  const triaged = await createTicket(page, `${word} con prioridad`);
  const ana = await openAs(browser, 'ana.agente', '/staff/');
  const version = await versionOf(ana, triaged);
  expect((await ana.request.patch(`/api/tickets/${triaged}`, { data: { priority: 'high', version } })).status()).toBe(200);
  await expect(async () => {
    await ana.goto(`/staff/#/buscar/${word}`);
    await ana.reload();
    await expect(ana.getByRole('table').locator('tbody tr')).toHaveCount(2, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await ana.getByRole('checkbox', { name: 'Seleccionar todos los que se muestran' }).check();
  await ana.getByRole('region', { name: 'Tickets seleccionados' }).getByRole('button', { name: 'Estado', exact: true }).click();
  const dialog = ana.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Estado nuevo' }).selectOption({ label: 'Atendido' });
  await dialog.getByRole('radio', { name: /BAJA/ }).check();
  await expectAccessible(ana);
  await dialog.getByRole('button', { name: 'Aplicar a 2 tickets' }).click();
  await expect(dialog.getByText('Listo: 2 tickets.')).toBeVisible();
  expect(await read(ana, untriaged)).toMatchObject({ status: 'resolved', priority: 'low' });
  expect(await read(ana, triaged)).toMatchObject({ status: 'resolved', priority: 'high' });
});
