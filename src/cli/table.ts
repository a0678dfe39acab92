export type Row = readonly (string | number | bigint)[];

/** Rows as lines with columns aligned: text to the left, numbers to the right, digits in groups of three. */
export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : formatNumber(cell))));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...cells.map((row) => row[c]?.length ?? 0)));
  return cells
    .map((row, r) =>
      row
        .map((cell, c) =>
          typeof rows[r]?.[c] === 'string' ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Whole numbers exactly, others to three decimals. */
export function formatNumber(value: number | bigint): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
