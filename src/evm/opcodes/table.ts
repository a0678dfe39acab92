import type { Common } from '@ethereumjs/common';
import type { GasHandler, OpHandler } from '../library.ts';
import * as accounts from './accounts.ts';
import * as calls from './calls.ts';
import * as hashing from './hashing.ts';
import * as logs from './logs.ts';
import * as selfDestruct from './self-destruct.ts';
import * as storage from './storage.ts';

/** How to run one opcode. */
export interface OpcodeEntry {
  /** Static gas. */
  readonly fee: bigint;
  readonly gas: GasHandler | undefined;
  readonly run: OpHandler;
  readonly isInvalid: boolean;
  /** Whether it may read or write state: an access point. */
  readonly accessesState: boolean;
}

export type OpcodeTable = readonly OpcodeEntry[];

/** The library's table, as far as it is used. */
type LibraryTable = readonly {
  readonly opcodeInfo: { readonly feeBigInt: bigint; readonly dynamicGas: boolean; readonly isInvalid: boolean };
  readonly opHandler: OpHandler;
  readonly gasHandler: GasHandler;
}[];

interface Replacement {
  readonly gas?: GasHandler;
  readonly run?: OpHandler;
  readonly accessesState?: true;
}

/** Opcodes that are ours: they touch state, keep what the recording needs, or are among the most frequent. */
const REPLACEMENTS: Readonly<Record<number, Replacement>> = {
  32: { gas: hashing.keccakGas, run: hashing.keccak },
  49: { gas: accounts.accountGas, run: accounts.balance, accessesState: true },
  59: { gas: accounts.accountGas, run: accounts.extCodeSize, accessesState: true },
  60: { gas: accounts.extCodeCopyGas, run: accounts.extCodeCopy, accessesState: true },
  63: { gas: accounts.accountGas, run: accounts.extCodeHash, accessesState: true },
  71: { run: accounts.selfBalance, accessesState: true },
  84: { gas: storage.sloadGas, run: storage.sload, accessesState: true },
  85: { gas: storage.sstoreGas, run: storage.sstore, accessesState: true },
  160: { gas: logs.logGas, run: logs.log },
  161: { gas: logs.logGas, run: logs.log },
  162: { gas: logs.logGas, run: logs.log },
  163: { gas: logs.logGas, run: logs.log },
  164: { gas: logs.logGas, run: logs.log },
  240: { accessesState: true },
  241: { gas: calls.callGas, run: calls.call, accessesState: true },
  242: { gas: calls.callCodeGas, run: calls.callCode, accessesState: true },
  244: { gas: calls.callDelegateGas, run: calls.callDelegate, accessesState: true },
  245: { accessesState: true },
  250: { gas: calls.callStaticGas, run: calls.callStatic, accessesState: true },
  255: { gas: selfDestruct.selfDestructGas, run: selfDestruct.selfDestruct, accessesState: true },
};

/** The opcodes of the fork that `library` is the table of. */
export function createOpcodeTable(library: LibraryTable, _common: Common): OpcodeTable {
  return library.map(({ opcodeInfo, opHandler, gasHandler }, opcode) => {
    // An opcode that the fork doesn't have stays invalid.
    const replacement = opcodeInfo.isInvalid ? undefined : REPLACEMENTS[opcode];
    return {
      fee: opcodeInfo.feeBigInt,
      gas: replacement?.gas ?? (opcodeInfo.dynamicGas ? gasHandler : undefined),
      run: replacement?.run ?? opHandler,
      isInvalid: opcodeInfo.isInvalid,
      accessesState: replacement?.accessesState ?? false,
    };
  });
}
