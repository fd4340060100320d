const safeProtocols = new Set(['http:', 'https:', 'mailto:']);

/** Whether the address of a link is allowed. Only http, https and mailto are allowed. */
export function isSafeAddress(address: string): boolean {
  try {
    return safeProtocols.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/**
 * Completes a typed address: «www.example.org» → «https://www.example.org». Returns undefined if it is not a valid
 * address.
 */
export function completeAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return undefined;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`;
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!isSafeAddress(address)) return undefined;
  return address.startsWith('mailto:') || new URL(address).hostname.includes('.') ? address : undefined;
}

/** Returns the editor's HTML, or an empty string if it contains only empty paragraphs. */
export function htmlOf(html: string, empty: boolean): string {
  return empty ? '' : html;
}
