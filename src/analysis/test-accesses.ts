import type { Execution, FinalExecution } from '../model/execution.ts';
import { gas, toAddress } from '../model/ids.ts';
import type { Address } from '../model/ids.ts';
import { balanceOf } from '../model/location.ts';
import type { Location } from '../model/location.ts';

/** What one transaction of a test does: gas, then `r` (read), `w` (write), `u` (read and write) or `+` (credit), each with a letter. */
export interface DrawnTx {
  readonly gas: number;
  readonly accesses: readonly { readonly how: 'r' | 'w' | 'u' | '+'; readonly letter: string }[];
}

/** The address behind a letter: `a` is 0x…0a1. */
export const letterAddress = (letter: string): Address =>
  toAddress(`0x${letter.charCodeAt(0).toString(16).padStart(40, '0')}`);

export const letterBalance = (letter: string): Location => balanceOf(letterAddress(letter));

/**
 * `'10 ra ub | 20 +a'`: transaction 0 uses 10 gas, reads a and updates b; transaction 1 uses 20 gas and adds to a. All
 * letters are balances.
 */
export function drawTxs(text: string): DrawnTx[] {
  return text.split('|').map((part) => {
    const [used, ...accesses] = part.trim().split(/\s+/);
    return {
      gas: Number(used),
      accesses: accesses.map((a) => ({ how: a.charAt(0) as 'r' | 'w' | 'u' | '+', letter: a.charAt(1) })),
    };
  });
}

/** As a strict recording (a credit is a marked read and a write) or as a commutative one (credits apart). */
export function toExecutions(txs: readonly DrawnTx[], recorded: 'strict' | 'commutative' = 'strict'): FinalExecution[] {
  return txs.map((tx): Exclude<Execution, { kind: 'blocked' }> => {
    const is = (hows: string) => tx.accesses.filter((a) => hows.includes(a.how)).map((a) => a.letter);
    const strict = recorded === 'strict';
    const read = (letter: string, credit: boolean) => ({
      location: letterBalance(letter),
      value: 0n,
      at: gas(0),
      credit,
    });
    return {
      kind: 'executed',
      receipt: { type: 0, success: true, gasUsed: gas(tx.gas), logs: [], output: '0x' },
      recording: {
        reads: [...is('ru').map((l) => read(l, false)), ...(strict ? is('+').map((l) => read(l, true)) : [])],
        writes: is(strict ? 'wu+' : 'wu').map((l) => ({ location: letterBalance(l), before: 0n, value: 1n })),
        credits: strict ? [] : is('+').map((l) => ({ address: letterAddress(l), amount: 1n })),
        fee: 0n,
      },
    };
  });
}
