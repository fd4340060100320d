import { expect, test } from 'vitest';
import { articleHtml } from './articleHtml';

test('contains a link to the public URL and the summary, both escaped', () => {
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
