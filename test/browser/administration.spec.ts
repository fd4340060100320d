import { expect, test } from '@playwright/test';
import { expectAccessibleIn } from './pages';
import { signIn } from './stack';

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

for (const path of ['', '/solicitudes']) {
  test(`/admin${path} is accessible`, async ({ page }) => {
    await signIn(page, 'adrian.admin');
    await expectAccessibleIn(page, `/staff/#/admin${path}`, [
      [1280, 'light'],
      [320, 'dark'],
    ]);
  });
}
