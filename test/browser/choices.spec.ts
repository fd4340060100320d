/** Tests that an error and a retry button appear in place of choices that cannot be loaded. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, signIn } from './stack';

/** Selects the first ticket of the list and starts a bulk action. */
const startBulkAction = (action: string) => async (page: Page) => {
  await page.getByRole('table').locator('tbody tr').first().getByRole('checkbox').check();
  await page.getByRole('region', { name: 'Tickets seleccionados' }).getByRole('button', { name: action, exact: true }).click();
};

interface Form {
  choices: string;
  username: string;
  /** The path of the failing request, without `/api/`. */
  endpoint: string;
  /** The path of the page with the form. */
  path: string;
  open?: (page: Page) => Promise<void>;
  /** The element that appears once the request succeeds. */
  element: (page: Page) => Locator;
  /** Whether that element is focused once it appears. */
  focused?: boolean;
}

const forms: readonly Form[] = [
  {
    choices: 'agents to assign several tickets to',
    username: 'sofia.supervisora',
    endpoint: 'agents',
    path: '/staff/#/colas/all',
    open: startBulkAction('Asignar'),
    element: (page) => page.getByRole('dialog').getByRole('option', { name: /^Ana/ }),
  },
  {
    choices: 'departments to transfer several tickets to',
    username: 'sofia.supervisora',
    endpoint: 'departments',
    path: '/staff/#/colas/all',
    open: startBulkAction('Transferir'),
    element: (page) => page.getByRole('dialog').getByRole('combobox', { name: 'Departamento' }),
    focused: true,
  },
  {
    choices: 'topics to filter by',
    username: 'ana.agente',
    endpoint: 'topics',
    path: '/staff/#/colas/all',
    open: (page) => page.getByRole('button', { name: 'Tema', exact: true }).click(),
    element: (page) => page.getByRole('checkbox', { name: 'SIPOT' }),
  },
  {
    choices: 'departments to share a view with',
    username: 'adrian.admin',
    endpoint: 'departments',
    path: '/staff/#/colas/all~priority=high',
    open: (page) => page.getByRole('button', { name: 'Guardar vista' }).click(),
    element: (page) => page.getByRole('dialog').getByRole('radio', { name: /^Para un departamento/ }),
  },
  {
    choices: 'organizations of a routing rule',
    username: 'adrian.admin',
    endpoint: 'organizations',
    path: '/staff/#/admin/reglas',
    element: (page) => page.getByRole('combobox', { name: /^Organización/ }),
  },
  {
    choices: 'departments that a topic can assign tickets to',
    username: 'adrian.admin',
    endpoint: 'departments',
    path: '/staff/#/admin/temas/sipot',
    element: (page) => page.getByRole('combobox', { name: /^Departamento/ }),
  },
  {
    choices: 'topics of a canned response',
    username: 'ana.agente',
    endpoint: 'topics',
    path: '/staff/#/respuestas/nueva',
    element: (page) => page.getByRole('checkbox', { name: 'SIPOT' }),
  },
  {
    choices: 'categories of an article',
    username: 'ana.agente',
    endpoint: 'categories',
    path: '/staff/#/base/nuevo',
    element: (page) => page.getByRole('combobox', { name: /^Categoría/ }),
  },
];

for (const { choices, username, endpoint, path, open, element, focused } of forms) {
  test(`if the ${choices} cannot be loaded, an error and a retry button appear instead`, async ({ page }) => {
    await signIn(page, username);
    let failing = true;
    await page.route(new RegExp(`/api/${endpoint}(\\?|$)`), (route) => (failing ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
    await page.goto(path);
    await open?.(page);
    const alerts = page.getByRole('alert').filter({ hasText: /no se pudo cargar|Algo no salió bien/ });
    await expect(alerts.first()).toBeVisible();
    await expect(element(page)).toHaveCount(0);
    await expectAccessible(page);
    failing = false;
    await alerts.first().getByRole('button', { name: 'Reintentar' }).click();
    await expect(element(page).first()).toBeAttached();
    await expect(alerts).toHaveCount(0);
    if (focused) await expect(element(page)).toBeFocused();
  });
}

test('the versions of an article offer a retry if they cannot be loaded', async ({ page }) => {
  await signIn(page, 'sofia.supervisora');
  const { items } = (await (await page.request.get('/api/article-drafts?state=published')).json()) as { items: { id: string }[] };
  const id = items[0]?.id ?? '';
  let failing = true;
  await page.route(`**/api/article-drafts/${id}`, (route) => (failing ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  await page.goto(`/staff/#/base/${id}/versiones`);
  const retry = page.getByRole('button', { name: 'Reintentar' });
  await expect(retry).toBeVisible();
  failing = false;
  await retry.click();
  await expect(page.getByRole('heading', { name: /^Versión 1/ })).toBeVisible();
});

test('after a conflict about an article, the other person’s changes can be loaded again if loading failed', async ({ page, browser }) => {
  await signIn(page, 'ana.agente');
  const id = `conflicto-${Date.now()}`;
  const { id: categoryId } = ((await (await page.request.get('/api/categories')).json()) as { id: string }[])[0] ?? { id: '' };
  const put = (editor: Page, title: string, version: number) =>
    editor.request.put(`/api/articles/${id}`, {
      data: { categoryId, audience: 'public', version, texts: { es: { title, summary: '', body: '<p>Texto.</p>' } } },
    });
  expect((await put(page, 'Lo primero', 0)).status()).toBe(200);
  await page.goto(`/staff/#/base/${id}`);
  const title = page.getByRole('textbox', { name: /^Título/ }).first();
  await expect(title).toHaveValue('Lo primero');

  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'sofia.supervisora');
  expect((await put(other, 'Lo de Sofía', 1)).status()).toBe(200);
  let failing = true;
  await page.route(`**/api/article-drafts/${id}`, (route) => (failing ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  await title.fill('Lo mío');
  await expect(page.getByText('Alguien guardó otros cambios')).toBeVisible();
  failing = false;
  await page.getByRole('button', { name: 'Cargar esos cambios' }).click();
  await expect(page.getByText(/^Sofía .* guardó otros cambios$/)).toBeVisible();
  await expect(title).toHaveValue('Lo mío');
  await page.getByRole('button', { name: 'Quedarme con lo suyo' }).click();
  await expect(title).toHaveValue('Lo de Sofía');
  await other.request.delete(`/api/article-drafts/${id}`);
});
