const safeProtocols = new Set(['http:', 'https:', 'mailto:']);

/** Links lead to web pages or to a mailbox; everything else (javascript:, data:, file:) is refused. */
export function isSafeAddress(address: string): boolean {
  try {
    return safeProtocols.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** What a person types as an address, made whole: «www.example.org» → «https://www.example.org». */
export function completeAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return undefined;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`;
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!isSafeAddress(address)) return undefined;
  return address.startsWith('mailto:') || new URL(address).hostname.includes('.') ? address : undefined;
}

/** An editor that holds only empty paragraphs holds nothing. */
export function htmlOf(html: string, empty: boolean): string {
  return empty ? '' : html;
}
