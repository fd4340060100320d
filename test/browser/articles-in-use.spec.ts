import { type Browser, expect, type Page, test } from '@playwright/test';
import { chooseRareAct, expectAccessible, expectNoSidewaysScroll, signIn, signInAsNewcomer } from './stack';

// The timeout is long because each test switches between several people.
test.setTimeout(180_000);

const unique = () => Math.random().toString(36).slice(2, 10).replace(/\d/g, 'x');

async function newcomerPage(browser: Browser) {
  const page = await (await browser.newContext()).newPage();
  await signInAsNewcomer(page);
  return page;
}

async function pageAs(browser: Browser, username: string | undefined): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  if (username) await signIn(page, username);
  return page;
}

/** Publishes an article as a supervisor and waits until article lists contain it. */
async function publish(browser: Browser, title: string, audience: 'public' | 'internal' = 'public') {
  const page = await pageAs(browser, 'sofia.supervisora');
  const id = `prueba-${unique()}`;
  const data = {
    categoryId: 'acceso',
    audience,
    version: 0,
    texts: { es: { title, summary: 'De qué trata.', body: '<p>Elija <b>Olvidé mi contraseña</b>.</p>' } },
  };
  expect((await page.request.put(`/api/articles/${id}`, { data })).status()).toBe(200);
  expect((await page.request.put(`/api/articles/${id}/publication`, { data: { version: 1 } })).status()).toBe(200);
  const listed = async () => {
    const found = await page.request.get(`/api/articles?q=${encodeURIComponent(title)}`);
    return ((await found.json()) as { id: string }[]).some((article) => article.id === id);
  };
  await expect.poll(listed, { timeout: 20_000 }).toBe(true);
  return id;
}

async function figuresOf(browser: Browser, id: string) {
  const page = await pageAs(browser, 'sofia.supervisora');
  const response = await page.request.get('/api/article-figures?limit=100');
  const { items } = (await response.json()) as { items: { id: string; seen: number; useful: number; useless: number; avoided: number; opened: number }[] };
  const found = items.find((article) => article.id === id);
  return found && [found.seen, found.useful, found.useless, found.avoided, found.opened].join(' ');
}

async function beginTicket(page: Page, subject: string) {
  await page.goto('/nuevo');
  await page.getByLabel('Temas de ayuda:').selectOption({ index: 1 });
  await page.getByLabel('Resumen:').fill(subject);
}

test('a suggested article can make the new ticket unnecessary; a person who continues keeps the typed text', async ({ browser }) => {
  const word = unique();
  const id = await publish(browser, `Recuperar ${word}`);
  const requester = await newcomerPage(browser);
  await beginTicket(requester, `No puedo recuperar ${word}`);
  await requester.getByRole('button', { name: `Recuperar ${word}` }).click();
  const dialog = requester.getByRole('dialog');
  await expect(dialog.locator('b', { hasText: 'Olvidé mi contraseña' })).toBeVisible();
  await expect(dialog.getByRole('heading', { name: '¿Le sirvió?' })).toBeVisible();
  await expectAccessible(requester);
  await dialog.getByRole('button', { name: 'No, continuar con mi ticket' }).click();
  await expect(requester.getByLabel('Resumen:')).toHaveValue(`No puedo recuperar ${word}`);
  await requester.getByRole('button', { name: `Recuperar ${word}` }).click();
  await dialog.getByRole('button', { name: 'Sí, ya no necesito el ticket' }).click();
  await expect(requester.getByRole('heading', { name: 'Nos da gusto que le haya servido' })).toBeVisible();
  await expectAccessible(requester);
  await expect.poll(() => figuresOf(browser, id), { timeout: 15_000 }).toBe('1 1 0 1 0');
  await requester.getByRole('link', { name: 'Volver a mi ticket' }).click();
  await expect(requester.getByLabel('Resumen:')).toHaveValue(`No puedo recuperar ${word}`);

  const other = await newcomerPage(browser);
  await beginTicket(other, `Recuperar ${word} otra vez`);
  await other.getByRole('button', { name: `Recuperar ${word}` }).click();
  await other.keyboard.press('Escape');
  await other.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
  await other.keyboard.type('Lo leí y no basta.');
  await other.getByLabel('Estado:').selectOption('JALISCO');
  await other.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(other.getByRole('heading', { name: /Ticket #PNT/ })).toBeVisible();
  await expect.poll(() => figuresOf(browser, id), { timeout: 15_000 }).toBe('2 1 0 1 1');
});

test('a reader votes whether an article helped, and changing or repeating the vote does not count twice', async ({ browser }) => {
  const id = await publish(browser, `Utilidad ${unique()}`);
  const reader = await pageAs(browser, undefined);
  await reader.goto(`/faq/articulo/${id}`);
  await expect(reader.getByRole('heading', { name: '¿Le sirvió?' })).toBeVisible();
  await reader.getByRole('button', { name: 'No', exact: true }).click();
  await expect(reader.getByText('Gracias por decirlo.', { exact: false })).toBeVisible();
  await reader.getByRole('button', { name: 'Sí', exact: true }).click();
  await expect(reader.getByText('Gracias: nos ayuda', { exact: false })).toBeVisible();
  await expectAccessible(reader);
  await expect.poll(() => figuresOf(browser, id), { timeout: 15_000 }).toBe('1 1 0 0 0');
  await reader.reload();
  await reader.getByRole('button', { name: 'Sí', exact: true }).click();
  await expect(reader.getByText('Gracias: nos ayuda', { exact: false })).toBeVisible();
  expect(await figuresOf(browser, id)).toBe('1 1 0 0 0');

  const supervisor = await pageAs(browser, 'sofia.supervisora');
  await supervisor.goto('/staff/#/admin/utilidad');
  await expect(supervisor.getByRole('table', { name: 'Artículos por utilidad' })).toBeVisible();
  await expectAccessible(supervisor);
  await supervisor.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(supervisor);
});

async function createTicket(browser: Browser, subject: string, detail: string) {
  const page = await pageAs(browser, 'maria.lopez');
  const response = await page.request.post('/api/tickets', {
    headers: { 'Idempotency-Key': unique() },
    data: { topicId: 'portal-obligaciones', subject, detail, entity: 'FEDERACION' },
  });
  expect(response.status()).toBe(201);
  return ((await response.json()) as { number: string }).number;
}

test('an agent inserts an article into a response by keyboard; internal articles cannot be inserted', async ({ browser }) => {
  const word = unique();
  const id = await publish(browser, `Recuperar ${word}`);
  await publish(browser, `Interno ${word}`, 'internal');
  const number = await createTicket(browser, 'No recuerdo mi contraseña', '<p>¿Qué hago?</p>');
  const agent = await pageAs(browser, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${number}`);
  const editor = agent.getByRole('textbox', { name: 'Respuesta al usuario' });
  await editor.click();
  await agent.keyboard.type('Vea esto:');
  await agent.getByRole('button', { name: 'Insertar artículo' }).press('Enter');
  const dialog = agent.getByRole('dialog');
  await expect(dialog.getByLabel('Buscar un artículo')).toBeFocused();
  await agent.keyboard.type(word);
  await expect(dialog.getByRole('button', { name: `Interno ${word}` })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: `Recuperar ${word}` })).toBeEnabled();
  await expectAccessible(agent);
  await agent.keyboard.press('Enter');
  await expect(editor.getByRole('link', { name: `Recuperar ${word}` })).toBeVisible();
  await agent.getByRole('button', { name: 'Enviar respuesta' }).click();
  await expect(agent.getByText('Respuesta enviada.', { exact: false }).first()).toBeVisible();
  const requester = await pageAs(browser, 'maria.lopez');
  await requester.goto(`/tickets/${number}`);
  await expect(requester.getByRole('link', { name: `Recuperar ${word}` })).toHaveAttribute('href', new RegExp(`/faq/articulo/${id}$`));
});

test('an article created from a ticket omits its personal data', async ({ browser }) => {
  const word = unique();
  const number = await createTicket(browser, `Duda ${word}`, '<p>Soy María López Estrada, maria@infoem.example, 722 226 1980. ¿Cómo cargo el formato 28?</p>');
  const agent = await pageAs(browser, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${number}`);
  await chooseRareAct(agent, 'Crear artículo a partir de este ticket');
  await expect(agent.getByRole('heading', { name: `Nuevo artículo a partir del Ticket #${number}` })).toBeVisible();
  await expect(agent.getByText('maria@infoem.example')).toHaveCount(1); // this page shows the address only in the list of removed data
  await expectAccessible(agent);
  await agent.getByLabel('Categoría').selectOption('sipot');
  await agent.getByRole('button', { name: 'Crear borrador' }).click();
  await expect(agent.getByLabel('Título (es)')).toHaveValue(`Duda ${word}`);
  const body = agent.getByRole('textbox', { name: 'Texto (es)' });
  await expect(body).toContainText('¿Cómo cargo el formato 28?');
  for (const personal of ['López', 'infoem', '1980']) await expect(body).not.toContainText(personal);
});
