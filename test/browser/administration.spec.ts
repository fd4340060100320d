import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './stack';

test('«Administración» shows each role its own sections, and the old URL redirects to it', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  await page.goto('/staff/#/solicitudes');
  await expect(page).toHaveURL(/#\/admin\/solicitudes$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Solicitudes de alta' })).toBeVisible();
  await page.getByRole('link', { name: 'Administración' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Administración' })).toBeVisible();
  await page.getByRole('link', { name: 'Solicitudes de alta' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Solicitudes de alta' })).toBeFocused();

  await signIn(page, 'ana.agente');
  await page.goto('/staff/#/admin');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No encontramos esta página' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Administración' })).toHaveCount(0);
});

for (const [width, colorScheme, locale] of [
  [1280, 'light', 'es-MX'],
  [320, 'dark', 'en-US'],
] as const) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme, locale });
    for (const path of ['', '/solicitudes']) {
      test(`/admin${path} is accessible`, async ({ page }) => {
        await signIn(page, 'adrian.admin');
        await page.goto(`/staff/#/admin${path}`);
        await page.waitForLoadState('networkidle');
        await expect(page.locator('h1').first()).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    }
  });
}
