import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Returns the columns that the grids of a style sheet declare. */
const columnsOf = (css: string) =>
  [...css.matchAll(/grid-template(?:-columns)?: ([^;]*);/g)].map(([, columns = '']) => columns);

// The minimum of a track without minmax(0, …) is its content. A long word, such as a URL, would then widen the page.
test('no track of a grid is as wide as its longest word', () => {
  expect(read('design/styles/base.css')).toMatch(
    /^\* \{\n {2}grid-template-columns: minmax\(0, 1fr\);\n\}$/m,
  );
  const tooWide = sheets.flatMap((path) =>
    columnsOf(read(path))
      .filter((columns) => /(?:^|\s)1fr/.test(columns.replace(/minmax\((?:[^()]|\([^()]*\))*\)/g, '')))
      .map((columns) => `${path}: ${columns}`),
  );
  expect(tooWide).toEqual([]);
});
