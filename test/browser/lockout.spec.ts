import { expect, test } from '@playwright/test';
import { person, lockedOut as username } from './stack';

test('after too many wrong passwords the page shows the waiting time, counts down, and then allows signing in', async ({ page, context }) => {
  test.setTimeout(120_000);
  await page.goto('/iniciar-sesion');
  const submit = page.getByRole('button', { name: 'Iniciar sesión' });
  const name = page.getByLabel('Usuario o correo electrónico');
  const password = page.getByLabel(/^Contraseña/);
  await name.fill(username);
  let last = { status: 0, wait: 0 };
  for (let tries = 0; last.status !== 429 && tries < 7; tries++) {
    await password.fill(`equivocada-${tries}`);
    const responded = page.waitForResponse((response) => response.url().endsWith('/api/session') && response.request().method() === 'POST');
    await submit.click();
    const response = await responded;
    last = { status: response.status(), wait: Number(response.headers()['retry-after']) };
    if (response.status() === 401) await expect(page.getByText('El usuario o la contraseña no son correctos.')).toBeVisible();
  }
  expect(last.status).toBe(429);
  expect(last.wait).toBeGreaterThan(20);
  expect(last.wait).toBeLessThanOrEqual(30);

  await expect(page.getByRole('alert')).toContainText('Demasiados intentos. Por seguridad, espere antes de intentarlo otra vez.');
  const timer = page.getByRole('timer');
  await expect(timer).toHaveText(/^Podrá intentarlo de nuevo en 0:[0-3]\d\.$/);
  const shown = await timer.innerText();
  await expect(timer).not.toHaveText(shown);
  await expect(submit).toBeDisabled();
  await expect(name).toHaveValue(username);

  // The lock applies to the login, not to the browser: signing in from another browser is refused too.
  const other = await context.browser()?.newContext({ locale: 'en-US' });
  const refused = await other?.request.post(new URL('/api/session', page.url()).href, {
    headers: { 'Accept-Language': 'en' },
    data: { username, password: person(username).password },
  });
  expect(refused?.status()).toBe(429);
  await other?.close();

  await expect(timer).toHaveCount(0, { timeout: 40_000 });
  await expect(submit).toBeEnabled();
  await password.fill(person(username).password);
  await submit.click();
  await expect(page.getByText('Elena Ruiz').first()).toBeVisible();
});
