import type { RunState } from '../library.ts';

/** Yellow paper, appendix G: a word of memory costs 3, and the square of the words over 512. */
export function expandMemory(runState: RunState, offset: bigint, length: bigint): bigint {
  if (length === 0n) return 0n;
  const words = (offset + length + 31n) >> 5n;
  if (words <= runState.memoryWordCount) return 0n;
  const total = 3n * words + (words * words) / 512n;
  const paid = runState.highestMemCost;
  runState.highestMemCost = total;
  runState.memoryWordCount = words;
  return total - paid;
}

/** Words that hold `length` bytes. */
export function wordsOf(length: bigint): bigint {
  return (length + 31n) >> 5n;
}

/** Bytes of memory that are only looked at until memory is written again. */
export function viewMemory(runState: RunState, offset: bigint, length: bigint): Uint8Array {
  return length === 0n ? NOTHING : runState.memory.read(Number(offset), Number(length), true);
}

const NOTHING = new Uint8Array(0);

/** Puts what a call returned where the caller asked for it, as far as there is room. */
export function writeOutput(runState: RunState, offset: bigint, length: bigint): void {
  const data = runState.returnBytes;
  const size = Math.min(data.length, Number(length));
  if (size > 0) runState.memory.write(Number(offset), size, data.subarray(0, size));
}
