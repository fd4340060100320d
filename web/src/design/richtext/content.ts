const safeProtocols = new Set(['http:', 'https:', 'mailto:']);

/** Whether a link's address is allowed: http, https and mailto are; javascript:, data:, file: and others are not. */
export function isSafeAddress(address: string): boolean {
  try {
    return safeProtocols.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** Completes a typed address: «www.example.org» → «https://www.example.org». */
export function completeAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return undefined;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`;
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!isSafeAddress(address)) return undefined;
  return address.startsWith('mailto:') || new URL(address).hostname.includes('.') ? address : undefined;
}

/** The editor's HTML, or an empty string if it has only empty paragraphs. */
export function htmlOf(html: string, empty: boolean): string {
  return empty ? '' : html;
}
