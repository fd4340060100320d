/** 200 % zoom, text twice as large, 320 px, and reduced motion (E2). */
import { expect, type Page, test } from '@playwright/test';
import { expectNoSidewaysScroll, person, signIn } from './desk';

const pages = [
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

async function open(page: Page, { path, who }: (typeof pages)[number]) {
  if (who) await signIn(page, who);
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('h1').first()).toBeVisible();
}

/** Controls and headings whose text is cut off by their own box, or that lie beside the screen. */
async function cutOff(page: Page): Promise<string[]> {
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

test.describe('1280 px at 200 % zoom', () => {
  // What the browser's zoom does: half as many pixels, each drawn twice as large.
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
  for (const one of pages) {
    test(`${one.path} as ${one.who ?? 'anyone'}`, async ({ page }) => {
      await open(page, one);
      await expectNoSidewaysScroll(page);
      expect(await cutOff(page)).toEqual([]);
    });
  }
});

test.describe('text twice as large', () => {
  // The browser's own setting for the size of text, which media queries follow too.
  test.use({
    viewport: { width: 1280, height: 900 },
    launchOptions: async ({ launchOptions }, use) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'] }),
  });
  for (const one of pages) {
    test(`${one.path} as ${one.who ?? 'anyone'}`, async ({ page }) => {
      await open(page, one);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
      await expectNoSidewaysScroll(page);
      expect(await cutOff(page)).toEqual([]);
    });
  }
});

test.describe('320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('a ticket is opened and answered on the narrowest screen', async ({ page, browser }) => {
    const subject = `En 320 px ${Date.now()}`;
    await signIn(page, 'maria.lopez');
    await page.goto('/');
    await page.getByRole('button', { name: 'Menú' }).click();
    await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Abrir un nuevo Ticket' }).click();
    await page.getByLabel('Temas de ayuda:').selectOption('sisai');
    await page.getByLabel('Resumen:').fill(subject);
    await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
    await page.keyboard.type(`${'palabra-larguísima-sin-espacios-'.repeat(6)} fin`);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Crear Ticket' }).click();
    await expect(page.getByText('El Ticket se ha creado', { exact: false })).toBeVisible();
    await expectNoSidewaysScroll(page);
    expect(await cutOff(page)).toEqual([]);
    const number = /PNT\d{6,}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';

    const desk = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 320, height: 640 } })).newPage();
    await desk.goto('/staff/');
    await desk.getByLabel('Usuario o correo electrónico').fill('bruno.agente');
    await desk.getByLabel(/^Contraseña/).fill(person('bruno.agente').password);
    await desk.getByRole('button', { name: 'Iniciar sesión' }).click();
    await expect(desk.getByRole('heading', { name: 'Míos' })).toBeVisible();
    await expectNoSidewaysScroll(desk);
    await expect(async () => {
      await desk.getByRole('button', { name: 'Actualizar' }).click();
      await expect(desk.getByRole('link', { name: new RegExp(number) })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await desk.getByRole('link', { name: new RegExp(number) }).click();
    await desk.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
    await desk.keyboard.type('Contestado desde un teléfono.');
    await expectNoSidewaysScroll(desk);
    expect(await cutOff(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Enviar respuesta' }).click();
    await expect(desk.getByText('Respuesta enviada.').first()).toBeVisible();
    await desk.context().close();
  });
});

test.describe('motion', () => {
  /** Animations that go on for longer than an eye notices, while a list is loading. */
  async function moving(page: Page): Promise<number> {
    await signIn(page, 'maria.lopez');
    await page.route(/\/api\/tickets\?/, async (route) => {
      await new Promise((done) => setTimeout(done, 2_000));
      await route.continue().catch(() => undefined);
    });
    await page.goto('/tickets');
    await expect(page.getByRole('status').filter({ hasText: 'Cargando' }).first()).toBeAttached();
    return page.evaluate(
      () => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().endTime) > 10).length,
    );
  }

  test('a list that loads moves', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving(page)).toBeGreaterThan(0);
  });

  test('nothing moves for who asked for less motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(page)).toBe(0);
  });
});
