import { BlockedRead, type CreditRecord, type Execution, type ExecuteOptions } from '../model/execution.ts';
import type { Executor, ReadRecord, StateView, WriteRecord } from '../model/execution.ts';
import { type Address, type Gas, gas } from '../model/ids.ts';
import { balanceOf, emptyValue, type Location, type Value } from '../model/location.ts';
import type { DrawnTransaction, Step } from '../model/notation.ts';

/**
 * Test support: an executor that plays drawn transactions instead of running an EVM. What a transaction writes, and, where the
 * drawing says "if", what it touches and how much gas it uses, depends on all it has read, so that reading a wrong
 * version shows in the result.
 */
export function createScriptedExecutor(block: readonly DrawnTransaction[], coinbase: Address): Executor {
  return {
    preimages: new Map(),
    async execute(tx, view, options) {
      const drawn = block[tx];
      if (!drawn) throw new RangeError(`the block has ${block.length} transactions, none with index ${tx}`);
      const play = createPlay(view, options, tx);
      try {
        for (const step of drawn.steps) {
          if (step.when && !play.isOdd(await play.read(step.when))) continue;
          if (step.kind === 'invalid') return play.invalid();
          await playStep(step, play);
        }
        await play.payFee(coinbase, drawn.fee);
      } catch (error) {
        if (!(error instanceof BlockedRead)) throw error;
        return play.blocked(error);
      }
      return play.executed();
    },
  };
}

type Play = ReturnType<typeof createPlay>;

async function playStep(step: Exclude<Step, { kind: 'invalid' }>, play: Play): Promise<void> {
  switch (step.kind) {
    case 'gas':
      return play.use(step.amount);
    case 'read':
      await play.read(step.location);
      return;
    case 'write':
      return play.write(step.location, play.mixture(step.location));
    case 'add':
      return play.write(step.location, ((await play.read(step.location)) as bigint) + step.amount);
    case 'credit':
      return play.credit(step.address, step.amount);
  }
}

/** One incarnation under way. */
function createPlay(view: StateView, { fees, credits, pace }: ExecuteOptions, tx: number) {
  const reads = new Map<Location, ReadRecord>();
  const writes = new Map<Location, WriteRecord>();
  let added: CreditRecord[] = [];
  let used = 0;
  let fee = 0n;

  async function load(location: Location, credit: boolean): Promise<Value> {
    const written = writes.get(location);
    if (written) return written.value;
    const before = reads.get(location);
    if (before) {
      if (before.credit && !credit) reads.set(location, { ...before, credit });
      return before.value;
    }
    await pace?.(gas(used));
    const value = view.read(location);
    reads.set(location, { location, value, at: gas(used), credit });
    // What the transaction has added so far without looking, it now looks at.
    const own = added.filter(({ address }) => balanceOf(address) === location);
    if (own.length === 0) return value;
    added = added.filter((other) => !own.includes(other));
    write(
      location,
      own.reduce((sum, { amount }) => sum + amount, value as bigint),
    );
    return load(location, credit);
  }

  function write(location: Location, value: Value): void {
    const before = reads.get(location)?.value ?? emptyValue(location);
    writes.set(location, { location, before, value });
  }

  const recording = () => ({
    reads: [...reads.values()],
    // Net: a value put back to what was read is no write.
    writes: [...writes.values()].filter(({ location, value }) => reads.get(location)?.value !== value),
    credits: added,
    fee,
  });

  return {
    read: (location: Location) => load(location, false),
    write,
    isOdd: (value: Value) => typeof value === 'bigint' && value % 2n === 1n,
    use(amount: number): void {
      used += amount;
    },
    async credit(address: Address, amount: bigint): Promise<void> {
      const location = balanceOf(address);
      const looked = writes.has(location) || reads.get(location)?.credit === false;
      if (credits === 'commutative' && !looked) added = [...added, { address, amount }];
      else write(location, ((await load(location, true)) as bigint) + amount);
    },
    async payFee(coinbase: Address, amount: bigint): Promise<void> {
      if (fees === 'delta') fee = amount;
      else write(balanceOf(coinbase), ((await load(balanceOf(coinbase), true)) as bigint) + amount);
    },
    /** A number that depends on who writes, where, and on all that was read, in order. */
    mixture(location: Location): Value {
      if (location.startsWith('w')) return 1n;
      let mixed = BigInt(tx + 1);
      for (const { value } of reads.values()) mixed = (mixed * 31n + BigInt(value === '0x' ? 0 : value)) % 1009n;
      return location.startsWith('c') ? `0x${(mixed + 1n).toString(16).padStart(4, '0')}` : mixed;
    },
    executed: (): Execution => ({
      kind: 'executed',
      receipt: { type: 2, success: true, gasUsed: gas(used), logs: [], output: '0x' },
      recording: recording(),
    }),
    invalid: (): Execution => ({
      kind: 'invalid',
      reason: { code: 'other', message: 'the drawing says so' },
      recording: { reads: [...reads.values()], writes: [], credits: [], fee: 0n },
    }),
    blocked: ({ location, by }: BlockedRead): Execution => ({
      kind: 'blocked',
      location,
      by,
      at: gas(used) as Gas,
      recording: { reads: [...reads.values()], writes: [], credits: [], fee: 0n },
    }),
  };
}
