/** An item of a Word list. Word marks list items as paragraphs with the style `mso-list: l0 level1 lfo1`. */
interface WordItem {
  level: number;
  /** The number or bullet in front of the text. */
  marker: string;
  paragraph: Element;
}

function wordItemOf(element: Element): WordItem | undefined {
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(element.getAttribute('style') ?? '')?.[1];
  if (!level) return undefined;
  const marker = markersOf(element)[0]?.textContent ?? '';
  return { level: Number(level), marker: marker.trim(), paragraph: element };
}

/** Returns the elements of a list paragraph that contain its number or bullet. */
const markersOf = (paragraph: Element) =>
  [...paragraph.querySelectorAll('[style]')].filter((element) =>
    /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? ''),
  );

/**
 * Returns the number at which an ordered list starts, or undefined for a bullet. A number or letter without
 * punctuation is a bullet, because Word writes «o» for a round bullet. A list with letters starts at 1.
 */
function startOf(marker: string): number | undefined {
  const text = /^\(?([a-z\d]+)(?:\.[a-z\d]+)*[.):-]+$/i.exec(marker)?.[1];
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : 1;
}

/** Replaces each sequence of Word's list paragraphs with nested lists. */
export function convertWordLists(root: Document): void {
  for (const first of [...root.querySelectorAll('[style*="mso-list" i]')]) {
    // The paragraph may already be in a list, because it followed an earlier paragraph.
    if (!first.isConnected) continue;
    const items: WordItem[] = [];
    for (let next: Element | null = first; next; next = next.nextElementSibling) {
      const item = wordItemOf(next);
      if (!item) break;
      items.push(item);
    }
    first.before(...listsOf(root, items));
    for (const { paragraph } of items) paragraph.remove();
  }
}

function listsOf(root: Document, items: readonly WordItem[]): Element[] {
  const lists: Element[] = [];
  const open: { level: number; ordered: boolean; list: Element }[] = [];
  for (const { level, marker, paragraph } of items) {
    const start = startOf(marker);
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const last = open.at(-1);
    if (last?.level === level && last.ordered !== (start !== undefined)) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = root.createElement(start === undefined ? 'ul' : 'ol');
      if (start !== undefined && start !== 1) list.setAttribute('start', String(start));
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else lists.push(list);
      open.push({ level, ordered: start !== undefined, list });
    }
    const item = root.createElement('li');
    item.append(...contentOf(paragraph));
    open.at(-1)?.list.append(item);
  }
  return lists;
}

/** Returns the contents of a list paragraph without the marker. */
function contentOf(paragraph: Element): Node[] {
  for (const marker of markersOf(paragraph)) marker.remove();
  return [...paragraph.childNodes];
}
