import { api, dataOf } from '../api/client';

/** The maximum number of digits of a ticket number. Longer numbers identify something else, such as a folio. */
const maxDigits = 9;

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

function numberOf(digits: string | undefined): number | undefined {
  const significant = digits?.replace(/^0+/, '') ?? '';
  return significant === '' || significant.length > maxDigits ? undefined : Number(significant);
}

/**
 * Returns the ticket numbers in a text that a person typed or pasted (C2), without prefix and repetitions. If the whole
 * text is a number, the prefix is optional. It follows the same rules as `FindInput` in
 * shared/domain/ticket/number.go, and its test reads the same cases.
 */
export function typedNumbers(text: string, prefix: string): number[] {
  const base = escapeRegExp((prefix || 'T').replace(/[ \-#_]+$/, ''));
  const visible = text.replace(/\s/g, ' ').replace(/\p{Cf}/gu, '');
  const trimmed = visible.replace(/^(?:(?!\p{Pd})[\s\p{P}])+|(?:(?!\p{Pd})[\s\p{P}])+$/gu, '');
  const whole = new RegExp(`^(?:ticket)?[\\s#]*(?:${base}[\\s\\p{Pd}#]*)?([0-9]{1,18})$`, 'iu').exec(trimmed);
  const number = numberOf(whole?.[1]);
  if (number !== undefined) return [number];
  if (base === '') return [];
  const inText = new RegExp(
    `(?<![\\p{L}\\p{Nd}])${base}(?:\\s?#|\\p{Pd})?([0-9]{1,18})(?![\\p{L}\\p{Nd}])`,
    'giu',
  );
  const found = [...visible.matchAll(inText)].flatMap(([, digits]) => numberOf(digits) ?? []);
  return [...new Set(found)];
}

/**
 * Returns the complete number of the ticket that a text names, in any form (C2). It returns undefined if the text names
 * no ticket, or several, or if the person may not read the ticket.
 */
export async function findTyped(text: string, prefix: string): Promise<string | undefined> {
  const [number, ...others] = typedNumbers(text, prefix);
  if (number === undefined || others.length > 0) return undefined;
  const page = await dataOf(api.GET('/tickets', { params: { query: { q: String(number), limit: 1 } } }));
  const first = page.items[0]?.number;
  return first !== undefined && typedNumbers(first, prefix)[0] === number ? first : undefined;
}
