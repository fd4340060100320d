const safeProtocols = new Set(['http:', 'https:', 'mailto:']);

/** Whether the URL of a link is allowed. Only http, https and mailto are allowed. */
export function isSafeUrl(url: string): boolean {
  try {
    return safeProtocols.has(new URL(url).protocol);
  } catch {
    return false;
  }
}

/**
 * Completes a typed URL or e-mail address: «www.example.org» → «https://www.example.org». Returns undefined if it is
 * not valid.
 */
export function completeUrl(typed: string): string | undefined {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return undefined;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`;
  const url = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!isSafeUrl(url)) return undefined;
  return url.startsWith('mailto:') || new URL(url).hostname.includes('.') ? url : undefined;
}

/** Returns the editor's HTML without empty paragraphs at its end, or an empty string if it has no content. */
export function htmlOf(html: string, empty: boolean): string {
  return empty ? '' : html.replace(/(?:<p><\/p>)+$/, '');
}
