import { expect, test } from 'vitest';
import { articleHtml } from './articleHtml';

test('links to the public address with the summary; both are escaped', () => {
  const card = {
    id: 'clave',
    title: 'Usar <b> & "comillas"',
    summary: 'Resumen <i>',
    categoryId: 'acceso',
    audience: 'public',
    language: 'es',
    updatedAt: '2026-11-24T16:00:00Z',
  } as const;
  expect(articleHtml(card, 'https://mesa.example')).toBe(
    '<p><a href="https://mesa.example/faq/articulo/clave">Usar &lt;b&gt; &amp; &quot;comillas&quot;</a><br>Resumen &lt;i&gt;</p>',
  );
});
