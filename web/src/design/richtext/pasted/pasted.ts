import { Flow } from './flow';
import { classRulesOf } from './styles';
import { convertWordLists } from './wordLists';

/** Matches HTML that starts with a part of a table, because a parser drops such parts outside of a table. */
const tableParts = /^\s*(?:<(?:meta|!--)[^>]*>\s*)*<(?:thead|tbody|tfoot|tr|td|th|col|colgroup)[\s>]/i;

/**
 * Converts pasted HTML of any source to the elements that the editor knows, without styles: paragraphs, lists, quotations,
 * code and tables. It preserves what the source shows: empty lines, indentation, cells, and bold, italic and underlined
 * text (B4). HTML of an editor without styles is returned unchanged.
 */
export function convertPasted(html: string): string {
  const fromEditor = html.includes('data-pm-slice');
  if (fromEditor && !html.includes('style=')) return html;
  const source = tableParts.test(html) ? `<table>${html}</table>` : html;
  const parsed = new DOMParser().parseFromString(source, 'text/html');
  const rules = classRulesOf(parsed);
  convertWordLists(parsed);
  const flow = new Flow(parsed, rules, fromEditor);
  const blocks = flow.blocks(parsed.body);
  const slice = parsed.querySelector('[data-pm-slice]')?.getAttribute('data-pm-slice');
  if (slice) blocks[0]?.setAttribute('data-pm-slice', slice);
  const result = parsed.createElement('div');
  result.append(...blocks);
  return result.innerHTML;
}

/**
 * Splits pasted plain text into paragraphs at empty lines. A single line break stays a line break. Of further empty lines,
 * each pair, and a single last one, becomes an empty paragraph, because an editor copies a paragraph as two line breaks.
 */
export function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [];
  for (const [index, part] of text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n\n').entries()) {
    const lines = part.split('\n');
    if (index > 0 && lines[0] === '' && lines.length > 1) {
      paragraphs.push([]);
      lines.shift();
    }
    paragraphs.push(lines.filter((line) => line !== '' || lines.length > 1));
  }
  return paragraphs;
}
