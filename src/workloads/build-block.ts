import { HARDFORKS, type AccountState, type Block, type BlockTransaction } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { encodeStorage } from '../model/naming/encode-storage.ts';
import { formatEther, NamingError } from '../model/naming/scalar.ts';
import type { Scenario, ScenarioTx, TxId } from '../model/scenario.ts';
import { type CallEncoder, createCallEncoder, findFunction, functionsOf } from './call-encoder.ts';
import { drawnLanes } from './drawn-lanes.ts';
import { artifactOf, LIBRARY_IDS } from './library.ts';
import { closest, createNameBook, type NameBook } from './name-book.ts';

/** A scenario as execution needs it, or why it isn't one. */
export interface BuiltBlock {
  /** Null while a problem is `blocking`. */
  readonly block: Block | null;
  readonly problems: readonly BuildProblem[];
  /** [transaction, lane], for those pinned. */
  readonly pins: [number, number][];
  /** For the `lanes` engine: each transaction in exactly one lane. */
  readonly drawn: number[][];
}

export interface BuildProblem {
  /** The transaction it belongs to; null for the scenario as a whole. */
  readonly tx: TxId | null;
  /** What is wrong, where, what to do. */
  readonly message: string;
  /** Nothing can be executed; otherwise the block runs, and the transaction concerned will likely be invalid in it. */
  readonly blocking: boolean;
}

export const MAX_TRANSACTIONS = 10_000;
/** Enough for any library call: a swap takes some 110,000. */
export const DEFAULT_CALL_GAS = 500_000n;
const PAYMENT_GAS = 21_000n;
/** A raw transaction may create a contract: that and 300 gas per byte, for calldata and deposit. */
const RAW_GAS = 1_000_000n;
const GWEI = 1_000_000_000n;

/**
 * Turns the document into a block: names become addresses and slots, text becomes calldata, nonces are counted per
 * sender in block order. The same scenario always gives the same block. Takes about 20 µs per transaction.
 */
export function buildBlock(scenario: Scenario): BuiltBlock {
  const problems: BuildProblem[] = [];
  const block =
    scenario.transactions.length > MAX_TRANSACTIONS ? tooMany(scenario, problems) : assemble(scenario, problems);
  const blocked = problems.some((problem) => problem.blocking);
  return { block: blocked ? null : block, problems, ...drawnLanes(scenario) };
}

function tooMany(scenario: Scenario, problems: BuildProblem[]): null {
  const count = scenario.transactions.length.toLocaleString('en');
  const message = `the block has ${count} transactions, and at most ${MAX_TRANSACTIONS.toLocaleString('en')} can be run: remove some`;
  problems.push({ tx: null, message, blocking: true });
  return null;
}

function assemble(scenario: Scenario, problems: BuildProblem[]): Block {
  const stop = (message: string, tx: TxId | null = null) => problems.push({ tx, message, blocking: true });
  if (!HARDFORKS.includes(scenario.hardfork)) {
    stop(`unknown hardfork ${JSON.stringify(scenario.hardfork)}: choose one of ${HARDFORKS.join(', ')}`);
  }
  const book = createNameBook(scenario);
  for (const message of book.problems) stop(message);
  checkIds(scenario, stop);
  const prestate = buildPrestate(scenario, book, stop);
  const transactions = buildTransactions(scenario, book, prestate, problems);
  return {
    hardfork: scenario.hardfork,
    chainId: scenario.chainId,
    env: scenario.env,
    prestate,
    transactions,
    ...(scenario.header ? { header: scenario.header } : {}),
  };
}

type Stop = (message: string, tx?: TxId | null) => void;

function checkIds(scenario: Scenario, stop: Stop): void {
  const seen = new Set<TxId>();
  for (const { id } of scenario.transactions) {
    if (seen.has(id)) stop(`two transactions have the id ${JSON.stringify(id)}: ids must differ`, id);
    seen.add(id);
  }
}

function buildPrestate(scenario: Scenario, book: NameBook, stop: Stop): Record<Address, AccountState> {
  const prestate: Record<Address, AccountState> = {};
  for (const account of scenario.accounts) {
    const { address, balance, nonce, code = '0x', storage = {} } = account;
    if (balance < 0n || nonce < 0n) stop(`${account.name ?? address} has a negative balance or nonce: use 0 or more`);
    prestate[address] = { balance, nonce, code, storage };
  }
  for (const instance of scenario.contracts) {
    const artifact = artifactOf(instance);
    if (!artifact) {
      const id = 'library' in instance.contract ? instance.contract.library : '';
      stop(
        `${instance.name} is made from ${JSON.stringify(id)}, which the library doesn't have; it has ${LIBRARY_IDS.join(', ')}`,
      );
      continue;
    }
    prestate[instance.address] = {
      balance: instance.balance,
      // As after its creation (EIP-161).
      nonce: 1n,
      code: artifact.deployedBytecode,
      storage: encodeStorage(artifact.storageLayout, instance.storage, book.resolve, (message) =>
        stop(`storage of ${instance.name}: ${message}`),
      ),
    };
  }
  return prestate;
}

/** What only depends on the scenario's contracts, found once per contract and function. */
function createEncoderCache(
  scenario: Scenario,
): (contract: string, name: string) => CallEncoder & { readonly to: Address } {
  const instances = new Map(scenario.contracts.map((instance) => [instance.name, instance]));
  const encoders = new Map<string, CallEncoder & { readonly to: Address }>();
  return (contract, name) => {
    const key = `${contract} ${name}`;
    const known = encoders.get(key);
    if (known) return known;
    const instance = instances.get(contract);
    if (!instance) {
      const meant = closest(contract, instances.keys());
      const there = meant ? `did you mean ${meant}?` : `there are ${[...instances.keys()].join(', ') || 'none yet'}`;
      throw new NamingError(`no contract is called ${JSON.stringify(contract)}: ${there}`);
    }
    const artifact = artifactOf(instance);
    const item = artifact && findFunction(artifact, name);
    if (!artifact || !item) {
      const names = artifact ? functionsOf(artifact).map((f) => f.name ?? '') : [];
      const meant = closest(name, names);
      throw new NamingError(
        `${contract} has no function ${JSON.stringify(name)}: ${meant ? `did you mean ${meant}?` : `it has ${names.join(', ')}`}`,
      );
    }
    const encoder = { ...createCallEncoder(item), to: instance.address };
    encoders.set(key, encoder);
    return encoder;
  };
}

function buildTransactions(
  scenario: Scenario,
  book: NameBook,
  prestate: Readonly<Record<Address, AccountState>>,
  problems: BuildProblem[],
): BlockTransaction[] {
  const { env } = scenario;
  const encoderOf = createEncoderCache(scenario);
  const modern = HARDFORKS.indexOf(scenario.hardfork) >= HARDFORKS.indexOf('london');
  const nonces = new Map<Address, bigint>();
  /** What each account has received in payments so far: with its balance, the most it can have. */
  const received = new Map<Address, bigint>();

  const party = (text: string, role: string): Address => {
    const address = book.resolve(text);
    if (address !== undefined) return address;
    const names = [
      ...scenario.accounts.flatMap(({ name }) => name ?? []),
      ...scenario.contracts.map(({ name }) => name),
    ];
    const meant = closest(text, names);
    throw new NamingError(
      `${role}: no account is called ${JSON.stringify(text)}${meant ? `, did you mean ${meant}?` : '; use a name or an address'}`,
    );
  };

  const content = (tx: Exclude<ScenarioTx, { kind: 'signed' }>): { to?: Address; data: Hex; gas: bigint } => {
    switch (tx.kind) {
      case 'pay': {
        const to = party(tx.to, 'recipient');
        const plain = (prestate[to]?.code ?? '0x') === '0x';
        return { to, data: '0x', gas: plain ? PAYMENT_GAS : DEFAULT_CALL_GAS };
      }
      case 'call': {
        const encoder = encoderOf(tx.contract, tx.function);
        const data = encoder.encode(tx.args, book.resolve);
        if (tx.value > 0n && !encoder.payable) {
          throw new NamingError(
            `${tx.contract}.${tx.function} takes no ether, but the call sends ${formatEther(tx.value)}: set the value to 0`,
          );
        }
        return { to: encoder.to, data, gas: DEFAULT_CALL_GAS };
      }
      case 'raw': {
        if (!/^0x([0-9a-fA-F]{2})*$/.test(tx.data)) {
          throw new NamingError('data: expected bytes as hex (0x and an even number of digits)');
        }
        const gas = RAW_GAS + 300n * BigInt((tx.data.length - 2) / 2);
        const data = tx.data.toLowerCase() as Hex;
        return tx.to === undefined ? { data, gas } : { to: party(tx.to, 'recipient'), data, gas };
      }
    }
  };

  const compose = (tx: Exclude<ScenarioTx, { kind: 'signed' }>): BlockTransaction => {
    const from = party(tx.from, 'sender');
    const { gas, ...body } = content(tx);
    if (tx.value < 0n) throw new NamingError('the value is negative: use 0 or more');
    const expected = nonces.get(from) ?? prestate[from]?.nonce ?? 0n;
    const nonce = tx.nonce ?? expected;
    const priority = tx.priorityFee ?? GWEI;
    const base = env.baseFeePerGas ?? 0n;
    const fees = modern
      ? ({ type: 2, maxFeePerGas: base + priority, maxPriorityFeePerGas: priority } as const)
      : ({ type: 0, gasPrice: base + priority } as const);
    return { ...fees, from, ...body, nonce, gasLimit: tx.gasLimit ?? gas, value: tx.value };
  };

  const built: BlockTransaction[] = [];
  scenario.transactions.forEach((tx, i) => {
    const report = (message: string, blocking: boolean) =>
      problems.push({ tx: tx.id, message: `transaction ${i}: ${message}`, blocking });
    try {
      const ready = tx.kind === 'signed' ? tx.tx : compose(tx);
      built.push(ready);
      const expected = nonces.get(ready.from) ?? prestate[ready.from]?.nonce ?? 0n;
      if (tx.kind === 'signed') {
        nonces.set(ready.from, ready.nonce + 1n);
        return;
      }
      if (ready.nonce === expected) nonces.set(ready.from, expected + 1n);
      else report(nonceMessage(tx.from, expected, ready.nonce), false);
      for (const message of warnings(ready, tx.from, scenario, prestate, received)) report(message, false);
      if (ready.to && ready.value > 0n) received.set(ready.to, (received.get(ready.to) ?? 0n) + ready.value);
    } catch (error) {
      if (!(error instanceof NamingError)) throw error;
      report(error.message, true);
    }
  });
  const least = BigInt(built.length) * PAYMENT_GAS;
  if (least > env.gasLimit) {
    const message = `${built.length} transactions need at least ${grouped(least)} gas, but the block's limit is ${grouped(env.gasLimit)}: raise the limit or remove some`;
    problems.push({ tx: null, message, blocking: false });
  }
  return built;
}

function nonceMessage(sender: string, expected: bigint, given: bigint): string {
  const what =
    given > expected
      ? `leaves a gap: ${sender} has next nonce ${expected}`
      : `was used before: ${sender} is at ${expected}`;
  return `nonce ${given} ${what}; clear the nonce to have it counted`;
}

/** What makes a transaction invalid before it is executed, as far as can be told from the prestate. */
function warnings(
  tx: BlockTransaction,
  sender: string,
  scenario: Scenario,
  prestate: Readonly<Record<Address, AccountState>>,
  received: ReadonlyMap<Address, bigint>,
): string[] {
  const found: string[] = [];
  const account = prestate[tx.from];
  const most = (account?.balance ?? 0n) + (received.get(tx.from) ?? 0n);
  const upfront = tx.value + tx.gasLimit * (tx.maxFeePerGas ?? tx.gasPrice ?? 0n);
  if (upfront > most) {
    found.push(
      `${sender} can't pay: value and gas limit × fee come to ${formatEther(upfront)}, but ${sender} has at most ${formatEther(most)}; give ${sender} more or lower the gas limit`,
    );
  }
  if (tx.gasLimit > scenario.env.gasLimit) {
    found.push(
      `gas limit ${grouped(tx.gasLimit)} is over the block's ${grouped(scenario.env.gasLimit)}: lower it or raise the block's`,
    );
  }
  if (tx.gasLimit < PAYMENT_GAS) {
    found.push(
      `gas limit ${grouped(tx.gasLimit)} is below the ${grouped(PAYMENT_GAS)} that any transaction costs: raise it`,
    );
  }
  if (account && account.code !== '0x' && !account.code.startsWith('0xef0100')) {
    found.push(`${sender} is a contract and can't send transactions (EIP-3607): choose an account`);
  }
  return found;
}

function grouped(n: bigint): string {
  return n.toLocaleString('en');
}
