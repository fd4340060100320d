import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, signIn, signInAsNewcomer } from './stack';

const scheme = (page: Page) => page.locator('html').getAttribute('data-color-scheme');

test('English is remembered across pages and reloads, and so is Spanish', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: 'Frequently asked questions (FAQs)' }).click();
  await expect(page).toHaveURL(/\/faq$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge base' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge base' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/centro-de-soporte');
  await expect(page.getByRole('heading', { level: 1, name: 'Support Center' })).toBeVisible();
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Centro de Soporte' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Centro de Soporte' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test('the language follows the person to another browser, also in names that come from the API', async ({ page, browser, baseURL }) => {
  const { username } = await signInAsNewcomer(page);
  await page.goto('/tickets');
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/profile'));
  await page.getByRole('button', { name: 'English' }).click();
  expect((await saved).status()).toBe(200);
  const otherPage = await (await browser.newContext({ baseURL, locale: 'es-MX' })).newPage();
  await signIn(otherPage, username);
  await otherPage.goto('/nuevo');
  await expect(otherPage.getByRole('heading', { level: 1, name: 'Open a new ticket' })).toBeVisible();
  await expect(otherPage.getByRole('option', { name: /Requests for information/ })).toBeAttached();
  await otherPage.getByRole('button', { name: 'Español' }).click();
  await expect(otherPage.getByRole('option', { name: /Solicitudes de acceso a la información/ })).toBeAttached();
  await expect(otherPage.getByRole('heading', { level: 1, name: 'Abrir un nuevo Ticket' })).toBeVisible();
});

test('changing the language keeps the typed text', async ({ page }) => {
  await signInAsNewcomer(page);
  await page.goto('/nuevo');
  await page.getByLabel('Resumen:').fill('A medias');
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
  await page.keyboard.type('Texto a medias');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByLabel('Summary:')).toHaveValue('A medias');
  await expect(page.getByRole('textbox', { name: 'Request details:' })).toContainText('Texto a medias');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByLabel('Resumen:')).toHaveValue('A medias');
});

test('the theme is remembered across pages and reloads, applies from the first paint, and can follow the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  expect(await scheme(page)).toBe('light');
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByLabel('Apariencia').selectOption('dark');
  expect(await scheme(page)).toBe('dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(light);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Base de conocimientos' }).first().click();
  expect(await scheme(page)).toBe('dark');
  await page.reload({ waitUntil: 'commit' });
  await page.waitForSelector('body');
  expect(await scheme(page)).toBe('dark');
  await page.goto('/staff/');
  expect(await scheme(page)).toBe('dark');
  await page.goto('/');
  await page.getByLabel('Apariencia').selectOption('system');
  expect(await scheme(page)).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => scheme(page)).toBe('dark');
});
