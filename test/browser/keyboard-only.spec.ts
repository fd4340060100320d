/**
 * Tests the requester's whole path and the agent's response with the keyboard only. The focus must always be visible.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { createTicket, deleteDraft, mails, person, signIn } from './stack';

/** Checks that the focused element, or the frame around it, has a visible outline or shadow. */
async function expectVisibleFocus(page: Page) {
  const result = await page.evaluate(() => {
    let element: Element | null = document.activeElement;
    if (!element || element === document.body) return true;
    const name = element.outerHTML.slice(0, 120);
    for (let depth = 0; element && depth < 4; depth++, element = element.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) {
        const box = document.activeElement?.getBoundingClientRect();
        const inside = box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return inside || `outside the screen: ${name}`;
      }
    }
    return name;
  });
  expect(result, 'the focus is not visible').toBe(true);
}

async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.count()) === 1 && (await target.evaluate((element) => element === document.activeElement));
}

/** Presses Tab until the target is focused. Every element that is focused on the way must show its focus. */
async function tabTo(page: Page, target: Locator, maxStops = 60) {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < maxStops; stops++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    await expectVisibleFocus(page);
  }
  throw new Error(`not focused after ${maxStops} tabs: ${target}`);
}

async function signInByKeyboard(page: Page, username: string) {
  const { password } = person(username);
  await tabTo(page, page.getByLabel('Usuario o correo electrónico'));
  await page.keyboard.type(username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** Selects an option of a native select by typing the beginning of its label. */
async function choose(page: Page, select: Locator, typed: string, value: string) {
  await tabTo(page, select);
  await page.keyboard.type(typed);
  await expect(select).toHaveValue(value);
}

test('a requester signs in, reads a FAQ, opens a ticket, finds it and replies with the keyboard only; an agent sets the priority and responds', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const subject = `Con el teclado ${Date.now()}`;

  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Saltar al contenido' })).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('#contenido')).toBeFocused();
  await tabTo(page, page.locator('main').getByRole('link', { name: 'Iniciar sesión' }), 5);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Iniciar sesión' })).toBeFocused();
  await signInByKeyboard(page, 'maria.lopez');
  await expect(page.getByText('María López Estrada').first()).toBeVisible();
  await deleteDraft(page);

  await tabTo(page, page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Base de conocimientos' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Base de conocimientos' })).toBeFocused();
  await tabTo(page, page.getByRole('searchbox', { name: 'Buscar en la base de conocimientos' }), 8);
  await page.keyboard.type('formato');
  await page.keyboard.press('Enter');
  const article = page
    .locator('main')
    .getByRole('link', { name: /formatos/i })
    .first();
  await tabTo(page, article, 12);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/faq\/articulo\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await tabTo(page, page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Abrir un nuevo Ticket' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Abrir un nuevo Ticket' })).toBeFocused();

  // Submitting an incomplete form focuses the first missing field.
  const submit = page.getByRole('button', { name: 'Crear Ticket' });
  await tabTo(page, submit);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Temas de ayuda:')).toBeFocused();
  await expect(page.getByText('Escriba un resumen.')).toBeVisible();

  await choose(page, page.getByLabel('Temas de ayuda:'), 'SISAI', 'sisai');
  await tabTo(page, page.getByLabel('Resumen:'));
  await page.keyboard.type(subject);
  // The toolbar is one tab stop. The arrow keys move between its buttons. Tab leaves the toolbar, and then the editor.
  await tabTo(page, page.getByRole('button', { name: 'Negrita' }), 8);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Cursiva' })).toBeFocused();
  await expectVisibleFocus(page);
  const editor = page.getByRole('textbox', { name: 'Detalle del requerimiento:' });
  await tabTo(page, editor, 2);
  await page.keyboard.type('Escrito ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('sin ratón');
  const choosing = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: 'Agregar archivos aquí o elegirlos' }), 3);
  await page.keyboard.press('Enter');
  await (await choosing).setFiles([
    { name: 'queda.txt', mimeType: 'text/plain', buffer: Buffer.from('queda') },
    { name: 'sobra.txt', mimeType: 'text/plain', buffer: Buffer.from('sobra') },
  ]);
  await expect(page.getByText('Listo')).toHaveCount(2);
  await tabTo(page, page.getByRole('button', { name: 'Quitar sobra.txt' }), 4);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'sobra.txt' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Agregar archivos aquí o elegirlos' })).toBeFocused();
  await choose(page, page.getByLabel('Estado:'), 'Estado de M', 'ESTADO_DE_MEXICO');
  await tabTo(page, submit, 5);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1, name: /Ticket #PNT/ });
  await expect(heading).toBeFocused();
  await expect(page.locator('strong', { hasText: 'sin ratón' })).toBeVisible();
  await expect(page.getByRole('link', { name: /queda\.txt/ })).toBeVisible();
  const number = /PNT\d{6,}/.exec(await heading.innerText())?.[0] ?? '';

  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await agent.goto('/staff/');
  await signInByKeyboard(agent, 'bruno.agente');
  await expect(agent.getByRole('heading', { name: 'Míos' })).toBeVisible();
  const row = agent.getByRole('link', { name: new RegExp(number) });
  await expect(async () => {
    await tabTo(agent, agent.getByRole('button', { name: 'Actualizar' }), 40);
    await agent.keyboard.press('Enter');
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await tabTo(agent, row);
  await agent.keyboard.press('Enter');
  await expect(agent.getByText('Escrito', { exact: false }).first()).toBeVisible();
  const high = agent.getByRole('radio', { name: /ALTA/ });
  await tabTo(agent, high);
  await agent.keyboard.press('ArrowDown');
  await expect(agent.getByRole('radio', { name: /MEDIA/ })).toBeChecked();
  await expectVisibleFocus(agent);
  await tabTo(agent, agent.getByRole('button', { name: 'Guardar prioridad' }), 3);
  await agent.keyboard.press('Enter');
  await expect(agent.getByText(/Prioridad MEDIA.*Vence el/).first()).toBeVisible();
  await tabTo(agent, agent.getByRole('textbox', { name: 'Respuesta al usuario' }));
  await agent.keyboard.type('Contestado sin ratón.');
  await tabTo(agent, agent.getByRole('button', { name: 'Enviar y marcar Atendido' }), 8);
  await agent.keyboard.press('Enter');
  await expect(agent.getByText('Respuesta enviada; el ticket quedó Atendido.').first()).toBeVisible();
  await expect
    .poll(async () => (await mails(page, number, person('maria.lopez').email)).filter((mail) => mail.text.includes('Contestado sin ratón')).length, {
      timeout: 15_000,
    })
    .toBe(1);

  await tabTo(page, page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: /^Tickets/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tickets' })).toBeFocused();
  await tabTo(page, page.getByRole('searchbox', { name: 'Buscar por número o palabras' }), 8);
  await page.keyboard.type(number.replace('PNT00', ''));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: number }), 16);
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  await expect(page.getByText('Contestado sin ratón.')).toBeVisible();
  await tabTo(page, page.getByRole('textbox', { name: 'Escriba una respuesta' }), 20);
  await page.keyboard.type('Aún falla.');
  await tabTo(page, page.getByRole('button', { name: 'El problema continúa' }), 6);
  await page.keyboard.press('Enter');
  await expect(page.getByText('El ticket se reabrió y se avisó al agente.')).toBeVisible();
  await expectVisibleFocus(page);

  await tabTo(page, page.getByRole('button', { name: 'Cerrar sesión' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Iniciar sesión' }).first()).toBeVisible();
});

test('on the staff page, the focus moves to the heading of each new page', async ({ page }) => {
  await signIn(page, 'ana.agente');
  await page.goto('/staff/#/colas/open');
  await expect(page.getByRole('table')).toBeVisible();
  const menu = page.getByRole('navigation', { name: 'Colas de tickets' });
  for (const [link, heading] of [
    [menu.getByRole('link', { name: /^Menciones/ }), 'Menciones'],
    [page.getByRole('link', { name: 'Conocimientos' }), 'Base de conocimientos'],
    [page.getByRole('link', { name: /^Tickets/ }), /^Míos/],
    [menu.getByRole('link', { name: /^Sin asignar/ }), /^Sin asignar/],
  ] as const) {
    await link.first().press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  }
});

test('after a shortcut selected the internal note, the arrow keys still switch the kind of entry', async ({ page }) => {
  await signIn(page, 'usuario.mesa');
  const number = await createTicket(page, `Con flechas ${Date.now()}`);
  await signIn(page, 'ana.agente');
  await page.goto(`/staff/#/tickets/${number}`);
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Nota para el personal' })).toBeFocused();
  const note = page.getByRole('radio', { name: 'Nota interna' });
  await note.focus();
  await page.keyboard.press('ArrowUp');
  const response = page.getByRole('radio', { name: /^Respuesta/ });
  await expect(response).toBeChecked();
  await expect(response).toBeFocused();
});
