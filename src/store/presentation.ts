import { store as texts } from '#texts/store.ts';
import type { BlockAnalysis } from '../drivers/runner.ts';
import type { Block, BlockTransaction } from '../model/block.ts';
import type { Address, Hex, TxIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import { createNamer, formatEther, type NamedContract, shortHex } from '../model/naming/index.ts';
import type { Scenario, ScenarioTx } from '../model/scenario.ts';
import { artifactOf } from '../workloads/library.ts';
import { contractColors } from './contract-colors.ts';
import { knownContracts } from './known-contracts.ts';
import { callPhrase, selectorName } from './phrases.ts';

/** How things are called and coloured on the screen: the one place where indices, addresses and slots become words. */
export interface Presentation {
  /** What it does, in a few words: `carol swaps USDC → WETH`. */
  txTitle(tx: TxIndex): string;
  /** The function or the amount: `Pool.swap`, `1.0 ETH`. */
  txSubtitle(tx: TxIndex): string;
  /** Index of its contract's colour, 0 (plain payments) to 7. */
  txColor(tx: TxIndex): number;
  /** Gas used in serial execution; null before it is known. */
  gasOf(tx: TxIndex): number | null;
  /** `USDC.balanceOf[alice]`. */
  locationName(location: Location): string;
  /** As the location's type says: `1,040,000`, `1.5 ETH`, `alice`. */
  valueText(location: Location, value: Value): string;
  addressName(address: Address): string;
}

const NO_PREIMAGES: ReadonlyMap<Hex, Hex> = new Map();

interface Memo {
  readonly scenario: Scenario;
  readonly block: Block | null;
  readonly analysis: BlockAnalysis | null;
  readonly presentation: Presentation;
}
/** The document's and the run's, while they differ. */
const KEPT = 2;
let memos: readonly Memo[] = [];

/** Asked by every view at every rendering, so that the last ones are kept. */
export function presentationOf(scenario: Scenario, block: Block | null, analysis: BlockAnalysis | null): Presentation {
  const known = memos.find((m) => m.scenario === scenario && m.block === block && m.analysis === analysis);
  if (known) return known.presentation;
  const presentation = createPresentation(scenario, block, analysis);
  memos = [{ scenario, block, analysis, presentation }, ...memos].slice(0, KEPT);
  return presentation;
}

function createPresentation(scenario: Scenario, block: Block | null, analysis: BlockAnalysis | null): Presentation {
  const addresses = new Map<string, Address>();
  const accounts = new Map<Address, string>([[scenario.env.coinbase, texts.feeRecipient]]);
  for (const { address, name } of scenario.accounts) {
    if (name === undefined) continue;
    accounts.set(address, name);
    addresses.set(name, address);
  }
  const contracts = scenario.contracts.map((instance): NamedContract => {
    const layout = artifactOf(instance)?.storageLayout;
    addresses.set(instance.name, instance.address);
    return { address: instance.address, name: instance.name, ...(layout ? { layout } : {}) };
  });
  const taken = new Set([...accounts.keys(), ...contracts.map(({ address }) => address)]);
  const namer = createNamer({
    contracts: [...contracts, ...knownContracts(scenario.chainId, taken)],
    accounts,
    preimages: (analysis?.preimages as ReadonlyMap<Hex, Hex> | undefined) ?? NO_PREIMAGES,
  });
  const colors = contractColors(scenario, block);

  /** A party as composed, by name or address, or one of a real transaction. */
  const party = (text: string): string => {
    if (!text.startsWith('0x')) return text;
    return text.length === 42 ? namer.address(text.toLowerCase() as Address) : shortHex(text as Hex);
  };
  const target = (text: string | undefined): Address | undefined => {
    if (text === undefined) return undefined;
    return addresses.get(text) ?? (text.toLowerCase() as Address);
  };

  const colorOf = (i: TxIndex): number => {
    const tx = scenario.transactions[i];
    if (!tx || tx.kind === 'pay') return 0;
    const to = tx.kind === 'signed' ? tx.tx.to : target(tx.kind === 'call' ? tx.contract : tx.to);
    return (to && colors.get(to)) ?? 0;
  };
  /** Asked for thousands at a time, in every frame. */
  const txColors: number[] = [];

  return {
    txTitle: (i) => withTx(scenario, i, (tx) => title(scenario, tx, party)),
    txSubtitle: (i) => withTx(scenario, i, (tx) => subtitle(tx, party)),
    txColor: (i) => {
      txColors[i] ??= colorOf(i);
      return txColors[i];
    },
    gasOf: (i) => analysis?.graph.gas[i] ?? null,
    locationName: namer.location,
    valueText: namer.value,
    addressName: namer.address,
  };
}

function withTx(scenario: Scenario, index: TxIndex, text: (tx: ScenarioTx) => string): string {
  const tx = scenario.transactions[index];
  return tx ? text(tx) : texts.transaction(index);
}

function title(scenario: Scenario, tx: ScenarioTx, party: (text: string) => string): string {
  switch (tx.kind) {
    case 'pay':
      return `${party(tx.from)} → ${party(tx.to)}`;
    case 'call':
      return callPhrase(party(tx.from), tx.function, tx.args.map(party), poolTokens(scenario, tx.contract));
    case 'raw':
      return tx.to === undefined ? texts.deploysCode(party(tx.from)) : texts.calls(party(tx.from), party(tx.to));
    case 'signed':
      return signedTitle(tx.tx, party);
  }
}

/** The two tokens of a contract that has them, by name: a swap is told as from one to the other. */
function poolTokens(scenario: Scenario, name: string): readonly string[] {
  const storage = scenario.contracts.find((contract) => contract.name === name)?.storage;
  return [storage?.token0, storage?.token1].filter((token) => token !== undefined);
}

function signedTitle(tx: BlockTransaction, party: (text: string) => string): string {
  if (tx.to === undefined) return texts.deploysCode(party(tx.from));
  return `${party(tx.from)} → ${party(tx.to)}`;
}

function subtitle(tx: ScenarioTx, party: (text: string) => string): string {
  switch (tx.kind) {
    case 'pay':
      return formatEther(tx.value);
    case 'call':
      return `${tx.contract}.${tx.function}`;
    case 'raw':
      return tx.to === undefined ? texts.ofInitCode(byteCount(tx.data)) : dataSummary(tx.data, tx.value);
    case 'signed': {
      const { to, data, value } = tx.tx;
      if (to === undefined) return texts.ofInitCode(byteCount(data));
      const name = selectorName(data);
      return name ? `${party(to)}.${name}` : dataSummary(data, value);
    }
  }
}

function dataSummary(data: Hex, value: bigint): string {
  if (data === '0x') return formatEther(value);
  const call = selectorName(data) ?? texts.call(data.slice(0, 10));
  return value > 0n ? `${call}, ${formatEther(value)}` : call;
}

function byteCount(data: Hex): string {
  return texts.bytes(((data.length - 2) / 2).toLocaleString('en'));
}
