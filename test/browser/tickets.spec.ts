/** Tests the requester's list of tickets (C1). */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, signIn } from './stack';

async function openTickets(page: Page) {
  await signIn(page, 'usuario.mesa');
  await page.goto('/tickets');
  await expect(page.getByRole('table')).toBeVisible();
}

test('choosing a status also searches for the typed words, and choosing another one preserves them', async ({ page }) => {
  await openTickets(page);
  const box = page.getByRole('searchbox');
  await box.fill('Formato');
  await page.getByLabel('Estado').selectOption({ value: 'closed' });
  await expect(page).toHaveURL(/q=Formato&estado=closed/);
  await page.getByLabel('Estado').selectOption({ value: 'waiting' });
  await expect(page).toHaveURL(/q=Formato&estado=waiting/);
  await expect(box).toHaveValue('Formato');
});

for (const width of [375, 1280]) {
  test(`the next page of the list starts at its top (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 400 });
    // Smaller pages, so that few tickets have two.
    await page.route('**/api/tickets?*', (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/limit=\d+/, 'limit=7'),
      }),
    );
    await openTickets(page);
    await page.getByLabel('Estado').selectOption({ value: 'all' });
    await expect(page).toHaveURL(/estado=all/);
    await expect(page.getByRole('button', { name: 'Siguiente' })).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    const first = await page.getByRole('table').getByRole('link').first().textContent();
    await page.getByRole('button', { name: 'Siguiente' }).click();
    await expect(page.getByRole('navigation', { name: 'Páginas' }).getByText('Página 2')).toBeAttached();
    await expect(page.getByRole('table').getByRole('link').first()).not.toHaveText(first ?? '');
    await expect(page.getByRole('table').getByRole('link').first()).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Anterior' })).not.toBeInViewport();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Anterior' }).click();
    await expect(page.getByRole('table').getByRole('link').first()).toHaveText(first ?? '');
    await expect(page.getByRole('table').getByRole('link').first()).toBeInViewport();
  });
}
