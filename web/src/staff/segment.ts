/**
 * Encodes a text as a segment of an address. The router decodes addresses with decodeURI, which leaves `@`, `/` and others encoded
 * but turns `%25` into `%`. So `%` is encoded twice, and `textOf` decodes the router's segment once more.
 */
export const segmentOf = (text: string) => encodeURIComponent(text.replaceAll('%', '%25'));

/** Decodes a segment from the router; an invalid encoding is returned as it is. */
export function textOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
