import { effectivePrestate } from '../evm/system-calls.ts';
import { type Trace, traceTransaction } from '../evm/trace.ts';
import { createPrestateReader } from '../model/prestate.ts';
import { termsOf } from './prepare-run.ts';
import type { TraceRequest } from './runner.ts';

/** Executes a transaction again on what it read, opcode by opcode. */
export async function traceOne({ block, tx, settings, reads }: TraceRequest): Promise<Trace> {
  const known = new Map(reads.map(({ location, value }) => [location, value]));
  const prestate = createPrestateReader(effectivePrestate(block));
  const view = { read: (location: Parameters<typeof prestate>[0]) => known.get(location) ?? prestate(location) };
  return traceTransaction(block, tx, view, termsOf(settings));
}
