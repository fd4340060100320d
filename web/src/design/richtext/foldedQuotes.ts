/** Quotations with more characters than this are folded. */
const maxLength = 400;

/**
 * Wraps each long quotation of sanitized HTML in a details element, which is closed at first. Quotations inside it stay
 * unchanged.
 */
export function foldedQuotes(html: string, label: string): string {
  if (!html.includes('<blockquote')) return html;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const quote of parsed.querySelectorAll('blockquote')) {
    if (quote.closest('details') || (quote.textContent ?? '').length <= maxLength) continue;
    const details = parsed.createElement('details');
    const summary = parsed.createElement('summary');
    summary.textContent = label;
    quote.replaceWith(details);
    details.append(summary, quote);
  }
  return parsed.body.innerHTML;
}
