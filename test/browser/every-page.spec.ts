import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './stack';

const pages = [
  { path: '/', username: undefined },
  { path: '/iniciar-sesion', username: undefined },
  { path: '/solicitar-alta', username: undefined },
  { path: '/centro-de-soporte', username: undefined },
  { path: '/faq', username: undefined },
  { path: '/nuevo', username: 'usuario.mesa' },
  { path: '/tickets', username: 'usuario.mesa' },
  { path: '/tickets/PNT003406', username: 'ana.agente' },
  { path: '/perfil', username: 'usuario.mesa' },
  { path: '/no-existe', username: undefined },
  { path: '/staff/', username: undefined },
  { path: '/staff/#/', username: 'ana.agente' },
  { path: '/staff/#/tickets/PNT003406', username: 'ana.agente' },
  { path: '/staff/#/menciones', username: 'ana.agente' },
] as const;

for (const [width, colorScheme, locale] of [
  [1280, 'light', 'es-MX'],
  [375, 'dark', 'en-US'],
] as const) {
  test.describe(`${width} px, ${colorScheme}, ${locale}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, locale });
    for (const { path, username } of pages) {
      test(`${path} as ${username ?? 'anyone'}`, async ({ page }) => {
        if (username) await signIn(page, username);
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        await expect(page.locator('h1').first()).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    }
  });
}

test.describe('320 px', () => {
  test.use({ viewport: { width: 320, height: 700 } });
  for (const { path, username } of pages) {
    test(`${path} as ${username ?? 'anyone'} does not scroll sideways`, async ({ page }) => {
      if (username) await signIn(page, username);
      await page.goto(path);
      await page.waitForLoadState('networkidle');
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
