import { expect, type Page, test } from '@playwright/test';
import { createTicketAs, expectAccessible, expectNoSidewaysScroll, mails, signIn, signInAsNewcomer } from './stack';

// Returns a PNG of 640 × 400 px in one colour, which simulates a screenshot on the clipboard.
const screenshot = (page: Page, color: string) =>
  page.evaluate(async (fill) => {
    const canvas = new OffscreenCanvas(640, 400);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = fill;
    pen.fillRect(0, 0, 640, 400);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, color);

async function paste(page: Page, textbox: string, bytes: number[]) {
  await page.getByRole('textbox', { name: textbox }).evaluate((box, content) => {
    const clipboard = new DataTransfer();
    clipboard.items.add(new File([new Uint8Array(content)], 'image.png', { type: 'image/png' }));
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  }, bytes);
}

const isImageLoaded = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);

async function startTicket(page: Page, subject: string) {
  await page.goto('/nuevo');
  await page.getByLabel('Temas de ayuda:').selectOption({ index: 1 });
  await page.getByLabel('Resumen:').fill(subject);
  await page.getByLabel('Estado:').selectOption('FEDERACION');
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
}

test('a screenshot pasted into the text is sent, shown in place, and enlarged', async ({ page }) => {
  await signInAsNewcomer(page);
  await startTicket(page, 'Con una captura en el texto');
  await page.keyboard.type('Así se ve: ');
  await paste(page, 'Detalle del requerimiento:', await screenshot(page, '#2c5e8c'));
  await expect(page.locator('[contenteditable] img[src]')).toBeVisible();
  await expect.poll(() => isImageLoaded(page, '[contenteditable] img[src]')).toBe(true);
  await page.keyboard.type(' y eso es todo.');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'segunda.png', mimeType: 'image/png', buffer: Buffer.from(await screenshot(page, '#b4560d')) },
    { name: 'formato.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') },
  ]);
  await expect(page.getByText('Listo')).toHaveCount(3);
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(page.getByRole('heading', { name: /Ticket #PNT/ })).toBeVisible();

  const inText = page.locator('article p img');
  await expect(inText).toHaveAttribute('alt', /^captura \d{4}-\d{2}-\d{2} [\d.]+\.png$/);
  await expect.poll(() => isImageLoaded(page, 'article p img')).toBe(true);
  await expect(page.getByText('y eso es todo.')).toBeVisible();
  await expect(page.getByRole('link', { name: /formato\.csv/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: /Ver imagen segunda\.png/ }).press('Enter');
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByRole('heading', { name: 'segunda.png' })).toBeVisible();
  await expect(viewer.getByText('Imagen 2 de 2')).toBeVisible();
  await expect.poll(() => isImageLoaded(page, 'dialog img')).toBe(true);
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByText('Imagen 1 de 2')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(page.getByRole('button', { name: /Ver imagen segunda\.png/ })).toBeFocused();
  // The image in the text is not listed again; the keyboard enlarges it too.
  await expect(page.getByRole('button', { name: /Ver imagen/ })).toHaveCount(1);
  await inText.click();
  await expect(viewer.getByText('Imagen 1 de 2')).toBeVisible();
  await page.keyboard.press('Escape');
  await inText.press('Enter');
  await expect(viewer.getByText('Imagen 1 de 2')).toBeVisible();
});

test('removing a file removes its image from the text, and pasting text with an image keeps the text', async ({ page }) => {
  await signInAsNewcomer(page);
  await startTicket(page, 'Con una captura que se quita');
  await paste(page, 'Detalle del requerimiento:', await screenshot(page, '#2c5e8c'));
  await expect(page.locator('[contenteditable] img[src]')).toBeVisible();
  await page.getByRole('button', { name: /Quitar captura/ }).click();
  await expect(page.locator('[contenteditable] img[src]')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).evaluate((box) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', 'De Word');
    clipboard.setData('text/html', '<p>De <b>Word</b></p><img src="https://elsewhere.example/x.png">');
    clipboard.items.add(new File([new Uint8Array(9)], 'image.png', { type: 'image/png' }));
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  });
  await expect(page.locator('[contenteditable] strong', { hasText: 'Word' })).toBeVisible();
  await expect(page.locator('[contenteditable] img[src]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Quitar / })).toHaveCount(0);
});

test('a failed upload is retried in place', async ({ page }) => {
  await signInAsNewcomer(page);
  await startTicket(page, 'Con una subida que falla');
  let failures = 1;
  await page.route(/attachments/, async (route) => {
    const isUpload = route.request().method() === 'PUT' && !route.request().url().includes('/api/');
    if (isUpload && failures-- > 0) await route.abort('connectionreset');
    else await route.continue();
  });
  await page.locator('input[type=file]').setInputFiles({ name: 'registro.txt', mimeType: 'text/plain', buffer: Buffer.from('hola') });
  await expect(page.getByText('No se pudo subir. Revise su conexión e inténtelo de nuevo.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Reintentar la subida de registro.txt' }).click();
  await expect(page.getByText('Listo')).toBeVisible();
});

test('an agent pastes an image into a response, and the mail names the image instead', async ({ page }) => {
  await signIn(page, 'ana.agente');
  const tickets = (await (await page.request.get('/api/tickets?queue=mine')).json()) as { items: { number: string }[] };
  const number = tickets.items[0]?.number ?? '';
  const ticket = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { requester: { email: string } };
  await page.goto(`/staff/#/tickets/${number}`);
  await page.getByRole('textbox', { name: 'Respuesta al usuario' }).click();
  const text = `Pulse aquí ${Date.now()}`;
  await page.keyboard.type(`${text}: `);
  await paste(page, 'Respuesta al usuario', await screenshot(page, '#17573a'));
  await expect(page.locator('[contenteditable] img[src]')).toBeVisible();
  await page.getByRole('button', { name: 'Enviar respuesta' }).click();
  const sent = page.locator('li[data-kind=response]', { hasText: text });
  await expect(sent.locator('p img')).toBeVisible();
  await expect.poll(() => sent.locator('p img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  const mailsWithImage = async () => (await mails(page, number, ticket.requester.email)).filter((mail) => mail.text.includes(`${text}: [captura `));
  await expect.poll(async () => (await mailsWithImage()).length, { timeout: 15_000 }).toBe(1);
});

test('a printed ticket shows the conversation and no controls', async ({ page }) => {
  await page.goto(`/tickets/${await createTicketAs(page, 'usuario.mesa', 'En papel')}`);
  await expect(page.getByRole('button', { name: 'Imprimir' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { name: /Ticket #PNT/ })).toBeVisible();
  await expect(page.getByText('Asunto:')).toBeVisible();
  await expect(page.locator('article').first()).toBeVisible();
  for (const role of ['banner', 'contentinfo', 'navigation', 'textbox'] as const) await expect(page.getByRole(role)).toHaveCount(0);
  await expect(page.getByRole('button').and(page.locator(':not([data-printed])'))).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 800 }, colorScheme: 'dark' });
  test('images and the viewer fit', async ({ page }) => {
    await signInAsNewcomer(page);
    await startTicket(page, 'Con una captura, desde el teléfono');
    await paste(page, 'Detalle del requerimiento:', await screenshot(page, '#c58f2c'));
    await expect(page.locator('[contenteditable] img[src]')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Crear Ticket' }).click();
    await page.locator('article p img').click();
    await expect.poll(() => isImageLoaded(page, 'dialog img')).toBe(true);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
