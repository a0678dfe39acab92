import { parseArgs } from 'node:util';
import { closest } from '../workloads/name-book.ts';
import { UsageError } from './usage-error.ts';

export interface OptionSpec {
  /** Stands for the value in the help; absent for a switch. */
  readonly value?: string;
  readonly help: string;
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface Options {
  readonly files: readonly string[];
  /** Whether a switch was given. */
  has(name: string): boolean;
  /** The value of an option, if given. */
  text(name: string): string | undefined;
  /** As one of a few words. Throws a UsageError for another. */
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined;
  /** As a whole number within bounds. Throws a UsageError for another. */
  number(name: string, bounds: { readonly min: number; readonly max: number }): number | undefined;
}

/** Takes a command's arguments apart. Throws a UsageError for an option the command doesn't have, with the nearest it has. */
export function parseOptions(args: readonly string[], specs: OptionSpecs): Options {
  checkNames(args, specs);
  const { values, positionals } = parse(args, specs);
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    files: positionals,
    has: (name) => values[name] === true,
    text,
    choice(name, choices) {
      const value = text(name);
      const found = choices.find((choice) => choice === value);
      if (value !== undefined && found === undefined) {
        const near = closest(value, choices);
        const hint = near ? ` Did you mean ${near}?` : '';
        throw new UsageError(`--${name}: expected ${listed(choices)}, got ${value || 'nothing'}.${hint}`);
      }
      return found;
    },
    number(name, { min, max }) {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (!/^\d+$/.test(value) || number < min || number > max) {
        throw new UsageError(`--${name}: expected a whole number from ${min} to ${max}, got ${value || 'nothing'}.`);
      }
      return number;
    },
  };
}

function checkNames(args: readonly string[], specs: OptionSpecs): void {
  for (const arg of args) {
    if (arg === '--') return;
    if (!arg.startsWith('-') || arg === '-') continue;
    const name = arg.replace(/^--?/, '').replace(/=.*$/s, '');
    if (arg.startsWith('--') && Object.hasOwn(specs, name)) continue;
    const near = closest(name, Object.keys(specs));
    throw new UsageError(
      `unknown option ${arg.replace(/=.*$/s, '')}.${near ? ` Did you mean --${near}?` : ''} --help lists the options.`,
    );
  }
}

function parse(args: readonly string[], specs: OptionSpecs) {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own words, less its advice on how to escape: "Option '--lanes <value>' argument missing".
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?\n/);
    throw new UsageError(`${sentence}.`);
  }
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
