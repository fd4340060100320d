import { expect, type Page, test } from '@playwright/test';
import { createTaggedTickets } from './lists';
import { expectAccessible, expectNoSidewaysScroll, versionOf } from './stack';

async function ticket(page: Page, number: string) {
  return (await (await page.request.get(`/api/tickets/${number}`)).json()) as {
    priority: string | null;
    status: string;
    assignee: { name: string } | null;
  };
}

test('selected tickets are changed together, with a result for each', async ({ page }) => {
  test.setTimeout(120_000);
  const numbers = await createTaggedTickets(page, 4, 1280);
  const tag = `lote-${numbers[0]}`;
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(4);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(rows.nth(0).getByRole('checkbox')).toBeChecked();
  await rows
    .nth(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 seleccionados')).toBeVisible();
  const second = (await rows.nth(1).getByRole('link').textContent()) ?? '';

  // Another agent changes one of the tickets first.
  const version = await versionOf(page, second);
  const note = await page.request.post(`/api/tickets/${second}/entries`, { data: { kind: 'note', body: 'Me adelanté', version } });
  expect(note.status()).toBe(201);

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

test('selected tickets are assigned, prioritized and moved to another status together; a refused change shows the reason', async ({ page }) => {
  test.setTimeout(120_000);
  const numbers = await createTaggedTickets(page, 3, 1280);
  const apply = async (name: string, field: string, value: string) => {
    await page.getByRole('checkbox', { name: 'Seleccionar todos los que se muestran' }).check();
    await page.getByRole('region', { name: 'Tickets seleccionados' }).getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: field }).selectOption({ label: value });
    await dialog.getByRole('button', { name: 'Aplicar a 3 tickets' }).click();
    return dialog;
  };
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(3);

  let dialog = await apply('Asignar', 'Agente', 'Diego Fuentes');
  await expect(dialog.getByText('Listo: 3 tickets.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Terminar' }).click();
  await expect(page.getByRole('table').getByText('Diego Fuentes')).toHaveCount(3);
  expect((await ticket(page, numbers[0] ?? '')).assignee?.name).toBe('Diego Fuentes');

  dialog = await apply('Prioridad', 'Prioridad', 'ALTA 1');
  await expect(dialog.getByText('Listo: 3 tickets.')).toBeVisible();
  for (const number of numbers) await expect(dialog.getByRole('listitem').filter({ hasText: number })).toContainText('Listo');
  await dialog.getByRole('button', { name: 'Terminar' }).click();
  await expect(page.getByRole('table').getByText('ALTA')).toHaveCount(3);

  // One of the tickets has been closed. A closed ticket cannot be set to En espera.
  const closed = numbers[1] ?? '';
  const version = await versionOf(page, closed);
  expect((await page.request.patch(`/api/tickets/${closed}`, { data: { status: 'closed', version } })).status()).toBe(200);
  await page.getByRole('button', { name: 'Actualizar', exact: true }).click();
  await expect(page.getByRole('table').getByText('Cerrado')).toBeVisible();
  dialog = await apply('Estado', 'Estado nuevo', 'En espera');
  await expect(dialog.getByText('Falta este dato.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Qué se espera del usuario' }).fill('Una captura');
  await dialog.getByRole('button', { name: 'Aplicar a 3 tickets' }).click();
  await expect(dialog.getByText('2 tickets con el cambio; 1 sin él.')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: closed })).toContainText('Un ticket cerrado');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Terminar' }).click();
  await expect(page.getByText('1 seleccionado')).toBeVisible();
  expect((await ticket(page, numbers[0] ?? '')).status).toBe('waiting');
});

test('several tickets are selected and changed on a phone', async ({ page }) => {
  test.setTimeout(120_000);
  const numbers = await createTaggedTickets(page, 2, 375);
  await page.getByRole('checkbox', { name: `Seleccionar ${numbers[0]}` }).check();
  await expect(page.getByText('1 seleccionado')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Seleccionar todos los que se muestran' }).check();
  await expect(page.getByText('2 seleccionados')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hacer con ellos' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Prioridad', exact: true }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Prioridad' }).selectOption({ label: 'BAJA 3' });
  await dialog.getByRole('button', { name: 'Aplicar a 2 tickets' }).click();
  await expect(dialog.getByText('Listo: 2 tickets.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Terminar' }).click();
  await expect(page.getByText('seleccionados')).toHaveCount(0);
  expect((await ticket(page, numbers[1] ?? '')).priority).toBe('low');
});
