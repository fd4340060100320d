import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleIn } from './pages';
import { signIn } from './stack';

/** Creates the unique name of a record. Departments and teams cannot be deleted, so the tests retire theirs. */
const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

async function openNew(page: Page, section: string, add: string) {
  await signIn(page, 'adrian.admin');
  await page.goto(`/staff/#/admin/${section}`);
  await page.getByRole('link', { name: add }).click();
}

async function saveRecord(page: Page) {
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('Se guardó.')).toBeVisible();
}

/**
 * Changes the record of the page through the API, as another administrator would. The list may be some seconds old, because
 * functions cache the settings.
 */
async function changeMeanwhile(page: Page, kind: string, attributes: object) {
  const id = new URL(page.url()).hash.split('/').at(-1) as string;
  await expect(async () => {
    const list = (await (await page.request.get(`/api/${kind}`)).json()) as { id: string; names: object; version: number }[];
    const record = list.find((listed) => listed.id === id);
    expect(record).toBeDefined();
    const data = { name: record?.names, version: record?.version, ...attributes };
    expect((await page.request.put(`/api/${kind}/${id}`, { data })).status()).toBe(200);
  }).toPass();
}

test('an administrator creates a department, merges the change of another, and retires it', async ({ page }) => {
  const name = unique('Redes');
  await openNew(page, 'departamentos', 'Departamento nuevo');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByLabel('Nombre en español')).toBeFocused();
  await page.getByLabel('Nombre en español').fill(name);
  await saveRecord(page);
  await expect(page).toHaveURL(/#\/admin\/departamentos\/redes-/);

  await page.getByLabel('Nombre en inglés').fill('Networks');
  await changeMeanwhile(page, 'departments', { order: 77 });
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('Los reunimos con los suyos')).toBeVisible();
  await expect(page.getByLabel('Nombre en inglés')).toHaveValue('Networks');
  await expect(page.getByLabel('Lugar en la lista')).toHaveValue('77');
  await saveRecord(page);

  await page.getByLabel('Lugar en la lista').fill('78');
  await changeMeanwhile(page, 'departments', { order: 79 });
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('cambió lo mismo que usted: lugar.')).toBeVisible();
  await expect(page.getByLabel('Lugar en la lista')).toHaveValue('78');

  // Unsaved changes survive a reload.
  await page.reload();
  await expect(page.getByText('Recuperamos los cambios')).toBeVisible();
  await expect(page.getByLabel('Lugar en la lista')).toHaveValue('78');
  await page.getByLabel('Activo').uncheck();
  await saveRecord(page);

  await page.getByRole('link', { name: 'Toda la lista' }).click();
  await page.getByRole('searchbox', { name: 'Buscar por nombre' }).fill(name.toUpperCase());
  await expect(page.getByText('Nada coincide con la búsqueda')).toBeVisible();
  await page.getByLabel('Estado').selectOption('Retirados');
  await expect(page.getByRole('link', { name: `Editar «${name}»` })).toBeVisible();
});

test('a department that topics use is not retired', async ({ page }) => {
  await signIn(page, 'adrian.admin');
  await page.goto('/staff/#/admin/departamentos/obligaciones');
  await page.getByLabel('Activo').uncheck();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('Todavía se usa: hay temas activos')).toBeVisible();
  await expect(page.getByLabel('Activo')).toBeFocused();
});

test('an administrator creates a team by keyboard, and a topic can refer to it until it is retired', async ({ page }) => {
  const name = unique('Guardia');
  await openNew(page, 'equipos', 'Equipo nuevo');
  await page.getByLabel('Nombre en español').fill(name);
  await page.getByRole('group').filter({ hasText: 'Integrantes' }).locator('summary').press('Enter');
  await page.getByRole('checkbox', { name: 'Ana Torres' }).press('Space');
  await page.getByLabel('Nombre en español').press('Enter');
  await expect(page.getByText('Se guardó.')).toBeVisible();
  await page.goto('/staff/#/admin/temas/nuevo');
  await expect(page.getByLabel('Equipo de respaldo').getByRole('option', { name })).toHaveCount(1);
  await page.goBack();
  await page.getByLabel('Activo').uncheck();
  await saveRecord(page);
  await page.goto('/staff/#/admin/temas/nuevo');
  await expect(page.getByLabel('Equipo de respaldo').getByRole('option', { name })).toHaveCount(0);
});

test('an administrator creates an organization and finds it by a word of its new name', async ({ page }) => {
  const code = crypto.randomUUID().slice(0, 8);
  await openNew(page, 'organizaciones', 'Organización nueva');
  await page.getByLabel('Nombre').fill(`Organismo ${code}`);
  await page.getByLabel('Entidad').selectOption('Jalisco');
  await saveRecord(page);
  await page.getByLabel('Nombre').fill(`Instituto ${code}`);
  await page.getByLabel('Sus usuarios leen los tickets de los demás').check();
  await saveRecord(page);
  await page.getByRole('link', { name: 'Toda la lista' }).click();
  await page.getByRole('searchbox', { name: 'Buscar por nombre' }).fill(code);
  const row = page.getByRole('listitem').filter({ hasText: `Instituto ${code}` });
  await expect(row).toContainText('Comparte sus tickets');
  await expect(row).toContainText('Jalisco');
  await page.getByRole('link', { name: 'Organización nueva' }).click();
  await page.getByLabel('Nombre').fill(`Organismo ${code}`);
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('Ya existe uno con ese nombre')).toBeVisible();
});

for (const path of ['departamentos', 'departamentos/obligaciones', 'equipos', 'equipos/accesos', 'organizaciones', 'organizaciones/inai']) {
  test(`/admin/${path} is accessible`, async ({ page }) => {
    await signIn(page, 'adrian.admin');
    await expectAccessibleIn(page, `/staff/#/admin/${path}`, [
      [1280, 'light'],
      [375, 'dark'],
    ]);
  });
}
