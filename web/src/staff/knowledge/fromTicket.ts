import type { Schemas } from '../../api/client';

export type Kind = 'name' | 'email' | 'phone' | 'number' | 'id';

export interface Removed {
  kind: Kind;
  text: string;
}

export interface InitialArticle {
  title: string;
  /** HTML with the question as a quotation, followed by the response. */
  body: string;
  removed: Removed[];
  /** Words of names that remain in the text because they may be ordinary words. The author has to check them. */
  doubtfulWords: string[];
}

type Source = Pick<Schemas['Ticket'], 'subject' | 'requester' | 'entries'>;

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wordsOf = (name: string) => name.split(/\s+/).filter((word) => word.length > 1);
const asWord = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu');

/** Returns regular expressions for all sequences of two or more words of the names, longest first. */
function namePatternsOf(names: readonly string[]): string[] {
  const patterns = names.flatMap((name) => {
    const words = wordsOf(name);
    return words.flatMap((_, from) =>
      words.slice(from + 1).map((_, more) =>
        words
          .slice(from, from + more + 2)
          .map(escapeRegExp)
          .join('\\s+'),
      ),
    );
  });
  return [...new Set(patterns)].sort((a, b) => b.length - a.length);
}

function patternsOf(names: readonly string[], prefix: string): [Kind, RegExp][] {
  const namePatterns = namePatternsOf(names);
  return [
    ['email', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu],
    ['id', /(?<![\p{L}\d])[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d(?![\p{L}\d])/gu],
    ['id', /(?<![\p{L}\d])[A-ZÑ]{3,4}\d{6}[A-Z\d]{3}(?![\p{L}\d])/gu],
    ['number', asWord(`#?${escapeRegExp(prefix)}[\\s-]?\\d{3,}`)],
    ['phone', /(?<![\p{L}\d])\+?\(?\d(?:[\s().-]{0,2}\d){9,12}(?:\s*ext\.?\s*\d{1,5})?(?!\d)/giu],
    ...(namePatterns.length > 0 ? [['name', asWord(namePatterns.join('|'))] satisfies [Kind, RegExp]] : []),
  ];
}

/**
 * Returns the initial text of an article that is created from a ticket: the subject, the first message and the last
 * response. Names of at least two words, e-mail addresses, phone numbers, ticket numbers and personal ids (CURP, RFC)
 * are replaced with the labels in `labels`.
 */
export function articleFromTicket(
  ticket: Source,
  prefix: string,
  labels: Record<Kind, string>,
): InitialArticle {
  const names = [ticket.requester.name, ...ticket.entries.map(({ author }) => author.name)];
  const patterns = patternsOf(names, prefix);
  const removed = new Map<string, Removed>();
  const redact = (text: string) =>
    patterns.reduce(
      (left, [kind, pattern]) =>
        left.replace(pattern, (found) => {
          removed.set(found, { kind, text: found });
          return `[${labels[kind]}]`;
        }),
      text,
    );
  // The server's HTML is well formed, so everything between < and > is a tag. The URLs of mailto links are removed.
  const redactHtml = (html: string) =>
    html
      .split(/(<[^>]*>)/)
      .map((part) => (part.startsWith('<') ? part.replace(/ href="mailto:[^"]*"/, '') : redact(part)))
      .join('');

  const question = ticket.entries.find(({ kind }) => kind === 'message')?.body ?? '';
  const response = ticket.entries.findLast(({ kind }) => kind === 'response')?.body ?? '';
  const title = redact(ticket.subject);
  const body = [question && `<blockquote>${redactHtml(question)}</blockquote>`, redactHtml(response)].join(
    '',
  );
  const remaining = `${title} ${body.replace(/<[^>]*>/g, ' ')}`;
  const doubtfulWords = [...new Set(names.flatMap(wordsOf))].filter(
    (word) => word.length > 2 && asWord(escapeRegExp(word)).test(remaining),
  );
  return { title, body, removed: [...removed.values()], doubtfulWords };
}
