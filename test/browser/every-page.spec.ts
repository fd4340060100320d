import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './desk';

const pages = [
  { path: '/', who: undefined },
  { path: '/iniciar-sesion', who: undefined },
  { path: '/solicitar-alta', who: undefined },
  { path: '/centro-de-soporte', who: undefined },
  { path: '/faq', who: undefined },
  { path: '/nuevo', who: 'usuario.mesa' },
  { path: '/tickets', who: 'usuario.mesa' },
  { path: '/tickets/PNT003406', who: 'ana.agente' },
  { path: '/perfil', who: 'usuario.mesa' },
  { path: '/no-existe', who: undefined },
  { path: '/staff/', who: undefined },
  { path: '/staff/#/', who: 'ana.agente' },
  { path: '/staff/#/tickets/PNT003406', who: 'ana.agente' },
  { path: '/staff/#/menciones', who: 'ana.agente' },
] as const;

for (const [width, colorScheme, locale] of [
  [1280, 'light', 'es-MX'],
  [375, 'dark', 'en-US'],
] as const) {
  test.describe(`${width} px, ${colorScheme}, ${locale}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, locale });
    for (const { path, who } of pages) {
      test(`${path} as ${who ?? 'anyone'}`, async ({ page }) => {
        if (who) await signIn(page, who);
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
  for (const { path, who } of pages) {
    test(`${path} as ${who ?? 'anyone'} does not scroll sideways`, async ({ page }) => {
      if (who) await signIn(page, who);
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expectNoSidewaysScroll(page);
    });
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of ['/', '/iniciar-sesion', '/solicitar-alta', '/faq']) {
    test(`${path} can be read`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('h1').first()).toBeVisible();
    });
  }
});
