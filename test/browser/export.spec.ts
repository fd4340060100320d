import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { signIn } from './stack';

test('a filtered list is downloaded completely, with its filter and columns', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, 'sofia.supervisora');
  await page.goto('/staff/#/colas/all~priority=high');
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: 'Columnas' }).click();
  await page.getByRole('checkbox', { name: 'Entidad' }).check();
  await page.getByRole('checkbox', { name: 'Agente' }).uncheck();
  await page.keyboard.press('Escape');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exportar CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Todos.csv');
  const text = readFileSync((await file.path()) ?? '', 'utf8');
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  expect(head).toBe(
    '\uFEFFTicket #,Asunto,Estado,Prioridad,Entidad,Vence,Última actividad,Primera respuesta,Atendido,Calificación,Plazo detenido (minutos hábiles)',
  );
  const all = (await (await page.request.get('/api/tickets?queue=all&priority=high&limit=100')).json()) as { items: { number: string }[]; next: string | null };
  expect(lines.length).toBeGreaterThanOrEqual(all.items.length);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toContain('ALTA');
    // Each ticket has a last activity, in the form that spreadsheets sort, and a number of minutes.
    expect(line).toMatch(/,\d{4}-\d\d-\d\d \d\d:\d\d,(\d{4}-\d\d-\d\d \d\d:\d\d)?,(\d{4}-\d\d-\d\d \d\d:\d\d)?,[1-5]?,\d+$/);
  }
  for (const { number } of all.items) expect(text).toContain(number);
});
