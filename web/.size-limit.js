// What a first visit loads, as transferred (brotli), read from the build's own manifest.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('dist/assets/manifest.json', 'utf8'));

/** A chunk with everything it needs at once: its static imports and their style sheets, not what loads when used. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  const imported = (chunk.imports ?? []).flatMap((one) => filesOf(one, seen));
  return [...new Set([chunk.file, ...(chunk.css ?? []), ...imported])];
}

const paths = (key) => filesOf(key).map((file) => `dist/${file}`);
const alone = (key, loaded) => paths(key).filter((path) => !paths(loaded).includes(path));

export default [
  { name: 'portal, first load', path: paths('index.html'), limit: '150 KB' },
  { name: 'staff page, first load', path: paths('staff/index.html'), limit: '250 KB' },
  {
    name: 'ticket page, when visited',
    path: alone('src/portal/ticket/TicketPage.tsx', 'index.html'),
    limit: '20 KB',
  },
  { name: 'editor, when used', path: alone('src/design/richtext/Editor.tsx', 'index.html'), limit: '150 KB' },
];
