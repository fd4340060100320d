import { type Browser, expect, type Page, test } from '@playwright/test';
import { createTicket, expectAccessible, expectNoSidewaysScroll, mails, person, signIn } from './stack';

async function openAs(browser: Browser, username: string, path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(page, username);
  await page.goto(path);
  return page;
}

const subjects = async (page: Page, number: string, to: string) => (await mails(page, number, to)).map(({ subject }) => subject);

test('En espera shows who is expected to do what, stops the deadline clock, and ends with the requester’s message', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Un ticket que espera');
  const ana = await openAs(browser, 'ana.agente', `/staff/#/tickets/${number}`);
  await ana.getByRole('radio', { name: /ALTA/ }).check();
  await ana.getByRole('button', { name: 'Guardar prioridad' }).click();
  await expect(ana.getByText(/^Vence en .* hábiles/).first()).toBeVisible();
  await expect(ana.getByText('Antes del').first()).toBeVisible();

  // Without the pointer: write the response, enter what the ticket waits for, and send. It waits for the requester by default.
  await ana.getByRole('textbox', { name: 'Respuesta al usuario' }).focus();
  await ana.keyboard.type('¿Puede enviar el archivo?');
  await ana.getByRole('button', { name: 'Enviar y dejar En espera' }).focus();
  await ana.keyboard.press('Enter');
  const dialog = ana.getByRole('dialog', { name: 'Enviar y dejar En espera' });
  await expect(dialog.getByRole('radio', { name: 'Al usuario' })).toBeChecked();
  await expectAccessible(ana);
  await dialog.getByLabel('¿Qué se espera?').fill('el archivo que intenta cargar');
  await ana.keyboard.press('Enter');
  await expect(ana.getByText('Respuesta enviada; el ticket quedó En espera.').first()).toBeVisible();
  await expect(ana.getByText(/Se espera al usuario desde el .*: el archivo que intenta cargar/)).toBeVisible();
  await expect(ana.getByText(/^En pausa: quedan/).first()).toBeVisible();
  await expect(ana.getByText('En tiempo').first()).toBeVisible();
  await expectAccessible(ana);
  await expect
    .poll(() => subjects(page, number, person('usuario.mesa').email), { timeout: 15_000 })
    .toContainEqual(expect.stringContaining('Necesitamos algo de usted'));

  await page.goto('/tickets?estado=waiting');
  await expect(page.getByRole('row').filter({ hasText: number }).getByText('Se espera algo de usted')).toBeVisible();
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText('Se espera algo de usted')).toBeVisible();
  await expect(page.getByText('el archivo que intenta cargar', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await page.keyboard.type('Aquí está.');
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(page.getByText('Se espera algo de usted')).toBeHidden();

  // Waiting for a third party is set in the status dialog. A message does not end this wait.
  await ana.reload();
  await ana.getByRole('button', { name: 'Cambiar estado' }).click();
  await ana.getByRole('radio', { name: 'En espera' }).check();
  await ana.getByRole('radio', { name: 'A un tercero' }).check();
  await ana.getByLabel('¿Qué se espera?').fill('la respuesta del proveedor');
  await ana.getByRole('dialog').getByRole('button', { name: 'Cambiar estado' }).click();
  await expect(ana.getByText(/Se espera a un tercero desde el .*: la respuesta del proveedor/)).toBeVisible();
  await expect.poll(() => subjects(page, number, person('usuario.mesa').email), { timeout: 15_000 }).toContainEqual(expect.stringContaining('En espera'));
});

test('the requester closes with «Mi problema está resuelto», rates, and opens a linked ticket', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Un ticket que se resuelve solo');
  const assigned = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { assignee: { id: string } };
  const agent = person(assigned.assignee.id.replace('-', '.'));
  await page.goto(`/tickets/${number}`);
  await page.getByRole('button', { name: 'Mi problema está resuelto' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sí, cerrar el ticket' }).click();
  await expect(page.getByText('Este ticket está cerrado')).toBeVisible();
  await expect.poll(() => subjects(page, number, agent.email), { timeout: 15_000 }).toContainEqual(expect.stringContaining('El usuario lo cerró'));

  await page.getByRole('button', { name: 'Enviar calificación' }).click();
  await expect(page.getByText('Elija una calificación, de 1 a 5.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: /Buena/ }).first().check();
  await page.getByLabel('Comentario').fill('Se resolvió antes de la respuesta.');
  await page.getByRole('button', { name: 'Enviar calificación' }).click();
  await expect(page.getByText('Gracias por calificar la atención.')).toBeVisible();
  await page.getByRole('button', { name: 'Cambiar calificación' }).click();
  await page.getByRole('radio', { name: /Muy buena/ }).check();
  await page.getByRole('button', { name: 'Enviar calificación' }).click();
  await expect(page.getByText('5 de 5').first()).toBeVisible();
  await expect.poll(() => subjects(page, number, agent.email), { timeout: 15_000 }).toContainEqual(expect.stringContaining('Calificación 5 de 5'));

  const agentPage = await openAs(browser, agent.username, `/staff/#/tickets/${number}`);
  await expect(agentPage.getByText('«Se resolvió antes de la respuesta.»')).toBeVisible();
  await agentPage.goto('/staff/#/colas/closed');
  await expect(agentPage.getByRole('row').filter({ hasText: number }).getByText('Calificación: 5 de 5')).toBeAttached();

  await page.getByRole('link', { name: 'Abrir un nuevo Ticket relacionado' }).click();
  await expect(page.getByText(`Este ticket continúa el Ticket #${number}`)).toBeVisible();
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
  await page.keyboard.type('Volvió a pasar.');
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(page.getByText('El Ticket se ha creado', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: number, exact: true }).click();
  await expect(page.getByRole('heading', { name: `Ticket #${number}` })).toBeVisible();
});

test('the history shows every change or only the conversation', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Un ticket con historial');
  const ana = await openAs(browser, 'ana.agente', `/staff/#/tickets/${number}`);
  for (const priority of ['MEDIA', 'BAJA', 'ALTA']) {
    const change = ana.getByRole('button', { name: 'Cambiar prioridad' });
    if (priority !== 'MEDIA') await change.click();
    await ana.getByRole('radio', { name: new RegExp(priority) }).check();
    await ana.getByRole('button', { name: 'Guardar prioridad' }).click();
    await expect(ana.getByText(new RegExp(`Prioridad ${priority}`)).first()).toBeVisible();
  }
  await ana.reload();
  await ana.getByRole('button', { name: '4 cambios' }).click();
  await expect(ana.getByText(/Vence: .* → .* \(por la nueva prioridad\)/).first()).toBeVisible();
  await ana.getByRole('radio', { name: 'Conversación' }).check();
  await expect(ana.getByText(/por la nueva prioridad/)).toHaveCount(0);
  await expect(ana.getByText('Una prueba.')).toBeVisible();
  await expectAccessible(ana);

  await page.goto(`/tickets/${number}`);
  await page.getByRole('button', { name: /\d cambios/ }).click();
  await expect(page.getByText('estableció la prioridad ALTA 1')).toBeVisible();
  await expect(page.getByText('Primera respuesta')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Conversación' }).check();
  await expect(page.getByText('estableció la prioridad ALTA 1')).toHaveCount(0);
});

test('the links in the mail lead to the reply form and to the rating form', async ({ page, browser }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Un ticket que se atiende');
  const ticket = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { assignee: { id: string }; version: number };
  const agentPage = await openAs(browser, ticket.assignee.id.replace('-', '.'), '/staff/');
  const response = await agentPage.request.post(`/api/tickets/${number}/entries`, {
    data: { kind: 'response', body: 'Ya se corrigió.', status: 'resolved', version: ticket.version },
  });
  expect(response.status()).toBe(201);
  const mail = async () => (await mails(page, number, person('usuario.mesa').email)).find(({ subject }) => subject.includes('Atendido'))?.text ?? '';
  await expect.poll(mail, { timeout: 15_000 }).toContain('rate=1');
  const links = (await mail()).match(/https?:\/\/\S+/g) ?? [];
  const queryOfLink = (part: string) => new URL(links.find((link) => link.includes(part)) ?? 'about:blank').search;
  await page.goto(`/tickets/${number}${queryOfLink('reopen=1')}`);
  await expect(page.getByRole('textbox', { name: 'Escriba una respuesta' })).toBeInViewport();
  await page.goto(`/tickets/${number}${queryOfLink('rate=1')}`);
  await expect(page.getByRole('heading', { name: '¿Cómo fue la atención?' })).toBeInViewport();
});

test('the rating form fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, 'Un ticket en el teléfono');
  const closed = await page.request.post(`/api/tickets/${number}/entries`, { data: { kind: 'message', body: 'Ya quedó', status: 'closed' } });
  expect(closed.status()).toBe(201);
  await page.goto(`/tickets/${number}?rate=1`);
  await expect(page.getByRole('heading', { name: '¿Cómo fue la atención?' })).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
