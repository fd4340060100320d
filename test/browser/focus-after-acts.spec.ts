import { expect, type Page, test } from '@playwright/test';
import { chooseRareAct, createTicketAs, openAs } from './stack';

/** Checks that the focused element is in view and contains a text. */
async function expectFocusOn(page: Page, text: string | RegExp) {
  await expect(page.locator(':focus')).toContainText(text);
  await expect(page.locator(':focus')).toBeInViewport();
}

/** Presses a button with the keyboard. */
async function press(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true }).last();
  await button.focus();
  await page.keyboard.press('Enter');
}

test('after the priority is set, the focus is on the message about it', async ({ page, browser }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Foco tras valorar');
  const ana = await openAs(browser, 'ana.agente', `/staff/#/tickets/${number}`);
  await ana.getByRole('radio', { name: /ALTA/ }).check();
  await press(ana, 'Guardar prioridad');
  await expectFocusOn(ana, /^Prioridad ALTA/);
});

test('after a merge, the focus is on the menu that opened it', async ({ page, browser }) => {
  const target = await createTicketAs(page, 'usuario.mesa', 'Foco tras combinar: destino');
  const source = await createTicketAs(page, 'usuario.mesa', 'Foco tras combinar: origen');
  const ana = await openAs(browser, 'ana.agente', `/staff/#/tickets/${source}`);
  await chooseRareAct(ana, 'Combinar');
  await ana.getByRole('dialog').getByRole('textbox').first().fill(target);
  await expect(ana.getByRole('region', { name: `El ticket ${target}` })).toBeVisible();
  await press(ana, 'Combinar');
  await expect(ana.getByRole('dialog')).toHaveCount(0);
  await expect(ana.getByText(`Este ticket se combinó con el ${target}`)).toBeVisible();
  await expectFocusOn(ana, 'Más');
});

test('after a ticket is closed and rated, the focus is on the result', async ({ page }) => {
  const number = await createTicketAs(page, 'usuario.mesa', 'Foco tras cerrar');
  await page.goto(`/tickets/${number}`);
  await press(page, 'Mi problema está resuelto');
  await press(page, 'Sí, cerrar el ticket');
  await expectFocusOn(page, 'Este ticket está cerrado');
  await page.getByRole('radio', { name: /Buena/ }).first().check();
  await press(page, 'Enviar calificación');
  await expectFocusOn(page, 'Gracias por calificar la atención.');
});

test('after an account request, the focus is on the confirmation', async ({ page }) => {
  await page.goto('/solicitar-alta');
  await page.getByLabel('Nombre').fill('Foco Ejemplo');
  await page.getByLabel('Correo').fill('foco@ejemplo.example');
  await page.getByLabel('Organización').fill('Ejemplo');
  await page.getByLabel('Teléfono').fill('55 5000 0000');
  await press(page, 'Enviar solicitud');
  await expectFocusOn(page, 'foco@ejemplo.example');
});
