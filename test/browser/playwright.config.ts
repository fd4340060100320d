import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { chromium } from './chromium.mjs';

const path = process.env.MESA_STACK ?? new URL('../../.local/stack.json', import.meta.url).pathname;
const stack = JSON.parse(readFileSync(path, 'utf8')) as { site: string };

export default defineConfig({
  testDir: '.',
  // Each failed test leaves its screenshots here. tools/stages.sh runs failed tests again and writes their
  // traces to `traces`. `npx playwright show-trace <file>` opens a trace.
  outputDir: 'test-results',
  globalSetup: './newcomers.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: stack.site,
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
    screenshot: 'only-on-failure',
    // Animations run while a page loads. Drawing them takes a quarter of the browser's processor time.
    reducedMotion: 'reduce',
    launchOptions: chromium,
  },
});
