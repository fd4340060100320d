// Matches text that a spreadsheet reads as a formula. Excel also accepts full-width signs, and signs after invisible
// characters.
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Escapes a cell. An apostrophe prevents a spreadsheet from reading the cell as a formula. */
function cell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** Returns a CSV file (RFC 4180) in UTF-8. The byte order mark makes Excel show accents. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
