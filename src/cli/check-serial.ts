import { findMissingTargets } from '../formats/block-file.ts';
import type { Block } from '../model/block.ts';
import type { BlockResult } from '../model/run.ts';
import { formatNumber } from './table.ts';
import type { LoadedBlock } from './load-block.ts';
import { UsageError } from './usage-error.ts';

/** At most this many of a kind are named; the first show what is wrong. */
const NAMED = 5;

/**
 * Looks at the serial execution before anything is built on it. Throws a UsageError when a real block has a transaction that
 * can't be included, or comes out unlike its header because the prestate lacks an account. Returns sentences about the rest.
 */
export function checkSerial({ block, kind, notes }: LoadedBlock, serial: BlockResult): string[] {
  const sentences = [...notes];
  const invalid = serial.executions.flatMap((execution, tx) =>
    execution.kind === 'invalid' ? [describeInvalid(block, tx, execution.reason.message)] : [],
  );
  if (invalid.length > 0 && kind === 'block') {
    throw new UsageError(
      `${some(invalid)}\n  A real block has no such transaction: check its prestate, its order and \`hardfork\`.`,
    );
  }
  sentences.push(...invalid.slice(0, NAMED));
  if (serial.gasUsed > block.env.gasLimit) {
    sentences.push(
      `the transactions use ${formatNumber(serial.gasUsed)} gas together, and the block has ${formatNumber(block.env.gasLimit)}: ` +
        'remove some, or raise the gas limit of the block.',
    );
  }
  const claimed = block.header?.gasUsed;
  const rootDiffers = block.header?.receiptsRoot !== undefined && block.header.receiptsRoot !== serial.receiptsRoot;
  if ((claimed === undefined || claimed === serial.gasUsed) && !rootDiffers) return sentences;
  const difference =
    claimed === undefined || claimed === serial.gasUsed
      ? 'serial execution gives other receipts than the header says'
      : `serial execution uses ${formatNumber(serial.gasUsed)} gas, and the header says ${formatNumber(claimed)}`;
  const missing = findMissingTargets(block).map(
    ({ tx, address, selector }) => `transaction ${tx} calls ${address} (${selector}), which the prestate doesn't have`,
  );
  if (missing.length > 0) {
    throw new UsageError(
      `${difference}.\n  ${some(missing)}\n  Trace the block again, or add the account to \`prestate\`.`,
    );
  }
  sentences.push(`${difference}: the prestate may be incomplete, or \`hardfork\` wrong.`);
  return sentences;
}

function describeInvalid({ transactions, prestate }: Block, tx: number, reason: string): string {
  const from = transactions[tx]?.from;
  const missing = from !== undefined && !Object.hasOwn(prestate, from);
  const hint = missing ? ' Its sender is missing from the prestate.' : '';
  return `transaction ${tx} can't be included: ${reason}${hint}`;
}

function some(sentences: readonly string[]): string {
  const more = sentences.length - NAMED;
  return [...sentences.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join('\n  ');
}
