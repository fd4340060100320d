import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);

/** Returns the rules of a style sheet that declare a grid. */
const gridsOf = (css: string) =>
  (css.match(/\{[^{}]*\}/g) ?? []).filter((rule) => /display: (?:inline-)?grid;/.test(rule));

// The minimum of a track without minmax(0, …) is its content. A long word, such as a URL, would then widen the page.
test('no track of a grid is as wide as its longest word', () => {
  const wrong = sheets.flatMap((path) =>
    gridsOf(readFileSync(join(root, path), 'utf8'))
      .filter((rule) => {
        const columns = /grid-template(?:-columns)?: ([^;]*);/.exec(rule)?.[1];
        const isCentred = /place-(?:items|content): center;/.test(rule);
        return columns === undefined
          ? !isCentred
          : /(?:^|\s)1fr/.test(columns.replace(/minmax\((?:[^()]|\([^()]*\))*\)/g, ''));
      })
      .map((rule) => `${path}: ${rule.trim()}`),
  );
  expect(wrong).toEqual([]);
});
