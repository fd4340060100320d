import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person, signIn } from './desk';

async function open(page: Page, address: string, username = 'sofia.supervisora') {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, username);
  await page.goto(`/staff/#${address}`);
  await expect(page.getByRole('table')).toBeVisible();
}

/** Opens a ticket as a requester, through the API. */
async function newTicket(page: Page, subject: string): Promise<string> {
  const { username, password } = person('usuario.mesa');
  const other = await page.context().browser()?.newContext({ baseURL: new URL(page.url()).origin });
  if (!other) throw new Error('no browser');
  await other.request.post('/api/session', { data: { username, password } });
  const topics = (await (await other.request.get('/api/topics')).json()) as { id: string }[];
  const made = await other.request.post('/api/tickets', {
    data: { topicId: topics[0]?.id, subject, detail: '<p>Para la lista.</p>', entity: 'FEDERACION' },
    headers: { 'Idempotency-Key': `lista-${Date.now()}-${subject.length}` },
  });
  expect(made.status()).toBe(201);
  const { number } = (await made.json()) as { number: string };
  await other.close();
  return number;
}

test('filters narrow the list, are in the address, and can be cleared', async ({ page }) => {
  await open(page, '/colas/all');
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

test('a list is sorted, and its columns are chosen and kept', async ({ page }) => {
  await open(page, '/colas/all');
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

test('new work is announced and moves nothing until it is asked for', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, '/colas/open~sort=created');
  const first = await page.getByRole('table').getByRole('link').first().textContent();
  const number = await newTicket(page, 'Llega mientras se lee la lista');
  const news = page.getByRole('button', { name: /tickets? nuevos?/ });
  await expect(news).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('table').getByRole('link').first()).toHaveText(first ?? '');
  await expect(page.getByRole('link', { name: number })).toHaveCount(0);
  await news.click();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await expect(news).toHaveCount(0);
});

test('picked tickets are changed together, with a result of each', async ({ page }) => {
  const tag = `lote-${Date.now() % 100_000}`;
  await open(page, '/colas/all');
  const rows = page.getByRole('table').locator('tbody tr');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(rows.nth(0).getByRole('checkbox')).toBeChecked();
  await rows.nth(3).getByRole('checkbox').click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 seleccionados')).toBeVisible();
  const second = (await rows.nth(1).getByRole('link').textContent()) ?? '';

  // Somebody else is quicker with one of them.
  const now = (await (await page.request.get(`/api/tickets/${second}`)).json()) as { version: number };
  const meanwhile = await page.request.post(`/api/tickets/${second}/entries`, { data: { kind: 'note', body: 'Me adelanté', version: now.version } });
  expect(meanwhile.status()).toBe(201);

  await page.getByRole('button', { name: 'Etiquetar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Etiquetas').fill(tag);
  await dialog.getByRole('button', { name: 'Aplicar a 4 tickets' }).click();
  await expect(dialog.getByText('3 tickets con el cambio; 1 sin él.')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: second })).toContainText('alguien lo modificó mientras tanto');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Reintentar los que faltan (1)' }).click();
  await expect(dialog.getByText('Listo: 4 tickets.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Terminar' }).click();
  await expect(page.getByText('seleccionados')).toHaveCount(0);
  await page.goto(`/staff/#/colas/all~tag=${tag}`);
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(4);
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
