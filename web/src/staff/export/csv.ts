// With what a reader doesn't see before it, and the full-width signs that Excel takes for the usual ones.
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell that a spreadsheet would take for a formula is kept a text by an apostrophe. */
function cell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** Rows as a file that Excel opens with its accents: UTF-8 with a byte order mark, lines ended as RFC 4180 says. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
