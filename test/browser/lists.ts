import { expect, type Page } from '@playwright/test';
import { createTicketAs, signIn, versionOf } from './stack';

/** Opens a list of the staff page in a wide window. */
export async function openList(page: Page, path: string, username = 'sofia.supervisora') {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, username);
  await page.goto(`/staff/#${path}`);
  await expect(page.getByRole('table')).toBeVisible();
}

/** Creates tickets with a unique tag and shows the list of them to a supervisor. */
export async function createTaggedTickets(page: Page, count: number, width: number): Promise<string[]> {
  const tag = `lote-${Date.now()}-${count}`;
  const numbers: string[] = [];
  for (let i = 0; i < count; i++) numbers.push(await createTicketAs(page, 'usuario.mesa', `Del lote ${i + 1}`));
  await signIn(page, 'sofia.supervisora');
  for (const number of numbers) {
    await expect(async () => {
      const version = await versionOf(page, number);
      const tagged = await page.request.patch(`/api/tickets/${number}`, { data: { addTags: [tag], version } });
      expect(tagged.status()).toBe(200);
    }).toPass();
  }
  await page.setViewportSize({ width, height: 900 });
  await expect(async () => {
    const found = (await (await page.request.get(`/api/tickets?queue=all&tag=${tag}`)).json()) as { items: unknown[] };
    expect(found.items).toHaveLength(count);
  }).toPass();
  await page.goto(`/staff/#/colas/all~tag=${tag}`);
  return numbers;
}
