import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from './routes';

/** Returns the file that CloudFront serves for a path: the result of the function PagePaths in infra/site.yaml. */
function fileOf(path: string): string {
  const site = readFileSync(new URL('../../../infra/site.yaml', import.meta.url), 'utf8');
  const [, code = ''] = /PagePaths:[\s\S]*?FunctionCode: \|\n((?: {8}.*\n)+)/.exec(site) ?? [];
  const handler = new Function(`${code}; return handler;`)() as (event: object) => { uri: string };
  return handler({ request: { uri: path } }).uri;
}

const prerendered = {
  home: '/index.html',
  center: '/centro-de-soporte/index.html',
  faq: '/faq/index.html',
  signIn: '/iniciar-sesion/index.html',
  accountRequest: '/solicitar-alta/index.html',
  staff: '/staff/index.html',
} as const;

test.each(Object.entries(routes))('the path of the route %s is known', (name, route) => {
  const path = typeof route === 'string' ? route : (route('a-1').split('?')[0] ?? '');
  expect(fileOf(path)).toBe(prerendered[name as keyof typeof prerendered] ?? '/app.html');
});

test.each(['/no-existe', '/tickets/a/b', '/faq/articulo', '/staff/no-existe', '/nuevo/x'])(
  '%s is unknown',
  (path) => expect(fileOf(path)).toBe('/404.html'),
);

test('a file keeps its path', () => expect(fileOf('/assets/a.js')).toBe('/assets/a.js'));
