/** The pages whose text must reflow, and the checks for reflow. */
import { expect, type Page } from '@playwright/test';
import { signIn } from './desk';

export const pages = [
  { path: '/', who: undefined },
  { path: '/iniciar-sesion', who: undefined },
  { path: '/faq', who: undefined },
  { path: '/nuevo', who: 'usuario.mesa' },
  { path: '/tickets', who: 'usuario.mesa' },
  { path: '/tickets/PNT003406', who: 'ana.agente' },
  { path: '/perfil', who: 'usuario.mesa' },
  { path: '/staff/', who: 'ana.agente' },
  { path: '/staff/#/tickets/PNT003406', who: 'ana.agente' },
] as const;

export async function open(page: Page, { path, who }: (typeof pages)[number]) {
  if (who) await signIn(page, who);
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('h1').first()).toBeVisible();
}

/** Returns the controls and headings that are off the screen or whose text is cut off by their box. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('a, button, input, select, label, legend, h1, h2, h3, th, td')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const hidden = box.width <= 1 || style.visibility !== 'visible' || element.closest('.visually-hidden, dialog:not([open])');
      if (hidden || box.bottom <= 0) continue;
      const clipped = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      const outside = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
      if (element.tagName !== 'INPUT' && element.tagName !== 'SELECT' && (clipped || outside)) {
        found.push(`${element.tagName} «${element.innerText.slice(0, 40)}» ${clipped ? 'clipped' : 'outside'}`);
      }
    }
    return found;
  });
}
