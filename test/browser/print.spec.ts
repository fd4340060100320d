import { expect, test } from '@playwright/test';
import { signIn } from './stack';

for (const { site, path, username } of [
  { site: 'portal', path: '/tickets/PNT003406', username: 'ana.agente' },
  { site: 'staff page', path: '/staff/#/tickets/PNT003406', username: 'ana.agente' },
]) {
  test(`a short ticket of the ${site} is printed on one page, without controls`, async ({ page }) => {
    await page.setViewportSize({ width: 794, height: 1123 }); // A4
    await signIn(page, username);
    await page.goto(path);
    await expect(page.getByRole('radio', { name: /^Todo/ })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('radio', { name: /^Todo/ })).toBeHidden();
    await expect(page.getByText('Tickets vinculados')).toBeHidden();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByText('Volver a', { exact: false })).toBeHidden();
    await expect(page.getByText('Se habilitó el ejercicio 2026')).toBeVisible();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
}

test('a long message starts on the current page of a print', async ({ page }) => {
  await signIn(page, 'usuario.mesa');
  const [topic] = (await (await page.request.get('/api/topics')).json()) as { id: string }[];
  const detail = Array.from({ length: 32 }, (_, line) => `<p>Línea ${line}</p>`).join('');
  const created = await page.request.post('/api/tickets', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { topicId: topic?.id, subject: 'Un mensaje largo', detail, entity: 'FEDERACION' },
  });
  const { number } = (await created.json()) as { number: string };
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText('Línea 31')).toBeVisible();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});
