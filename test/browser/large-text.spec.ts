import { expect, test } from '@playwright/test';
import { chromium } from './chromium';
import { expectNoSidewaysScroll } from './desk';
import { cutOff, open, pages } from './reflow';

// Doubles the browser's default font size, which also affects media queries. It is a launch option because it cannot be
// set for a single context.
test.use({ viewport: { width: 1280, height: 900 }, launchOptions: { ...chromium, args: [...chromium.args, '--blink-settings=defaultFontSize=32'] } });

for (const one of pages) {
  test(`${one.path} as ${one.who ?? 'anyone'} with text twice as large`, async ({ page }) => {
    await open(page, one);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    await expectNoSidewaysScroll(page);
    expect(await cutOff(page)).toEqual([]);
  });
}
