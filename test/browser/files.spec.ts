import { truncateSync, writeFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { signInAsNewcomer } from './stack';

const MB = 1024 * 1024;

type TextFile = { name: string; type: string; text: string };

/** Drops files on an element as a person does: drags them over the element first. */
async function drop(page: Page, target: Locator, files: TextFile[]) {
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, type, text } of list) transfer.items.add(new File([text], name, { type }));
    return transfer;
  }, files);
  await target.dispatchEvent('dragover', { dataTransfer });
  await target.dispatchEvent('drop', { dataTransfer });
}

const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const chooser = (page: Page) => page.locator('input[type=file]');

test.beforeEach(async ({ page }) => {
  await signInAsNewcomer(page);
  await page.goto('/nuevo');
  await expect(page.getByText('Hasta 10 archivos de 25 MB como máximo cada uno.', { exact: false })).toBeVisible();
});

test('files are dropped, chosen and removed, and the ticket contains the remaining files', async ({ page }) => {
  const zone = page.getByRole('button', { name: 'Agregar archivos aquí o elegirlos' });
  await drop(page, zone, [
    { name: 'acuse.txt', type: 'text/plain', text: 'Acuse del envío' },
    { name: 'formato-28.csv', type: 'text/csv', text: 'a,b\n1,2\n' },
  ]);
  await drop(page, page.getByLabel('Resumen:'), [{ name: 'fuera-de-la-zona.txt', type: 'text/plain', text: 'También vale' }]);
  await chooser(page).setInputFiles({ name: 'elegido.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') });
  for (const name of ['acuse.txt', 'formato-28.csv', 'fuera-de-la-zona.txt', 'elegido.pdf']) {
    await expect(rowOf(page, name).getByText('Listo')).toBeVisible();
  }

  await page.getByRole('button', { name: 'Quitar formato-28.csv' }).click();
  await expect(rowOf(page, 'formato-28.csv')).toHaveCount(0);

  await page.getByLabel('Temas de ayuda:').selectOption({ index: 1 });
  await page.getByLabel('Resumen:').fill('Con archivos arrastrados y elegidos');
  await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
  await page.keyboard.type('Van adjuntos.');
  await page.getByLabel('Estado:').selectOption('FEDERACION');
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(page.getByRole('heading', { name: /Ticket #PNT/ })).toBeVisible();
  for (const name of [/acuse\.txt/, /fuera-de-la-zona\.txt/, /elegido\.pdf/]) {
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  await expect(page.getByRole('link', { name: /formato-28\.csv/ })).toHaveCount(0);
  const url = await page.getByRole('link', { name: /acuse\.txt/ }).getAttribute('href');
  const download = await page.request.get(url ?? '');
  expect(await download.text()).toBe('Acuse del envío');
});

test('an upload shows its progress and can be cancelled', async ({ page, context }) => {
  const network = await context.newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 250_000,
  });
  const file = { name: 'grande.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(MB, 1) };
  await chooser(page).setInputFiles(file);
  const bar = page.getByRole('progressbar', { name: 'Subiendo grande.pdf' });
  await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
  expect(Number(await bar.getAttribute('value'))).toBeLessThan(100);
  await expect(page.getByText('Espere a que terminen de subir los archivos.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancelar la subida de grande.pdf' }).click();
  await expect(rowOf(page, 'grande.pdf')).toHaveCount(0);

  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await chooser(page).setInputFiles(file);
  await expect(rowOf(page, 'grande.pdf').getByText('Listo')).toBeVisible();
});

test('files that are too large, empty, of a wrong type or too many are refused with the reason, and none of them is uploaded', async ({ page }, testInfo) => {
  const uploads: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/attachments')) uploads.push(request.url());
  });
  const large = testInfo.outputPath('respaldo.zip');
  writeFileSync(large, '');
  truncateSync(large, 31 * MB);
  await chooser(page).setInputFiles(large);
  await expect(rowOf(page, 'respaldo.zip')).toContainText('El archivo pesa 31 MB; el máximo es 25 MB.');

  await drop(page, page.getByRole('button', { name: 'Agregar archivos aquí o elegirlos' }), [
    { name: 'programa.exe', type: 'application/x-msdownload', text: 'MZ' },
    { name: 'vacio.txt', type: 'text/plain', text: '' },
  ]);
  await expect(rowOf(page, 'programa.exe')).toContainText('Este tipo de archivo no se admite. Se admiten:');
  await expect(rowOf(page, 'programa.exe')).toContainText('PDF');
  await expect(rowOf(page, 'vacio.txt')).toContainText('El archivo está vacío.');
  expect(uploads).toHaveLength(0);

  const many = Array.from({ length: 11 }, (_, index) => ({ name: `hoja-${index + 1}.txt`, type: 'text/plain', text: 'x' }));
  await drop(page, page.getByLabel('Resumen:'), many);
  await expect(rowOf(page, 'hoja-11.txt')).toContainText('Solo se pueden adjuntar 10 archivos; este no se agregó.');
  await expect(page.getByText('Listo')).toHaveCount(10);
});
