import type { Command } from './command.ts';
import { formatTable } from './table.ts';

const PROGRAM = 'npm run --silent lanewise --';

export function formatCommandHelp(name: string, command: Command): string {
  const options = Object.entries({ ...command.options, help: { help: 'show this' } }).map(
    ([option, { value, help }]: [string, { value?: string; help: string }]) => [
      `  --${option}${value ? ` ${value}` : ''}`,
      help,
    ],
  );
  return [`${PROGRAM} ${name} ${command.usage}`, command.summary, ...command.details, '', formatTable(options)].join(
    '\n',
  );
}

export function formatHelp(commands: Readonly<Record<string, Command>>): string {
  return [
    'Lanewise: execute a block of EVM transactions in parallel, and see why it does or does not go faster.',
    '',
    formatTable(Object.entries(commands).map(([name, { usage, summary }]) => [`  ${name} ${usage}`, summary])),
    '',
    `Run as ${PROGRAM} <command>; <command> --help lists its options.`,
    'FILE is a block file (.json or .json.gz: a block with its prestate) or a scenario saved by Lanewise.',
    'Results go to standard output, errors to standard error with exit code 1.',
  ].join('\n');
}
