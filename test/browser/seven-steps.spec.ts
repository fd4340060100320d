import { expect, test } from '@playwright/test';
import { deleteDraft, mails, person, signIn } from './stack';

test('the seven steps, from opening a ticket to reopening it', async ({ page, browser }) => {
  const requester = person('usuario.mesa');
  await page.goto('/');
  await expect(page.getByText('Asegúrese de examinar nuestra sección de')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Preguntas frecuentes (FAQs)' })).toBeVisible();
  await page.getByRole('link', { name: 'Iniciar sesión' }).first().click();
  await page.getByLabel('Usuario', { exact: false }).first().fill(requester.username);
  await page.getByLabel('Contraseña', { exact: false }).first().fill(requester.password);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(page.getByText('USUARIO MESA').first()).toBeVisible();
  await deleteDraft(page);

  await page.getByRole('link', { name: 'Abrir un nuevo Ticket' }).first().click();
  await expect(page.getByText('Por favor, complete el siguiente formulario para crear un nuevo ticket.')).toBeVisible();
  await page.getByLabel('Temas de ayuda:').selectOption({ index: 1 });
  await page.getByLabel('Resumen:').fill('Prueba de punta a punta');
  const editor = page.getByRole('textbox', { name: 'Detalle del requerimiento:' });
  await editor.click();
  await page.keyboard.type('No se guarda el formato 28. ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Urge');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'captura.png', mimeType: 'image/png', buffer: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2040, 1)]) });
  await expect(page.getByText('captura.png').first()).toBeVisible();
  await page.getByLabel('Estado:').selectOption('FEDERACION');
  await page.getByRole('button', { name: 'Crear Ticket' }).dblclick();
  await expect(page.getByText('El Ticket se ha creado por lo que ya no es necesario realizar acción alguna.', { exact: false })).toBeVisible();
  const number = /PNT\d{6,}/.exec(await page.getByRole('heading', { name: /Ticket #PNT/ }).innerText())?.[0] ?? '';
  await expect(page.locator('strong', { hasText: 'Urge' })).toBeVisible();
  await expect(page.getByRole('button', { name: /captura\.png/ })).toBeVisible();

  const assignee = async () => ((await (await page.request.get(`/api/tickets/${number}`)).json()) as { assignee: { id: string } | null }).assignee?.id;
  await expect.poll(assignee, { timeout: 15_000 }).toBeTruthy();
  const agent = person((await assignee())?.replace('-', '.') ?? '');
  await expect.poll(async () => (await mails(page, number, requester.email)).length, { timeout: 15_000 }).toBe(1);
  await expect.poll(async () => (await mails(page, number, agent.email)).length, { timeout: 15_000 }).toBe(1);

  const agentPage = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await agentPage.goto('/staff/');
  await agentPage.getByLabel('Usuario', { exact: false }).first().fill(agent.email);
  await agentPage.getByLabel('Contraseña', { exact: false }).first().fill(agent.password);
  await agentPage.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(agentPage.getByRole('heading', { name: 'Míos' })).toBeVisible();
  await agentPage.goto(`/staff/#/tickets/${number}`);
  await expect(agentPage.getByText('No se guarda el formato 28.')).toBeVisible();
  await expect(agentPage.getByText('El sistema no puede operar o alguno de sus módulos impide', { exact: false })).toBeVisible();
  await agentPage.getByRole('radio', { name: /ALTA/ }).check();
  await agentPage.getByRole('button', { name: 'Guardar prioridad' }).click();
  await expect(agentPage.getByText(/Prioridad ALTA.*Vence el/).first()).toBeVisible();
  await agentPage.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
  await agentPage.keyboard.type('El formato 28 ya se guarda.');
  await agentPage.getByRole('button', { name: 'Enviar y marcar Atendido' }).click();
  await expect(agentPage.getByText('Respuesta enviada; el ticket quedó Atendido.').first()).toBeVisible();

  const countMailsWith = async (to: string, text: string) =>
    (await mails(page, number, to)).filter((mail) => `${mail.subject}${mail.text}`.includes(text)).length;
  await expect.poll(() => countMailsWith(requester.email, 'ha sido Atendido'), { timeout: 15_000 }).toBe(1);

  await page.goto(`/tickets/${number}`);
  await expect(page.getByText('El formato 28 ya se guarda.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await page.keyboard.type('Sigue sin guardarse.');
  await page.getByRole('button', { name: 'El problema continúa' }).click();
  await expect(page.getByText('Sigue sin guardarse.')).toBeVisible();
  await expect(page.getByText('Abierto').first()).toBeVisible();
  // The mails arrive in order: a duplicate of the earlier mail would have arrived before this one.
  await expect.poll(() => countMailsWith(agent.email, 'indicó que el problema continúa'), { timeout: 15_000 }).toBe(1);
  expect(await countMailsWith(requester.email, 'ha sido Atendido')).toBe(1);

  const found = (await (await page.request.get('/api/tickets?q=Prueba+de+punta+a+punta')).json()) as { items: { number: string }[] };
  expect(found.items.filter((item) => item.number === number)).toHaveLength(1);
});

test('another person’s ticket is not found', async ({ page }) => {
  await signIn(page, 'lucia.ramirez');
  await page.goto('/tickets/PNT003445');
  await expect(page.getByRole('heading', { name: 'No encontramos este ticket' })).toBeVisible();
});

test('a conflict shows what changed and keeps the text', async ({ page, request }) => {
  await signIn(page, 'ana.agente');
  const tickets = (await (await page.request.get('/api/tickets?queue=open')).json()) as { items: { number: string }[] };
  const number = tickets.items[0]?.number ?? '';
  await page.goto(`/staff/#/tickets/${number}`);
  await page.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
  await page.keyboard.type('Mi respuesta a medias');
  const bruno = person('bruno.agente');
  await request.post('/api/session', { data: { username: bruno.username, password: bruno.password } });
  const current = (await (await request.get(`/api/tickets/${number}`)).json()) as { version: number };
  const note = await request.post(`/api/tickets/${number}/entries`, { data: { kind: 'note', body: 'Me adelanté', version: current.version } });
  expect(note.status()).toBe(201);
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(page.getByText('No se guardó: el ticket cambió mientras usted trabajaba').first()).toBeVisible();
  await expect(page.getByText('Me adelanté').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toContainText('Mi respuesta a medias');
});

test('an administrator sees an account request', async ({ page, browser }) => {
  const name = `Solicitante ${Date.now()}`;
  await page.goto('/solicitar-alta');
  await page.getByLabel('Nombre de la cuenta').fill(name);
  await page.getByLabel('Correo electrónico').fill('solicitante@itei.example');
  await page.getByLabel('Organización').fill('ITEI');
  await page.getByLabel('Teléfono de contacto').fill('33 3630 5745');
  await page.getByRole('button', { name: 'Enviar solicitud' }).click();
  await expect(page.getByText('Recibimos su solicitud')).toBeVisible();
  const admin = await (await browser.newContext({ locale: 'es-MX' })).newPage();
  await signIn(admin, 'adrian.admin');
  await admin.goto('/staff/');
  await admin.getByRole('link', { name: 'Administración' }).click();
  await admin.getByRole('link', { name: 'Solicitudes de alta' }).first().click();
  await expect(admin.getByText(name).first()).toBeVisible();
});
