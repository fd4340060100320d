import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessibleIn } from './pages';
import { expectAccessible, signIn } from './stack';

// The timeout is long because each test switches between several people.
test.setTimeout(180_000);

const unique = () => Math.random().toString(36).slice(2, 8).replace(/\d/g, 'x');

async function pageAs(browser: Browser, username: string | undefined): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (username) await signIn(page, username);
  return page;
}

type Content = { audience?: 'public' | 'internal'; body?: string; summary?: string };

/** Publishes an article as a supervisor through the API. */
async function publish(page: Page, title: string, { audience = 'public', body = '<p>Texto del artículo.</p>', summary = 'De qué trata.' }: Content = {}) {
  const id = `prueba-${unique()}-${unique()}`;
  const saved = await page.request.put(`/api/articles/${id}`, {
    data: { categoryId: 'acceso', audience, version: 0, texts: { es: { title, summary, body } } },
  });
  expect(saved.status()).toBe(200);
  const { version } = (await saved.json()) as { version: number };
  expect((await page.request.put(`/api/articles/${id}/publication`, { data: { version } })).status()).toBe(200);
  return id;
}

/** Waits until the article list contains the article, or no longer contains it if `listed` is false. */
async function expectListed(page: Page, words: string, listed: boolean) {
  const found = async () => {
    const response = await page.request.get(`/api/articles?q=${encodeURIComponent(words)}`);
    return ((await response.json()) as { title: string }[]).some(({ title }) => title.includes(words));
  };
  await expect.poll(found, { timeout: 20_000 }).toBe(listed);
}

test('an agent writes an article, a supervisor publishes it, and anyone reads it', async ({ browser }) => {
  const word = unique();
  const agent = await pageAs(browser, 'ana.agente');
  await agent.goto('/staff/#/base');
  await expect(agent.getByRole('heading', { name: 'Base de conocimientos', level: 1 })).toBeVisible();
  await agent.getByRole('link', { name: 'Nuevo artículo' }).click();
  await agent.getByRole('button', { name: 'Crear borrador' }).click();
  await expect(agent.getByText('Escriba un título.')).toBeVisible();
  await agent.getByLabel('Título en español').fill(`Recuperar ${word}`);
  await agent.getByLabel('Categoría').selectOption('acceso');
  await agent.getByRole('button', { name: 'Crear borrador' }).click();
  await expect(agent.getByRole('heading', { name: `Recuperar ${word}`, level: 1 })).toBeVisible();
  await expect(agent.getByText('Un supervisor o administrador publica los artículos.')).toBeVisible();
  await expect(agent.getByRole('button', { name: 'Publicar' })).toHaveCount(0);
  await agent.getByLabel('Resumen (es)').fill('Cuando no se recuerda.');
  await agent.getByRole('textbox', { name: 'Texto (es)' }).click();
  await agent.keyboard.type('Elija ');
  await agent.keyboard.press('Control+b');
  await agent.keyboard.type('Olvidé mi contraseña');
  await expect(agent.getByRole('status').filter({ hasText: 'Guardado' })).toBeVisible();
  const url = agent.url();

  // Only the author and supervisors can see the article draft.
  const anyone = await pageAs(browser, undefined);
  await expectListed(anyone, word, false);
  const id = url.split('/').at(-1) ?? '';
  expect((await anyone.request.get(`/api/articles/${id}`)).status()).toBe(404);
  const other = await pageAs(browser, 'bruno.agente');
  expect((await other.request.get(`/api/article-drafts/${id}`)).status()).toBe(404);

  const supervisor = await pageAs(browser, 'sofia.supervisora');
  await supervisor.goto('/staff/#/base');
  await supervisor.getByLabel('Buscar artículos y borradores').fill(word);
  await supervisor.getByRole('link', { name: `Recuperar ${word}` }).click();
  await supervisor.getByRole('button', { name: 'Vista previa' }).click();
  await expect(supervisor.getByRole('dialog').locator('strong')).toHaveText('Olvidé mi contraseña');
  await supervisor.keyboard.press('Escape');
  await supervisor.getByLabel('Título (en)').fill(`Recover ${word}`);
  await supervisor.getByRole('button', { name: 'Publicar', exact: true }).click();
  await expect(supervisor.getByText('el resumen en inglés')).toBeVisible();
  await supervisor.keyboard.press('Escape');
  await supervisor.getByLabel('Título (en)').fill('');
  await supervisor.getByRole('button', { name: 'Publicar', exact: true }).click();
  await expect(supervisor.getByText('Lo podrá leer cualquier persona. Será la versión 1.')).toBeVisible();
  await expect(supervisor.getByText('No está escrito en inglés', { exact: false })).toBeVisible();
  await supervisor.getByRole('dialog').getByRole('button', { name: 'Publicar' }).click();
  await expect(supervisor.getByText('El artículo se publicó.', { exact: false })).toBeVisible();

  await expectListed(anyone, word, true);
  await anyone.goto(`/faq/articulo/${id}`);
  await expect(anyone.getByRole('heading', { name: `Recuperar ${word}` })).toBeVisible();
  await expect(anyone.locator('strong', { hasText: 'Olvidé mi contraseña' })).toBeVisible();

  await supervisor.getByRole('button', { name: 'Retirar' }).click();
  await supervisor.getByRole('dialog').getByRole('button', { name: 'Retirar' }).click();
  await expect(supervisor.getByText('El artículo se retiró.')).toBeVisible();
  await expectListed(anyone, word, false);
  expect((await anyone.request.get(`/api/articles/${id}`)).status()).toBe(404);
});

test('only staff can read an internal article', async ({ browser }) => {
  const word = unique();
  const supervisor = await pageAs(browser, 'sofia.supervisora');
  const id = await publish(supervisor, `Guía ${word}`, { audience: 'internal' });
  const agent = await pageAs(browser, 'carla.agente');
  await expectListed(agent, word, true);
  expect((await agent.request.get(`/api/articles/${id}`)).status()).toBe(200);
  for (const username of [undefined, 'usuario.mesa']) {
    const reader = await pageAs(browser, username);
    await expectListed(reader, word, false);
    await reader.goto(`/faq?q=${word}`);
    await expect(reader.getByText(`Ningún artículo coincide con «${word}»`)).toBeVisible();
    await reader.goto(`/faq/articulo/${id}`);
    await expect(reader.getByText('No encontramos este artículo')).toBeVisible();
  }
});

test('if two people edit an article at once, nothing is lost, and the second person chooses which text to keep', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'sofia.supervisora');
  const id = await publish(supervisor, `Conflicto ${unique()}`);
  await supervisor.goto(`/staff/#/base/${id}`);
  const summary = supervisor.getByLabel('Resumen (es)');
  await expect(summary).toHaveValue('De qué trata.');
  const agent = await pageAs(browser, 'ana.agente');
  const stored = (await (await agent.request.get(`/api/article-drafts/${id}`)).json()) as { version: number; texts: { es: object } };
  await agent.request.put(`/api/articles/${id}`, {
    data: { categoryId: 'acceso', audience: 'public', version: stored.version, texts: { es: { ...stored.texts.es, summary: 'Lo de Ana.' } } },
  });
  await summary.fill('Lo de Sofía.');
  await expect(supervisor.getByText('Ana Torres guardó otros cambios')).toBeVisible();
  await expect(summary).toHaveValue('Lo de Sofía.');
  await supervisor.getByRole('button', { name: 'Ver lo que guardó' }).click();
  await expect(supervisor.getByRole('dialog').getByText('Lo de Ana.')).toBeVisible();
  await supervisor.keyboard.press('Escape');
  await supervisor.reload();
  await expect(summary).toHaveValue('Lo de Sofía.');
  await expect(supervisor.getByText('Ana Torres guardó otros cambios')).toBeVisible();
  await supervisor.getByRole('button', { name: 'Guardar lo mío encima' }).click();
  await expect(supervisor.getByRole('status').filter({ hasText: 'Guardado' })).toBeVisible();
  await expect(supervisor.getByText('Ana Torres guardó otros cambios')).toHaveCount(0);
});

test('a version is compared and restored', async ({ browser }) => {
  const word = unique();
  const supervisor = await pageAs(browser, 'sofia.supervisora');
  const id = await publish(supervisor, `Versiones ${word}`, { body: '<p>El plazo es de dos días.</p>' });
  await supervisor.goto(`/staff/#/base/${id}`);
  await supervisor.getByLabel('Título (es)').fill(`Otro título ${word}`);
  await supervisor.getByRole('button', { name: 'Publicar cambios' }).click();
  await supervisor.getByRole('dialog').getByRole('button', { name: 'Publicar' }).click();
  await expect(supervisor.getByText('El artículo se publicó.', { exact: false })).toBeVisible();
  await supervisor.getByRole('link', { name: 'Versiones' }).click();
  const first = supervisor.getByRole('listitem').filter({ hasText: 'Versión 1:' });
  await expect(supervisor.getByRole('listitem').filter({ hasText: 'Versión 2:' })).toContainText('La que se lee ahora');
  await first.getByRole('button', { name: 'Comparar con el borrador' }).click();
  await expect(supervisor.getByRole('dialog').locator('ins', { hasText: 'Otro' })).toBeVisible();
  await expectAccessible(supervisor);
  await supervisor.keyboard.press('Escape');
  await first.getByRole('button', { name: 'Restaurar en el borrador' }).click();
  await expect(supervisor.getByLabel('Título (es)')).toHaveValue(`Versiones ${word}`);
  await supervisor.getByRole('button', { name: 'Publicar cambios' }).click();
  await expect(supervisor.getByText('Será la versión 3.', { exact: false })).toBeVisible();
});

test('a supervisor manages the categories', async ({ browser }) => {
  const name = `Categoría ${unique()}`;
  const supervisor = await pageAs(browser, 'sofia.supervisora');
  await supervisor.goto('/staff/#/admin/categorias');
  await supervisor.getByRole('button', { name: 'Nueva categoría' }).click();
  await supervisor.getByRole('button', { name: 'Guardar' }).click();
  await expect(supervisor.getByText('Escriba el nombre en español.')).toBeVisible();
  await supervisor.getByLabel('Nombre en español').fill(name);
  await supervisor.getByRole('button', { name: 'Guardar' }).click();
  await expect(supervisor.getByText('La categoría se guardó.', { exact: false })).toBeVisible();
  const countCategories = async () => {
    await supervisor.reload();
    await supervisor.getByRole('button', { name: 'Nueva categoría' }).waitFor();
    await supervisor.waitForLoadState('networkidle');
    return supervisor.getByRole('heading', { name, exact: true }).count();
  };
  await expect.poll(countCategories, { timeout: 30_000, intervals: [1_000] }).toBe(1);
  await supervisor.getByRole('button', { name: `Borrar «${name}»` }).click();
  await supervisor.getByRole('dialog').getByRole('button', { name: 'Borrar' }).click();
  await expect(supervisor.getByText('La categoría se borró.')).toBeVisible();
  await supervisor.getByRole('button', { name: 'Borrar «Cuentas y acceso»' }).click();
  await supervisor.getByRole('dialog').getByRole('button', { name: 'Borrar' }).click();
  await expect(supervisor.getByText('Hay artículos en esta categoría.', { exact: false })).toBeVisible();
});

const pages = [
  '/staff/#/base',
  '/staff/#/base/nuevo',
  '/staff/#/base/cambiar-contrasena',
  '/staff/#/base/cambiar-contrasena/versiones',
  '/staff/#/admin/categorias',
];

for (const path of pages) {
  test(`${path} is accessible`, async ({ page }) => {
    await signIn(page, 'sofia.supervisora');
    await expectAccessibleIn(page, path, [
      [1280, 'light'],
      [375, 'dark'],
      [320, 'light'],
    ]);
  });
}
