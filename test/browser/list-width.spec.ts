import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, signIn } from './stack';

test.use({ viewport: { width: 1280, height: 900 } });

async function openTicketBesideList(page: Page) {
  await signIn(page, 'sofia.supervisora');
  await page.goto('/staff/#/colas/all');
  await page.getByRole('table').getByRole('link').first().click();
  const separator = page.getByRole('separator', { name: 'Ancho de la lista' });
  await expect(page.locator('#ticket-title')).toBeFocused(); // the ticket's title is focused once the ticket has loaded
  await expect(separator).toBeVisible();
  return { separator, list: page.locator('#list') };
}

const widthOf = async (list: ReturnType<Page['locator']>) => Math.round((await list.boundingBox())?.width ?? 0);

test('the width of the list beside a ticket is set by keyboard, and remembered', async ({ page }) => {
  const { separator, list } = await openTicketBesideList(page);
  await expect(separator).toHaveAttribute('aria-valuenow', '22');
  await separator.press('ArrowRight');
  await expect(separator).toHaveAttribute('aria-valuenow', '24');
  expect(await widthOf(list)).toBe(24 * 16);
  await separator.press('End');
  await expect(separator).toHaveAttribute('aria-valuenow', '34');
  await expectAccessible(page);
  await separator.press('Home');
  await expect(separator).toHaveAttribute('aria-valuenow', '16');
  await expectAccessible(page);
  await page.reload();
  await expect(separator).toHaveAttribute('aria-valuenow', '16');
  expect(await widthOf(list)).toBe(16 * 16);
  await separator.press('Enter');
  await expect(separator).toHaveAttribute('aria-valuenow', '22');
});

test('the width of the list beside a ticket is dragged, and remembered', async ({ page }) => {
  const { separator, list } = await openTicketBesideList(page);
  const box = await separator.boundingBox();
  if (!box) throw new Error('no separator');
  const x = box.x + box.width / 2;
  await page.mouse.move(x, 400);
  await page.mouse.down();
  await page.mouse.move(x + 60, 410, { steps: 5 });
  await page.mouse.move(x + 96, 420, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => widthOf(list)).toBeGreaterThanOrEqual(27 * 16);
  const width = await widthOf(list);
  await page.mouse.move(x - 200, 420);
  expect(await widthOf(list)).toBe(width);
  await page.reload();
  await expect.poll(() => widthOf(list)).toBe(width);
  await separator.dblclick();
  await expect(separator).toHaveAttribute('aria-valuenow', '22');
});
