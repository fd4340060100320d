/** Tests that a text looks the same in the editor, the thread and the mail (B10): pasted tables, styles, empty lines and spaces. */
import { expect, type Page, test } from '@playwright/test';
import { deleteDraft, expectAccessible, expectNoSidewaysScroll, mails, person, signIn } from './stack';

const detail = 'Detalle del requerimiento:';

async function paste(page: Page, html: string, text = '') {
  await page.getByRole('textbox', { name: detail }).evaluate(
    (box, content) => {
      const clipboard = new DataTransfer();
      if (content.html) clipboard.setData('text/html', content.html);
      clipboard.setData('text/plain', content.text);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
    },
    { html, text },
  );
}

/** Opens the form of a new ticket with an empty text. */
async function startTicket(page: Page, subject: string) {
  await signIn(page, 'usuario.mesa');
  await deleteDraft(page);
  await page.goto('/nuevo');
  await page.getByLabel('Temas de ayuda:').selectOption('portal-obligaciones');
  await page.getByLabel('Resumen:').fill(subject);
  await page.getByLabel('Estado:').selectOption('FEDERACION');
  await page.getByRole('textbox', { name: detail }).click();
}

async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Crear Ticket' }).click();
  await expect(page.getByText('El Ticket se ha creado', { exact: false })).toBeVisible();
  return /PNT\d{6,}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';
}

/** Returns the HTML of the text, without the line breaks that the editor adds to empty paragraphs, and without empty paragraphs at its end. */
const written = (page: Page) =>
  page
    .getByRole('textbox', { name: detail })
    .evaluate((box) => box.innerHTML.replace(/<br class="ProseMirror-trailingBreak">/g, '').replace(/(?:<p><\/p>)+$/, ''));

const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!-- .xl65 {font-weight:700;} --></style></head><body>
<table border=0 width=128 style='border-collapse:collapse'><!--StartFragment--><col width=64 span=2>
<tr height=20><td class=xl65>Folio</td><td class=xl65>Monto</td><td class=xl65>Nota</td></tr>
<tr height=20><td>A-01</td><td align=right>1250</td><td></td></tr><!--EndFragment--></table></body></html>`;

test('a table of a spreadsheet arrives in the thread, the mail and print', async ({ page }) => {
  await startTicket(page, `Con tabla ${Date.now()}`);
  await page.keyboard.type('Vea:');
  await paste(page, excel, 'Folio\tMonto\tNota\nA-01\t1250\t');
  await expect(page.locator('[contenteditable] td').getByText('1250', { exact: true })).toBeVisible();
  await expect(page.locator('[contenteditable] :is(td, th)')).toHaveCount(6);
  await expect(page.locator('[contenteditable] strong')).toHaveText(['Folio', 'Monto', 'Nota']);
  await expectAccessible(page);
  const number = await send(page);
  const table = page.locator('article table');
  await expect(table.locator('tr').nth(1).locator('td')).toHaveText(['A-01', '1250', '']);
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(table).toBeVisible();
  await page.emulateMedia({ media: null });
  await expect
    .poll(async () => (await mails(page, number, person('usuario.mesa').email))[0]?.text ?? '', {
      timeout: 15_000,
    })
    .toMatch(/ {2}Folio\tMonto\tNota\r?\n {2}A-01\t1250\t\r?\n/);
});

test('a table is written with the keyboard', async ({ page }) => {
  await startTicket(page, `Con tabla propia ${Date.now()}`);
  await page.getByRole('button', { name: 'Tabla', exact: true }).click();
  await page.keyboard.type('Folio');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Monto');
  for (let cell = 0; cell < 4; cell++) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('última');
  await expect(page.locator('[contenteditable] tr')).toHaveCount(4);
  await expect(page.locator('[contenteditable] th')).toHaveText(['Folio', 'Monto']);
  await expect(page.locator('[contenteditable] tr').nth(3).locator('td').first()).toHaveText('última');
  const tools = page.getByRole('toolbar', { name: 'Tabla' });
  await tools.getByRole('button', { name: 'Agregar columna' }).click();
  await expect(page.locator('[contenteditable] th')).toHaveCount(3);
  await tools.getByRole('button', { name: 'Quitar fila' }).click();
  await expect(page.locator('[contenteditable] tr')).toHaveCount(3);
  await expectAccessible(page);
  await tools.getByRole('button', { name: 'Quitar tabla' }).click();
  await expect(page.locator('[contenteditable] table')).toHaveCount(0);
  await expect(tools).toHaveCount(0);
});

test('cells are pasted into the cells of a table', async ({ page }) => {
  await startTicket(page, `Celdas ${Date.now()}`);
  await page.getByRole('button', { name: 'Tabla', exact: true }).click();
  await paste(page, '<table><tr><td>1</td><td>2</td></tr></table>');
  await expect(page.locator('[contenteditable] tr').first().locator('td, th')).toHaveText(['1', '2']);
  await expect(page.locator('[contenteditable] table')).toHaveCount(1);
});

for (const [source, html, expected] of [
  ['Google Docs, plain', '<b style="font-weight:normal" id="docs-internal-guid-1"><span style="font-weight:400">Hola</span></b>', '<p>Hola</p>'],
  ['Google Docs, bold', '<b style="font-weight:normal"><span style="font-weight:700">Hola</span></b>', '<p><strong>Hola</strong></p>'],
  ['Gmail, an empty line', '<div dir="ltr"><div>Hola,</div><div><br></div><div>B</div></div>', '<p>Hola,</p><p></p><p>B</p>'],
  [
    'Word, a list',
    `<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Uno<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Dos<o:p></o:p></p>`,
    '<ol><li><p>Uno</p></li><li><p>Dos</p></li></ol>',
  ],
  [
    'Visual Studio Code',
    '<div style="white-space: pre;"><div><span>si:</span></div><div><span>    x</span></div></div>',
    '<p>si:</p><p>&nbsp;&nbsp;&nbsp;&nbsp;x</p>',
  ],
] as const) {
  test(`pasted: ${source}`, async ({ page }) => {
    await startTicket(page, `Pegado ${Date.now()}`);
    await paste(page, html);
    expect(await written(page)).toBe(expected);
  });
}

test('empty lines and spaces look the same in the editor and in the thread', async ({ page }) => {
  await startTicket(page, `Espacios ${Date.now()}`);
  await page.keyboard.type('Hola,');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('    at  x');
  const number = await send(page);
  const paragraphs = page.locator('article p');
  await expect(paragraphs.last()).toContainText('at');
  expect(await paragraphs.last().evaluate((paragraph) => paragraph.textContent)).toBe('\u00a0\u00a0\u00a0\u00a0at\u00a0 x');
  const lines = page.locator('article p:has-text("Hola,") ~ p');
  expect(await lines.first().evaluate((paragraph) => paragraph.getBoundingClientRect().height)).toBeGreaterThan(10);
  await expect
    .poll(async () => (await mails(page, number, person('usuario.mesa').email))[0]?.text ?? '', {
      timeout: 15_000,
    })
    .toMatch(/\n {6}at {2}x\r?\n/);
});

test('plain text keeps its lines', async ({ page }) => {
  await startTicket(page, `Texto ${Date.now()}`);
  await paste(page, '', 'Hola,\n\nuno\ndos');
  expect(await written(page)).toBe('<p>Hola,</p><p>uno<br>dos</p>');
});

for (const width of [375, 1280]) {
  test(`a long address does not widen the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await startTicket(page, `Larga ${Date.now()}`);
    await page.keyboard.insertText(`https://www.example.org/${'a'.repeat(300)}`);
    await expectNoSidewaysScroll(page);
    await send(page);
    await expectNoSidewaysScroll(page);
  });

  test(`a wide table scrolls inside the text at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await startTicket(page, `Ancha ${Date.now()}`);
    await paste(page, `<table><tr>${'<td>una-columna-larga</td>'.repeat(14)}</tr></table>`);
    await expectNoSidewaysScroll(page);
    await send(page);
    await expect(page.locator('article [data-table]')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
