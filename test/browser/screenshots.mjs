/**
 * Takes the pictures in docs/screenshots from the running stack (`make screenshots`). Run it on a fresh stack (`make
 * reset up`), so that the pictures show only the demo's tickets. It fails if the file of a picture is too large for a
 * page of documentation.
 */
import { readFileSync, statSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromium as installed } from './chromium.mjs';

const stackFile = process.env.MESA_STACK ?? new URL('../../.local/stack.json', import.meta.url).pathname;
const stack = JSON.parse(readFileSync(stackFile, 'utf8'));
if (stack.people.length === 0) {
  console.error('The pictures need the demo data: run `make reset up`.');
  process.exit(1);
}
const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
const maxBytes = 150_000;

const wide = { width: 1280, height: 760 };
// The staff page contains much text, which makes its files larger. So its pictures have a smaller height.
const low = { width: 1280, height: 560 };
const narrow = { width: 375, height: 760 };

const pictures = [
  { name: 'home', path: '/', viewport: wide },
  {
    name: 'new-ticket',
    path: '/nuevo',
    username: 'usuario.mesa',
    viewport: wide,
    ready: (page) => page.getByRole('textbox', { name: 'Detalle del requerimiento:' }),
  },
  { name: 'tickets', path: '/tickets?estado=all', username: 'usuario.mesa', viewport: wide },
  { name: 'ticket', path: '/tickets/PNT003437', username: 'usuario.mesa', viewport: wide },
  { name: 'faq', path: '/faq', viewport: wide },
  { name: 'staff', path: '/staff/#/colas/mine/PNT003432', username: 'ana.agente', viewport: low },
  { name: 'staff-list', path: '/staff/#/colas/open', username: 'sofia.supervisora', viewport: low },
  { name: 'administration', path: '/staff/#/admin', username: 'adrian.admin', viewport: wide },
  { name: 'home-narrow-dark', path: '/', viewport: narrow, colorScheme: 'dark' },
  { name: 'ticket-narrow', path: '/tickets/PNT003437', username: 'usuario.mesa', viewport: narrow },
  { name: 'staff-narrow-dark', path: '/staff/#/colas/mine', username: 'ana.agente', viewport: narrow, colorScheme: 'dark' },
  { name: 'staff-dark', path: '/staff/#/colas/mine/PNT003432', username: 'ana.agente', viewport: low, colorScheme: 'dark' },
];

const browser = await chromium.launch({
  ...installed,
  // Greyscale antialiasing makes the files smaller and the same on every screen.
  args: [...installed.args, '--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb'],
});
let tooLarge = false;
for (const { name, path: url, username, viewport, colorScheme = 'light', ready } of pictures) {
  const context = await browser.newContext({
    baseURL: stack.site,
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
    viewport,
    colorScheme,
    reducedMotion: 'reduce',
  });
  if (username) {
    const { password } = stack.people.find((person) => person.username === username);
    await context.request.post('/api/session', { data: { username, password } });
  }
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
  if (ready) await ready(page).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => scrollTo(0, 0));
  const file = `${folder}${name}.png`;
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(file);
  if (size > maxBytes) tooLarge = true;
  console.log(`${name}.png  ${Math.round(size / 1000)} KB${size > maxBytes ? `: more than ${maxBytes / 1000}` : ''}`);
  await context.close();
}
await browser.close();
process.exit(tooLarge ? 1 : 0);
