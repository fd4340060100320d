import type { Format } from './styles';

export interface InlineFormat extends Pick<Format, 'bold' | 'italic' | 'underline'> {
  code?: boolean;
  href?: string;
}

/** A part of a line with its format. */
interface Inline extends InlineFormat {
  text: string;
  /** An element that is inserted unchanged: a line break, an image or a mention. */
  atom?: Element;
}

const nbsp = '\u00a0';

/** Replaces spaces and tabs that HTML would collapse with no-break spaces. A tab becomes four. */
function visibleSpaces(text: string, atLineStart: boolean): string {
  return text
    .replace(/\t/g, '    ')
    .replace(/ {2,}/g, (run) => `${nbsp.repeat(run.length - 1)} `)
    .replace(/^[ \u00a0]+/, (run) => (atLineStart ? nbsp.repeat(run.length) : run));
}

/** Collects text, line breaks and blocks, and forms paragraphs as a browser shows them. */
export class Paragraphs {
  private readonly blocks: Element[] = [];
  private line: Inline[] = [];

  constructor(private readonly document: Document) {}

  /** Adds text. Whitespace is collapsed unless the source shows it. */
  text(text: string, format: InlineFormat, space: NonNullable<Format['space']>): void {
    if (space === 'normal') {
      this.collapsed(text.replace(/[ \t\n\r\f]+/g, ' '), format);
      return;
    }
    for (const [index, line] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
      if (index > 0) this.lineBreak();
      if (space === 'pre-line') this.collapsed(line.replace(/[ \t\f]+/g, ' '), format);
      else if (line) this.line.push({ ...format, text: visibleSpaces(line, this.atLineStart()) });
    }
  }

  private collapsed(text: string, format: InlineFormat): void {
    const last = this.line.at(-1);
    const visible = this.atLineStart() || last?.text.endsWith(' ') ? text.replace(/^ /, '') : text;
    if (visible) this.line.push({ ...format, text: visible });
  }

  private atLineStart(): boolean {
    const last = this.line.at(-1);
    return !last || last.atom?.localName === 'br';
  }

  atom(atom: Element, format: InlineFormat): void {
    this.line.push({ ...format, text: '', atom });
  }

  lineBreak(): void {
    this.atom(this.document.createElement('br'), {});
  }

  /** Ends the paragraph. A last line break is not visible. A paragraph with only a line break is an empty line. */
  end(keepsEmpty = false): void {
    const line = this.line;
    this.line = [];
    const last = line.at(-1);
    if (last && !last.atom) last.text = last.text.replace(/ $/, '');
    const isEmptyLine = line.length > 0;
    if (last?.atom?.localName === 'br') line.pop();
    const isBlank = line.every(({ atom, text }) => !atom && /^[\s\u00a0]*$/.test(text));
    if (!isBlank) this.blocks.push(this.paragraph(line));
    else if (isEmptyLine || keepsEmpty) this.blocks.push(this.document.createElement('p'));
  }

  add(block: Element): void {
    this.end();
    if (block.firstChild) this.blocks.push(block);
  }

  finish(): Element[] {
    this.end();
    return this.blocks;
  }

  private paragraph(line: readonly Inline[]): Element {
    const paragraph = this.document.createElement('p');
    for (const inline of merged(line)) {
      let node: Node = inline.atom ?? this.document.createTextNode(inline.text);
      for (const name of marksOf(inline)) {
        const mark = this.document.createElement(name);
        if (name === 'a') mark.setAttribute('href', inline.href ?? '');
        mark.append(node);
        node = mark;
      }
      paragraph.append(node);
    }
    return paragraph;
  }
}

/**
 * Returns the elements around an inline, from the inside to the outside. Code can only be combined with a
 * link. A link is underlined without a mark.
 */
function marksOf({ bold, italic, underline, code, href }: InlineFormat): string[] {
  const marks = code ? ['code'] : [];
  if (!code) {
    if (underline && !href) marks.push('u');
    if (italic) marks.push('em');
    if (bold) marks.push('strong');
  }
  if (href) marks.push('a');
  return marks;
}

/** Joins adjacent texts of the same format. */
function merged(line: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of line) {
    const last = result.at(-1);
    if (
      last &&
      !last.atom &&
      !inline.atom &&
      marksOf(last).join() === marksOf(inline).join() &&
      last.href === inline.href
    ) {
      last.text += inline.text;
    } else {
      result.push({ ...inline });
    }
  }
  return result;
}
