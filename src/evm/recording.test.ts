import { describe, expect, test } from 'vitest';
import type { AccountState, Block, BlockTransaction, Hardfork } from '../model/block.ts';
import { BlockedRead, type CreditMode, type Execution, type FeeMode, type StateView } from '../model/execution.ts';
import { type Address, type Gas, type Hex, txIndex } from '../model/ids.ts';
import { createPrestateReader } from '../model/prestate.ts';
import { createExecutor } from './executor.ts';
import { assemble, deploying, type Instruction } from './test-support/assemble.ts';

const at = (n: number): Address => `0x${n.toString(16).padStart(40, '0')}` as Address;
const SENDER = at(0xa0);
const TARGET = at(0xc0);
const OTHER = at(0xd0);
const NOBODY = at(0xe0);
const COINBASE = at(0xfee);
const NAMES: Readonly<Record<Address, string>> = {
  [SENDER]: 'sender',
  [TARGET]: 'target',
  [OTHER]: 'other',
  [NOBODY]: 'nobody',
  [COINBASE]: 'coinbase',
};

type Program = (Instruction | Hex)[];

interface Case {
  readonly hardfork?: Hardfork;
  /** Code of `target`, which the transaction calls. */
  readonly target?: Program;
  /** Code of `other`. */
  readonly other?: Program;
  readonly tx?: Partial<BlockTransaction>;
  readonly accounts?: Record<Address, Partial<AccountState>>;
  readonly fees?: FeeMode;
  readonly credits?: CreditMode;
  readonly view?: (prestate: StateView['read']) => StateView['read'];
  readonly pace?: (at: Gas) => Promise<void> | undefined;
  readonly coinbase?: Address;
  /** Send to it instead of `target`; null creates. */
  readonly to?: Address | null;
}

const NO_ACCOUNT: AccountState = { balance: 0n, nonce: 0n, code: '0x', storage: {} };

async function run(given: Case): Promise<Execution> {
  const prestate: Record<Address, AccountState> = {
    [SENDER]: { ...NO_ACCOUNT, balance: 10n ** 18n },
    [TARGET]: { ...NO_ACCOUNT, balance: 100n, nonce: 1n, code: assemble(given.target ?? []), storage: { '0x1': 7n } },
    [OTHER]: { ...NO_ACCOUNT, nonce: 1n, code: assemble(given.other ?? []), storage: { '0x1': 5n } },
  };
  for (const [address, account] of Object.entries(given.accounts ?? {}) as [Address, Partial<AccountState>][]) {
    prestate[address] = { ...(prestate[address] ?? NO_ACCOUNT), ...account };
  }
  const { to = TARGET } = given;
  const block: Block = {
    hardfork: given.hardfork ?? 'cancun',
    chainId: 1n,
    env: { number: 1n, timestamp: 1n, coinbase: given.coinbase ?? COINBASE, gasLimit: 30_000_000n },
    prestate,
    transactions: [
      {
        type: 0,
        from: SENDER,
        ...(to ? { to } : {}),
        nonce: 0n,
        gasLimit: 1_000_000n,
        value: 0n,
        data: '0x',
        gasPrice: 1n,
        ...given.tx,
      },
    ],
  };
  const executor = await createExecutor(block);
  const read = createPrestateReader(prestate);
  return executor.execute(
    txIndex(0),
    { read: given.view?.(read) ?? read },
    { fees: given.fees ?? 'delta', credits: given.credits ?? 'strict', ...(given.pace ? { pace: given.pace } : {}) },
  );
}

/** Locations with the addresses by name; a credit is marked with +. */
async function sets(given: Case): Promise<{ reads: string[]; writes: string[] }> {
  const { recording } = await run(given);
  const name = (location: string) =>
    location.replace(/0x[0-9a-f]{40}/, (address) => NAMES[address as Address] ?? address);
  return {
    reads: recording.reads.map(({ location, credit }) => name(location) + (credit ? '+' : '')),
    writes: recording.writes.map(({ location, value }) => `${name(location)} = ${value}`),
  };
}

/** What every call of `target` reads. */
const CALL = ['n:sender', 'b:sender', 'c:target'];

const call = (to: Address, value = 0): Program => [0, 0, 0, 0, value, to, 'GAS', 'CALL'];

describe('reads', () => {
  test('storage: every slot loaded', async () => {
    const { reads } = await sets({ target: [1, 'SLOAD', 2, 'SLOAD', 1, 'SLOAD'] });
    expect(reads).toEqual([...CALL, 's:target:0x1', 's:target:0x2']);
  });

  test('storage: also in frames that reverted', async () => {
    const { reads, writes } = await sets({ target: call(OTHER), other: [1, 'SLOAD', 5, 'SSTORE', 0, 0, 'REVERT'] });
    expect(reads).toEqual([...CALL, 'c:other', 's:other:0x1', 's:other:0x5']);
    expect(writes.filter((write) => write.startsWith('s'))).toEqual([]);
  });

  test('SSTORE counts, as its gas depends on the current and the original value', async () => {
    expect((await sets({ target: [9, 3, 'SSTORE'] })).reads).toEqual([...CALL, 's:target:0x3']);
  });

  test('code: target of a call, tx.to, EXTCODE*', async () => {
    expect((await sets({ target: [OTHER, 'EXTCODESIZE'] })).reads).toEqual([...CALL, 'c:other']);
    expect((await sets({ target: [OTHER, 'EXTCODEHASH'], other: ['STOP'] })).reads).toEqual([...CALL, 'c:other']);
    expect((await sets({ target: [1, 0, 0, OTHER, 'EXTCODECOPY'] })).reads).toEqual([...CALL, 'c:other']);
    expect((await sets({ target: [0, 0, 0, 0, OTHER, 'GAS', 'DELEGATECALL'] })).reads).toEqual([...CALL, 'c:other']);
    expect((await sets({ target: call(OTHER) })).reads).toEqual([...CALL, 'c:other']);
  });

  test('code: a precompile has none to read', async () => {
    expect((await sets({ hardfork: 'prague', target: call(at(2)) })).reads).toEqual(CALL);
  });

  test('code: 7702 delegates, wherever code is loaded', async () => {
    const accounts = { [NOBODY]: { nonce: 1n, code: `0xef0100${OTHER.slice(2)}` as Hex } };
    const { reads } = await sets({ hardfork: 'prague', accounts, target: call(NOBODY), other: [1, 'SLOAD'] });
    expect(reads).toEqual([...CALL, 'c:nobody', 'c:other', 's:nobody:0x1']);
  });

  test('balance: the executing account of a call with value; the recipient gets a credit', async () => {
    const { reads, writes } = await sets({ target: call(OTHER, 3) });
    expect(reads).toEqual([...CALL, 'e:other', 'b:target', 'b:other+', 'c:other']);
    expect(writes).toContain('b:target = 97');
    expect(writes).toContain('b:other = 3');
  });

  test('balance: not of a call without value', async () => {
    const { reads, writes } = await sets({ target: call(OTHER) });
    expect(reads).toEqual([...CALL, 'c:other']);
    expect(writes.map((write) => write.split(' ')[0])).toEqual(['b:sender', 'n:sender']);
  });

  test('balance: the executing account of a CREATE with value, not of one without', async () => {
    const endowed = await sets({ target: [0, 0, 5, 'CREATE'] });
    expect(endowed.reads.slice(0, 5)).toEqual([...CALL, 'b:target', 'n:target']);
    const bare = await sets({ target: [0, 0, 0, 'CREATE'] });
    expect(bare.reads).not.toContain('b:target');
  });

  test('balance: BALANCE and SELFBALANCE', async () => {
    expect((await sets({ target: [NOBODY, 'BALANCE'] })).reads).toEqual([...CALL, 'b:nobody']);
    expect((await sets({ target: ['SELFBALANCE'] })).reads).toEqual([...CALL, 'b:target']);
  });

  test('balance: SELFDESTRUCT reads its own, and credits the beneficiary', async () => {
    const { reads, writes } = await sets({ hardfork: 'shanghai', target: [OTHER, 'SELFDESTRUCT'] });
    expect(reads).toEqual([...CALL, 'b:target', 'e:other', 'b:other+', 'n:target']);
    expect(writes).toEqual([
      expect.stringMatching(/^b:sender = /),
      'n:sender = 1',
      'b:target = 0',
      'n:target = 0',
      'c:target = 0x',
      'w:target = 1',
      'b:other = 100',
    ]);
  });

  test('nonce: the executing account of CREATE, and every account whose nonce changed', async () => {
    const { reads, writes } = await sets({ target: [0, 0, 0, 'CREATE'] });
    const created = reads.at(-1);
    expect(reads.slice(0, -1)).toEqual([...CALL, 'n:target']);
    expect(created).toMatch(/^n:0x/);
    expect(writes).toContain('n:target = 2');
    expect(writes).toContain(`${created} = 1`);
  });

  test('not counted: emptiness tests are reads of existence', async () => {
    const { reads } = await sets({ target: call(NOBODY, 1) });
    expect(reads).toEqual([...CALL, 'e:nobody', 'b:target', 'b:nobody+', 'c:nobody']);
    expect((await sets({ target: [NOBODY, 'EXTCODEHASH'] })).reads).toEqual([...CALL, 'c:nobody', 'e:nobody']);
  });

  test('not counted: a touched coinbase, though it is empty', async () => {
    const { reads, writes } = await sets({ target: ['COINBASE', 'POP'], tx: { gasPrice: 0n } });
    expect(reads).toEqual(CALL);
    expect(writes).toEqual(['n:sender = 1']);
  });
});

describe('writes', () => {
  test('net: a guard set and cleared again is none', async () => {
    const { writes } = await sets({ target: [8, 1, 'SSTORE', 7, 1, 'SSTORE'] });
    expect(writes.filter((write) => write.startsWith('s'))).toEqual([]);
  });

  test('net: a reverted transaction writes only what it pays', async () => {
    const { writes } = await sets({ target: [8, 1, 'SSTORE', 0, 0, 'REVERT'], tx: { value: 5n } });
    expect(writes.map((write) => write.split(' ')[0])).toEqual(['b:sender', 'n:sender']);
  });

  test('before and after are given', async () => {
    const { recording } = await run({ target: [8, 1, 'SSTORE'] });
    expect(recording.writes).toContainEqual({ location: `s:${TARGET}:0x1`, before: 7n, value: 8n });
  });

  test('a deployed contract: code and nonce; storage written by its constructor', async () => {
    const execution = await run({ to: null, tx: { data: deploying(assemble(['STOP']), [9, 1, 'SSTORE']) } });
    const created = execution.kind === 'executed' ? execution.receipt.createdAddress : undefined;
    expect(execution.recording.writes.slice(2)).toEqual([
      { location: `n:${created}`, before: 0n, value: 1n },
      { location: `c:${created}`, before: '0x', value: '0x00' },
      { location: `s:${created}:0x1`, before: 0n, value: 9n },
    ]);
  });

  test('from Cancun on, SELFDESTRUCT only moves the balance', async () => {
    const { writes } = await sets({ target: [OTHER, 'SELFDESTRUCT'] });
    expect(writes.slice(2)).toEqual(['b:target = 0', 'b:other = 100']);
  });
});

describe('credits', () => {
  test('a credit that reverts is nothing', async () => {
    const { reads, writes } = await sets({ target: [...call(OTHER, 3), 'POP'], other: [0, 0, 'REVERT'] });
    expect(reads).not.toContain('b:other+');
    expect(writes.map((write) => write.split(' ')[0])).toEqual(['b:sender', 'n:sender']);
  });

  test('a balance read after its credit is a plain read', async () => {
    const { reads } = await sets({ target: [...call(OTHER, 3), OTHER, 'BALANCE'] });
    expect(reads).toContain('b:other');
    expect(reads).not.toContain('b:other+');
  });

  test('commutative: the balance is not read', async () => {
    const { recording } = await run({ target: call(OTHER, 3), credits: 'commutative' });
    expect(recording.reads.map(({ location }) => location)).not.toContain(`b:${OTHER}`);
    expect(recording.writes.map(({ location }) => location)).not.toContain(`b:${OTHER}`);
    expect(recording.credits).toEqual([{ address: OTHER, amount: 3n }]);
  });

  test('commutative: read afterwards, it is a read and a write', async () => {
    const { recording } = await run({ target: [...call(OTHER, 3), OTHER, 'BALANCE'], credits: 'commutative' });
    expect(recording.credits).toEqual([]);
    expect(recording.writes).toContainEqual({ location: `b:${OTHER}`, before: 0n, value: 3n });
  });
});

describe('the fee recipient', () => {
  test('the fee is taken out of the sets', async () => {
    const { recording } = await run({ target: [] });
    expect(recording.fee).toBe(21_000n);
    expect(JSON.stringify([...recording.reads, ...recording.writes].map(({ location }) => location))).not.toContain(
      COINBASE,
    );
  });

  test('from London on it gets the priority fee only', async () => {
    const execution = await run({ hardfork: 'london', target: [], tx: { gasPrice: 10n } });
    expect(execution.recording.fee).toBe(21_000n * 10n);
  });

  test('paid naively, it is a read, marked as a credit, and a write', async () => {
    const { recording } = await run({ target: [], fees: 'naive', accounts: { [COINBASE]: { balance: 5n } } });
    expect(recording.fee).toBe(0n);
    expect(recording.reads.at(-1)).toEqual({ location: `b:${COINBASE}`, value: 5n, at: 21_000, credit: true });
    expect(recording.writes.at(-1)).toEqual({ location: `b:${COINBASE}`, before: 5n, value: 21_005n });
  });

  test('a direct payment and BALANCE count as for any account', async () => {
    const { reads, writes } = await sets({ target: [...call(COINBASE, 3), COINBASE, 'BALANCE'] });
    expect(reads).toContain('b:coinbase');
    expect(writes).toContain('b:coinbase = 3');
  });

  test('the fee is not there until the transaction has ended', async () => {
    const { recording } = await run({
      target: ['COINBASE', 'BALANCE', 2, 'SSTORE'],
      accounts: { [COINBASE]: { balance: 5n } },
    });
    expect(recording.writes).toContainEqual({ location: `s:${TARGET}:0x2`, before: 0n, value: 5n });
  });

  test('the sender itself: its balance is written without the fee it earns', async () => {
    const { recording } = await run({ target: [], coinbase: SENDER });
    expect(recording.fee).toBe(21_000n);
    expect(recording.writes).toContainEqual({
      location: `b:${SENDER}`,
      before: 10n ** 18n,
      value: 10n ** 18n - 21_000n,
    });
  });
});

describe('refused', () => {
  const cases: [string, Case, string, string[]][] = [
    ['nonce', { tx: { nonce: 3n } }, 'Its nonce is 3, but the next one of', ['n:sender']],
    ['funds', { tx: { value: 10n ** 19n } }, 'It may cost up to 10000000000001000000 wei', ['n:sender', 'b:sender']],
    ['intrinsic-gas', { tx: { gasLimit: 20_999n } }, 'Its gas limit is 20999, but 21000', []],
    ['gas-limit', { tx: { gasLimit: 30_000_001n } }, "over the block's 30000000", []],
    ['sender-has-code', { accounts: { [SENDER]: { code: '0x00' } } }, 'is a contract', ['n:sender']],
    ['other', { hardfork: 'byzantium', tx: { type: 2 } }, 'Not a valid transaction for this fork', []],
  ];
  test.each(cases)('%s', async (code, given, message, reads) => {
    const execution = await run(given);
    expect(execution.kind).toBe('invalid');
    if (execution.kind !== 'invalid') return;
    expect(execution.reason.code).toBe(code);
    expect(execution.reason.message).toContain(message);
    expect((await sets(given)).reads).toEqual(reads);
    expect(execution.recording.writes).toEqual([]);
  });
});

describe('access points', () => {
  test('gas at each: 0 for what every transaction reads, then as used before the opcode', async () => {
    const paces: number[] = [];
    const pace = (gas: Gas) => {
      paces.push(gas);
      return undefined;
    };
    const { recording } = await run({ target: [1, 'SLOAD', ...call(OTHER)], other: [1, 'SLOAD'], pace });
    // PUSH1 3, SLOAD cold 2100, 5 × PUSH1 and PUSH20 and GAS 20, CALL cold 2600, PUSH1 3.
    expect(paces).toEqual([0, 21_003, 23_120 + 3, 25_726]);
    expect(recording.reads.map(({ at: gas }) => gas)).toEqual([0, 0, 0, 21_003, 23_123, 25_726]);
  });

  test('the incarnation is held at an access point until it may go on', async () => {
    const log: string[] = [];
    const pace = async (gas: Gas) => {
      log.push(`hold ${gas}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      log.push(`go ${gas}`);
    };
    const view = (read: StateView['read']) => (location: Parameters<StateView['read']>[0]) => {
      log.push(location.slice(0, 1));
      return read(location);
    };
    await run({ target: [1, 'SLOAD'], pace, view });
    expect(log).toEqual(['hold 0', 'go 0', 'n', 'b', 'c', 'hold 21003', 'go 21003', 's']);
  });

  test('a slot that has been read already is no access point', async () => {
    const paces: number[] = [];
    const pace = (gas: Gas) => {
      paces.push(gas);
      return undefined;
    };
    const { recording } = await run({ target: [1, 'SLOAD', 7, 1, 'SSTORE', 2, 'SLOAD'], pace });
    expect(paces).toHaveLength(3);
    expect(recording.reads.map(({ at }) => at)).toEqual([0, 0, 0, paces[1], paces[2]]);
  });

  test('it never falls, though a call stipend is given back', async () => {
    const paces: number[] = [];
    const pace = (gas: Gas) => {
      paces.push(gas);
      return undefined;
    };
    await run({ target: [...call(OTHER, 1), 1, 'SLOAD'], other: [1, 'SLOAD', 1, 'SLOAD'], pace });
    expect(paces).toEqual([...paces].sort((a, b) => a - b));
  });
});

describe('blocked', () => {
  const blocking = (location: string) => (read: StateView['read']) => (asked: Parameters<StateView['read']>[0]) => {
    if (asked === location) throw new BlockedRead(asked, txIndex(0));
    return read(asked);
  };

  test('says where, by whom and at which gas; holds what was read, and no writes', async () => {
    const location = `s:${TARGET}:0x2`;
    const execution = await run({ target: [8, 1, 'SSTORE', 2, 'SLOAD'], view: blocking(location) });
    expect(execution).toMatchObject({
      kind: 'blocked',
      location,
      by: 0,
      recording: { writes: [], credits: [], fee: 0n },
    });
    expect(execution.recording.reads.map((read) => read.location)).toEqual([
      `n:${SENDER}`,
      `b:${SENDER}`,
      `c:${TARGET}`,
      `s:${TARGET}:0x1`,
    ]);
  });

  test('also while value moves, where the library takes a throw for a failed call', async () => {
    const location = `b:${OTHER}`;
    const execution = await run({ target: [...call(OTHER, 3), 1, 'SLOAD'], view: blocking(location) });
    expect(execution).toMatchObject({ kind: 'blocked', location });
    expect(execution.recording.reads.map((read) => read.location)).not.toContain(`s:${TARGET}:0x1`);
  });

  test('nothing of it is left in the next execution', async () => {
    const prestate: Record<Address, AccountState> = {
      [SENDER]: { ...NO_ACCOUNT, balance: 10n ** 18n },
      [TARGET]: {
        ...NO_ACCOUNT,
        code: assemble([1, 2, 'TSTORE', 8, 1, 'SSTORE', 2, 'TLOAD', ...call(OTHER), 1, 'SSTORE']),
      },
      [OTHER]: { ...NO_ACCOUNT, code: assemble([3, 'SLOAD', 1, 2, 'TSTORE']) },
    };
    const block: Block = {
      hardfork: 'cancun',
      chainId: 1n,
      env: { number: 1n, timestamp: 1n, coinbase: COINBASE, gasLimit: 30_000_000n },
      prestate,
      transactions: [
        { type: 0, from: SENDER, to: TARGET, nonce: 0n, gasLimit: 500_000n, value: 0n, data: '0x', gasPrice: 1n },
      ],
    };
    const read = createPrestateReader(prestate);
    const options = { fees: 'delta', credits: 'strict' } as const;
    const executor = await createExecutor(block);
    const blocked = await executor.execute(txIndex(0), { read: blocking(`s:${OTHER}:0x3`)(read) }, options);
    expect(blocked.kind).toBe('blocked');
    const fresh = await createExecutor(block);
    const [again, first] = [
      await executor.execute(txIndex(0), { read }, options),
      await fresh.execute(txIndex(0), { read }, options),
    ];
    expect(again).toEqual(first);
  });
});

test('an executor runs one transaction at a time', async () => {
  const block: Block = {
    hardfork: 'cancun',
    chainId: 1n,
    env: { number: 1n, timestamp: 1n, coinbase: COINBASE, gasLimit: 30_000_000n },
    prestate: { [SENDER]: { ...NO_ACCOUNT, balance: 10n ** 18n } },
    transactions: [
      { type: 0, from: SENDER, to: NOBODY, nonce: 0n, gasLimit: 21_000n, value: 1n, data: '0x', gasPrice: 1n },
    ],
  };
  const executor = await createExecutor(block);
  const view = { read: createPrestateReader(block.prestate) };
  const running = executor.execute(txIndex(0), view, { fees: 'delta', credits: 'strict' });
  await expect(executor.execute(txIndex(0), view, { fees: 'delta', credits: 'strict' })).rejects.toThrow(
    /one transaction/,
  );
  expect((await running).kind).toBe('executed');
});
