import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleIn } from './pages';
import { chooseRareAct, expectAccessible, mails, person, signIn, signInAsNewcomer } from './stack';

test.describe.configure({ mode: 'serial' });

type Topic = { id: string; version: number; name: { es: string }; active: boolean; fields: { id: string; active: boolean }[] };

// Other tests use the first topics of the list. So the topics of this file come last in the list, and are retired at the end.
const name = `Nómina ${crypto.randomUUID().slice(0, 8)}`;
const order = '9000';

async function topicOf(page: Page, topicName: string): Promise<Topic> {
  const all = (await (await page.request.get('/api/topic-settings')).json()) as Topic[];
  const found = all.find((topic) => topic.name.es === topicName);
  if (!found) throw new Error(`no topic has the name ${topicName}`);
  return found;
}

async function changeTopic(page: Page, topicName: string, attributes: Partial<Topic>) {
  const { id, ...topic } = await topicOf(page, topicName);
  const response = await page.request.put(`/api/topic-settings/${id}`, { data: { ...topic, ...attributes } });
  expect(response.status()).toBe(200);
}

async function addField(page: Page, label: string, kind: string) {
  await page.getByRole('button', { name: 'Agregar campo' }).click();
  await page.getByLabel('Etiqueta en español').fill(label);
  await page.getByLabel('Tipo').selectOption(kind);
}

test.afterAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, 'adrian.admin');
  for (const topic of (await (await page.request.get('/api/topic-settings')).json()) as Topic[])
    if (topic.active && topic.name.es.startsWith(name)) await changeTopic(page, topic.name.es, { active: false });
  await page.close();
});

test('an administrator adds extra fields to a topic, orders them by keyboard, and previews the form', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, 'adrian.admin');
  await page.goto('/staff/#/admin/temas');
  await expect(page.getByRole('list', { name: 'Temas de ayuda en el orden en que se ofrecen' })).toBeVisible();
  await page.getByRole('link', { name: 'Tema nuevo' }).click();
  await page.getByRole('button', { name: 'Guardar tema' }).click();
  await expect(page.getByLabel('Nombre en español')).toBeFocused();
  await expect(page.getByText('Este dato es obligatorio.').first()).toBeVisible();

  await page.getByLabel('Nombre en español').fill(name);
  await page.getByLabel('Departamento').selectOption('Solicitudes de Información');
  await page.getByLabel('Lugar en la lista').fill(order);
  await page.getByLabel('Cómo se elige al agente').selectOption('Agente fijo');
  await page.getByLabel('Agente*').selectOption('Bruno Salas');

  await addField(page, 'Módulo', 'Opción de una lista');
  await page.getByLabel('Opción 1 en español').fill('Carga masiva');
  await page.getByLabel('Opción 1 en inglés').fill('Mass load');
  await page.getByLabel('Opción 2 en español').fill('Otro');
  await addField(page, 'Vence hoy', 'Casilla');
  await addField(page, 'Fecha del recibo', 'Fecha');
  await addField(page, 'Quincenas', 'Número');
  await page.getByLabel('Máximo').fill('3');
  await addField(page, 'Folio del recibo', 'Texto de una línea');
  await page.getByLabel('Ayuda en español').fill('Está arriba a la derecha.');
  await page.getByLabel('Obligatorio').check();
  for (let i = 0; i < 4; i += 1) {
    await page.getByRole('button', { name: 'Subir «Folio del recibo»' }).focus();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('button', { name: 'Bajar «Folio del recibo»' })).toBeFocused();
  const preview = page.getByRole('region', { name: 'Vista previa' });
  await expect(preview.locator('input, select').nth(1)).toHaveAccessibleName(/^Folio del recibo/);
  await expect(preview.getByText('Está arriba a la derecha.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Guardar tema' }).click();
  await expect(page.getByText('Tema guardado.')).toBeVisible();
  await expect(page).toHaveURL(/#\/admin\/temas\/nomina-/);
  expect((await topicOf(page, name)).fields.map(({ id }) => id)).toEqual(['folio-del-recibo', 'modulo', 'vence-hoy', 'fecha-del-recibo', 'quincenas']);
});

test('extra fields are validated, and their answers appear in the ticket, mail, filters and export', async ({ page }) => {
  test.setTimeout(150_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  const requester = await signInAsNewcomer(page);
  // A function may return the topics from its cache.
  await expect(async () => {
    await page.goto('/nuevo');
    await expect(page.getByLabel('Temas de ayuda:').getByRole('option', { name })).toBeAttached({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByLabel('Temas de ayuda:').selectOption(name);
  const folio = page.getByLabel('Folio del recibo');
  await expect(folio).toHaveAccessibleDescription('Está arriba a la derecha.');
  await page.getByLabel('Resumen:').fill('No llegó el recibo');
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
  await page.keyboard.type('Falta el de la segunda quincena.');
  await page.getByLabel('Módulo').selectOption('Carga masiva');
  await page.getByLabel('Vence hoy').check();
  await page.getByLabel('Quincenas').fill('7');
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(page.getByText('Este dato es obligatorio.')).toBeVisible();
  await expect(folio).toBeFocused();
  await expectAccessible(page);
  await folio.fill('PERA-77');

  // While another topic is selected, the answers are hidden. They reappear when the first topic is selected again, and
  // survive a reload.
  await page.getByLabel('Temas de ayuda:').selectOption({ index: 1 });
  await expect(folio).toHaveCount(0);
  await page.getByLabel('Temas de ayuda:').selectOption(name);
  await expect(folio).toHaveValue('PERA-77');
  await page.reload();
  await expect(page.getByLabel('Folio del recibo')).toHaveValue('PERA-77');
  await expect(page.getByLabel('Vence hoy')).toBeChecked();

  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(page.getByLabel('Quincenas')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Quincenas').fill('2');
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  const heading = page.getByRole('heading', { name: /Ticket #PNT/ });
  await expect(heading).toBeVisible();
  const number = /PNT\d{6,}/.exec(await heading.innerText())?.[0] ?? '';
  await expect(page.getByText('PERA-77')).toBeVisible();
  await expect(page.getByText('Carga masiva')).toBeVisible();

  const bruno = person('bruno.agente');
  await expect
    .poll(async () => (await mails(page, number, bruno.email)).map(({ text }) => text).join(), { timeout: 30_000 })
    .toContain('Folio del recibo: PERA-77');
  const [mail] = await mails(page, number, bruno.email);
  expect(mail?.text).toContain('Módulo: Carga masiva');
  expect(mail?.text).toContain('Vence hoy: Sí');

  await signIn(page, 'bruno.agente');
  await page.goto('/staff/#/colas/all');
  await page.reload();
  await page.getByRole('button', { name: 'Tema', exact: true }).click();
  await page.getByLabel(name, { exact: true }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Módulo', exact: true }).click();
  await page.getByLabel('Otro', { exact: true }).check();
  await expect(page.getByRole('link', { name: number })).toHaveCount(0);
  await page.getByLabel('Otro', { exact: true }).uncheck();
  await page.getByLabel('Carga masiva', { exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: number }).first()).toBeVisible();
  await expect(page).toHaveURL(/field=modulo%3Acarga-masiva/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Módulo: Carga masiva' })).toBeVisible();
  await expect(page.getByRole('link', { name: number }).first()).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exportar CSV' }).click();
  const [head = '', ...lines] = readFileSync((await (await download).path()) ?? '', 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(head).toMatch(/,Folio del recibo,Módulo,Vence hoy,Fecha del recibo,Quincenas$/);
  expect(lines.find((line) => line.startsWith(number))).toMatch(/,PERA-77,Carga masiva,Sí,,2$/);

  // Staff correct an answer, and the history shows the previous answer.
  let failing = true;
  await page.route('**/api/topics', (route) => (failing ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  await page.goto(`/staff/#/tickets/${number}`);
  await page.reload();
  await chooseRareAct(page, 'Editar datos');
  const dialog = page.getByRole('dialog', { name: 'Editar datos' });
  const retry = dialog.getByRole('button', { name: 'Reintentar' });
  await expect(retry).toBeVisible();
  failing = false;
  await retry.click();
  await dialog.getByLabel('Módulo').selectOption('Otro');
  await dialog.getByRole('button', { name: 'Guardar datos' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Módulo.*Carga masiva.*Otro/).first()).toBeVisible();

  // The ticket still has the answer to a retired field.
  await signIn(page, 'adrian.admin');
  const topic = await topicOf(page, name);
  await changeTopic(page, name, { active: false, fields: topic.fields.map((field) => ({ ...field, active: field.id !== 'folio-del-recibo' })) });
  await signIn(page, requester.username);
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText('PERA-77')).toBeVisible();
  await expect
    .poll(async () => ((await (await page.request.get('/api/topics')).json()) as { id: string }[]).some(({ id }) => id === topic.id), { timeout: 30_000 })
    .toBe(false);
});

test('after a conflict, another administrator’s changes and the typed text are both preserved', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  const { id } = await topicOf(page, name);
  await page.goto(`/staff/#/admin/temas/${id}`);
  await page.getByLabel('Descripción en español').fill('Recibos y pagos');
  await changeTopic(page, name, { name: { es: `${name} y pagos` } });
  await page.getByRole('button', { name: 'Guardar tema' }).click();
  await expect(page.getByText('Otra persona cambió este tema mientras tanto.')).toBeVisible();
  await expect(page.getByLabel('Nombre en español')).toHaveValue(`${name} y pagos`);
  await expect(page.getByLabel('Descripción en español')).toHaveValue('Recibos y pagos');
  await page.getByRole('button', { name: 'Guardar tema' }).click();
  await expect(page.getByText('Tema guardado.')).toBeVisible();
});

for (const path of ['', '/nuevo', '/sipot', '/no-existe']) {
  test(`#/admin/temas${path} is accessible`, async ({ page }) => {
    await signIn(page, 'adrian.admin');
    await expectAccessibleIn(page, `/staff/#/admin/temas${path}`, [
      [1280, 'light'],
      [320, 'dark'],
    ]);
  });
}
