import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './stack';

type Calendar = { version: number; closed: { date: string; name?: string }[] };

test('an administrator closes a day, previews the deadlines before saving, and concurrent edits are not overwritten', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  const before = (await (await page.request.get('/api/calendar')).json()) as Calendar;
  await page.goto('/staff/#/admin/calendario');
  await expect(page.getByRole('heading', { name: 'Plazos y calendario' })).toBeVisible();
  const high = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'ALTA 1' }) });
  const due = () => high.getByRole('cell').last().innerText();
  const first = await due();
  await expectAccessible(page);

  // With a target of one more day, the preview shows the new due date at once.
  await page.getByLabel('Atender en, ALTA 1: días', { exact: true }).fill('3');
  await expect.poll(due).not.toBe(first);
  await expect(page.getByText('Hay cambios sin guardar.')).toBeVisible();
  await page.getByLabel('Atender en, ALTA 1: días', { exact: true }).fill('2');
  await expect.poll(due).toBe(first);

  await page.getByLabel('Fecha', { exact: true }).fill('2031-05-10');
  await page.getByLabel('Motivo').fill('Día de las madres');
  await page.getByRole('button', { name: 'Agregar día' }).click();
  await page.getByRole('button', { name: 'Agregar horario el sábado' }).click();
  await page.getByLabel('Sábado, hasta').fill('08:00');
  await page.getByRole('button', { name: 'Guardar calendario y plazos' }).click();
  await expect(page.getByText('Escriba horas como 09:00, en orden y sin que se encimen.')).toBeVisible();
  await page.getByRole('button', { name: /Quitar el horario de las .* del sábado/ }).click();
  await page.getByRole('button', { name: 'Guardar calendario y plazos' }).click();
  await expect(page.getByText('El calendario y los plazos se guardaron.', { exact: false })).toBeVisible();
  const after = (await (await page.request.get('/api/calendar')).json()) as Calendar;
  expect(after.version).toBe(before.version + 1);
  expect(after.closed).toContainEqual({ date: '2031-05-10', name: 'Día de las madres' });

  // Another administrator saves the calendar in the meantime.
  const other = await page.request.put('/api/calendar', { data: { ...after, closed: before.closed } });
  expect(other.status()).toBe(200);
  await page.getByLabel('Fecha', { exact: true }).fill('2031-05-11');
  await page.getByRole('button', { name: 'Agregar día' }).click();
  await page.getByRole('button', { name: 'Guardar calendario y plazos' }).click();
  await expect(page.getByText('Otra persona cambió el calendario mientras usted lo editaba.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Cargar de nuevo' }).click();
  await expect(page.getByText('Día de las madres')).toBeHidden();
});

test('«Plazos y calendario» fits a phone, and only administrators can read the calendar', async ({ page, browser }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await signIn(page, 'adrian.admin');
  await page.goto('/staff/#/admin/calendario');
  await expect(page.getByLabel('Lunes, desde').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const agent = await (await browser.newContext({ locale: 'es-MX' })).newPage();
  await signIn(agent, 'ana.agente');
  expect((await agent.request.get('/api/calendar')).status()).toBe(403);
});
