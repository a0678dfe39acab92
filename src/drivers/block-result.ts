import { logsBloom, receiptsRoot } from '../evm/receipts.ts';
import type { FinalExecution } from '../model/execution.ts';
import type { BlockResult, PostState } from '../model/run.ts';

/** `executions` by transaction index. A transaction that can't be included has no receipt, so the block goes on without it. */
export function toBlockResult(executions: readonly FinalExecution[], postState: PostState): BlockResult {
  const receipts = executions.flatMap((execution) => (execution.kind === 'executed' ? [execution.receipt] : []));
  return {
    executions,
    postState,
    gasUsed: receipts.reduce((sum, { gasUsed }) => sum + BigInt(gasUsed), 0n),
    receiptsRoot: receiptsRoot(receipts),
    logsBloom: logsBloom(receipts),
  };
}
