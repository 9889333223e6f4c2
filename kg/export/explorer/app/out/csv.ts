// Tables for spreadsheets: RFC 4180 with a byte order mark, which Excel needs to read UTF-8.

const MARK = "\ufeff";
// What a spreadsheet takes for a formula; a number with a sign and a lone comparator are none.
const FORMULA = /^[=+\-@\t\r](?!\d*\.?\d*$)./su;

/** A cell that no spreadsheet runs: an apostrophe goes before what would be a formula. */
export function harmless(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Lines of cells as CSV. */
export function csv(lines: readonly (readonly string[])[]): string {
  return MARK + lines.map((line) => `${line.map((cell) => quoted(harmless(cell))).join(",")}\r\n`).join("");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
