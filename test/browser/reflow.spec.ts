/** Tests 200 % zoom, a width of 320 px, and reduced motion (E2). */
import { expect, type Page, test } from '@playwright/test';
import { expectNoSidewaysScroll, person, signIn } from './desk';
import { cutOff, open, pages } from './reflow';

/** Replaces the text of the matching elements with a word that is wider than the screen. */
async function sayLongWords(page: Page, selector: string): Promise<void> {
  const said = page.locator(selector);
  await expect(said.first()).toBeVisible();
  await said.evaluateAll((all) => {
    for (const one of all) one.textContent = 'W'.repeat(80);
  });
}

test.describe('1280 px at 200 % zoom', () => {
  // Equivalent to a browser zoom of 200 %: half as many CSS pixels, each rendered twice as large.
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
  for (const one of pages) {
    test(`${one.path} as ${one.who ?? 'anyone'}`, async ({ page }) => {
      await open(page, one);
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

test.describe('words wider than the screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('in the data of a ticket', async ({ page }) => {
    await signIn(page, 'maria.lopez');
    await page.goto('/tickets/PNT003445');
    await sayLongWords(page, 'main dt, main dd');
    await expectNoSidewaysScroll(page);
    await signIn(page, 'ana.agente');
    await page.goto('/staff/#/tickets/PNT003445');
    await sayLongWords(page, 'main dt, main dd');
    await expectNoSidewaysScroll(page);
  });

  test('in categories and article titles', async ({ page }) => {
    await page.goto('/faq');
    await sayLongWords(page, 'main ul a');
    await expectNoSidewaysScroll(page);
    await signIn(page, 'adrian.admin');
    await page.goto('/staff/#/admin/utilidad');
    await sayLongWords(page, 'tbody th a');
    await expectNoSidewaysScroll(page);
  });
});

test.describe('motion', () => {
  /** Returns the number of noticeably long animations that run while a list is loading. */
  async function moving(page: Page): Promise<number> {
    await signIn(page, 'maria.lopez');
    let answerList = () => {};
    const counted = new Promise<void>((resolve) => (answerList = resolve));
    await page.route(/\/api\/tickets\?/, async (route) => {
      await counted;
      await route.continue().catch(() => undefined);
    });
    await page.goto('/tickets');
    await expect(page.getByRole('status').filter({ hasText: 'Cargando' }).first()).toBeAttached();
    const count = await page.evaluate(() => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().endTime) > 10).length);
    answerList();
    return count;
  }

  test('a loading list is animated', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving(page)).toBeGreaterThan(0);
  });

  test('nothing is animated with reduced motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(page)).toBe(0);
  });
});
