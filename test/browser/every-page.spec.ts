/** Tests each page: accessibility in both languages and colors, 200 % zoom and a width of 320 px (E2). Some pages are also tested without scripts. */
import { expect, type Page, test } from '@playwright/test';
import { findCutOff, openPage, pages } from './pages';
import { expectAccessible, expectNoSidewaysScroll } from './stack';

/** Shows the pages in English: to visitors by the stored choice, and to signed-in people by the language of their account. */
async function chooseEnglish(page: Page) {
  await page.addInitScript(() => localStorage.setItem('mesa.language', 'en'));
  await page.route('/api/session', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    return route.fulfill({ response, json: { ...(await response.json()), language: 'en' } });
  });
}

test.describe('1280 px, light, Spanish', () => {
  test.use({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  for (const target of pages) {
    test(`${target.path} as ${target.username ?? 'anyone'}, then at 200 % zoom and 320 px`, async ({ page }) => {
      await openPage(page, target);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      // For the layout, a browser zoom of 200 % is half as many CSS pixels.
      await page.setViewportSize({ width: 640, height: 450 });
      await expectNoSidewaysScroll(page);
      expect(await findCutOff(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      await expectNoSidewaysScroll(page);
    });
  }
});

test.describe('375 px, dark, English', () => {
  test.use({ viewport: { width: 375, height: 900 }, colorScheme: 'dark' });
  test.beforeEach(({ page }) => chooseEnglish(page));
  for (const target of pages) {
    test(`${target.path} as ${target.username ?? 'anyone'}`, async ({ page }) => {
      await openPage(page, target);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of ['/', '/iniciar-sesion', '/solicitar-alta', '/faq']) {
    test(`${path} shows its heading`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('h1').first()).toBeVisible();
    });
  }
});
