import { expect, type Page, test } from '@playwright/test';
import { createTicketAs, signIn } from './stack';

type Card = { number: string; priority: string | null; overdue: boolean; nextDeadline?: { for: string; at: string } };
type Listed = { items: Card[]; next: string | null; counts: Record<string, number> };

/** Reads all pages of a queue. */
async function queue(page: Page, name: string): Promise<{ cards: Card[]; counts: Record<string, number> }> {
  const cards: Card[] = [];
  for (let cursor = ''; ; ) {
    const answer = await page.request.get(`/api/tickets?queue=${name}&limit=100&cursor=${encodeURIComponent(cursor)}`);
    const { items, next, counts } = (await answer.json()) as Listed;
    cards.push(...items);
    if (!next) return { cards, counts };
    cursor = next;
  }
}

test('the most urgent tickets come first, and one mark, one queue and one count say which are overdue', async ({ page }) => {
  const fresh = await createTicketAs(page, 'usuario.mesa', 'Un ticket nuevo sin prioridad');
  await signIn(page, 'sofia.supervisora');
  const { cards: open, counts } = await queue(page, 'open');
  const overdue = open.filter((card) => card.overdue).map(({ number }) => number);
  expect(open.find(({ number, priority }) => priority === 'high' && overdue.includes(number))).toBeDefined();
  expect(open.slice(0, overdue.length).map(({ number }) => number)).toEqual(overdue);
  expect(overdue).not.toContain(fresh);
  expect((await queue(page, 'overdue')).cards.map(({ number }) => number)).toEqual(overdue);
  expect(counts.overdue).toBe(overdue.length);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/staff/#/colas/open');
  await expect(page.getByRole('combobox', { name: 'Orden' })).toHaveValue('due');
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows.first()).toContainText(overdue[0] ?? '');
  const marked = rows.filter({ hasText: /venció/ });
  await expect(marked).toHaveCount(Math.min(overdue.length, await rows.count()));
  await expect(page.getByText('Sin primera respuesta')).toHaveCount(0);

  await page.goto('/staff/#/colas/overdue');
  await expect(page.getByRole('link', { name: `Vencidos ${overdue.length}`, exact: true })).toBeVisible();
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(Math.min(overdue.length, 25));
});

test('a missed first response is marked as overdue, with what is due', async ({ page }) => {
  await signIn(page, 'sofia.supervisora');
  const { cards } = await queue(page, 'overdue');
  const missed = cards.find(({ nextDeadline }) => nextDeadline?.for === 'first-response');
  expect(missed, 'a ticket of the demo has a missed first response').toBeDefined();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/staff/#/colas/overdue');
  const row = page
    .getByRole('table')
    .locator('tbody tr')
    .filter({ hasText: missed?.number ?? '' });
  await expect(row).toContainText(/venció/);
  await expect(row).toContainText('Primera respuesta');
  await row.getByRole('link').click();
  await expect(page.getByText('Vencida: aún no se da').first()).toBeVisible();
});
