/** Functions for tests against the running stack: its accounts, its mails, and signing in. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

type SignIn = { role: string; username: string; password: string; email: string };

const path = process.env.MESA_STACK ?? new URL('../../.local/stack.json', import.meta.url).pathname;
export const stack = JSON.parse(readFileSync(path, 'utf8')) as { site: string; aws: string; people: SignIn[] };
const newcomers = JSON.parse(process.env.MESA_NEWCOMERS ?? '[]') as SignIn[];
let taken = 0;

export function person(username: string): SignIn {
  const found = [...stack.people, ...newcomers].find((one) => one.username === username);
  if (!found) throw new Error(`the demo has nobody called ${username}`);
  return found;
}

/** The account that the lockout test locks. No other test signs in with it. */
export const lockedOut = 'elena.agente';

/** Signs in through the API. The sign-in form is tested separately. */
export async function signIn(page: Page, username: string) {
  if (username === lockedOut) throw new Error(`${username} is locked out by a test that may run beside this one`);
  const { password } = person(username);
  const answer = await page.request.post('/api/session', { data: { username, password } });
  expect(answer.status()).toBe(200);
}

/**
 * Signs in as a requester whom no other test uses, so that drafts, tickets and language of other tests do not
 * interfere.
 */
export async function signInAsNewcomer(page: Page): Promise<SignIn> {
  const { parallelIndex, config } = test.info();
  const newcomer = newcomers[parallelIndex + config.workers * taken++];
  if (!newcomer) throw new Error('more newcomers are needed: newcomers.ts');
  await signIn(page, newcomer.username);
  return newcomer;
}

/** Deletes the draft of a new ticket that an earlier test may have left. The draft would appear on every device. */
export async function forgetDraft(page: Page) {
  const answer = await page.request.delete('/api/drafts/nuevo');
  expect(answer.status()).toBe(204);
}

/** Creates a ticket as the signed-in person and waits until it is routed, because routing changes its version. */
export async function open(
  page: Page,
  subject: string,
  { topicId = 'portal-obligaciones', detail = '<p>Una prueba.</p>' }: { topicId?: string; detail?: string } = {},
): Promise<string> {
  const answer = await page.request.post('/api/tickets', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { topicId, subject, detail, entity: 'FEDERACION' },
  });
  expect(answer.status()).toBe(201);
  const { number } = (await answer.json()) as { number: string };
  const version = async () => ((await (await page.request.get(`/api/tickets/${number}`)).json()) as { version: number }).version;
  await expect.poll(version, { timeout: 15_000 }).toBeGreaterThan(1);
  return number;
}

type Mail = { To: string[]; Subject: string; BodyText: string };

/** Returns the mails about a ticket that were sent to an address. */
export async function mails(page: Page, number: string, to: string): Promise<Mail[]> {
  const answer = await page.request.get(`${stack.aws}/_ministack/ses/messages`);
  const { messages } = (await answer.json()) as { messages: Record<string, Mail[]> };
  return Object.values(messages)
    .flat()
    .filter((mail) => mail.To.includes(to) && `${mail.Subject}${mail.BodyText}`.includes(number));
}

/** Waits until animations have ended, because text that is fading in has less contrast. */
async function atRest(page: Page) {
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

export async function expectAccessible(page: Page) {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
}

/** Checks that the page does not scroll horizontally. */
export async function expectNoSidewaysScroll(page: Page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/** Signs in as a requester and creates a ticket with the first topic. The page stays signed in. */
export async function openTicket(page: Page, username: string, subject: string): Promise<string> {
  await signIn(page, username);
  const [topic] = (await (await page.request.get('/api/topics')).json()) as { id: string }[];
  return open(page, subject, { topicId: topic?.id, detail: `<p>${subject}</p>` });
}
