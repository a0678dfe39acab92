import type { Options, OptionSpecs } from './options.ts';

/** Where a command writes. Standard output carries the result and nothing else. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export interface Command {
  /** What follows the command's name. */
  readonly usage: string;
  readonly summary: string;
  /** What the summary leaves open. */
  readonly details: readonly string[];
  readonly options: OptionSpecs;
  /** Returns the exit code. Throws UsageError or FormatError for what is the user's to mend. */
  run(options: Options, output: Output): Promise<number>;
}

export const JSON_OPTION = { json: { help: 'print one JSON object and nothing else' } } as const;
