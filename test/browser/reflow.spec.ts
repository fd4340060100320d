/** Tests common tasks at a width of 320 px, words that are wider than the screen, and reduced motion (E2). */
import { expect, type Page, test } from '@playwright/test';
import { findCutOff } from './pages';
import { createTicket, expectNoSidewaysScroll, person, signIn, signInAsNewcomer } from './stack';

/** Replaces the text of the matching elements with a word that is wider than the screen. */
async function fillWithLongWords(page: Page, selector: string): Promise<void> {
  const elements = page.locator(selector);
  await expect(elements.first()).toBeVisible();
  await elements.evaluateAll((matching) => {
    for (const element of matching) element.textContent = 'W'.repeat(80);
  });
}

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
    expect(await findCutOff(page)).toEqual([]);
    const number = /PNT\d{6,}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';

    const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 320, height: 640 } })).newPage();
    await agent.goto('/staff/');
    await agent.getByLabel('Usuario o correo electrónico').fill('bruno.agente');
    await agent.getByLabel(/^Contraseña/).fill(person('bruno.agente').password);
    await agent.getByRole('button', { name: 'Iniciar sesión' }).click();
    await expect(agent.getByRole('heading', { name: 'Míos' })).toBeVisible();
    await expectNoSidewaysScroll(agent);
    await expect(async () => {
      await agent.getByRole('button', { name: 'Actualizar' }).click();
      await expect(agent.getByRole('link', { name: new RegExp(number) })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await agent.getByRole('link', { name: new RegExp(number) }).click();
    await agent.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
    await agent.keyboard.type('Contestado desde un teléfono.');
    await expectNoSidewaysScroll(agent);
    expect(await findCutOff(agent)).toEqual([]);
    await agent.getByRole('button', { name: 'Enviar respuesta' }).click();
    await expect(agent.getByText('Respuesta enviada.').first()).toBeVisible();
    await agent.context().close();
  });
});

test('the links of the staff header fit at widths above 960 px', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  await page.goto('/staff/#/admin');
  for (const width of [962, 1100, 1280, 1440]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(page.getByRole('button', { name: 'Cerrar sesión' })).toBeInViewport({ ratio: 1 });
    await expectNoSidewaysScroll(page);
  }
});

test.describe('words wider than the screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('in the data of a ticket', async ({ page }) => {
    await signIn(page, 'maria.lopez');
    await page.goto('/tickets/PNT003445');
    await fillWithLongWords(page, 'main dt, main dd');
    await expectNoSidewaysScroll(page);
    await signIn(page, 'ana.agente');
    await page.goto('/staff/#/tickets/PNT003445');
    await page.getByRole('button', { name: 'Datos del ticket' }).click();
    await fillWithLongWords(page, 'main dt, main dd');
    await expectNoSidewaysScroll(page);
  });

  test('in categories and article titles', async ({ page }) => {
    await page.goto('/faq');
    await fillWithLongWords(page, 'main ul a');
    await expectNoSidewaysScroll(page);
    await signIn(page, 'adrian.admin');
    await page.goto('/staff/#/admin/utilidad');
    await fillWithLongWords(page, 'tbody th a');
    await expectNoSidewaysScroll(page);
  });
});

test.describe('motion', () => {
  /** Returns the number of animations longer than 10 ms that run while a list is loading. */
  async function countAnimations(page: Page): Promise<number> {
    await signIn(page, 'maria.lopez');
    let releaseList = () => {};
    const listReleased = new Promise<void>((resolve) => (releaseList = resolve));
    await page.route(/\/api\/tickets\?/, async (route) => {
      await listReleased;
      await route.continue().catch(() => undefined);
    });
    await page.goto('/tickets');
    await expect(page.getByRole('status').filter({ hasText: 'Cargando' }).first()).toBeAttached();
    const count = await page.evaluate(() => document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().endTime) > 10).length);
    releaseList();
    return count;
  }

  test('a loading list is animated', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await countAnimations(page)).toBeGreaterThan(0);
  });

  test('nothing is animated with reduced motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await countAnimations(page)).toBe(0);
  });
});

/** Returns the words in the visible text of an element that are broken into two lines. */
const brokenWords = (element: Element): string[] => {
  const broken: string[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\p{L}{2,20}/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
    }
  }
  return broken;
};

test('the list of tickets breaks no word at any width', async ({ page }) => {
  await signInAsNewcomer(page);
  await createTicket(page, 'Restablecimiento de contraseñas institucionales y recuperación de búsquedas');
  await page.goto('/tickets');
  const table = page.getByRole('table');
  await expect(table.getByRole('link').first()).toBeVisible();
  for (const width of [375, 600, 769, 800, 850, 900, 961, 1024, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await table.evaluate(brokenWords), `at ${width} px`).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
});
