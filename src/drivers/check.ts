import type { FinalExecution, Log } from '../model/execution.ts';
import type { Block } from '../model/block.ts';
import type { TxIndex } from '../model/ids.ts';
import { balanceOf, emptyValue, type Location, type Value } from '../model/location.ts';
import type { BlockResult, Difference, HeaderCheck } from '../model/run.ts';
import type { ReadPrestate } from '../model/prestate.ts';
import type { CompletedRun } from './completed-run.ts';

export interface CheckInput {
  readonly serial: BlockResult;
  /** Order in which the serial result was made. */
  readonly serialOrder: readonly TxIndex[];
  readonly result: Pick<BlockResult, 'executions' | 'postState'>;
  readonly run: CompletedRun;
  readonly block: Block;
  readonly prestate: ReadPrestate;
}

/** Every way in which a run's receipts and state are not the serial ones, receipts first, in block order. */
export function findDifferences(input: CheckInput): readonly Difference[] {
  return [...receiptDifferences(input), ...stateDifferences(input)];
}

type ReceiptDifference = Extract<Difference, { kind: 'receipt' }>;

function receiptDifferences({ serial, result }: CheckInput): readonly ReceiptDifference[] {
  return serial.executions.flatMap((expected, index): readonly ReceiptDifference[] => {
    const tx = index as TxIndex;
    const got = result.executions[index];
    if (!got) return [{ kind: 'receipt', tx, field: 'validity', serial: validityOf(expected), run: 'not executed' }];
    if (expected.kind !== 'executed' || got.kind !== 'executed') {
      if (validityOf(expected) === validityOf(got)) return [];
      return [{ kind: 'receipt', tx, field: 'validity', serial: validityOf(expected), run: validityOf(got) }];
    }
    const fields = [
      ['success', (r: typeof got.receipt) => `${r.success}`],
      ['gasUsed', (r: typeof got.receipt) => `${r.gasUsed}`],
      ['logs', (r: typeof got.receipt) => r.logs.map(logToText).join('; ')],
      ['output', (r: typeof got.receipt) => r.output],
    ] as const;
    return fields.flatMap(([field, toText]) => {
      const [a, b] = [toText(expected.receipt), toText(got.receipt)];
      return a === b ? [] : [{ kind: 'receipt', tx, field, serial: a, run: b }];
    });
  });
}

function validityOf(execution: FinalExecution): string {
  return execution.kind === 'executed' ? 'valid' : `invalid: ${execution.reason.message}`;
}

function logToText({ address, topics, data }: Log): string {
  return `${address} [${topics.join(', ')}] ${data}`;
}

function stateDifferences({ serial, serialOrder, result, run, block, prestate }: CheckInput): readonly Difference[] {
  const coinbase = balanceOf(block.env.coinbase);
  const locations = new Set([...serial.postState.keys(), ...result.postState.keys()]);
  const valueIn = (state: Pick<BlockResult, 'postState'>, location: Location): Value =>
    state.postState.get(location) ?? prestate(location) ?? emptyValue(location);
  return [...locations].flatMap((location): readonly Difference[] => {
    const expected = valueIn(serial, location);
    const got = valueIn(result, location);
    if (expected === got) return [];
    const writes = run.writeOrder.filter((tx) => doesWrite(result.executions[tx], location, coinbase));
    return [
      {
        kind: 'state',
        location,
        serial: expected,
        run: got,
        serialWriter: serialOrder.findLast((tx) => doesWrite(serial.executions[tx], location, coinbase)) ?? null,
        runWriter: writes.at(-1) ?? null,
        lost: lostWrites(location, writes, run),
      },
    ];
  });
}

function doesWrite(execution: FinalExecution | undefined, location: Location, coinbase: Location): boolean {
  if (!execution) return false;
  const { writes, credits, fee } = execution.recording;
  return (
    writes.some((write) => write.location === location) ||
    credits.some(({ address }) => balanceOf(address) === location) ||
    (location === coinbase && fee > 0n)
  );
}

/**
 * Writes that aren't in the result: going back from the last write, those that nobody who came after had read. A write that was
 * built on an earlier one keeps it; an addition keeps whatever was there.
 */
function lostWrites(location: Location, writes: readonly TxIndex[], run: CompletedRun): readonly TxIndex[] {
  const lost: TxIndex[] = [];
  /** Which write the one above it in the list was built on; undefined: all of what was there. */
  let builtOn: TxIndex | null | undefined;
  for (const tx of writes.toReversed()) {
    if (builtOn !== undefined && builtOn !== tx) {
      lost.push(tx);
      continue;
    }
    const final = run.finals[tx];
    if (!final?.execution.recording.writes.some((write) => write.location === location)) {
      builtOn = undefined;
      continue;
    }
    const origin = final.reads.find((read) => read.location === location)?.origin;
    if (origin?.kind === 'version') builtOn = origin.version.tx;
    else if (origin?.kind === 'sum') builtOn = (origin.youngest ?? origin.base)?.tx ?? null;
    else builtOn = null;
  }
  return lost.reverse();
}

/** Against the header of a real block. */
export function checkHeader(result: BlockResult, header: Block['header']): HeaderCheck {
  const is = <T>(claim: T | undefined, value: T): boolean | null => (claim === undefined ? null : claim === value);
  return {
    gasUsed: is(header?.gasUsed, result.gasUsed),
    receiptsRoot: is(header?.receiptsRoot, result.receiptsRoot),
    logsBloom: is(header?.logsBloom, result.logsBloom),
  };
}
