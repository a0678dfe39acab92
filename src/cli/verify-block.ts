import { stat } from 'node:fs/promises';
import { buildConflictGraph } from '../analysis/conflict-graph.ts';
import { analyseBlock } from '../drivers/run-block.ts';
import { parseBlockFile } from '../formats/block-file.ts';
import type { ExpectedFigures, ExpectedResult } from '../formats/expected-file.ts';
import { parseExpected } from '../formats/expected-file.ts';
import { logsHash } from '../formats/logs-hash.ts';
import type { FinalExecution } from '../model/execution.ts';
import type { ConflictFigures } from '../model/graph.ts';
import type { BlockResult } from '../model/run.ts';
import { compareWithPostState } from './compare-post-state.ts';
import { loadJson } from './load-block.ts';
import type { CaseResult, Engine } from './verify-case.ts';
import { differs, runUnder } from './verify-case.ts';

/** A real block against its header and the results expected beside it. */
export async function verifyBlock(file: string, json: unknown, engine: Engine | undefined): Promise<CaseResult> {
  const block = parseBlockFile(json);
  const expectedFile = await findExpected(file);
  const expected = expectedFile === null ? {} : parseExpected(await loadJson(expectedFile));
  const analysed = await analyseBlock(block, { fees: 'delta', credits: 'strict' });
  if (analysed.kind !== 'done') throw new Error(`expected an analysis, got ${analysed.kind}`);
  const { serial } = analysed.value;

  const compare = (result: BlockResult): string[] => [
    ...compareHeader(result, { ...block.header, ...expected.header }),
    ...compareTransactions(result, expected.perTx ?? []),
    ...(expected.postState ? compareWithPostState(block.prestate, result.postState, expected.postState) : []),
  ];
  const reasons = compare(serial);
  for (const model of ['strict', 'commutative'] as const) {
    const figures = expected.analysis?.[model];
    if (figures) reasons.push(...compareFigures(model, serial.executions, figures));
  }
  if (engine) {
    const report = await runUnder(engine, block, analysed.value);
    const problems = 'refused' in report ? [report.refused] : compare(report.result);
    reasons.push(...problems.map((problem) => `${engine.id} on ${engine.lanes} lanes: ${problem}`));
  }
  return { name: `block ${block.env.number}`, reasons: firstFew(reasons) };
}

/** Beside `N.json.gz` or `N.json`: `N.expected.json.gz` or `N.expected.json`. */
async function findExpected(file: string): Promise<string | null> {
  const stem = file.replace(/\.json(\.gz)?$/, '');
  for (const path of [`${stem}.expected.json.gz`, `${stem}.expected.json`]) {
    if (await stat(path).catch(() => null)) return path;
  }
  return null;
}

function compareHeader(result: BlockResult, header: NonNullable<ExpectedResult['header']>): string[] {
  const { gasUsed, receiptsRoot, logsBloom } = header;
  return [
    ...(gasUsed === undefined ? [] : differs('gas used', result.gasUsed, gasUsed)),
    ...(receiptsRoot === undefined ? [] : differs('receipts root', result.receiptsRoot, receiptsRoot)),
    ...(logsBloom === undefined || logsBloom === result.logsBloom ? [] : ['logs bloom is another']),
  ];
}

function compareTransactions({ executions }: BlockResult, expected: NonNullable<ExpectedResult['perTx']>): string[] {
  if (expected.length === 0) return [];
  const reasons = differs('number of transactions', executions.length, expected.length);
  for (const [tx, { gasUsed, status, logsHash: logs }] of expected.entries()) {
    const execution = executions[tx];
    const where = `transaction ${tx}:`;
    if (execution?.kind === 'invalid') reasons.push(`${where} can't be included: ${execution.reason.message}`);
    if (execution?.kind !== 'executed') continue;
    const { receipt } = execution;
    reasons.push(
      ...differs(`${where} gas used`, BigInt(receipt.gasUsed), gasUsed),
      ...differs(`${where} status`, receipt.success ? 1 : 0, status ? 1 : 0),
      ...(logs === undefined ? [] : differs(`${where} logs hash`, logsHash(receipt.logs), logs)),
    );
  }
  return reasons;
}

/** The speed-up bound is given to three decimals there. Figures that we don't have are passed over. */
function compareFigures(
  model: 'strict' | 'commutative',
  executions: readonly FinalExecution[],
  expected: ExpectedFigures,
): string[] {
  const { figures } = buildConflictGraph(executions, { credits: model });
  const ours = numbersOf(figures);
  const reasons = Object.entries(expected.numbers).flatMap(([name, value]) => {
    const got = ours[name];
    if (got === undefined) return [];
    return differs(name, name === 'speedupBound' ? Math.round(got * 1000) / 1000 : got, value);
  });
  const makespans: Readonly<Record<string, number>> = figures.lowestIndexFirst;
  for (const [lanes, makespan] of Object.entries(expected.lowestIndexFirst)) {
    if (makespans[lanes] !== undefined) {
      reasons.push(...differs(`lowestIndexFirst on ${lanes} lanes`, makespans[lanes], makespan));
    }
  }
  const pairsAt = new Map<string, number>(figures.hottest.map((hot) => [hot.location, hot.conflictingPairs]));
  for (const { location, conflictingPairs } of expected.hottest) {
    reasons.push(...differs(`conflicting pairs at ${location}`, pairsAt.get(location) ?? 0, conflictingPairs));
  }
  return reasons.map((reason) => `${model} ${reason}`);
}

function numbersOf(figures: ConflictFigures): Readonly<Record<string, number>> {
  const { lowestIndexFirst: _schedule, hottest: _hottest, ...numbers } = figures;
  return numbers;
}

/** A block that comes out wrong differs in hundreds of places. */
function firstFew(reasons: readonly string[]): string[] {
  const shown = 6;
  return reasons.length <= shown ? [...reasons] : [...reasons.slice(0, shown), `and ${reasons.length - shown} more`];
}
