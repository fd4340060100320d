import { expect, test } from '@playwright/test';
import { chooseRareAct, createTicketAs, expectAccessible, expectNoSidewaysScroll, mails, openAs, person, signIn } from './stack';

test('a link appears in both tickets, and a requester sees only links to tickets they may read', async ({ page, browser }) => {
  const source = await createTicketAs(page, 'usuario.mesa', 'Prueba de vínculo, uno');
  const duplicate = await createTicketAs(page, 'usuario.mesa', 'Prueba de vínculo, dos');
  const other = await browser.newContext({ locale: 'es-MX' });
  const foreign = await createTicketAs(await other.newPage(), 'lucia.ramirez', 'Prueba de vínculo, ajeno');
  const agent = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(agent, 'ana.agente');
  await agent.goto(`/staff/#/tickets/${source}`);
  const links = agent.getByRole('region', { name: 'Tickets vinculados' });
  for (const [kind, number] of [
    ['duplicate-of', duplicate],
    ['caused-by', foreign],
  ] as const) {
    await links.getByRole('button', { name: 'Vincular' }).click();
    const dialog = agent.getByRole('dialog', { name: 'Vincular' });
    await dialog.getByLabel('Este ticket está…').selectOption(kind);
    await dialog.getByLabel('Número del otro ticket').fill(number.replace('PNT', 'pnt-'));
    await expectAccessible(agent);
    await agent.keyboard.press('Enter');
    await expect(links.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  }
  await expect(agent.getByText(`Vínculo: Duplicado de ${duplicate}`)).toBeVisible();
  await links.getByRole('link', { name: new RegExp(duplicate) }).click();
  await expect(links.getByText('Tiene como duplicado a')).toBeVisible();

  await page.goto(`/tickets/${source}`);
  const ownLinks = page.getByRole('region', { name: 'Tickets vinculados' });
  await expect(ownLinks.getByRole('link', { name: new RegExp(duplicate) })).toBeVisible();
  await expect(page.getByText(foreign)).toHaveCount(0);
  await expectAccessible(page);

  await agent.goto(`/staff/#/tickets/${source}`);
  await links.getByRole('button', { name: `Quitar el vínculo con ${duplicate}` }).click();
  await expect(links.getByRole('link', { name: new RegExp(duplicate) })).toHaveCount(0);
});

test('a merged ticket is closed, its requester joins the target ticket, and the target shows its messages', async ({ page, browser }) => {
  const target = await createTicketAs(page, 'usuario.mesa', 'Prueba de combinar: el que sigue');
  const lucia = await (await browser.newContext({ locale: 'es-MX', viewport: { width: 375, height: 800 } })).newPage();
  const source = await createTicketAs(lucia, 'lucia.ramirez', 'Prueba de combinar: el que se cierra');
  let agent = await openAs(browser, 'ana.agente', `/staff/#/tickets/${source}`);
  await chooseRareAct(agent, 'Combinar');
  let dialog = agent.getByRole('dialog', { name: 'Combinar' });
  await dialog.getByLabel('Ticket con el que se combina').fill(source);
  await expect(dialog.getByRole('button', { name: 'Combinar', exact: true })).toBeEnabled();
  await agent.keyboard.press('Enter');
  await expect(dialog.getByText('Es este mismo ticket.')).toBeVisible();
  await expectAccessible(agent);
  await dialog.getByLabel('Ticket con el que se combina').fill(target);
  const preview = agent.getByRole('region', { name: `El ticket ${target}` });
  await expect(preview).toContainText('Prueba de combinar: el que sigue');
  await expect(preview).toContainText('Abierto');
  await agent.keyboard.press('Enter');
  await expect(dialog.getByText(/Pida a un supervisor que los combine/)).toBeVisible();
  await agent.context().close();

  agent = await openAs(browser, 'sofia.supervisora', `/staff/#/tickets/${source}`);
  await chooseRareAct(agent, 'Combinar');
  dialog = agent.getByRole('dialog', { name: 'Combinar' });
  await dialog.getByLabel('Ticket con el que se combina').fill(target);
  await expect(agent.getByRole('region', { name: `El ticket ${target}` })).toBeVisible();
  await agent.keyboard.press('Enter');
  await dialog.getByRole('checkbox', { name: /Personas de otra organización/ }).check();
  await expectAccessible(agent);
  await dialog.getByRole('button', { name: 'Combinar', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(agent.getByText(`Este ticket se combinó con el ${target}`)).toBeVisible();
  await agent.getByRole('link', { name: `Ir al ${target}` }).click();
  await agent.getByRole('button', { name: `Ver los mensajes de ${source}` }).click();
  await expect(agent.getByRole('list', { name: `Mensajes de ${source}` }).getByText('Prueba de combinar: el que se cierra')).toBeVisible();
  await expectAccessible(agent);

  const mergeMails = async () =>
    (await mails(page, source, person('lucia.ramirez').email)).filter((mail) => mail.subject.includes(`Se combinó con el ${target}`)).length;
  await expect.poll(mergeMails, { timeout: 20_000 }).toBe(1);
  await lucia.goto(`/tickets/${source}`);
  await lucia.getByRole('link', { name: `Ir al ${target}` }).click();
  await lucia.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
  await lucia.keyboard.type('Sigo aquí la conversación.');
  await lucia.getByRole('button', { name: 'Enviar' }).first().click();
  await expect(lucia.getByText('Sigo aquí la conversación.').first()).toBeVisible();
  await expectNoSidewaysScroll(lucia);
  const refused = await lucia.request.post(`/api/tickets/${source}/entries`, {
    data: { kind: 'message', body: 'hola' },
  });
  expect(refused.status()).toBe(409);
  expect((await page.request.get(`/api/tickets/${source}`)).status()).toBe(404);

  const guestMails = async () =>
    (await mails(page, target, person('usuario.mesa').email)).filter((mail) => mail.subject.includes('Se combinó otro ticket con el suyo')).length;
  await expect.poll(guestMails, { timeout: 20_000 }).toBe(1);
  await page.goto(`/tickets/${target}`);
  const removal = page.getByRole('button', { name: /Quitar a Luc/ });
  await removal.click();
  await expect(removal).toHaveCount(0);
  expect((await lucia.request.get(`/api/tickets/${target}`)).status()).toBe(404);
});

test('a suggested ticket of the same requester is merged, and the merge is undone', async ({ page, browser }) => {
  const target = await createTicketAs(page, 'usuario.mesa', 'Prueba de deshacer: el que sigue');
  const source = await createTicketAs(page, 'usuario.mesa', 'Prueba de deshacer: el que se cierra');
  const agent = await openAs(browser, 'ana.agente', `/staff/#/tickets/${source}`);
  await chooseRareAct(agent, 'Combinar');
  const dialog = agent.getByRole('dialog', { name: 'Combinar' });
  await dialog.getByRole('button', { name: new RegExp(target) }).click();
  await agent.clock.runFor(500);
  await expect(agent.getByRole('region', { name: `El ticket ${target}` })).toContainText('el que sigue');
  await expectAccessible(agent);
  await dialog.getByRole('button', { name: 'Combinar', exact: true }).click();
  await expect(agent.getByText(`Este ticket se combinó con el ${target}`)).toBeVisible();
  await agent.getByRole('button', { name: 'Deshacer la combinación' }).click();
  await expect(agent.getByText(`Este ticket se combinó con el ${target}`)).toHaveCount(0);
  await expect(agent.getByText(`Se deshizo la combinación con: ${target}`)).toBeVisible();
  await agent.getByRole('button', { name: 'Más', exact: true }).click();
  await expect(agent.getByRole('button', { name: 'Combinar', exact: true })).toBeVisible();
  await agent.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(agent);
});
