import { analyseBlock } from '../drivers/run-block.ts';
import { stateRoot } from '../evm/state-root.ts';
import { logsHash } from '../formats/logs-hash.ts';
import type { StateTestCase } from '../formats/state-test.ts';
import { parseStateTests } from '../formats/state-test.ts';
import type { BlockResult } from '../model/run.ts';
import type { CaseResult, Engine } from './verify-case.ts';
import { differs, runUnder } from './verify-case.ts';

/** Each case of a file of state tests: post-state root, logs hash, and whether the transaction is refused. */
export async function* verifyStateTests(json: unknown, engine: Engine | undefined): AsyncGenerator<CaseResult> {
  for (const test of parseStateTests(json)) {
    if (test.kind === 'unknown-fork') {
      yield { name: test.name, reasons: [test.message] };
      continue;
    }
    const analysed = await analyseBlock(test.block, { fees: 'delta', credits: 'strict' });
    if (analysed.kind !== 'done') throw new Error(`expected an analysis, got ${analysed.kind}`);
    const { serial } = analysed.value;
    const reasons = compare(test, serial);
    if (engine) {
      const report = await runUnder(engine, test.block, analysed.value);
      const problems = 'refused' in report ? [report.refused] : compare(test, report.result);
      reasons.push(...problems.map((problem) => `${engine.id} on ${engine.lanes} lanes: ${problem}`));
    }
    yield { name: test.name, reasons };
  }
}

function compare(
  { block, stateRoot: expectedRoot, logsHash: expectedLogs, exception }: StateTestCase,
  result: BlockResult,
) {
  const [execution] = result.executions;
  const refused = execution?.kind !== 'executed';
  const logs = refused ? [] : execution.receipt.logs;
  const reasons = [
    ...differs('state root', stateRoot(block.prestate, result.postState), expectedRoot),
    ...differs('logs hash', logsHash(logs), expectedLogs),
  ];
  if (exception && !refused) reasons.push(`the transaction was executed, should be refused (${exception})`);
  if (!exception && refused)
    reasons.push(`the transaction was refused: ${execution?.reason.message ?? 'there is none'}`);
  return reasons;
}
