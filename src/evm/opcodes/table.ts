import type { GasHandler, OpHandler, RunState } from '../library.ts';
import * as accounts from './accounts.ts';
import * as calls from './calls.ts';
import * as hashing from './hashing.ts';
import * as logs from './logs.ts';
import * as plain from './plain.ts';
import * as selfDestruct from './self-destruct.ts';
import * as storage from './storage.ts';

/** How to run one opcode. */
export interface OpcodeEntry {
  /** Static gas. */
  readonly fee: bigint;
  /** The same, for the loop's own counter. */
  readonly cost: number;
  /**
   * It neither touches anything outside its frame nor looks at the gas left, and is never awaited: the loop can count its gas
   * by itself.
   */
  readonly isPlain: boolean;
  /** A plain opcode's further cost. */
  readonly price: plain.Price | undefined;
  /** Any other opcode's further cost. */
  readonly gas: GasHandler | undefined;
  readonly run: OpHandler;
  readonly isInvalid: boolean;
  /** Whether it may read or write state: an access point. */
  readonly accessesState: boolean;
  /** Whether this time it looks at nothing that the incarnation hasn't seen already, so that it needn't be held. Absent: it may. */
  readonly looksAtNothingNew: Look | undefined;
}

export type OpcodeTable = readonly OpcodeEntry[];

type Look = (runState: RunState) => boolean;

/** The library's table, as far as it is used. */
type LibraryTable = readonly {
  readonly opcodeInfo: {
    readonly fee: number;
    readonly feeBigInt: bigint;
    readonly dynamicGas: boolean;
    readonly isInvalid: boolean;
  };
  readonly opHandler: OpHandler;
  readonly gasHandler: GasHandler;
}[];

type Replacement =
  | { readonly kind: 'plain'; readonly price?: plain.Price; readonly run?: OpHandler }
  | { readonly kind: 'state'; readonly gas?: GasHandler; readonly run?: OpHandler; readonly knows?: Look };

const state = (gas?: GasHandler, run?: OpHandler, knows?: Look): Replacement => ({
  kind: 'state',
  ...(gas ? { gas } : {}),
  ...(run ? { run } : {}),
  ...(knows ? { knows } : {}),
});
const simple = (price?: plain.Price, run?: OpHandler): Replacement => ({
  kind: 'plain',
  ...(price ? { price } : {}),
  ...(run ? { run } : {}),
});
const LOG = simple(logs.logPrice, logs.log);
const PUSH = simple(undefined, plain.push);

/** Opcodes that are ours: they touch state, keep what the recording needs, or are among the most frequent. */
const REPLACEMENTS: ReadonlyMap<number, Replacement> = new Map<number, Replacement>([
  [0x00, simple(undefined, plain.stop)],
  [0x0a, simple(plain.expPrice)],
  [0x20, simple(hashing.keccakPrice, hashing.keccak)],
  [0x31, state(accounts.accountGas, accounts.balance)],
  [0x35, simple(undefined, plain.callDataLoad)],
  [0x37, simple(plain.copyPrice, plain.callDataCopy)],
  [0x39, simple(plain.copyPrice, plain.codeCopy)],
  [0x3b, state(accounts.accountGas, accounts.extCodeSize)],
  [0x3c, state(accounts.extCodeCopyGas, accounts.extCodeCopy)],
  [0x3e, simple(plain.returnDataCopyPrice, plain.returnDataCopy)],
  [0x3f, state(accounts.accountGas, accounts.extCodeHash)],
  [0x47, state(undefined, accounts.selfBalance)],
  [0x51, simple(plain.wordAtTopPrice, plain.mload)],
  [0x52, simple(plain.wordAtTopPrice, plain.mstore)],
  [0x53, simple(plain.byteAtTopPrice, plain.mstore8)],
  [0x54, state(storage.sloadGas, storage.sload, storage.knowsSlot)],
  [0x55, state(storage.sstoreGas, storage.sstore, storage.knowsSlot)],
  [0x56, simple(undefined, plain.jump)],
  [0x57, simple(undefined, plain.jumpIf)],
  [0x5e, simple(plain.memoryCopyPrice)],
  ...Array.from({ length: 32 }, (_, i): [number, Replacement] => [0x60 + i, PUSH]),
  ...Array.from({ length: 5 }, (_, i): [number, Replacement] => [0xa0 + i, LOG]),
  [0xf0, state()],
  [0xf1, state(calls.callGas, calls.call)],
  [0xf2, state(calls.callCodeGas, calls.callCode)],
  [0xf3, simple(plain.rangePrice, plain.returnOp)],
  [0xf4, state(calls.callDelegateGas, calls.callDelegate)],
  [0xf5, state()],
  [0xfa, state(calls.callStaticGas, calls.callStatic)],
  [0xfd, simple(plain.rangePrice)],
  [0xff, state(selfDestruct.selfDestructGas, selfDestruct.selfDestruct)],
]);

/** GAS looks at the gas left, BLOCKHASH is awaited. */
const NOT_PLAIN: ReadonlySet<number> = new Set([0x40, 0x5a]);

/** The opcodes of the fork that `library` is the table of. */
export function createOpcodeTable(library: LibraryTable): OpcodeTable {
  return library.map(({ opcodeInfo, opHandler, gasHandler }, opcode) => {
    // An opcode that the fork doesn't have stays invalid.
    const ours = opcodeInfo.isInvalid ? undefined : REPLACEMENTS.get(opcode);
    const libraryGas = opcodeInfo.dynamicGas ? gasHandler : undefined;
    return {
      fee: opcodeInfo.feeBigInt,
      cost: opcodeInfo.fee,
      isPlain: ours ? ours.kind === 'plain' : !libraryGas && !opcodeInfo.isInvalid && !NOT_PLAIN.has(opcode),
      price: ours?.kind === 'plain' ? ours.price : undefined,
      gas: ours?.kind === 'plain' ? undefined : (ours?.gas ?? libraryGas),
      run: ours?.run ?? opHandler,
      isInvalid: opcodeInfo.isInvalid,
      accessesState: ours?.kind === 'state',
      looksAtNothingNew: ours?.kind === 'state' ? ours.knows : undefined,
    };
  });
}
