import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, mails, signInAsNewcomer } from './stack';

const next = 'Araucaria-Verde-46';

/** Returns the link in the latest mail to an address. */
async function mailedLink(page: Page, address: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const [last] = (await mails(page, '/contrasena/', address)).slice(-1);
    link = /https?:\/\/\S+\/contrasena\/\S+/.exec(last?.text ?? '')?.[0];
    expect(link).toBeDefined();
  }).toPass({ timeout: 60_000 });
  return new URL(link ?? '').pathname;
}

test('a forgotten password is replaced by a mailed link that works once', async ({ page, browser }) => {
  const account = await signInAsNewcomer(page);
  const forgetful = await (await browser.newContext()).newPage();
  await forgetful.goto('/iniciar-sesion');
  await forgetful.getByRole('link', { name: '¿Olvidó su contraseña?' }).click();
  await forgetful.getByRole('button', { name: 'Enviar enlace' }).click();
  await expect(forgetful.getByText('Escriba su usuario o su correo electrónico.')).toBeVisible();
  await forgetful.getByLabel('Usuario o correo electrónico').fill(account.username);
  await forgetful.keyboard.press('Enter');
  await expect(forgetful.getByText('Revise su correo')).toBeVisible();

  const link = await mailedLink(page, account.email);
  await forgetful.goto(link);
  await expect(forgetful.getByText(`Cuenta: ${account.username}`)).toBeVisible();
  await expect(forgetful).toHaveURL(/\/contrasena\/nueva$/);
  await forgetful.reload();
  await expect(forgetful.getByText(`Cuenta: ${account.username}`)).toBeVisible();
  for (const width of [375, 1280]) {
    await forgetful.setViewportSize({ width, height: 800 });
    await expectAccessible(forgetful);
    await expectNoSidewaysScroll(forgetful);
  }
  const password = forgetful.getByRole('textbox', { name: 'Contraseña nueva' });
  await password.fill('contraseña2026');
  await forgetful.getByRole('button', { name: 'Guardar contraseña' }).click();
  await expect(forgetful.getByText('es de las más comunes')).toBeVisible();
  await password.fill(next);
  await forgetful.getByRole('button', { name: 'Guardar contraseña' }).click();
  await expect(forgetful.getByText('Su contraseña está lista')).toBeVisible();
  expect((await page.request.get('/api/session')).status()).toBe(401);

  await forgetful.getByRole('link', { name: 'Iniciar sesión' }).last().click();
  await forgetful.getByLabel('Usuario o correo').fill(account.username);
  await forgetful.getByRole('textbox', { name: 'Contraseña' }).fill(next);
  await forgetful.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(forgetful.getByRole('button', { name: 'Cerrar sesión' })).toBeVisible();

  await page.goto(link);
  await expect(page.getByText('Este enlace ya se usó')).toBeVisible();
  await expectAccessible(page);
});

test('links that are not complete explain what to do', async ({ page }) => {
  await page.goto('/contrasena/01JUNK');
  await expect(page.getByText('Este enlace no es válido')).toBeVisible();
  await page.getByRole('link', { name: 'Solicitar un enlace nuevo' }).click();
  await expect(page.getByLabel('Usuario o correo electrónico')).toBeVisible();
});
