import { EVMError } from '@ethereumjs/evm';
import type { FrameMemory } from '../frame-memory.ts';
import type { RunState } from '../library.ts';

/** More memory than this costs 8.8 trillion gas and could not be had; up to it the arithmetic below is exact. */
const MOST_BYTES = 2 ** 31;

/** Gas for memory to reach `offset + length` (yellow paper, appendix G): 3 a word, and the square of the words over 512. */
export function memoryPrice(runState: RunState, offset: bigint, length: bigint): number {
  if (length === 0n) return 0;
  const end = Number(offset) + Number(length);
  if (end > MOST_BYTES) return Number.POSITIVE_INFINITY;
  const words = Math.ceil(end / 32);
  const before = Number(runState.memoryWordCount);
  if (words <= before) return 0;
  const total = totalPrice(words);
  // The library's own handlers go on from these.
  runState.memoryWordCount = BigInt(words);
  runState.highestMemCost = BigInt(total);
  return total - totalPrice(before);
}

function totalPrice(words: number): number {
  return 3 * words + Math.floor((words * words) / 512);
}

/** The same for handlers that price in bigint. */
export function expandMemory(runState: RunState, offset: bigint, length: bigint): bigint {
  const price = memoryPrice(runState, offset, length);
  if (price === Number.POSITIVE_INFINITY) throw new EVMError(EVMError.errorMessages.OUT_OF_GAS);
  return BigInt(price);
}

/** Words that hold `length` bytes. */
export function wordsOf(length: bigint): number {
  return Math.ceil(Number(length) / 32);
}

/** The memory of a frame: frames are only ever ours. */
export function memoryOf({ memory }: RunState): FrameMemory {
  return memory as FrameMemory;
}

/** Bytes of memory that are only looked at until memory is written again. */
export function viewMemory({ memory }: RunState, offset: bigint, length: bigint): Uint8Array {
  return length === 0n ? NOTHING : memory.read(Number(offset), Number(length), true);
}

const NOTHING = new Uint8Array(0);

/** Copies `length` bytes of `source` from `from` on into memory; beyond its end there are zeros. */
export function copyToMemory(
  runState: RunState,
  offset: bigint,
  source: Uint8Array,
  from: bigint,
  length: bigint,
): void {
  if (length === 0n) return;
  const start = from < BigInt(source.length) ? Number(from) : source.length;
  memoryOf(runState).copy(Number(offset), source, start, Number(length));
}

/** Puts what a call returned where the caller asked for it, as far as there is room. */
export function writeOutput(runState: RunState, offset: bigint, length: bigint): void {
  const data = runState.returnBytes;
  memoryOf(runState).copy(Number(offset), data, 0, Math.min(data.length, Number(length)));
}
