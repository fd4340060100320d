import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './stack';

for (const width of [1280, 375]) {
  test(`members of an organization that shares tickets can read each other’s tickets; other people cannot (${width} px)`, async ({ page, browser }) => {
    await page.setViewportSize({ width, height: 900 });
    const jorge = await (await browser.newContext()).newPage();
    await signIn(jorge, 'jorge.hernandez');
    const subject = `De toda la organización ${Date.now()}`;
    const topics = (await (await jorge.request.get('/api/topics')).json()) as { id: string }[];
    const response = await jorge.request.post('/api/tickets', {
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      data: { topicId: topics[0]?.id, subject, detail: '<p>Lo ve quien trabaja conmigo.</p>', entity: 'ESTADO_DE_MEXICO' },
    });
    const { number } = (await response.json()) as { number: string };

    await signIn(page, 'maria.lopez');
    await page.goto('/tickets');
    await expect(page.getByRole('row', { name: number })).toHaveCount(0);
    // A new ticket appears in the organization's list once it is routed.
    await expect(async () => {
      await page.getByLabel('Mostrar').selectOption({ label: 'Mis tickets' });
      await page.getByLabel('Mostrar').selectOption({ label: 'Los de mi organización' });
      await expect(page.getByRole('row', { name: number })).toContainText('Jorge Hernández Peña', { timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: number }).click();
    await expect(page.getByText('Lo ve quien trabaja conmigo.')).toBeVisible();

    const lucia = await (await browser.newContext()).newPage();
    await signIn(lucia, 'lucia.ramirez');
    await lucia.goto('/tickets');
    await expect(lucia.getByRole('heading', { name: 'Tickets' })).toBeVisible();
    await expect(lucia.getByLabel('Mostrar')).toHaveCount(0);
    expect((await lucia.request.get(`/api/tickets/${number}`)).status()).toBe(404);
    expect((await lucia.request.get('/api/tickets?scope=organization')).status()).toBe(400);
  });
}
