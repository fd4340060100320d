import { expect, type Page, test } from '@playwright/test';
import { atNextPoll, createTicket, expectAccessible, openAs, signIn, versionOf } from './stack';

/** The maximum duration of the response to a poll. */
const soon = { timeout: 3_000 };

const companions = (page: Page) => page.getByRole('list', { name: 'También están en este ticket' }).first();

async function send(page: Page, number: string, kind: 'message' | 'response' | 'note', body: string) {
  const version = await versionOf(page, number);
  const response = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind, body, ...(kind !== 'message' && { version }) } });
  expect(response.status()).toBe(201);
}

test('two agents see each other, and new entries do not move the editor or the focus', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Dos agentes a la vez');
  const ana = await openAs(browser, 'ana.agente', `/staff/#/tickets/${number}`);
  const bruno = await openAs(browser, 'bruno.agente', `/staff/#/tickets/${number}`);
  const editor = ana.getByRole('textbox', { name: 'Respuesta al usuario' });
  await editor.click();
  const reported = ana.waitForResponse((response) => response.request().postData() === '{"doing":"writing"}');
  await ana.keyboard.type('Estoy revisando ');
  await reported;
  await atNextPoll(bruno, () => expect(companions(bruno).getByText('Ana Torres está escribiendo')).toBeVisible(soon));
  await atNextPoll(ana, () => expect(companions(ana).getByText('Bruno Salas está viendo')).toBeVisible(soon));
  await expectAccessible(bruno);

  const before = await editor.boundingBox();
  await send(page, number, 'message', '<p>Ya no hace falta el archivo.</p>');
  await atNextPoll(ana, () => expect(ana.getByText('Nuevo mensaje de USUARIO MESA').first()).toBeVisible(soon));
  await expect(ana.getByRole('status').filter({ hasText: 'Nuevo mensaje de USUARIO MESA' })).toHaveCount(1);
  await expect(ana.getByText('Ya no hace falta el archivo.')).toBeHidden();
  expect(await editor.boundingBox()).toEqual(before);
  await expect(editor).toBeFocused();
  await ana.keyboard.type('su caso.');
  await expect(editor).toHaveText('Estoy revisando su caso.');
  await expectAccessible(ana);

  // A person who only reads sees the new entry at once. A person who is typing chooses when to see it, and then returns
  // to the text.
  await atNextPoll(bruno, () => expect(bruno.getByText('Ya no hace falta el archivo.')).toBeVisible(soon));
  await ana.getByRole('button', { name: 'Ver', exact: true }).click();
  await expect(ana.getByRole('listitem').filter({ hasText: 'Ya no hace falta el archivo.' })).toBeFocused();
  await ana.getByRole('button', { name: 'Volver a su texto' }).click();
  await expect(editor).toBeFocused();
  await ana.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(ana.getByText('Respuesta enviada.').first()).toBeVisible();

  const left = bruno.waitForResponse((response) => response.request().postData() === '{"doing":"gone"}');
  await bruno.goto('/staff/#/');
  await left;
  await atNextPoll(ana, () => expect(companions(ana).getByText('Bruno Salas está viendo')).toBeHidden(soon));
});

test('a response based on an old version is refused, and the page shows what changed and preserves the text', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Respuesta a destiempo');
  const ana = await openAs(browser, 'ana.agente', `/staff/#/tickets/${number}`);
  const editor = ana.getByRole('textbox', { name: 'Respuesta al usuario' });
  await editor.click();
  await ana.keyboard.type('Respuesta a medias');
  await send(page, number, 'message', '<p>Un dato más.</p>');
  await ana.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(ana.getByText('No se guardó: el ticket cambió mientras usted trabajaba')).toBeVisible();
  // The notice lists the changes, so no bar about them covers it.
  const bar = ana.getByRole('button', { name: 'Ver', exact: true });
  await atNextPoll(ana, () => expect(ana.getByRole('listitem').filter({ hasText: 'Un dato más.' })).toHaveCount(2, soon));
  await expect(bar).toHaveCount(0);
  await expect(ana.getByText('Un dato más.').first()).toBeVisible();
  await expect(editor).toHaveText('Respuesta a medias');
  await ana.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(ana.getByText('Respuesta enviada.').first()).toBeVisible();
  await expect(bar).toHaveCount(0);
});

test('the automatic assignment of a new ticket is not announced to its author', async ({ page }) => {
  await signIn(page, 'usuario.mesa');
  await page.clock.install();
  const response = await page.request.post('/api/tickets', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { topicId: 'portal-obligaciones', subject: 'Recién creado', detail: '<p>Una prueba.</p>', entity: 'FEDERACION' },
  });
  const { number, version } = (await response.json()) as { number: string; version: number };
  // The page opens before the ticket is routed.
  let routed = false;
  await page.route(`**/api/tickets/${number}`, async (route) => {
    const fetched = await route.fetch();
    const ticket = (await fetched.json()) as { version: number; entries: unknown[] };
    await route.fulfill({ response: fetched, json: routed ? ticket : { ...ticket, version, entries: ticket.entries.slice(0, 1) } });
  });
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText('Una prueba.')).toBeVisible();
  await expect.poll(() => versionOf(page, number), { timeout: 15_000 }).toBeGreaterThan(version);
  routed = true;
  await atNextPoll(page, () => expect(page.getByText('Todo (2)')).toBeVisible(soon));
  await expect(page.getByRole('button', { name: 'Ver', exact: true })).toHaveCount(0);
});

test('a requester with the ticket open sees the response appear', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Espero respuesta');
  await page.clock.install();
  await page.goto(`/tickets/${number}`);
  await page.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await page.keyboard.type('Otra pregunta');
  const ana = await (await browser.newContext()).newPage();
  await signIn(ana, 'ana.agente');
  await send(ana, number, 'note', '<p>Esto no lo ve el usuario.</p>');
  await send(ana, number, 'response', '<p>Ya quedó resuelto.</p>');
  await atNextPoll(page, () => expect(page.getByText('Nueva respuesta de Ana Torres').first()).toBeVisible(soon));
  await expect(page.getByRole('textbox', { name: 'Escriba una respuesta' })).toBeFocused();
  await page.getByRole('button', { name: 'Ver', exact: true }).click();
  await expect(page.getByText('Ya quedó resuelto.')).toBeVisible();
  await expect(page.getByText('Esto no lo ve el usuario.')).toHaveCount(0);
  await expectAccessible(page);

  // Sending the text removes the bar about an entry that was announced before.
  await send(ana, number, 'response', '<p>Otra respuesta.</p>');
  await atNextPoll(page, () => expect(page.getByRole('button', { name: 'Ver', exact: true })).toBeVisible(soon));
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(page.getByText('Su respuesta se envió.')).toBeVisible();
  await expect(page.getByText('Otra respuesta.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ver', exact: true })).toHaveCount(0);
});
