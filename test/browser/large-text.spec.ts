import { expect, test } from '@playwright/test';
import { chromium } from './chromium.mjs';
import { findCutOff, openPage, pages } from './pages';
import { expectNoSidewaysScroll } from './stack';

// Doubles the browser's default font size, which also affects media queries. It is a launch option because it cannot be
// set for a single context.
test.use({ viewport: { width: 1280, height: 900 }, launchOptions: { ...chromium, args: [...chromium.args, '--blink-settings=defaultFontSize=32'] } });

for (const target of pages) {
  test(`${target.path} as ${target.username ?? 'anyone'} fits the screen with text twice as large`, async ({ page }) => {
    await openPage(page, target);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    await expectNoSidewaysScroll(page);
    expect(await findCutOff(page)).toEqual([]);
  });
}
