/** What a person sees in a browser without JavaScript, and at an unknown address. */
import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll } from './stack';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { path, title, heading } of [
    { path: '/', title: /^Inicio/, heading: true },
    { path: '/centro-de-soporte', title: /^Centro de Soporte/, heading: true },
    { path: '/faq', title: /^Base de conocimientos/, heading: true },
    { path: '/faq/articulo/cambiar-contrasena', title: /^(?!Inicio)/, heading: false },
    { path: '/faq/categoria/acceso', title: /^(?!Inicio)/, heading: false },
    { path: '/tickets', title: /^(?!Inicio)/, heading: false },
    { path: '/staff/', title: /./, heading: false },
  ]) {
    test(`${path} says what needs scripts, and shows no page of another address`, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(200);
      await expect(page).toHaveTitle(title);
      // Playwright does not search for texts in <noscript>.
      const notices = page.locator('noscript > p');
      await expect(notices).toContainText(['Esta página necesita JavaScript.', 'This page needs JavaScript.']);
      await expect(notices.first()).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(heading ? 1 : 0);
      await expect(page.getByText('Cargando…')).toBeHidden();
      await page.setViewportSize({ width: 375, height: 800 });
      await expectNoSidewaysScroll(page);
    });
  }

  test('an unknown address is a 404 page', async ({ page }) => {
    for (const path of ['/no-existe', '/tickets/a/b', '/staff/no-existe']) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page).toHaveTitle(/^No encontramos esta página/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('No encontramos esta página');
    }
    expect((await page.request.get('/assets/no-existe.js')).status()).toBe(404);
  });
});

test('an unknown address shows the way to other pages, also when the browser has stored it', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && !message.text().includes('404') && errors.push(message.text()));
  for (let visit = 0; visit < 2; visit++) {
    await page.goto('/no-existe');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No encontramos esta página');
    await page.locator('main').getByRole('link', { name: 'Base de conocimientos' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Base de conocimientos');
  }
  expect(errors).toEqual([]);
});
