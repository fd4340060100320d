import { expect, type Page, test } from '@playwright/test';
import { createTaggedTickets, openList } from './lists';
import { atNextPoll, createTicketAs, expectAccessible, expectNoSidewaysScroll, person, signIn, versionOf } from './stack';

/** Creates a ticket as a requester through the API. */
async function createTicketAsRequester(page: Page, subject: string): Promise<string> {
  const { username, password } = person('usuario.mesa');
  const other = await page
    .context()
    .browser()
    ?.newContext({ baseURL: new URL(page.url()).origin });
  if (!other) throw new Error('no browser');
  await other.request.post('/api/session', { data: { username, password } });
  const topics = (await (await other.request.get('/api/topics')).json()) as { id: string }[];
  const response = await other.request.post('/api/tickets', {
    data: { topicId: topics[0]?.id, subject, detail: '<p>Para la lista.</p>', entity: 'FEDERACION' },
    headers: { 'Idempotency-Key': `lista-${Date.now()}-${subject.length}` },
  });
  expect(response.status()).toBe(201);
  const { number } = (await response.json()) as { number: string };
  await other.close();
  return number;
}

test('filters narrow the list, are part of the URL, and can be cleared', async ({ page }) => {
  await openList(page, '/colas/all');
  await page.getByRole('button', { name: 'Prioridad', exact: true }).click();
  await page.getByRole('checkbox', { name: 'ALTA' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Prioridad: ALTA/ })).toBeFocused();
  const priorities = page.getByRole('table').locator('tbody tr');
  await expect(async () => {
    const texts = await priorities.allInnerTexts();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toContain('ALTA');
  }).toPass();
  await expect(page).toHaveURL(/priority=high/);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Prioridad: ALTA/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Quitar filtros' }).click();
  await expect(page.getByRole('table').getByText('Sin valorar').first()).toBeVisible();
  await page.getByRole('button', { name: 'Creado', exact: true }).click();
  await page.getByLabel('Hasta').fill('2001-01-01');
  await expect(page.getByText('Ningún ticket pasa estos filtros.')).toBeVisible();
});

test('a list is filtered by organization and by requester, also from a ticket', async ({ page }) => {
  await openList(page, '/colas/all');
  await page.getByRole('button', { name: 'Organización', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Infoem/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/organization=infoem/);
  await expect(page.getByRole('table').getByText('María López Estrada').first()).toBeVisible();
  await expect(page.getByRole('table').getByText('USUARIO MESA')).toHaveCount(0);
  await page.getByRole('button', { name: 'Usuario', exact: true }).click();
  await page.getByRole('checkbox', { name: 'María López Estrada' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Usuario: María López Estrada' })).toBeVisible();
  await expect(page.getByRole('table').getByText('Jorge Hernández Peña')).toHaveCount(0);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Ver todos sus tickets' }).click();
  await expect(page).toHaveURL(/#\/colas\/all~requester=maria-lopez$/);
  await expect(page.getByRole('button', { name: 'Usuario: María López Estrada' })).toBeVisible();
});

test('the filter by requester finds people who have no ticket in the list', async ({ page }) => {
  await openList(page, '/colas/all~organization=infoem');
  await page.getByRole('button', { name: 'Usuario', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'María López Estrada' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'USUARIO MESA' })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Acotar: Usuario' }).fill('mesa usuario');
  await expect(page.getByRole('checkbox', { name: 'María López Estrada' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'USUARIO MESA' }).check();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Usuario: USUARIO MESA' })).toBeVisible();
  await page.getByRole('button', { name: /^Organización: / }).click();
  await page.getByRole('checkbox', { name: /^Infoem/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('table').getByText('USUARIO MESA').first()).toBeVisible();
});

test('a list is sorted, and its columns are chosen and remembered', async ({ page }) => {
  await openList(page, '/colas/all');
  await page.getByRole('combobox', { name: 'Orden' }).selectOption({ label: 'Más nuevos' });
  await expect(page).toHaveURL(/sort=created/);
  const numbers = page.getByRole('table').getByRole('link');
  await expect(async () => {
    const shown = await numbers.allTextContents();
    expect(shown.length).toBeGreaterThan(5);
    expect(shown).toEqual([...shown].sort().reverse());
  }).toPass();
  await page.getByRole('button', { name: 'Columnas' }).click();
  await page.getByRole('checkbox', { name: 'Departamento' }).check();
  await expect(page.getByRole('columnheader', { name: 'Departamento' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Departamento' })).toBeVisible();
});

for (const order of ['created', 'activity', '-activity', 'due']) {
  test(`new tickets are announced in the order ${order}, and the list does not change until the person shows them`, async ({ page }) => {
    await page.clock.install();
    await openList(page, `/colas/open~sort=${order}`);
    const first = await page.getByRole('table').getByRole('link').first().textContent();
    const number = await createTicketAsRequester(page, 'Llega mientras se lee la lista');
    const newTickets = page.getByRole('button', { name: /tickets? nuevos?/ });
    await atNextPoll(page, () => expect(newTickets).toBeVisible({ timeout: 3_000 }));
    await expect(page.getByRole('table').getByRole('link').first()).toHaveText(first ?? '');
    await expect(page.getByRole('link', { name: number })).toHaveCount(0);
    await newTickets.click();
    // In the other orders the new ticket may be on a later page.
    if (['created', 'activity'].includes(order)) await expect(page.getByRole('link', { name: number })).toBeVisible();
    await expect(newTickets).toHaveCount(0);
  });
}

test('an own act moves the counts at once, in «Más nuevos» and in a search', async ({ page }) => {
  const subject = `Cuentas ${Date.now()}`;
  const number = await createTicketAs(page, 'usuario.mesa', subject);
  const count = async (name: string) =>
    Number(
      (
        await page
          .getByRole('navigation', { name: 'Colas' })
          .getByRole('link', { name: new RegExp(`^${name} `) })
          .innerText()
      ).replace(/\D/g, ''),
    );
  await openList(page, '/colas/all~sort=created');
  await page.setViewportSize({ width: 1600, height: 900 }); // the queue menu is beside the ticket
  // route assigns the ticket first.
  await expect.poll(() => versionOf(page, number)).toBeGreaterThan(1);
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toBeVisible();
  await expect.poll(() => count('Míos')).toBeGreaterThanOrEqual(0);
  const mine = await count('Míos');
  await row.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: 'Tomar ticket' }).click();
  await expect(page.getByRole('button', { name: 'Tomar ticket' })).toHaveCount(0);
  expect(await count('Míos')).toBe(mine + 1);

  await page.goto(`/staff/#/buscar/${number}`);
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: number })).toBeVisible();
  await expect.poll(() => count('Míos')).toBe(mine + 1);
  const waiting = await count('En espera');
  const open = await count('Abiertos');
  await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check();
  await page.getByRole('region', { name: 'Tickets seleccionados' }).getByRole('button', { name: 'Estado', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Estado nuevo' }).selectOption({ label: 'En espera' });
  await dialog.getByRole('textbox', { name: 'Qué se espera del usuario' }).fill('Una captura');
  await dialog.getByRole('button', { name: 'Aplicar a 1 ticket' }).click();
  await expect(dialog.getByText('Listo: 1 ticket.')).toBeVisible();
  expect(await count('En espera')).toBe(waiting + 1);
  expect(await count('Abiertos')).toBe(open - 1);
});

test('after a response with Atendido, j opens the next row of the list as it was', async ({ page }) => {
  test.setTimeout(120_000);
  const numbers = await createTaggedTickets(page, 3, 1280);
  const tag = /tag=([^~/]+)/.exec(page.url())?.[1];
  const [oldest = '', middle = '', newest = ''] = numbers;
  await page.goto(`/staff/#/colas/open~tag=${tag}~sort=created`);
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await rows.nth(1).getByRole('link').click();
  const opened = (number: string) => page.getByRole('article').getByText(`Ticket #${number}`);
  await expect(opened(middle)).toBeVisible();
  await page.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
  await page.keyboard.type('Ya se corrigió.');
  await page.getByRole('button', { name: 'Enviar y marcar Atendido' }).click();
  const dialog = page.getByRole('dialog', { name: 'El ticket no tiene prioridad' });
  await dialog.getByRole('radio', { name: /BAJA/ }).check();
  await dialog.getByRole('button', { name: 'Enviar y marcar Atendido' }).click();
  await expect(page.locator('#list').getByRole('link', { name: middle })).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(opened(oldest)).toBeVisible();
  await page.keyboard.press('k');
  await expect(opened(newest)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/colas/open~tag=${tag}~sort=created/${newest}$`));
  await page.getByRole('button', { name: 'Cambiar estado' }).click();
  const statuses = page.getByRole('dialog');
  await statuses.getByRole('radio', { name: 'En espera' }).check();
  await statuses.getByRole('button', { name: 'Cambiar estado' }).click();
  await expect(page.locator('#list').getByRole('link', { name: newest })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('link', { name: oldest })).toBeFocused();
});

test('a message from the requester marks a ticket until it is read', async ({ page, browser }) => {
  const [number = ''] = await createTaggedTickets(page, 1, 1280);
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row.getByText('Mensaje del usuario sin leer')).toBeAttached();
  await expectAccessible(page);
  await row.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { name: 'Del lote 1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row).toBeVisible();
  await expect(row.getByText('Mensaje del usuario sin leer')).toHaveCount(0);
  await page.reload();
  await expect(row).toBeVisible();
  await expect(row.getByText('Mensaje del usuario sin leer')).toHaveCount(0);

  const requester = await (await browser.newContext()).newPage();
  await signIn(requester, 'usuario.mesa');
  const reply = await requester.request.post(`/api/tickets/${number}/entries`, {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { kind: 'message', body: '<p>¿Hay novedades?</p>' },
  });
  expect(reply.status()).toBe(201);
  await page.getByRole('button', { name: 'Actualizar', exact: true }).click();
  await expect(row.getByText('Mensaje del usuario sin leer')).toBeAttached();
  await row.getByRole('link', { name: number }).click();
  await expect(page.getByText('¿Hay novedades?').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row.getByText('Mensaje del usuario sin leer')).toHaveCount(0);
});

for (const width of [375, 1280]) {
  test(`the list fits ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, 'ana.agente');
    await page.goto('/staff/#/colas/open');
    await page.waitForLoadState('networkidle');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test('a search works with any characters', async ({ page }) => {
  await signIn(page, 'ana.agente');
  await page.goto('/staff/#/colas/all');
  const box = page.getByRole('searchbox', { name: /Buscar/ });
  for (const words of ['maria.lopez@infoem.example', '50% de a/b?c=d&e #1', '%40']) {
    const search = page.waitForRequest((request) => new URL(request.url()).searchParams.get('q') === words);
    await box.fill(words);
    await box.press('Enter');
    await search;
    await expect(box).toHaveValue(words);
    await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
  }
});
