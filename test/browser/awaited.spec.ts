import { expect, test } from '@playwright/test';
import { createTicket, expectAccessible, mails, signIn, signInAsNewcomer, versionOf } from './stack';

test('a ticket that waits for its requester comes first, and the home page and the mail say that something is needed', async ({ page, browser }) => {
  const { email } = await signInAsNewcomer(page);
  const number = await createTicket(page, 'Falta un dato');
  const newer = await createTicket(page, 'Un ticket más reciente');
  const agent = await (await browser.newContext({ locale: 'es-MX' })).newPage();
  await signIn(agent, 'ana.agente');
  const data = {
    kind: 'response',
    body: '<p>¿Me lo envía?</p>',
    version: await versionOf(agent, number),
    status: 'waiting',
    waitingFor: 'requester',
    waitingReason: 'el archivo que falla',
  };
  const response = await agent.request.post(`/api/tickets/${number}/entries`, { data });
  expect(response.status()).toBe(201);
  const answered = await agent.request.post(`/api/tickets/${newer}/entries`, {
    data: { kind: 'response', body: '<p>Va.</p>', version: await versionOf(agent, newer) },
  });
  expect(answered.status()).toBe(201);

  await expect(async () => {
    await page.goto('/');
    await expect(page.getByText('1 ticket espera su respuesta.')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: 'Tickets (2)' }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ver y contestar' }).click();
  await expect(page.getByRole('link', { name: /PNT\d+/ }).first()).toHaveText(number);
  await expect(page.getByRole('link', { name: newer })).toBeVisible();
  await expect(page.getByLabel('Estado', { exact: true })).toHaveValue('active');
  await expectAccessible(page);
  await expect
    .poll(async () => (await mails(page, number, email)).map(({ subject }) => subject).join(), {
      timeout: 20_000,
    })
    .toContain('Necesitamos algo de usted');
  const [mail] = (await mails(page, number, email)).filter(({ subject }) => subject.includes('Necesitamos'));
  expect(mail?.text).toContain('el archivo que falla');
  expect(mail?.text).toContain('¿Me lo envía?');
});
