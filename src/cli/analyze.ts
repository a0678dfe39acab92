import type { ConflictFigures } from '../model/graph.ts';
import { accessListToText } from './access-list-to-text.ts';
import { checkSerial } from './check-serial.ts';
import type { Command } from './command.ts';
import { JSON_OPTION } from './command.ts';
import { loadBlock, onlyFile } from './load-block.ts';
import { formatTable } from './table.ts';
import { writeText } from './write-text.ts';

const HOTTEST = 8;

export const analyze: Command = {
  usage: 'FILE [options]',
  summary: 'what conflicts with what in a block, and how far it can be parallel',
  details: [
    'Executes the block once in its own order and reports its conflicts, the longest chain of dependencies, and the',
    'makespan of list scheduling (lowest index first) on 2 to 16 lanes. Gas stands for time; there are no overheads.',
  ],
  options: {
    credits: {
      value: 'MODEL',
      help: 'strict (default): adding to a balance reads and writes it; commutative: additions pass each other',
    },
    'hints-out': {
      value: 'FILE',
      help: 'write the dependencies as a hint for `run --hints`: JSON [[], [0], …] (PIP-16)',
    },
    bal: { help: 'build the block access list (EIP-7928): its size, items and hash' },
    hottest: { value: 'N', help: `how many of the hottest locations to list (default ${HOTTEST})` },
    ...JSON_OPTION,
  },
  async run(options, output) {
    const credits = options.choice('credits', ['strict', 'commutative']) ?? 'strict';
    const listed = options.number('hottest', { min: 0, max: 100 }) ?? HOTTEST;
    const loaded = await loadBlock(onlyFile(options.files));
    // The EVM takes a second to load: not before it is known that there is something to execute.
    const { accessListOf, analyseBlock, describeAccessList, exportHints, hintsToText } = await import('./drivers.ts');
    const outcome = await analyseBlock(loaded.block, { fees: 'delta', credits });
    if (outcome.kind !== 'done') throw new Error(`expected an analysis, got ${outcome.kind}`);
    const { serial, graph } = outcome.value;
    for (const sentence of checkSerial(loaded, serial)) output.err(`note: ${sentence}`);
    const hintsFile = options.text('hints-out');
    if (hintsFile !== undefined) {
      await writeText('--hints-out', hintsFile, hintsToText(exportHints(loaded.block, serial.executions)));
    }
    const figures = toOutput(graph.figures, listed);
    const accessList = options.has('bal')
      ? describeAccessList(accessListOf(loaded.block, serial.executions), loaded.block.env.gasLimit)
      : undefined;
    if (options.has('json')) output.out(JSON.stringify({ ...figures, ...(accessList && { accessList }) }));
    else output.out(toText(figures) + (accessList ? `\n\n${accessListToText(accessList)}` : ''));
    return 0;
  },
};

/** `speedupBound` to three decimals: the two figures it is made of are there in full. */
function toOutput(figures: ConflictFigures, listed: number): ConflictFigures {
  return {
    ...figures,
    speedupBound: Math.round(figures.speedupBound * 1000) / 1000,
    hottest: figures.hottest.slice(0, listed),
  };
}

function toText(figures: ConflictFigures): string {
  const { gasUsed, lowestIndexFirst } = figures;
  const rows = formatTable([
    ['transactions', figures.transactions],
    ['gas used', gasUsed],
    ['conflicting pairs', figures.conflictingPairs],
    ['  read after write', figures.rawPairs],
    ['  write after write', figures.wawPairs],
    ['  write after read', figures.warPairs],
    ['independent transactions', figures.independentTxs],
    ['longest chain, transactions', figures.longestChainTxs],
    ['critical path, gas', figures.criticalPathGas],
    ['waves', figures.waves],
    ['no speed-up above', figures.speedupBound],
  ]);
  const schedule = formatTable([
    ['lanes', 'makespan', 'speed-up'],
    ...Object.entries(lowestIndexFirst).map(
      ([lanes, makespan]) => [Number(lanes), makespan, makespan === 0 ? 1 : gasUsed / makespan] as const,
    ),
  ]);
  const hottest = formatTable(figures.hottest.map(({ location, conflictingPairs }) => [conflictingPairs, location]));
  return [
    rows,
    `lowest index first\n${schedule}`,
    ...(hottest ? [`hottest locations, conflicting pairs\n${hottest}`] : []),
  ].join('\n\n');
}
