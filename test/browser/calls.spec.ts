import { readFileSync } from 'node:fs';
import { expect, type Page, type Request, test } from '@playwright/test';
import { signIn } from './stack';

/** The calls of the API by page, from which docs/costs.md is generated. */
const measured = JSON.parse(readFileSync(new URL('../../tools/costs/measured.json', import.meta.url).pathname, 'utf8')).pages as Record<
  string,
  Record<string, number>
>;

/** Counts the calls of the API by route until nothing has been requested for a second. */
async function callsOf(page: Page, visit: () => Promise<unknown>) {
  const calls: Record<string, number> = {};
  const count = (request: Request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) return;
    const path = pathname
      .slice('/api'.length)
      .replace(/PNT\d+/, '{number}')
      .replace(/^\/drafts\/.*/, '/drafts/{purpose}');
    const route = `${request.method()} ${path}`;
    calls[route] = (calls[route] ?? 0) + 1;
  };
  page.on('request', count);
  await visit();
  const total = () => Object.values(calls).reduce((sum, number) => sum + number, 0);
  for (let before = -1; before !== total(); ) {
    before = total();
    await page.waitForTimeout(1_000);
  }
  page.off('request', count);
  return calls;
}

// Polls are counted separately (tools/costs/usage.go). On a slow machine, a visit could last until a poll or until cached data is
// stale. Therefore timers of more than 10 seconds do not run, and the time of the page is fixed.
test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date());
  await page.addInitScript(() => {
    const longest = 10_000;
    const { setInterval: repeat, setTimeout: delay } = window;
    window.setInterval = ((run: TimerHandler, ms = 0, ...rest: unknown[]) => (ms > longest ? 0 : repeat(run, ms, ...rest))) as typeof repeat;
    window.setTimeout = ((run: TimerHandler, ms = 0, ...rest: unknown[]) => (ms > longest ? 0 : delay(run, ms, ...rest))) as typeof delay;
  });
});

const portal = { home: '/', 'new ticket': '/nuevo', tickets: '/tickets', ticket: '/tickets/PNT003437' };

for (const [name, path] of Object.entries(portal)) {
  test(`the calls of the page «${name}» are those that docs/costs.md counts`, async ({ page }) => {
    await signIn(page, 'usuario.mesa');
    expect(await callsOf(page, () => page.goto(path))).toEqual(measured[name]);
  });
}

test('the calls of the staff list and of a ticket are those that docs/costs.md counts', async ({ page }) => {
  await signIn(page, 'ana.agente');
  const list = await callsOf(page, async () => {
    await page.goto('/staff/#/colas/open');
    await page
      .getByRole('link', { name: /PNT\d+/ })
      .first()
      .waitFor();
  });
  expect(list).toEqual(measured['staff list']);
  const ticket = await callsOf(page, async () => {
    await page.goto('/staff/#/tickets/PNT003406');
    await page.locator('#composer-title').waitFor();
  });
  expect(ticket).toEqual(measured['staff ticket']);
});
