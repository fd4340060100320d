import type { Schemas } from '../../api/client';

export type ArticleCard = Schemas['ArticleCard'];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Returns a paragraph with a link to an article's public address, and its summary. */
export function articleHtml({ id, title, summary }: ArticleCard, origin: string): string {
  const address = `${origin}/faq/articulo/${encodeURIComponent(id)}`;
  return `<p><a href="${escaped(address)}">${escaped(title)}</a><br>${escaped(summary)}</p>`;
}
