import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleIn } from './pages';
import { chooseRareAct, createTicket, expectAccessible, signIn } from './stack';

test.describe.configure({ mode: 'serial' });

async function ruleNames(page: Page) {
  const list = page.getByRole('list', { name: 'Reglas en el orden en que se revisan' });
  return list.getByRole('heading', { level: 2 }).allInnerTexts();
}

/** Deletes all routing rules. The demo data has none, so all rules come from this file. */
async function deleteRules(page: Page) {
  const { version } = await (await page.request.get('/api/routing-rules')).json();
  const response = await page.request.put('/api/routing-rules', { data: { version, rules: [] } });
  expect(response.status()).toBe(200);
}

async function addRule(page: Page, name: string, words: string, agent: string) {
  await page.getByRole('button', { name: 'Agregar regla' }).click();
  const dialog = page.getByRole('dialog', { name: 'Regla nueva' });
  await dialog.getByLabel('Nombre de la regla').fill(name);
  await dialog.getByLabel('Palabras del asunto').fill(words);
  await dialog.getByLabel('Departamento', { exact: true }).selectOption('Solicitudes de Información');
  await dialog.getByLabel('Cómo se elige al agente').selectOption('Agente fijo');
  await dialog.getByLabel('Agente*').selectOption(agent);
  await dialog.getByRole('button', { name: 'Guardar regla' }).click();
  await expect(dialog).toBeHidden();
}

test('an administrator creates rules, orders them by keyboard and tests them; a ticket is routed by them and shows the reason', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  await deleteRules(page);
  await page.goto('/staff/#/admin/reglas');
  await expect(page.getByText('Todavía no hay reglas')).toBeVisible();

  await page.getByRole('button', { name: 'Agregar regla' }).click();
  const dialog = page.getByRole('dialog', { name: 'Regla nueva' });
  await dialog.getByRole('button', { name: 'Guardar regla' }).click();
  await expect(dialog.getByLabel('Nombre de la regla')).toBeFocused();
  await expect(dialog.getByText('Este dato es obligatorio.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancelar' }).click();

  await addRule(page, 'Nómina a Carla', 'nómina', 'Carla Ibáñez');
  await addRule(page, 'Telescopio a Bruno', 'telescopio lunar, astrolabio', 'Bruno Salas');
  expect(await ruleNames(page)).toEqual(['Nómina a Carla', 'Telescopio a Bruno']);

  const up = page.getByRole('button', { name: 'Subir «Telescopio a Bruno»' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => ruleNames(page)).toEqual(['Telescopio a Bruno', 'Nómina a Carla']);
  await expect(page.getByRole('button', { name: 'Bajar «Telescopio a Bruno»' })).toBeFocused();
  await page.reload();
  await expect.poll(() => ruleNames(page)).toEqual(['Telescopio a Bruno', 'Nómina a Carla']);

  const row = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await row('Nómina a Carla').dragTo(row('Telescopio a Bruno'));
  await expect.poll(() => ruleNames(page)).toEqual(['Nómina a Carla', 'Telescopio a Bruno']);

  await page.getByLabel('Tema de ayuda*').selectOption('Otro asunto de la PNT');
  await page.getByLabel('Asunto', { exact: true }).fill('Se descompuso el TELESCOPIO LÚNAR');
  await page.getByRole('button', { name: 'Probar' }).click();
  await expect(page.getByText('Se asignaría a Bruno Salas, en Solicitudes de Información')).toBeVisible();
  await expect(page.getByText('«Nómina a Carla»: el asunto no tiene sus palabras')).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('«Telescopio a Bruno» activada').click();
  await expect(page.getByText('Desactivada', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Probar' }).click();
  await expect(page.getByText('Ninguna regla se cumple: decide la del tema.')).toBeVisible();
  await page.getByLabel('«Telescopio a Bruno» activada').click();
  await expect(page.getByText('Desactivada', { exact: true })).toBeHidden();

  // A function may still use the routing rules in its cache, so tickets are created until the new rules apply.
  let number = '';
  await expect(async () => {
    await signIn(page, 'usuario.mesa');
    number = await createTicket(page, 'El astrolabio no gira', { topicId: 'otro' });
    await signIn(page, 'bruno.agente');
    const ticket = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { assignee?: { name: string } };
    expect(ticket.assignee?.name).toBe('Bruno Salas');
  }).toPass({ timeout: 40_000 });
  await page.goto(`/staff/#/tickets/${number}`);
  await page.reload();
  await expect(page.getByText('Asignado a Bruno Salas por la regla «Telescopio a Bruno»: agente fijo.')).toBeVisible();

  // Changing the topic routes the ticket again. The dialog says what happens to the assignee.
  await chooseRareAct(page, 'Cambiar tema');
  const topic = page.getByRole('dialog', { name: 'Cambiar tema' });
  await expect(topic.getByText('se asigna de nuevo según sus reglas')).toBeVisible();
  await expect(topic.getByLabel('Conservar a Bruno Salas como agente')).not.toBeChecked();
  await topic.getByLabel('Tema de ayuda').selectOption({ label: 'SICOM — Comunicación con sujetos obligados' });
  await topic.getByRole('button', { name: 'Cambiar tema' }).click();
  await expect(topic).toBeHidden();
  await expect
    .poll(async () => (await (await page.request.get(`/api/tickets/${number}`)).json()).entries.at(-1).author.role, { timeout: 30_000 })
    .toBe('system');
});

test('rules changed by another administrator are not overwritten, and the typed text stays', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  await page.goto('/staff/#/admin/reglas');
  await page.getByRole('button', { name: 'Agregar regla' }).click();
  const dialog = page.getByRole('dialog', { name: 'Regla nueva' });
  await dialog.getByLabel('Nombre de la regla').fill('Lo demás por turnos');
  const stored = await (await page.request.get('/api/routing-rules')).json();
  await page.request.put('/api/routing-rules', { data: { ...stored, rules: stored.rules.slice(0, 1) } });
  await dialog.getByRole('button', { name: 'Guardar regla' }).click();
  await expect(dialog.getByText('Otra persona cambió las reglas mientras tanto.')).toBeVisible();
  await expect(dialog.getByLabel('Nombre de la regla')).toHaveValue('Lo demás por turnos');
  await dialog.getByRole('button', { name: 'Guardar regla' }).click();
  await expect(dialog).toBeHidden();
  expect(await ruleNames(page)).toEqual([stored.rules[0].name, 'Lo demás por turnos']);

  await page.getByRole('button', { name: 'Editar «Lo demás por turnos»' }).click();
  const edit = page.getByRole('dialog', { name: 'Editar regla' });
  await edit.getByRole('button', { name: 'Eliminar regla' }).click();
  await edit.getByRole('button', { name: 'Sí, eliminar' }).click();
  await expect(edit).toBeHidden();
  expect(await ruleNames(page)).toEqual([stored.rules[0].name]);
  await deleteRules(page);
});

test('agents set themselves away, the list of agents shows it, and supervisors make them available again but cannot change rules', async ({ page }) => {
  await signIn(page, 'carla.agente');
  await page.goto('/staff/#/perfil');
  await page.getByLabel('Estoy ausente').check();
  await page.getByLabel('Vuelve el').fill('2020-01-01');
  await page.getByRole('button', { name: 'Guardar disponibilidad' }).click();
  await expect(page.getByText('Elija una fecha posterior a hoy.')).toBeVisible();
  await page.getByLabel('Vuelve el').fill('2999-12-01');
  await page.getByRole('button', { name: 'Guardar disponibilidad' }).click();
  await expect(page.getByText('Está ausente: no recibirá tickets nuevos.')).toBeVisible();

  await signIn(page, 'sofia.supervisora');
  await page.goto('/staff/#/admin/reglas');
  await page.reload();
  await expect(page.getByText('Solo los administradores cambian las reglas.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Agregar regla' })).toHaveCount(0);
  await page.goto('/staff/#/admin/agentes');
  // A function may return the staff directory from its cache.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('Ausente; vuelve el 1 dic 2999')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Cambiar la disponibilidad de Carla Ibáñez' }).click();
  const dialog = page.getByRole('dialog', { name: 'Carla Ibáñez' });
  await dialog.getByLabel('Ausente').uncheck();
  await dialog.getByRole('button', { name: 'Guardar disponibilidad' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Ausente; vuelve el 1 dic 2999')).toBeHidden();
});

for (const path of ['reglas', 'agentes']) {
  test(`#/admin/${path} is accessible`, async ({ page }) => {
    await signIn(page, 'adrian.admin');
    await expectAccessibleIn(page, `/staff/#/admin/${path}`, [
      [1280, 'light'],
      [320, 'dark'],
    ]);
  });
}
