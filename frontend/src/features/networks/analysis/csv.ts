export type Cell = string | number | null | undefined;

/** A text that a spreadsheet would calculate is made a text again; numbers stay numbers. */
function written(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, with the mark that makes spreadsheets read it as UTF-8. */
export function toCsv(head: string[], rows: Cell[][]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(written).join(",")).join("\r\n")}\r\n`;
}

/** The address of a file made in the browser. */
export function csvAddress(head: string[], rows: Cell[][]): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(toCsv(head, rows))}`;
}
