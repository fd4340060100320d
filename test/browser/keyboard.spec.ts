import { expect, test } from '@playwright/test';
import { expectAccessible, signIn } from './stack';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, 'sofia.supervisora');
  await page.goto('/staff/#/colas/all');
  await expect(page.getByRole('table')).toBeVisible();
});

test('the list works with the keyboard only', async ({ page }) => {
  const rows = page.getByRole('table').getByRole('link');
  const first = (await rows.nth(0).textContent()) ?? '';
  const second = (await rows.nth(1).textContent()) ?? '';
  await page.keyboard.press('j');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Ticket #${first}`)).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByText(`Ticket #${second}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Sin asignar' })).toBeVisible();
});

test('no shortcut fires while typing, and Escape leaves the field', async ({ page }) => {
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox', { name: 'Buscar tickets' });
  await expect(box).toBeFocused();
  await page.keyboard.type('gs?j');
  await expect(box).toHaveValue('gs?j');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(box).not.toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Atajos de teclado' })).toBeVisible();
});

test('the help lists the shortcuts of the page, and single-key shortcuts can be turned off', async ({ page }) => {
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Atajos de teclado' });
  await expect(help.getByText('Ticket siguiente')).toBeVisible();
  await expect(help.getByText('Abrir los comandos')).toBeVisible();
  await expectAccessible(page);
  await help.getByRole('checkbox', { name: /una sola tecla/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Atajos de teclado' })).toHaveCount(0);
});

test('the palette goes to a queue, a ticket by number, and a search', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog').getByRole('combobox');
  await palette.fill('aten');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Atendidos' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await palette.fill('3406');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('3406');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ticket #PNT003406')).toBeVisible();

  await page.keyboard.press('Control+k');
  await palette.fill('zzz no hay nada así');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Resultados de «zzz no hay nada así»' })).toBeVisible();
});
