/**
 * A text as a segment of an address. The router reads addresses by decodeURI, which leaves `@`, `/` and the like encoded and turns
 * `%25` into `%`: so a `%` is encoded twice, and what the router hands over is decoded once more by `textOf`.
 */
export const segmentOf = (text: string) => encodeURIComponent(text.replaceAll('%', '%25'));

/** The text of a segment as the router hands it over; one that nobody encoded is the text itself. */
export function textOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
