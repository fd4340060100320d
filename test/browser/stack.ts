/** Functions for tests against the running stack: its accounts, its mails, and signing in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';

type Account = { role: string; username: string; password: string; email: string };

const path = process.env.MESA_STACK ?? new URL('../../.local/stack.json', import.meta.url).pathname;
export const stack = JSON.parse(readFileSync(path, 'utf8')) as { site: string; mailbox: string; people: Account[] };
const newcomers = JSON.parse(process.env.MESA_NEWCOMERS ?? '[]') as Account[];
const claims = process.env.MESA_CLAIMS ?? '';

export function person(username: string): Account {
  const found = [...stack.people, ...newcomers].find((account) => account.username === username);
  if (!found) throw new Error(`no account has the user name ${username}`);
  return found;
}

/** The account that the lockout test locks. No other test signs in with it. */
export const lockedOut = 'elena.agente';

/** Signs in through the API. The sign-in form is tested separately. */
export async function signIn(page: Page, username: string) {
  if (username === lockedOut) throw new Error(`${username} is locked out by a test that may run beside this one`);
  const { password } = person(username);
  const response = await page.request.post('/api/session', { data: { username, password } });
  expect(response.status()).toBe(200);
}

/** Opens a page as another person, in a browser context of its own and with a clock that `atNextPoll` advances. */
export async function openAs(browser: Browser, username: string, path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(page, username);
  await page.clock.install();
  await page.goto(path);
  return page;
}

/**
 * Claims an account for a test. It returns false if another test has claimed the account. A file marks the claim, because a
 * module variable is lost when a worker restarts.
 */
function claim(username: string): boolean {
  try {
    writeFileSync(join(claims, username), '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Signs in as a requester that no other test uses, so that drafts, tickets and language of other tests do not interfere. */
export async function signInAsNewcomer(page: Page): Promise<Account> {
  const newcomer = newcomers.find(({ username }) => claim(username));
  if (!newcomer) throw new Error('every newcomer is in use: raise their number in newcomers.ts');
  await signIn(page, newcomer.username);
  return newcomer;
}

/** Deletes the draft of a new ticket that an earlier test may have left. The draft would appear on every device. */
export async function deleteDraft(page: Page) {
  const response = await page.request.delete('/api/drafts/nuevo');
  expect(response.status()).toBe(204);
}

/** Creates a ticket as the signed-in person and waits until it is routed, because routing changes its version. */
export async function createTicket(
  page: Page,
  subject: string,
  { topicId = 'portal-obligaciones', detail = '<p>Una prueba.</p>' }: { topicId?: string; detail?: string } = {},
): Promise<string> {
  const response = await page.request.post('/api/tickets', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { topicId, subject, detail, entity: 'FEDERACION' },
  });
  expect(response.status()).toBe(201);
  const { number } = (await response.json()) as { number: string };
  await expect.poll(() => versionOf(page, number), { timeout: 15_000 }).toBeGreaterThan(1);
  return number;
}

/** Returns the version of a ticket, on which a change of the ticket is based. */
export async function versionOf(page: Page, number: string): Promise<number> {
  const { version } = (await (await page.request.get(`/api/tickets/${number}`)).json()) as { version: number };
  return version;
}

type Mail = { to: string[]; subject: string; text: string };

/** Returns the mails about a ticket that were sent to an address. */
export async function mails(page: Page, number: string, to: string): Promise<Mail[]> {
  const response = await page.request.get(`${stack.mailbox}/mails.json`);
  const all = (await response.json()) as Mail[];
  return all.filter((mail) => mail.to.includes(to) && `${mail.subject}${mail.text}`.includes(number));
}

/** Waits until animations have ended, because text that is fading in has less contrast. */
async function waitForAnimations(page: Page) {
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Opens the menu of the rare acts on a ticket, and presses one of them. */
export async function chooseRareAct(page: Page, name: string) {
  await page.getByRole('button', { name: 'Más', exact: true }).click();
  await page.locator('[data-panel]').getByText(name, { exact: true }).click();
}

/**
 * Checks that axe finds no violation. The pages have no frames, so the legacy mode finds the same violations. It is six times
 * as fast, because it does not open a second page to join the results of frames.
 */
export async function expectAccessible(page: Page) {
  await waitForAnimations(page);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
}

/**
 * Advances the page's clock beyond the next poll until the check passes, so that the test does not wait for polls. The clock
 * must be installed before the page is opened: `page.clock.install()`.
 */
export async function atNextPoll(page: Page, check: () => Promise<void>) {
  await expect(async () => {
    await page.clock.fastForward(20_000);
    await check();
  }).toPass({ timeout: 30_000 });
}

/** Checks that the page does not scroll horizontally. */
export async function expectNoSidewaysScroll(page: Page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Signs in as a requester and creates a ticket with the first topic. The page stays signed in. */
export async function createTicketAs(page: Page, username: string, subject: string): Promise<string> {
  await signIn(page, username);
  const [topic] = (await (await page.request.get('/api/topics')).json()) as { id: string }[];
  return createTicket(page, subject, { topicId: topic?.id, detail: `<p>${subject}</p>` });
}
