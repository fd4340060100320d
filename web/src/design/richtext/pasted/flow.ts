import { attachmentIdOf } from '../../files/images';
import { type InlineFormat, Paragraphs } from './paragraphs';
import { type ClassRules, declarationsOf, type Format, formatOf, isHidden, isShownAsBlock } from './styles';
import { cellsOf, isLayout, rowsOf, spanOf } from './tables';

const skipped = new Set(
  'script style head title meta link template noscript iframe object embed video audio canvas svg input col colgroup'.split(
    ' ',
  ),
);

const blocks = new Set(
  (
    'address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav optgroup option p section select summary ' +
    'tbody td tfoot th thead tr'
  ).split(' '),
);

const codes = new Set(['code', 'kbd', 'samp', 'tt']);

const raised: Record<string, { from: string; to: string }> = {
  sup: { from: '0123456789+-=()n', to: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ' },
  sub: { from: '0123456789+-=()', to: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎' },
};

/** The inherited format and link of the contents of an element. */
type Context = InlineFormat & Format;

/** Converts the contents of pasted elements to blocks of the editor. */
export class Flow {
  constructor(
    private readonly document: Document,
    private readonly rules: ClassRules,
    /**
     * Whether empty paragraphs are preserved: an editor shows them as empty lines, other sources do not show
     * them.
     */
    private readonly keepsEmpty: boolean,
  ) {}

  /** Returns the contents of an element as blocks. */
  blocks(container: Element, context: Context = {}): Element[] {
    const paragraphs = new Paragraphs(this.document);
    this.children(container, context, paragraphs);
    return paragraphs.finish();
  }

  private children(parent: Element, context: Context, paragraphs: Paragraphs): void {
    for (const child of parent.childNodes) {
      if (child instanceof Element) this.element(child, context, paragraphs);
      else if (child.nodeType === Node.TEXT_NODE)
        paragraphs.text(child.textContent ?? '', context, context.space ?? 'normal');
    }
  }

  private element(element: Element, inherited: Context, paragraphs: Paragraphs): void {
    const name = element.localName;
    const declarations = declarationsOf(element, this.rules);
    if (skipped.has(name) || isHidden(declarations)) return;
    const context = this.contextOf(element, declarations, inherited);
    const block = this.block(element, context);
    if (block) {
      paragraphs.add(block);
    } else if (name === 'br') {
      if (!element.classList.contains('Apple-interchange-newline')) paragraphs.lineBreak();
    } else if (name === 'img') {
      this.image(element, context, paragraphs);
    } else if (name === 'table' && !isLayout(element)) {
      this.table(element, context, paragraphs);
    } else if (name in raised) {
      this.raised(element, context, paragraphs);
    } else if (element.hasAttribute('data-mention')) {
      paragraphs.atom(this.mention(element), context);
    } else if (blocks.has(name) || name === 'table' || isShownAsBlock(declarations)) {
      paragraphs.end();
      this.children(element, context, paragraphs);
      paragraphs.end(this.keepsEmpty && name === 'p');
    } else {
      this.children(element, context, paragraphs);
    }
  }

  /** Returns the block that an element becomes as a whole, or undefined if only its contents are converted. */
  private block(element: Element, context: Context): Element | undefined {
    switch (element.localName) {
      case 'ul':
      case 'ol':
        return this.list(element, context);
      case 'blockquote':
        return this.filled('blockquote', element, context);
      case 'pre':
        return this.code(element);
      default:
        return undefined;
    }
  }

  private contextOf(
    element: Element,
    declarations: ReadonlyMap<string, string>,
    inherited: Context,
  ): Context {
    const context: Context = { ...inherited, ...formatOf(element, declarations, inherited) };
    if (codes.has(element.localName)) context.code = true;
    const href = element.localName === 'a' && element.getAttribute('href');
    if (href) context.href = href;
    return context;
  }

  /** Preserves images of attachments, and emoji that are images. */
  private image(element: Element, context: Context, paragraphs: Paragraphs): void {
    const alt = element.getAttribute('alt') ?? '';
    if (attachmentIdOf(element.getAttribute('src'))) {
      const image = this.document.createElement('img');
      image.setAttribute('src', element.getAttribute('src') ?? '');
      if (alt) image.setAttribute('alt', alt);
      paragraphs.atom(image, context);
    } else if (/^\p{Extended_Pictographic}/u.test(alt)) {
      paragraphs.text(alt, context, 'normal');
    }
  }

  private mention(element: Element): Element {
    const span = this.document.createElement('span');
    span.setAttribute('data-mention', element.getAttribute('data-mention') ?? '');
    span.textContent = element.textContent;
    return span;
  }

  /** Writes raised or lowered digits as characters: without them, 10² would become 102. */
  private raised(element: Element, context: Context, paragraphs: Paragraphs): void {
    const text = (element.textContent ?? '').trim();
    const { from, to } = raised[element.localName] ?? { from: '', to: '' };
    if (!text || [...text].some((character) => !from.includes(character))) {
      this.children(element, context, paragraphs);
    } else {
      paragraphs.text([...text].map((character) => to[from.indexOf(character)]).join(''), context, 'normal');
    }
  }

  private filled(name: string, source: Element, context: Context): Element {
    const element = this.document.createElement(name);
    element.append(...this.blocks(source, context));
    if (!element.firstChild) element.append(this.document.createElement('p'));
    return element;
  }

  private list(source: Element, context: Context): Element {
    const list = this.document.createElement(source.localName);
    const start = source.getAttribute('start');
    if (start && source.localName === 'ol') list.setAttribute('start', start);
    for (const child of source.children) {
      const declarations = declarationsOf(child, this.rules);
      if (isHidden(declarations) || skipped.has(child.localName)) continue;
      const itemContext = this.contextOf(child, declarations, context);
      // Google Docs writes a nested list beside the item that it belongs to.
      if ((child.localName === 'ul' || child.localName === 'ol') && list.lastElementChild) {
        list.lastElementChild.append(this.list(child, itemContext));
      } else {
        list.append(this.filled('li', child, itemContext));
      }
    }
    return list;
  }

  private code(source: Element): Element {
    for (const lineBreak of source.querySelectorAll('br')) lineBreak.replaceWith('\n');
    for (const line of source.querySelectorAll('div, p, li, tr')) if (line.nextSibling) line.append('\n');
    const block = this.document.createElement('pre');
    const code = block.appendChild(this.document.createElement('code'));
    code.textContent = (source.textContent ?? '').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    return block;
  }

  private table(source: Element, context: Context, paragraphs: Paragraphs): void {
    for (const caption of source.querySelectorAll('caption')) this.element(caption, context, paragraphs);
    const table = this.document.createElement('table');
    const body = table.appendChild(this.document.createElement('tbody'));
    for (const sourceRow of rowsOf(source)) {
      const rowDeclarations = declarationsOf(sourceRow, this.rules);
      const cells = cellsOf(sourceRow);
      if (isHidden(rowDeclarations) || cells.length === 0) continue;
      const rowContext = this.contextOf(sourceRow, rowDeclarations, context);
      body.append(this.row(cells, rowContext));
    }
    paragraphs.add(table);
  }

  private row(cells: readonly Element[], context: Context): Element {
    const row = this.document.createElement('tr');
    for (const source of cells) {
      const declarations = declarationsOf(source, this.rules);
      if (isHidden(declarations)) continue;
      const cellContext = this.contextOf(source, declarations, context);
      // Header cells are bold without a mark.
      if (source.localName === 'th') cellContext.bold = false;
      const cell = this.filled(source.localName, source, cellContext);
      for (const name of ['colspan', 'rowspan'] as const) {
        if (spanOf(source, name) > 1) cell.setAttribute(name, String(spanOf(source, name)));
      }
      row.append(cell);
    }
    return row;
  }
}
