import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './stack';

type View = { id: string; name: string; version: number };

test.use({ viewport: { width: 1280, height: 900 } });

let count = 0;
/** Returns a unique view name. The cleanup finds the view by this name. */
function uniqueName(prefix: string): string {
  count += 1;
  return `${prefix} ${test.info().workerIndex}-${Date.now()}-${count}`;
}

async function views(page: Page): Promise<View[]> {
  return (await (await page.request.get('/api/views')).json()) as View[];
}

/** Saves a view through the API. */
async function createView(page: Page, name: string, attributes: object = {}): Promise<View> {
  const response = await page.request.post('/api/views', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { name, audience: 'me', query: { queue: 'all', priority: ['high'] }, columns: ['status', 'due'], ...attributes },
  });
  expect(response.status()).toBe(201);
  return (await response.json()) as View;
}

async function deleteView(page: Page, name: string) {
  for (const view of await views(page)) {
    if (view.name.startsWith(name)) await page.request.delete(`/api/views/${view.id}?version=${view.version}`);
  }
}

const queues = (page: Page) => page.getByRole('navigation', { name: 'Colas de tickets' });

test('a filtered list is saved under a name, changed, renamed and deleted', async ({ page }) => {
  const name = uniqueName('Urgentes');
  await signIn(page, 'ana.agente');
  await page.goto('/staff/#/colas/all');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Guardar vista' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Estado', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Abierto' }).check();
  await page.getByRole('checkbox', { name: 'En espera' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Estado: Abierto, En espera' })).toBeFocused();
  await page.getByRole('button', { name: 'Guardar vista' }).click();
  const dialog = page.getByRole('dialog', { name: 'Guardar vista' });
  await expect(dialog.getByRole('radio')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
  await expect(dialog.getByText('Escriba un nombre.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Nombre' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page).toHaveURL(/#\/vistas\/[0-9a-f]+$/);
  await expect(queues(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  await expect(queues(page).getByRole('link', { name: /^Todos/ })).not.toHaveAttribute('aria-current');
  await expectAccessible(page);

  // Columns and filters that are chosen here become attributes of the view once it is saved. They do not change other lists.
  await page.getByRole('button', { name: 'Columnas' }).click();
  await page.getByRole('checkbox', { name: 'Entidad' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Entidad' })).toBeVisible();
  await expect(page.getByText('Cambios sin guardar')).toBeVisible();
  await page.getByRole('button', { name: 'Descartar cambios' }).click();
  await expect(page.getByRole('columnheader', { name: 'Entidad' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Columnas' }).click();
  await page.getByRole('checkbox', { name: 'Entidad' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Quitar filtros' }).click();
  await expect(page).toHaveURL(/#\/vistas\/[0-9a-f]+~$/);
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(page.getByText('Cambios sin guardar')).toHaveCount(0);
  await expect(page).toHaveURL(/#\/vistas\/[0-9a-f]+$/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Entidad' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Estado', exact: true })).toBeVisible();

  // A ticket opens beside the view. Closing it returns to the view.
  const address = page.url();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${address.replace(/[?]/g, '.')}/PNT`));
  await expect(page.getByRole('combobox', { name: 'Cola' })).toHaveValue(new URL(address).hash.slice(1));
  await page.goBack();

  await page.getByRole('button', { name: 'Vista', exact: true }).click();
  await page.getByRole('button', { name: 'Cambiar nombre o compartir' }).click();
  await page.getByRole('textbox', { name: 'Nombre' }).fill(`${name} bis`);
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} bis` })).toBeVisible();
  await page.getByRole('button', { name: 'Vista', exact: true }).click();
  await page.getByRole('button', { name: 'Eliminar vista' }).click();
  await expect(page.getByRole('dialog')).toContainText(`${name} bis`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Eliminar', exact: true }).click();
  await expect(page).toHaveURL(/#\/colas\/all$/);
  await expect(queues(page).getByRole('link', { name })).toHaveCount(0);
});

test('a supervisor shares a view with a department, whose agents can use it and cannot change it', async ({ page, browser }) => {
  const name = uniqueName('De Obligaciones');
  await signIn(page, 'sofia.supervisora');
  await page.goto('/staff/#/colas/all~priority=high');
  await page.getByRole('button', { name: 'Guardar vista' }).click();
  const dialog = page.getByRole('dialog', { name: 'Guardar vista' });
  await dialog.getByRole('textbox', { name: 'Nombre' }).fill(name);
  await dialog.getByRole('radio', { name: 'Para un departamento' }).check();
  await expect(dialog.getByRole('radio', { name: 'Para todos' })).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Departamento' }).selectOption('obligaciones');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const ana = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(ana, 'ana.agente');
  await ana.goto('/staff/#/colas/mine');
  await queues(ana).getByRole('link', { name }).click();
  await expect(ana.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(ana.getByRole('button', { name: 'Prioridad: ALTA' })).toBeVisible();
  await expect(ana.getByRole('button', { name: 'Vista', exact: true })).toHaveCount(0);
  await ana.getByRole('button', { name: 'Quitar filtros' }).click();
  await expect(ana.getByRole('button', { name: 'Guardar como nueva' })).toBeVisible();
  await expect(ana.getByRole('button', { name: 'Guardar cambios' })).toHaveCount(0);

  const carla = await (await browser.newContext()).newPage();
  await signIn(carla, 'carla.agente');
  expect((await views(carla)).map((view) => view.name)).not.toContain(name);
  await deleteView(page, name);
});

test('another person’s changes to a view are shown before they are overwritten', async ({ page }) => {
  const name = uniqueName('Disputada');
  await signIn(page, 'ana.agente');
  const view = await createView(page, name);
  await page.goto(`/staff/#/vistas/${view.id}~priority=low`);
  await expect(page.getByRole('button', { name: 'Guardar cambios' })).toBeVisible();
  const otherChange = await page.request.put(`/api/views/${view.id}`, {
    data: { name: `${name} otra`, audience: 'me', query: { queue: 'open' }, columns: ['status', 'due'], version: 1 },
  });
  expect(otherChange.status()).toBe(200);
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'Alguien más cambió esta vista' });
  await expect(notice).toContainText(`Ahora se llama «${name} otra».`);
  await expect(notice).toContainText('Tiene otros filtros u otro orden.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Guardar mis cambios' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} otra` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Prioridad: BAJA' })).toBeVisible();
  await deleteView(page, name);
});

test('the palette opens a view and saves another, with the keyboard only', async ({ page }) => {
  const name = uniqueName('Ágata');
  await signIn(page, 'ana.agente');
  await createView(page, name);
  await page.goto('/staff/#/colas/mine');
  await expect(queues(page).getByRole('link', { name })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Ir a un lugar o hacer algo' })).toBeFocused();
  await page.keyboard.type(name.toLowerCase().replace('á', 'a'));
  await expect(page.getByRole('option', { name: `Ir a la vista «${name}»` })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
  await page.goto('/staff/#/colas/all~priority=none');
  await expect(page.getByRole('button', { name: 'Guardar vista' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Ir a un lugar o hacer algo' })).toBeFocused();
  await page.keyboard.type('guardar vista');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Nombre' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ya está en uso.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nombre' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' bis');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `${name} bis` })).toBeVisible();
  await deleteView(page, name);
});

test('a missing view is reported', async ({ page }) => {
  await signIn(page, 'ana.agente');
  await page.goto('/staff/#/vistas/ninguna');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No encontramos esta página');
});

for (const width of [320, 375]) {
  test(`views are chosen and changed at ${width} px`, async ({ page }) => {
    const name = uniqueName('Móvil');
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, 'ana.agente');
    const view = await createView(page, name);
    await page.goto('/staff/#/colas/mine');
    await page.getByRole('combobox', { name: 'Cola' }).selectOption({ label: name });
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Cola' })).toHaveValue(`/vistas/${view.id}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Vista', exact: true }).click();
    await page.getByRole('button', { name: 'Cambiar nombre o compartir' }).click();
    await page.getByRole('textbox', { name: 'Nombre' }).fill(`${name} con un nombre muy largo`);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: `${name} con un nombre muy largo` })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await deleteView(page, name);
  });
}
