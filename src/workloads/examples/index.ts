import { auction } from './auction.ts';
import { ballot } from './ballot.ts';
import { counter, shardedCounter } from './counters.ts';
import type { Example } from './example.ts';
import { gridGame } from './grid-game.ts';
import { hotPool } from './hot-pool.ts';
import { lending } from './lending.ts';
import { lostUpdates } from './lost-updates.ts';
import { mixedDefi } from './mixed-defi.ts';
import { nftDropAfter, nftDropBefore } from './nft-drop.ts';
import { patientRecords } from './patient-records.ts';
import { feesDelta, feesNaive, independentPayments, nonceChain } from './payments.ts';
import { longestFirst, optimismLoses } from './scheduling.ts';
import { supplyChain } from './supply-chain.ts';
import { yourLanes } from './your-lanes.ts';

export type { Example } from './example.ts';

/** In the order of the menu; the first is what the page opens with. */
export const EXAMPLES: readonly [Example, ...Example[]] = [
  mixedDefi,
  independentPayments,
  nonceChain,
  hotPool,
  nftDropBefore,
  nftDropAfter,
  feesNaive,
  feesDelta,
  counter,
  shardedCounter,
  ballot,
  auction,
  lending,
  supplyChain,
  patientRecords,
  gridGame,
  yourLanes,
  longestFirst,
  optimismLoses,
  lostUpdates,
];
