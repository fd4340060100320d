/** The largest number of columns or rows that a cell may span. */
const maxSpan = 100;

/** Returns the number of columns or rows that a cell spans, at least 1. */
export function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), maxSpan);
}

/** Returns the rows of a table, without those of tables inside it. */
export function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
}

export const cellsOf = (row: Element) =>
  [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');

/**
 * Whether a table is only layout: it contains another table, has the role `presentation`, or has at most one
 * cell, such as a single cell of a spreadsheet. The contents of its cells become paragraphs.
 */
export function isLayout(table: Element): boolean {
  return (
    table.querySelector('table') !== null ||
    table.getAttribute('role') === 'presentation' ||
    rowsOf(table).flatMap(cellsOf).length < 2
  );
}
