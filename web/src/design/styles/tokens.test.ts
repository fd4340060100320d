import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, parseHex } from '../theme/accent';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split(':root[data-color-scheme="dark"]');

function colors(block: string): Record<string, string> {
  // Tests the fallback in `var(--desk-accent-light, #234f78)`. accent.test.ts tests colours that an administrator
  // chose.
  const found = block.matchAll(/--([\w-]+):\s*(?:var\([\w-]+,\s*)?(#[\da-f]{6})\)?;/gi);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

const light = colors(lightBlock);
const themes = { light, dark: { ...light, ...colors(darkBlock) } };

const text: [string, string][] = [
  ...['ink', 'ink-soft', 'link', 'danger'].flatMap((foreground) =>
    ['paper', 'surface', 'sunken'].map((background): [string, string] => [foreground, background]),
  ),
  ['ink', 'accent-wash'],
  ['ink-soft', 'accent-wash'],
  ['link', 'accent-wash'],
  ['open', 'accent-wash'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-band', 'band'],
  ['on-band-soft', 'band'],
  ['ink', 'danger-wash'],
  ...['open', 'waiting', 'resolved', 'closed', 'danger', 'success', 'warning', 'note'].map(
    (name): [string, string] => [name, `${name}-wash`],
  ),
];

const controls: [string, string][] = [
  ['line-strong', 'surface'],
  ['line-strong', 'paper'],
  ['focus', 'surface'],
  ['focus', 'paper'],
  ['accent', 'surface'],
];

describe.each(Object.entries(themes))('in the %s theme', (_, theme) => {
  const ratio = (foreground: string, background: string) => {
    const [a, b] = [parseHex(theme[foreground] ?? ''), parseHex(theme[background] ?? '')];
    if (!a || !b) throw new Error(`no colour ${foreground} or ${background}`);
    return contrast(a, b);
  };
  test.each(text)('%s is readable on %s', (foreground, background) =>
    expect(ratio(foreground, background)).toBeGreaterThanOrEqual(4.5),
  );
  test.each(controls)('%s is visible on %s', (foreground, background) =>
    expect(ratio(foreground, background)).toBeGreaterThanOrEqual(3),
  );
});
