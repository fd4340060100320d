/**
 * Visits pages of the running stack in Chromium and prints, as JSON, the largest contentful paint, the layout shift and
 * the slowest interaction (event timing, as for INP). `make bench` runs it. It is not a test.
 */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromium as installed } from './chromium.mjs';

const path = process.env.MESA_STACK ?? new URL('../../.local/stack.json', import.meta.url).pathname;
const stack = JSON.parse(readFileSync(path, 'utf8'));
const visits = 5;

/** Installs the performance observers. It runs in the page before the page's own scripts. */
function observe() {
  window.measured = { paint: 0, shift: 0, interaction: 0 };
  const on = (type, record, options) => new PerformanceObserver((list) => list.getEntries().forEach(record)).observe({ type, buffered: true, ...options });
  on('largest-contentful-paint', (entry) => {
    window.measured.paint = entry.startTime;
  });
  on('layout-shift', (entry) => {
    if (!entry.hadRecentInput) window.measured.shift += entry.value;
  });
  const recordInteraction = (entry) => {
    if (entry.interactionId) window.measured.interaction = Math.max(window.measured.interaction, entry.duration);
  };
  on('event', recordInteraction, { durationThreshold: 16 });
  on('first-input', recordInteraction);
}

const typed = 'No se guarda el formato 28';

const pages = [
  {
    name: 'home',
    path: '/',
    async use(page) {
      await page.getByLabel('Apariencia').click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Español' }).click();
    },
  },
  {
    name: 'new ticket',
    path: '/nuevo',
    username: 'usuario.mesa',
    async use(page) {
      await page.getByLabel('Resumen:').click();
      await page.keyboard.type(typed, { delay: 30 });
      await page.getByRole('textbox', { name: 'Detalle del requerimiento:' }).click();
      await page.keyboard.type(typed, { delay: 30 });
    },
  },
  {
    name: 'ticket',
    path: '/tickets/PNT003437',
    username: 'usuario.mesa',
    async use(page) {
      await page.getByRole('textbox', { name: 'Escriba una respuesta' }).click();
      await page.keyboard.type(typed, { delay: 30 });
    },
  },
  {
    name: 'staff list',
    path: '/staff/#/colas/open',
    username: 'ana.agente',
    async use(page) {
      await page.getByRole('searchbox').first().click();
      await page.keyboard.type(typed, { delay: 30 });
      await page
        .getByRole('link', { name: /PNT\d+/ })
        .first()
        .click();
      await page.locator('#composer-title').waitFor();
    },
  },
  {
    name: 'staff ticket',
    path: '/staff/#/tickets/PNT003406',
    username: 'ana.agente',
    async use(page) {
      await page
        .getByRole('textbox', { name: 'Nota para el personal' })
        .or(page.getByRole('textbox', { name: 'Respuesta al usuario' }))
        .first()
        .click();
      await page.keyboard.type(typed, { delay: 30 });
    },
  },
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await chromium.launch(installed);
const results = [];
for (const { name, path: url, username, use } of pages) {
  const measurements = [];
  for (let visit = 0; visit < visits; visit++) {
    const context = await browser.newContext({
      baseURL: stack.site,
      locale: 'es-MX',
      timezoneId: 'America/Mexico_City',
      viewport: { width: 1280, height: 900 },
    });
    if (username) {
      const { password } = stack.people.find((person) => person.username === username);
      await context.request.post('/api/session', { data: { username, password } });
    }
    const page = await context.newPage();
    await page.addInitScript(observe);
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    const { paint } = await page.evaluate(() => window.measured);
    await use(page);
    await page.waitForTimeout(500); // wait for the report of the last interaction
    measurements.push({ ...(await page.evaluate(() => window.measured)), paint });
    await context.close();
  }
  results.push({
    page: name,
    paint: median(measurements.map(({ paint }) => paint)),
    shift: Math.max(...measurements.map(({ shift }) => shift)),
    interaction: median(measurements.map(({ interaction }) => interaction)),
  });
}
await browser.close();
console.log(JSON.stringify(results));
