import type { ContractArtifact } from '../model/artifact.ts';
import type { ContractInstance } from '../model/scenario.ts';
import auction from './artifacts/auction.artifact.json' with { type: 'json' };
import ballot from './artifacts/ballot.artifact.json' with { type: 'json' };
import counter from './artifacts/counter.artifact.json' with { type: 'json' };
import dropRanges from './artifacts/drop-ranges.artifact.json' with { type: 'json' };
import drop from './artifacts/drop.artifact.json' with { type: 'json' };
import grid from './artifacts/grid.artifact.json' with { type: 'json' };
import lending from './artifacts/lending.artifact.json' with { type: 'json' };
import pool from './artifacts/pool.artifact.json' with { type: 'json' };
import records from './artifacts/records.artifact.json' with { type: 'json' };
import shardedCounter from './artifacts/sharded-counter.artifact.json' with { type: 'json' };
import token from './artifacts/token.artifact.json' with { type: 'json' };
import tracker from './artifacts/tracker.artifact.json' with { type: 'json' };

/** A contract that comes with the playground, compiled from `contracts/`. All artifacts together are 14 kB gzipped. */
export interface LibraryContract {
  readonly id: LibraryId;
  readonly title: string;
  /** One sentence: where its calls meet, and where not. */
  readonly teaches: string;
  /** Name for the first instance in a scenario. */
  readonly instanceName: string;
  readonly artifact: ContractArtifact;
}

export const LIBRARY_IDS = [
  'token',
  'pool',
  'drop',
  'drop-ranges',
  'counter',
  'sharded-counter',
  'ballot',
  'lending',
  'tracker',
  'auction',
  'grid',
  'records',
] as const;
export type LibraryId = (typeof LIBRARY_IDS)[number];

export const LIBRARY: Readonly<Record<LibraryId, LibraryContract>> = {
  token: {
    id: 'token',
    title: 'Token (ERC-20)',
    teaches:
      'Each balance is a slot of its own, so transfers between different people are independent; mints meet in totalSupply.',
    instanceName: 'USDC',
    artifact: token as ContractArtifact,
  },
  pool: {
    id: 'pool',
    title: 'Constant-product pool',
    teaches: 'Every swap reads and writes both reserves, so the swaps of one pool form a chain whoever trades.',
    instanceName: 'pool',
    artifact: pool as ContractArtifact,
  },
  drop: {
    id: 'drop',
    title: 'NFT drop, one counter',
    teaches: 'Every mint takes its number from nextId, so a drop is one long chain.',
    instanceName: 'Drop',
    artifact: drop as ContractArtifact,
  },
  'drop-ranges': {
    id: 'drop-ranges',
    title: 'NFT drop, a range per minter',
    teaches:
      'The same collection, each token numbered by its minter: no slot is shared, and all mints run side by side.',
    instanceName: 'Drop',
    artifact: dropRanges as ContractArtifact,
  },
  counter: {
    id: 'counter',
    title: 'Counter',
    teaches: 'One slot that everybody increments: nothing can run in parallel.',
    instanceName: 'Counter',
    artifact: counter as ContractArtifact,
  },
  'sharded-counter': {
    id: 'sharded-counter',
    title: 'Sharded counter',
    teaches: 'Sixteen slots instead of one: increments rarely meet, but whoever reads the sum waits for all of them.',
    instanceName: 'Counter',
    artifact: shardedCounter as ContractArtifact,
  },
  ballot: {
    id: 'ballot',
    title: 'Ballot',
    teaches: 'One tally per choice: a close race between many is fast, a landslide is a chain.',
    instanceName: 'Ballot',
    artifact: ballot as ContractArtifact,
  },
  lending: {
    id: 'lending',
    title: 'Lending pool',
    teaches:
      'The first action of a block brings the shared interest index up to date and all others wait for it once; the totals make them queue.',
    instanceName: 'Lending',
    artifact: lending as ContractArtifact,
  },
  tracker: {
    id: 'tracker',
    title: 'Supply-chain tracker',
    teaches: "An item's steps form a chain, different items have nothing in common: as wide as there are items.",
    instanceName: 'Tracker',
    artifact: tracker as ContractArtifact,
  },
  auction: {
    id: 'auction',
    title: 'Auction',
    teaches:
      'Each bid must beat the one before, and one that fails has waited too; all that is paid in or out meets in the balance.',
    instanceName: 'Auction',
    artifact: auction as ContractArtifact,
  },
  grid: {
    id: 'grid',
    title: 'Grid game',
    teaches: 'A cell is a slot: players far apart never meet, a fight for one cell is a chain.',
    instanceName: 'Grid',
    artifact: grid as ContractArtifact,
  },
  records: {
    id: 'records',
    title: 'Patient records',
    teaches:
      "A doctor's entry waits for the patient's grant; different patients are independent, one ward's admissions are not.",
    instanceName: 'Records',
    artifact: records as ContractArtifact,
  },
};

export function isLibraryId(id: string): id is LibraryId {
  return Object.hasOwn(LIBRARY, id);
}

/** The code behind a contract instance; null when it names a library contract that doesn't exist. */
export function artifactOf(instance: ContractInstance): ContractArtifact | null {
  if ('artifact' in instance.contract) return instance.contract.artifact;
  const id = instance.contract.library;
  return isLibraryId(id) ? LIBRARY[id].artifact : null;
}
