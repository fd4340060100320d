import { expect, type Page, test } from '@playwright/test';
import { createTicket, expectAccessible, expectNoSidewaysScroll, signIn } from './stack';

test.use({ viewport: { width: 1280, height: 900 } });

/** Creates a canned response through the API. The form is tested separately. */
async function createCanned(page: Page, title: string, body: string, attributes: object = {}) {
  const response = await page.request.post('/api/canned-responses', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { title, category: 'Pruebas', language: 'es', body, shared: false, ...attributes },
  });
  expect(response.status()).toBe(201);
}

test('a supervisor writes a shared response; unknown variables are refused; an agent cannot change it', async ({ page, browser }) => {
  const title = `Acuse ${Date.now()}`;
  await signIn(page, 'sofia.supervisora');
  await page.goto('/staff/#/respuestas');
  await page.getByRole('link', { name: 'Nueva respuesta' }).click();
  await page.getByRole('textbox', { name: 'Título' }).fill(title);
  await page.getByRole('combobox', { name: 'Categoría' }).fill('Inicio');
  await page.getByRole('radio', { name: 'Todo el personal' }).check();
  const editor = page.getByRole('textbox', { name: 'Texto' });
  await editor.click();
  await page.keyboard.type('Su clave es {{clave}}');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('No existe la variable {{clave}}.', { exact: false })).toBeVisible();
  await expect(editor).toHaveText('Su clave es {{clave}}');
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Estimada persona: recibimos su ticket ');
  await page.getByRole('button', { name: '{{número}}' }).click();
  await expect(page.getByRole('region', { name: 'Así se verá, con datos de ejemplo' })).toContainText('T003445');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByRole('heading', { name: 'Respuestas predefinidas' })).toBeVisible();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expectAccessible(page);

  const ana = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 320, height: 700 } })).newPage();
  await signIn(ana, 'ana.agente');
  await ana.goto('/staff/#/respuestas');
  await ana.getByRole('searchbox', { name: 'Buscar en las respuestas' }).fill(title);
  await expect(ana.getByRole('heading', { name: title })).toBeVisible();
  await expect(ana.getByRole('button', { name: `Editar «${title}»` })).toHaveCount(0);
  await expectNoSidewaysScroll(ana);

  await page.getByRole('button', { name: `Eliminar «${title}»` }).click();
  await page.getByRole('button', { name: 'Eliminar', exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toHaveCount(0);
});

test('a canned response is inserted and sent with the keyboard only', async ({ page, browser }) => {
  const requester = await (await browser.newContext()).newPage();
  await signIn(requester, 'usuario.mesa');
  const number = await createTicket(requester, 'Asunto <b>con</b> & signos');
  await signIn(page, 'ana.agente');
  const title = `Zafiro ${Date.now()}`;
  await createCanned(page, title, '<p>Hola, {{solicitante}}: su ticket {{número}}, «{{asunto}}», lo atiende {{agente}}.</p>');
  await page.goto(`/staff/#/tickets/${number}`);
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toBeVisible();
  await page.keyboard.press('r');
  const editor = page.getByRole('textbox', { name: 'Respuesta al usuario' });
  await expect(editor).toBeFocused();
  await page.keyboard.type('/zafiro');
  await expect(page.getByRole('option', { name: title })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(`/${title}`);
  await page.keyboard.press('Enter');
  await expect(editor).toHaveText(`Hola, USUARIO MESA: su ticket ${number}, «Asunto <b>con</b> & signos», lo atiende Ana Torres.`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Respuesta enviada.').first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '«Asunto <b>con</b> & signos»' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Nota para el personal' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await expect(page.getByRole('radio', { name: /ALTA/ })).toBeFocused();
});

test('the requester’s language is offered first, and a preview is shown before inserting', async ({ page, browser }) => {
  const requester = await (await browser.newContext()).newPage();
  await signIn(requester, 'usuario.mesa');
  const number = await createTicket(requester, 'En qué idioma');
  await signIn(page, 'ana.agente');
  const word = `Topacio${Date.now()}`;
  await createCanned(page, `${word} english`, '<p>Dear {{solicitante}}</p>', { language: 'en' });
  await createCanned(page, `B ${word} español`, '<p>Hola, {{solicitante}}</p>');
  await page.goto(`/staff/#/tickets/${number}`);
  await page.getByRole('button', { name: 'Respuestas predefinidas' }).click();
  await page.getByRole('combobox', { name: 'Buscar en las respuestas' }).fill(word);
  const options = page.getByRole('dialog').getByRole('option');
  await expect(options).toHaveCount(2);
  // The English title is the better match.
  await expect(options.first()).toContainText('español');
  await expect(page.getByRole('region', { name: 'Vista previa' })).toHaveText('Hola, USUARIO MESA');
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: 'Vista previa' })).toHaveText('Dear USUARIO MESA');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Respuesta al usuario' })).toHaveText('Dear USUARIO MESA');
});
