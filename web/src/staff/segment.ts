/**
 * Encodes a text as a segment of a URL. The router decodes URLs with decodeURI, which leaves reserved
 * characters such as `@` and `/` encoded, but decodes `%25`. Therefore `%` is encoded twice, and `textOf`
 * decodes the segment from the router once more.
 */
export const segmentOf = (text: string) => encodeURIComponent(text.replaceAll('%', '%25'));

/** Decodes a segment from the router. A segment with an invalid encoding is returned unchanged. */
export function textOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
