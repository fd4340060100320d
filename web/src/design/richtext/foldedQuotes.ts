/** So many characters of a quotation are read at a glance. */
const longest = 400;

/** Sanitized HTML whose long quotations are folded away, each beneath a line that opens it. */
export function foldedQuotes(html: string, label: string): string {
  if (!html.includes('<blockquote')) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const quote of page.querySelectorAll('blockquote')) {
    if (quote.closest('details') || (quote.textContent ?? '').length <= longest) continue;
    const fold = page.createElement('details');
    const line = page.createElement('summary');
    line.textContent = label;
    quote.replaceWith(fold);
    fold.append(line, quote);
  }
  return page.body.innerHTML;
}
