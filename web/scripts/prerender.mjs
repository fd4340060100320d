// Prerenders each public page as HTML. Fails if a page contains anything that the content security policy forbids.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = 'dist';
const compiled = 'node_modules/.mesa-prerender/prerender.js';
const { deskName, notFoundTitle, pageTitles, render } = await import(pathToFileURL(compiled).href);
// No page is prerendered for the other paths, so start.js need not compare the path.
const prerendered = ' data-prerendered="/"';
const template = readFileSync(join(dist, 'index.html'), 'utf8');
const manifest = JSON.parse(readFileSync(join(dist, 'assets/manifest.json'), 'utf8'));

const font = Object.values(manifest).find(({ file }) => file.endsWith('.woff2'));
const preload = `<link rel="preload" href="/${font.file}" as="font" type="font/woff2" crossorigin />`;

function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function replaceOnce(html, from, to) {
  if (html.split(from).length !== 2) throw new Error(`index.html should have ${from} once`);
  return html.replace(from, () => to);
}

function assertAllowed(path, html) {
  const forbidden = [
    /\sstyle=/i,
    /<style/i,
    /<script(?![^>]*\ssrc=)/i,
    /\son[a-z]+=/i,
    /(?:src|href)="(?:https?:)?\/\//i,
  ];
  for (const pattern of forbidden) {
    const found = pattern.exec(html);
    if (found)
      throw new Error(
        `${path}: «${html.slice(found.index, found.index + 80)}» breaks the content security policy`,
      );
  }
}

function write(name, content, title, attribute = '') {
  let html = replaceOnce(template, '<div id="root"></div>', `<div id="root">${content}</div>`);
  html = replaceOnce(html, prerendered, attribute);
  html = html.replace(/<title>.*<\/title>/, () => `<title>${escapeHtml(title)}</title>\n    ${preload}`);
  assertAllowed(name, html);
  const file = join(dist, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
}

function renderPage(path) {
  const rendered = render(path);
  // A page that fails to render shows its error state and does not throw.
  if (!rendered.includes('<h1')) throw new Error(`${path} was not rendered`);
  return rendered;
}

for (const [path, title] of Object.entries(pageTitles)) {
  write(join(path, 'index.html'), renderPage(path), title, ` data-prerendered="${path}"`);
}
// Unknown paths and the other pages have one file each, whatever the path (infra/site.yaml).
write('404.html', renderPage('/404'), notFoundTitle);
write('app.html', '', deskName);

const staff = join(dist, 'staff/index.html');
writeFileSync(staff, readFileSync(staff, 'utf8').replace('</title>', `</title>\n    ${preload}`));
assertAllowed('/staff/', readFileSync(staff, 'utf8'));
rmSync(dirname(compiled), { recursive: true });
