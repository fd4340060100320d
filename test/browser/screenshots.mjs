/**
 * Takes the pictures in docs/screenshots from the running stack (`make screenshots`). Run it on a fresh stack (`make
 * reset up`), so that the pictures show only the demo's tickets. It fails if the file of a picture is too large for a
 * page of documentation.
 */
import { readFileSync, statSync } from 'node:fs';
import { chromium } from '@playwright/test';

const path = process.env.MESA_STACK ?? new URL('../../.local/stack.json', import.meta.url).pathname;
const stack = JSON.parse(readFileSync(path, 'utf8'));
const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
const mostBytes = 150_000;

const wide = { width: 1280, height: 760 };
// The staff page contains much text, which makes its files larger. Its pictures are therefore less high.
const low = { width: 1280, height: 560 };
const narrow = { width: 375, height: 760 };

const pictures = [
  { name: 'home', at: '/', view: wide },
  { name: 'new-ticket', at: '/nuevo', who: 'usuario.mesa', view: wide, ready: (page) => page.getByRole('textbox', { name: 'Detalle del requerimiento:' }) },
  { name: 'tickets', at: '/tickets?estado=all', who: 'usuario.mesa', view: wide },
  { name: 'ticket', at: '/tickets/PNT003437', who: 'usuario.mesa', view: wide },
  { name: 'faq', at: '/faq', view: wide },
  { name: 'staff', at: '/staff/#/colas/mine/PNT003432', who: 'ana.agente', view: low },
  { name: 'staff-list', at: '/staff/#/colas/open', who: 'sofia.supervisora', view: low },
  { name: 'administration', at: '/staff/#/admin', who: 'adrian.admin', view: wide },
  { name: 'home-narrow-dark', at: '/', view: narrow, colorScheme: 'dark' },
  { name: 'ticket-narrow', at: '/tickets/PNT003437', who: 'usuario.mesa', view: narrow },
  { name: 'staff-narrow-dark', at: '/staff/#/colas/mine', who: 'ana.agente', view: narrow, colorScheme: 'dark' },
  { name: 'staff-dark', at: '/staff/#/colas/mine/PNT003432', who: 'ana.agente', view: low, colorScheme: 'dark' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Greyscale antialiasing makes the files smaller and the same on every screen.
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb'],
});
let failed = false;
for (const { name, at, who, view, colorScheme = 'light', ready } of pictures) {
  const context = await browser.newContext({
    baseURL: stack.site,
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
    viewport: view,
    colorScheme,
    reducedMotion: 'reduce',
  });
  if (who) {
    const { username, password } = stack.people.find((one) => one.username === who);
    await context.request.post('/api/session', { data: { username, password } });
  }
  const page = await context.newPage();
  await page.goto(at);
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
  if (ready) await ready(page).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => scrollTo(0, 0));
  const file = `${folder}${name}.png`;
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(file);
  if (size > mostBytes) failed = true;
  console.log(`${name}.png  ${Math.round(size / 1000)} KB${size > mostBytes ? `: more than ${mostBytes / 1000}` : ''}`);
  await context.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
