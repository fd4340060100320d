/** The pages that tests open one by one, and the checks of their layout. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './stack';

export const pages = [
  { path: '/', username: undefined },
  { path: '/iniciar-sesion', username: undefined },
  { path: '/solicitar-alta', username: undefined },
  { path: '/contrasena', username: undefined },
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

export async function openPage(page: Page, { path, username }: { path: string; username?: string | undefined }) {
  if (username) await signIn(page, username);
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('h1').first()).toBeVisible();
}

/**
 * Opens a page and checks it in each width and color scheme: axe finds no violation, and the page does not scroll horizontally.
 * The page is opened once, because opening it needs more processor time than the checks.
 */
export async function expectAccessibleIn(page: Page, path: string, layouts: readonly (readonly [width: number, colorScheme: 'light' | 'dark'])[]) {
  await openPage(page, { path });
  for (const [width, colorScheme] of layouts) {
    await test.step(`${width} px, ${colorScheme}`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }
}

/** Returns the links, buttons, labels, headings and cells that are off the screen or whose box cuts off their text. */
export async function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('a, button, label, legend, h1, h2, h3, th, td')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const hidden = box.width <= 1 || style.visibility !== 'visible' || element.closest('.visually-hidden, dialog:not([open])');
      if (hidden || box.bottom <= 0) continue;
      const clipped = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      const outside = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
      if (clipped || outside) {
        found.push(`${element.tagName} «${element.innerText.slice(0, 40)}» ${clipped ? 'clipped' : 'outside'}`);
      }
    }
    return found;
  });
}
