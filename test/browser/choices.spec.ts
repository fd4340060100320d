/** Tests that an error and a retry button appear in place of choices that cannot be loaded. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, signIn } from './desk';

/** Selects the first ticket of the list and starts a bulk action. */
const withFirst = (act: string) => async (page: Page) => {
  await page.getByRole('table').locator('tbody tr').first().getByRole('checkbox').check();
  await page.getByRole('region', { name: 'Tickets seleccionados' }).getByRole('button', { name: act, exact: true }).click();
};

interface Form {
  what: string;
  who: string;
  /** The API path of the request that fails, without `/api/`. */
  lacking: string;
  address: string;
  open?: (page: Page) => Promise<void>;
  /** The element that appears once the request succeeds. */
  shown: (page: Page) => Locator;
  /** Whether that element is focused when its dialog opens. */
  first?: boolean;
}

const forms: readonly Form[] = [
  {
    what: 'agents to assign several tickets to',
    who: 'sofia.supervisora',
    lacking: 'agents',
    address: '/staff/#/colas/all',
    open: withFirst('Asignar'),
    shown: (page) => page.getByRole('dialog').getByRole('option', { name: /^Ana/ }),
  },
  {
    what: 'departments to transfer several tickets to',
    who: 'sofia.supervisora',
    lacking: 'departments',
    address: '/staff/#/colas/all',
    open: withFirst('Transferir'),
    shown: (page) => page.getByRole('dialog').getByRole('combobox', { name: 'Departamento' }),
    first: true,
  },
  {
    what: 'topics to filter by',
    who: 'ana.agente',
    lacking: 'topics',
    address: '/staff/#/colas/all',
    open: (page) => page.getByRole('button', { name: 'Tema', exact: true }).click(),
    shown: (page) => page.getByRole('checkbox', { name: 'SIPOT' }),
  },
  {
    what: 'departments to share a view with',
    who: 'adrian.admin',
    lacking: 'departments',
    address: '/staff/#/colas/all~priority=high',
    open: (page) => page.getByRole('button', { name: 'Guardar vista' }).click(),
    shown: (page) => page.getByRole('dialog').getByRole('radio', { name: /^Para un departamento/ }),
  },
  {
    what: 'what routing rules are made of',
    who: 'adrian.admin',
    lacking: 'organizations',
    address: '/staff/#/admin/reglas',
    shown: (page) => page.getByRole('combobox', { name: /^Organización/ }),
  },
  {
    what: 'who gets the tickets of a topic',
    who: 'adrian.admin',
    lacking: 'departments',
    address: '/staff/#/admin/temas/sipot',
    shown: (page) => page.getByRole('combobox', { name: /^Departamento/ }),
  },
  {
    what: 'topics of a canned response',
    who: 'ana.agente',
    lacking: 'topics',
    address: '/staff/#/respuestas/nueva',
    shown: (page) => page.getByRole('checkbox', { name: 'SIPOT' }),
  },
  {
    what: 'categories of an article',
    who: 'ana.agente',
    lacking: 'categories',
    address: '/staff/#/base/nuevo',
    shown: (page) => page.getByRole('combobox', { name: /^Categoría/ }),
  },
];

for (const { what, who, lacking, address, open, shown, first } of forms) {
  test(`without ${what}`, async ({ page }) => {
    await signIn(page, who);
    let failing = true;
    await page.route(new RegExp(`/api/${lacking}(\\?|$)`), (route) => (failing ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
    await page.goto(address);
    await open?.(page);
    const alerts = page.getByRole('alert').filter({ hasText: /no se pudo cargar|Algo no salió bien/ });
    await expect(alerts.first()).toBeVisible();
    await expect(shown(page)).toHaveCount(0);
    await expectAccessible(page);
    failing = false;
    await alerts.first().getByRole('button', { name: 'Reintentar' }).click();
    await expect(shown(page).first()).toBeAttached();
    await expect(alerts).toHaveCount(0);
    if (first) await expect(shown(page)).toBeFocused();
  });
}

test('versions of an article that cannot be loaded offer a retry', async ({ page }) => {
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

test('another person’s changes to an article that could not be loaded can be loaded again', async ({ page, browser }) => {
  await signIn(page, 'ana.agente');
  const id = `conflicto-${Date.now()}`;
  const { id: categoryId } = ((await (await page.request.get('/api/categories')).json()) as { id: string }[])[0] ?? { id: '' };
  const put = (by: Page, title: string, version: number) =>
    by.request.put(`/api/articles/${id}`, {
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
