import { FormatError } from '../formats/format-error.ts';
import { closest } from '../workloads/name-book.ts';
import { analyze } from './analyze.ts';
import type { Command, Output } from './command.ts';
import { formatCommandHelp, formatHelp } from './help.ts';
import { parseOptions } from './options.ts';
import { run } from './run.ts';
import { UsageError } from './usage-error.ts';
import { verify } from './verify.ts';

const COMMANDS: Readonly<Record<string, Command>> = { analyze, run, verify };

/** Runs one command line and returns its exit code. What is the user's to mend goes to `err` in one message. */
export async function runCli(args: readonly string[], output: Output): Promise<number> {
  try {
    return await dispatch(args, output);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof FormatError)) throw error;
    output.err(`lanewise: ${error.message}`);
    return 1;
  }
}

async function dispatch([name, ...rest]: readonly string[], output: Output): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name !== undefined;
    (asked ? output.out : output.err)(formatHelp(COMMANDS));
    return asked ? 0 : 1;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const near = closest(name, Object.keys(COMMANDS));
    throw new UsageError(
      `unknown command ${name}.${near ? ` Did you mean ${near}?` : ''} The commands are ${Object.keys(COMMANDS).join(', ')}.`,
    );
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    output.out(formatCommandHelp(name, command));
    return 0;
  }
  return command.run(parseOptions(rest, command.options), output);
}
