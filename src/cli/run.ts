import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { timesOneLane } from '../analysis/metrics.ts';
import { parseHints } from '../model/hints.ts';
import type { RunEvent } from '../model/events.ts';
import type { Difference, RunReport } from '../model/run.ts';
import type { Value } from '../model/location.ts';
import type { EngineOptions, RunSettings, Tampering } from '../model/settings.ts';
import { ENGINE_IDS, MAX_LANES, ZERO_COSTS } from '../model/settings.ts';
import { checkSerial } from './check-serial.ts';
import type { Command } from './command.ts';
import { JSON_OPTION } from './command.ts';
import { loadBlock, loadJson, onlyFile } from './load-block.ts';
import type { LoadedBlock } from './load-block.ts';
import type { Options } from './options.ts';
import { accessListToText } from './access-list-to-text.ts';
import { formatTable } from './table.ts';
import { UsageError } from './usage-error.ts';

const MOST_GAS = 1_000_000_000;

export const run: Command = {
  usage: 'FILE [options]',
  summary: 'run a block under an engine in virtual time, and check it against serial execution',
  details: [
    'Time is gas: zero overheads unless --dispatch, --validation or --cold-read are given. A scenario brings its own engine,',
    'lanes, pins and drawn lanes; options override them. A block file has no drawn lanes: for `lanes`, transactions are',
    'dealt out in block order, to each lane in turn.',
  ],
  options: {
    engine: { value: 'ID', help: ENGINE_IDS.join(', ') },
    lanes: { value: 'N', help: `1 to ${MAX_LANES.virtual} (default 4)` },
    policy: { value: 'P', help: 'lanes: wait, free; dag: block-order, critical-path, longest-first' },
    fees: { value: 'MODE', help: 'delta (default): the fee recipient is paid once; naive: by every transaction' },
    credits: { value: 'MODEL', help: 'block-stm: strict (default), commutative' },
    dispatch: { value: 'GAS', help: 'cost of every task that a lane takes' },
    validation: { value: 'GAS', help: 'cost of every read that a validation checks' },
    'cold-read': { value: 'GAS', help: 'cost of the first read of a location from the prestate' },
    hints: { value: 'FILE', help: 'dag: predecessors of each transaction, as JSON [[], [0], …]' },
    'no-estimates': { help: 'block-stm: aborted writes are withdrawn, not marked' },
    'sender-links': { help: 'block-stm: transactions of one sender are linked beforehand' },
    'rolling-commit': { help: 'block-stm: commit a prefix as soon as it is final' },
    locks: { value: 'WHAT', help: 'account-locks: a lock covers a slot (default) or a whole account' },
    queue: { value: 'N', help: 'account-locks: how many transactions a lane’s queue holds (default 2)' },
    'over-declare': { help: 'account-locks: everything is declared as written, so readers share nothing' },
    'list-order': { value: 'P', help: 'block-access-list: block-order (default), longest-first' },
    tamper: { value: 'ENTRY', help: 'block-access-list: make the list lie, as INDEX:LOCATION=VALUE' },
    undeclared: {
      value: 'LIST',
      help: 'account-locks: what is left out of declarations, as TX:LOCATION, …; who touches it fails',
    },
    events: { value: 'FILE', help: 'write the event log as JSON lines' },
    ...JSON_OPTION,
  },
  async run(options, output) {
    const lanes = options.number('lanes', { min: 1, max: MAX_LANES.virtual });
    const loaded = await loadBlock(onlyFile(options.files), lanes);
    const { block, pins, drawn } = loaded;
    const settings = { ...(await toSettings(options, loaded)), ...(lanes && { lanes }) };
    // The EVM takes a second to load: not before it is known that there is something to execute.
    const { analyseBlock, runBlock, termsOf } = await import('./drivers.ts');
    const analysis = await analyseBlock(block, termsOf(settings));
    if (analysis.kind !== 'done') throw new Error(`expected an analysis, got ${analysis.kind}`);
    for (const sentence of checkSerial(loaded, analysis.value.serial)) output.err(`note: ${sentence}`);
    const outcome = await runBlock({ block, settings, pins, drawn }, { analysis: analysis.value });
    if (outcome.kind === 'refused') {
      const { message, fix } = outcome.refusal;
      throw new UsageError(fix ? `${message} ${fix}` : message);
    }
    if (outcome.kind !== 'done') throw new Error(`expected a report, got ${outcome.kind}`);
    const report = outcome.value;
    const eventsFile = options.text('events');
    if (eventsFile !== undefined) await writeEvents(eventsFile, report.events);
    output.out(options.has('json') ? JSON.stringify(toOutput(report)) : toText(report));
    return 0;
  },
};

async function toSettings(options: Options, { block, settings }: LoadedBlock): Promise<RunSettings> {
  const engine = options.choice('engine', ENGINE_IDS) ?? settings.engine;
  const cost = (name: string): number => options.number(name, { min: 0, max: MOST_GAS }) ?? 0;
  const credits = options.choice('credits', ['strict', 'commutative']) ?? settings.credits;
  if (options.text('credits') === 'commutative' && engine !== 'block-stm') {
    throw new UsageError(`--credits commutative: only block-stm has it, and the engine is ${engine}.`);
  }
  return {
    engine,
    options: await toEngineOptions(options, engine, settings.options, block.transactions.length),
    lanes: settings.lanes,
    clock: 'virtual',
    costs: {
      ...ZERO_COSTS,
      dispatch: cost('dispatch'),
      validationPerRead: cost('validation'),
      coldRead: cost('cold-read'),
    },
    fees: options.choice('fees', ['delta', 'naive']) ?? settings.fees,
    credits,
  };
}

async function toEngineOptions(
  options: Options,
  engine: RunSettings['engine'],
  defaults: EngineOptions,
  transactions: number,
): Promise<EngineOptions> {
  const { hints: ownHints, ...others } = defaults;
  const hintsFile = options.text('hints');
  if (options.text('policy') !== undefined && engine !== 'lanes' && engine !== 'dag') {
    throw new UsageError(`--policy: only lanes and dag have policies, and the engine is ${engine}.`);
  }
  if (hintsFile !== undefined && engine !== 'dag') {
    throw new UsageError(`--hints: only dag takes hints, and the engine is ${engine}.`);
  }
  const lanesPolicy = engine === 'lanes' ? options.choice('policy', ['wait', 'free']) : undefined;
  const dagPolicy =
    engine === 'dag' ? options.choice('policy', ['block-order', 'critical-path', 'longest-first']) : undefined;
  for (const name of ['locks', 'queue', 'over-declare', 'undeclared']) {
    const given = options.has(name) || options.text(name) !== undefined;
    if (given && engine !== 'account-locks') {
      throw new UsageError(`--${name}: only account-locks has locks, and the engine is ${engine}.`);
    }
  }
  for (const name of ['list-order', 'tamper']) {
    if (options.text(name) !== undefined && engine !== 'block-access-list') {
      throw new UsageError(`--${name}: only block-access-list has a list, and the engine is ${engine}.`);
    }
  }
  const listOrder = options.choice('list-order', ['block-order', 'longest-first']);
  const tamper = options.text('tamper');
  const lockGranularity = options.choice('locks', ['account', 'slot']);
  const queueLength = options.number('queue', { min: 1, max: 1_000_000 });
  const undeclared = options.text('undeclared');
  const hints = hintsFile === undefined ? ownHints : await loadHints(hintsFile, transactions);
  return {
    ...others,
    ...(lanesPolicy && { lanesPolicy }),
    ...(dagPolicy && { dagPolicy }),
    ...(hints && { hints }),
    ...(lockGranularity && { lockGranularity }),
    ...(queueLength !== undefined && { queueLength }),
    ...(options.has('over-declare') && { overDeclare: true }),
    ...(undeclared !== undefined && { underDeclare: undeclared.split(',').map(toUndeclared) }),
    ...(listOrder && { listOrder }),
    ...(tamper !== undefined && { tamper: toTampering(tamper) }),
    ...(options.has('no-estimates') && { estimates: false }),
    ...(options.has('sender-links') && { senderLinks: true }),
    ...(options.has('rolling-commit') && { rollingCommit: true }),
  };
}

/** `3:b:0x…`: transaction 3 doesn't declare that balance. The engine checks both against the block. */
function toUndeclared(text: string): readonly [number, string] {
  const [, tx, location] = /^\s*(\d+):(\S+)\s*$/.exec(text) ?? [];
  if (tx === undefined || location === undefined) {
    throw new UsageError(`--undeclared: expected TX:LOCATION, like 3:b:0x1234…, got ${JSON.stringify(text)}.`);
  }
  return [Number(tx), location];
}

/** `4:b:0x…=0`: after transaction 3, that balance is said to be 0. */
function toTampering(text: string): Tampering {
  const [, index, location, value] = /^\s*(\d+):([^\s=]+)=(\S+)\s*$/.exec(text) ?? [];
  if (index === undefined || location === undefined || value === undefined) {
    throw new UsageError(`--tamper: expected INDEX:LOCATION=VALUE, like 4:b:0x1234…=0, got ${JSON.stringify(text)}.`);
  }
  return { index: Number(index), location, value };
}

async function loadHints(path: string, transactions: number): Promise<readonly (readonly number[])[]> {
  const parsed = parseHints(await loadJson(path), transactions);
  if (parsed.kind === 'refused')
    throw new UsageError(
      `${path} is no dependency hint for this block: ${parsed.reason}. Give one made for this block, or leave --hints out.`,
    );
  return parsed.hints;
}

const withoutBigInts = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** One event a line; amounts as strings of digits. */
async function writeEvents(path: string, events: readonly RunEvent[]): Promise<void> {
  const file = createWriteStream(path);
  const failed = once(file, 'error').then(([error]) => {
    throw new UsageError(
      `--events: ${path} can't be written (${error instanceof Error ? error.message : String(error)}).`,
    );
  });
  const written = (async () => {
    for (const event of events) {
      if (!file.write(`${JSON.stringify(event, withoutBigInts)}\n`)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
  })();
  await Promise.race([written, failed]);
}

function toOutput(report: RunReport) {
  const { metrics, result } = report;
  return {
    engine: metrics.engine,
    lanes: metrics.lanes,
    clock: metrics.clock,
    work: metrics.work,
    makespan: metrics.makespan,
    criticalPath: metrics.criticalPath,
    bound: metrics.bound,
    speedup: metrics.speedup,
    efficiency: metrics.efficiency,
    incarnations: metrics.incarnations,
    aborts: metrics.aborts,
    serialCheck: report.check.equal ? 'equal' : 'different',
    gasUsed: Number(result.gasUsed),
    receiptsRoot: result.receiptsRoot,
    logsBloom: result.logsBloom,
    headerCheck: report.header,
    events: report.events.length,
    ...(report.accessList && { accessList: report.accessList }),
  };
}

/** More differences than this are only counted. */
const DIFFERENCES_SHOWN = 20;

function toText(report: RunReport): string {
  const { metrics, check, result, header, accessList } = report;
  const matches = (is: boolean | null) =>
    is === null ? 'the file names none' : is ? 'as the header says' : 'NOT as the header says';
  const rows = formatTable([
    ['engine', metrics.engine],
    ['lanes', metrics.lanes],
    ['clock', 'virtual (gas)'],
    ['work', metrics.work],
    ['one lane at these costs', metrics.oneLane],
    ['makespan', metrics.makespan],
    ['critical path', metrics.criticalPath],
    ['bound', metrics.bound],
    ['speed-up', metrics.speedup],
    ['times one lane', timesOneLane(metrics)],
    ['efficiency', metrics.efficiency],
    ['incarnations', metrics.incarnations],
    ['aborts', metrics.aborts],
    ['blocked incarnations', metrics.blocked],
    ['gas of thrown-away incarnations', metrics.reexecutedGas],
    ['events', report.events.length],
    ['gas used', result.gasUsed],
  ]);
  const header_ = formatTable([
    ['gas used', matches(header.gasUsed)],
    ['receipts root', matches(header.receiptsRoot)],
    ['logs bloom', matches(header.logsBloom)],
  ]);
  const differences = check.differences.slice(0, DIFFERENCES_SHOWN).map((difference) => `  ${describe(difference)}`);
  const more = check.differences.length - differences.length;
  const serial = check.equal
    ? `serial check: equal, post-state root ${check.postStateRoot}`
    : [
        `serial check: DIFFERENT in ${check.differences.length} place${check.differences.length === 1 ? '' : 's'}`,
        ...differences,
        ...(more > 0 ? [`  and ${more} more`] : []),
      ].join('\n');
  return [rows, ...(accessList ? [accessListToText(accessList)] : []), header_, serial].join('\n\n');
}

function describe(difference: Difference): string {
  if (difference.kind === 'receipt') {
    const { tx, field, serial, run: got } = difference;
    return `transaction ${tx}: ${field} is ${shorten(got)}, should be ${shorten(serial)}`;
  }
  if (difference.kind === 'list') {
    const { location, index, given, produced } = difference;
    if (index === undefined)
      return `list: ${location} is ${given === null ? 'missing' : 'named, but nobody touches it'}`;
    const value = (of: Value | null): string => (of === null ? 'nothing' : shorten(String(of)));
    return `list: ${location} at index ${index} says ${value(given)}, should say ${value(produced)}`;
  }
  const { location, serial, run: got, serialWriter, runWriter, lost } = difference;
  const who = (tx: number | null) => (tx === null ? 'nobody' : `transaction ${tx}`);
  const writers =
    serialWriter === runWriter
      ? `last written by ${who(runWriter)}`
      : `last written by ${who(runWriter)}, should be by ${who(serialWriter)}`;
  const losers = lost.length > 0 ? `; lost: the write of ${lost.map(who).join(', ')}` : '';
  return `${location} is ${shorten(String(got))}, should be ${shorten(String(serial))} (${writers}${losers})`;
}

const shorten = (text: string): string => (text.length > 90 ? `${text.slice(0, 80)}…` : text);
