// The transferred size (brotli) of a first visit and of each part that is loaded later, from the build's manifest.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('dist/assets/manifest.json', 'utf8'));

/** The files of a chunk and of its static imports, with their style sheets; without dynamic imports. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  const imported = (chunk.imports ?? []).flatMap((one) => filesOf(one, seen));
  return [...new Set([chunk.file, ...(chunk.css ?? []), ...imported])];
}

const paths = (key) => filesOf(key).map((file) => `dist/${file}`);
const alone = (key, loaded) => paths(key).filter((path) => !paths(loaded).includes(path));

const isStaff = (key) => key.startsWith('src/staff/');

/** Each dynamic import, without the files of its page's first load. Only the editor may be larger. */
const later = Object.keys(manifest)
  .filter((key) => manifest[key].isDynamicEntry)
  .map((key) => ({ key, path: alone(key, isStaff(key) ? 'staff/index.html' : 'index.html') }))
  .filter(({ path }) => path.length > 0)
  .map(({ key, path }) => ({
    name: `${key.replace(/^src\//, '').replace(/\.tsx?$/, '')}, when used`,
    path,
    limit: key === 'src/design/richtext/Editor.tsx' ? '150 KB' : '25 KB',
  }));

export default [
  { name: 'portal, first load', path: paths('index.html'), limit: '150 KB' },
  { name: 'staff page, first load', path: paths('staff/index.html'), limit: '250 KB' },
  ...later,
];
