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
  ...['ink', 'ink-soft', 'link', 'danger'].flatMap((one) =>
    ['paper', 'surface', 'sunken'].map((under): [string, string] => [one, under]),
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
    (one): [string, string] => [one, `${one}-wash`],
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
  const ratio = (one: string, other: string) => {
    const [a, b] = [parseHex(theme[one] ?? ''), parseHex(theme[other] ?? '')];
    if (!a || !b) throw new Error(`no colour ${one} or ${other}`);
    return contrast(a, b);
  };
  test.each(text)('%s can be read on %s', (one, other) =>
    expect(ratio(one, other)).toBeGreaterThanOrEqual(4.5),
  );
  test.each(controls)('%s is seen on %s', (one, other) =>
    expect(ratio(one, other)).toBeGreaterThanOrEqual(3),
  );
});
