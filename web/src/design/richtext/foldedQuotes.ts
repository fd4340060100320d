/** Quotations with more characters than this are folded. */
const longest = 400;

/** Wraps each long quotation of sanitized HTML in a details element, which is closed at first. */
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
