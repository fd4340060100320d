import { expect, type Page, test } from '@playwright/test';
import { openPage } from './pages';

type Measured = Window & { layoutShift?: number };

/** Adds up the layout shifts of the page (Q8). */
async function measureShifts(page: Page) {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[])
        (window as Measured).layoutShift = ((window as Measured).layoutShift ?? 0) + shift.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

for (const { path, username } of [
  { path: '/iniciar-sesion', username: undefined },
  { path: '/no-existe', username: undefined },
  { path: '/centro-de-soporte', username: undefined },
  { path: '/faq', username: undefined },
  { path: '/', username: undefined },
  { path: '/tickets?status=waiting', username: 'lucia.ramirez' },
  { path: '/staff/', username: undefined },
]) {
  test(`${path}: a page that fits the window does not scroll, and nothing moves while it loads`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 2000 });
    await measureShifts(page);
    await openPage(page, { path, username });
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
    expect(await page.evaluate(() => (window as Measured).layoutShift ?? 0)).toBeLessThan(0.001);
  });
}

for (const { path, username } of [
  { path: '/nuevo', username: 'usuario.mesa' },
  { path: '/tickets', username: 'usuario.mesa' },
  { path: '/tickets/PNT003437', username: 'usuario.mesa' },
]) {
  test(`${path}: nothing moves while a page loads that is longer than the window`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 600 });
    await measureShifts(page);
    await openPage(page, { path, username });
    expect(await page.evaluate(() => (window as Measured).layoutShift ?? 0)).toBeLessThan(0.001);
  });
}
