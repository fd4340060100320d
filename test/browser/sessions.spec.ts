/** Tests of the list of sessions in the profile (A6). */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn, signInAsNewcomer } from './stack';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

const sessions = (page: Page) => page.getByRole('list', { name: 'Sesiones abiertas' }).getByRole('listitem');

test('a person sees their sessions and ends one of them, then all others, by keyboard', async ({ page, browser }) => {
  const { username } = await signInAsNewcomer(page);
  const lost = await (await browser.newContext({ userAgent: firefox, locale: 'es-MX' })).newPage();
  await signIn(lost, username);
  const others = await Promise.all([1, 2].map(async () => (await browser.newContext({ locale: 'es-MX' })).newPage()));
  for (const other of others) await signIn(other, username);

  await page.goto('/perfil');
  await expect(sessions(page)).toHaveCount(4);
  await expect(sessions(page).filter({ hasText: 'Esta sesión' })).toHaveCount(1);
  await expect(sessions(page).filter({ hasText: 'Esta sesión' }).getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page);

  await lost.goto('/tickets');
  await page.getByRole('button', { name: 'Cerrar sesión: Firefox, Windows' }).press('Enter');
  await expect(page.getByText('La sesión se cerró.')).toBeVisible();
  await expect(sessions(page)).toHaveCount(3);
  expect((await lost.request.get('/api/session')).status()).toBe(401);
  await lost.reload();
  await expect(lost.getByRole('button', { name: 'Iniciar sesión' })).toBeVisible();

  await page.getByRole('button', { name: 'Cerrar todas las demás' }).press('Enter');
  await expect(page.getByText('Se cerraron todas las demás sesiones.')).toBeVisible();
  await expect(sessions(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Cerrar todas las demás' })).toHaveCount(0);
  for (const other of others) expect((await other.request.get('/api/session')).status()).toBe(401);
  expect((await page.request.get('/api/session')).status()).toBe(200);
});

test('staff see their sessions', async ({ page }) => {
  await signIn(page, 'ana.agente');
  await page.goto('/staff/#/perfil');
  await expect(page.getByRole('heading', { name: 'Sesiones abiertas' })).toBeVisible();
  await expect(sessions(page).filter({ hasText: 'Esta sesión' })).toHaveCount(1);
  await expectAccessible(page);
});
