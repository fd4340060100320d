/** The declarations of the style sheets in pasted HTML, by class. Excel writes formats this way. */
export type ClassRules = ReadonlyMap<string, string>;

/** The format of the contents of an element. */
export interface Format {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  underline?: boolean | undefined;
  /** How whitespace is shown, as in CSS. */
  space?: 'normal' | 'pre' | 'pre-line' | undefined;
}

const formatOfTag: Record<string, Format> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  pre: { space: 'pre' },
  textarea: { space: 'pre' },
};

/** Returns the rules of the style elements of pasted HTML that select one class. */
export function classRulesOf(root: ParentNode): ClassRules {
  const rules = new Map<string, string>();
  for (const sheet of root.querySelectorAll('style')) {
    for (const [, name = '', declarations = ''] of (sheet.textContent ?? '').matchAll(
      /\.([\w-]+)\s*\{([^}]*)\}/g,
    )) {
      rules.set(name, `${rules.get(name) ?? ''};${declarations}`);
    }
  }
  return rules;
}

/**
 * Returns the CSS declarations of an element. They are read from the text of the attribute, because the content security
 * policy empties `element.style` of pasted HTML.
 */
export function declarationsOf(element: Element, rules: ClassRules): ReadonlyMap<string, string> {
  const text = [...[...element.classList].map((name) => rules.get(name)), element.getAttribute('style')];
  const declarations = new Map<string, string>();
  for (const declaration of text.join(';').split(';')) {
    const [name = '', ...value] = declaration.split(':');
    if (value.length > 0) declarations.set(name.trim().toLowerCase(), value.join(':').trim().toLowerCase());
  }
  return declarations;
}

/** Returns the format of an element: the inherited format, overridden by its tag and then by its CSS declarations. */
export function formatOf(
  element: Element,
  declarations: ReadonlyMap<string, string>,
  inherited: Format,
): Format {
  const format = { ...inherited, ...formatOfTag[element.localName] };
  const weight = declarations.get('font-weight');
  if (weight) format.bold = isBold(weight) ?? format.bold;
  const style = declarations.get('font-style');
  if (style) format.italic = style.startsWith('italic') || style.startsWith('oblique');
  const decoration = declarations.get('text-decoration') ?? declarations.get('text-decoration-line');
  if (decoration?.includes('underline')) format.underline = true;
  else if (decoration && element.localName === 'u') format.underline = false;
  const space = declarations.get('white-space') ?? declarations.get('white-space-collapse');
  if (space) format.space = spaceOf(space);
  return format;
}

function isBold(weight: string): boolean | undefined {
  if (/^bold/.test(weight)) return true;
  if (/^(normal|light)/.test(weight)) return false;
  return /^\d+/.test(weight) ? Number.parseInt(weight, 10) >= 600 : undefined;
}

function spaceOf(value: string): Format['space'] {
  if (/^(pre-line|preserve-breaks)/.test(value)) return 'pre-line';
  return /^(pre|break-spaces|preserve)/.test(value) ? 'pre' : 'normal';
}

/** Whether an element is not shown, such as the preheader of a mail or a hidden row of a spreadsheet. */
export const isHidden = (declarations: ReadonlyMap<string, string>) =>
  declarations.get('display') === 'none' || declarations.get('mso-hide') === 'all';

/** Whether an element starts a line by its style, such as a span with `display: block`. */
export const isShownAsBlock = (declarations: ReadonlyMap<string, string>) =>
  /^(block|flex|grid|list-item|table|table-row|flow-root)\b/.test(declarations.get('display') ?? '');
