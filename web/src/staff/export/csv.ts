// Also after invisible characters, and with the full-width signs, which Excel reads like the usual ones.
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Escapes a cell. An apostrophe keeps a spreadsheet from reading it as a formula. */
function cell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** A CSV file by RFC 4180, in UTF-8 with a byte order mark, so that Excel shows accents. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
