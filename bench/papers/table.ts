/** One published result beside ours. */
export interface Table {
  readonly title: string;
  /** Source, setting, costs: one line each. */
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Yields its tables one by one, as each is done. */
export interface Section {
  /** For `--only`. */
  readonly id: string;
  tables(options: SectionOptions): AsyncIterable<Table>;
}

export interface SectionOptions {
  /** Also blocks of 10,000 transactions executed on the EVM. */
  readonly long: boolean;
}

export const times = (factor: number): string => factor.toFixed(2);
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** As Markdown, columns aligned so that it can be read in a terminal too. */
export function formatTable({ title, notes, columns, rows }: Table): string {
  const widths = columns.map((column, c) => Math.max(3, column.length, ...rows.map((row) => row[c]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, c) => (c === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [`### ${title}`, '', ...notes.map((note) => `- ${note}`), '', line(columns), rule, ...rows.map(line), ''].join(
    '\n',
  );
}
