import type { Schemas } from '../../api/client';

export type ArticleCard = Schemas['ArticleCard'];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Returns a paragraph with a link to an article's public URL, and its summary. */
export function articleHtml({ id, title, summary }: ArticleCard, origin: string): string {
  const url = `${origin}/faq/articulo/${encodeURIComponent(id)}`;
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a><br>${escapeHtml(summary)}</p>`;
}
