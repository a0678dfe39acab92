/*
 * What others have published about these engines, as numbers. Each list says where it stands and how it was read off. The
 * benchmark and the page take the numbers from here.
 */

/** A published speed-up (or another figure) on some number of lanes; a range where the source gives one. */
export interface PublishedFigure {
  /** Null: the best of all counts of lanes. */
  readonly lanes: number | null;
  /** Null: the source gives only the other end ("up to …", "at least …"). */
  readonly least: number | null;
  readonly most: number | null;
}

const exactly = (lanes: number, value: number) => ({ lanes, least: value, most: value }) satisfies PublishedFigure;

/**
 * Gelashvili et al., "Block-STM: Scaling Blockchain Execution by Turning Ordering Curse to a Performance Blessing", arXiv
 * 2203.06871, abstract and section 4. From its text; where that gives round numbers, so are these.
 */
export const BLOCK_STM = {
  accounts: [2, 10, 100, 1_000, 10_000],
  lanes: [1, 2, 4, 8, 16, 32],
  /** `microseconds`: sequentially, per transaction: the published throughput at 32 threads, divided by the speed-up there. */
  settings: {
    diem: { reads: 21, writes: 4, microseconds: 20 / 0.11 },
    aptos: { reads: 8, writes: 5, microseconds: 17 / 0.17 },
  },
  lowContention: [
    { lanes: 16, least: 12, most: 13 },
    { lanes: 32, least: 17, most: 20 },
  ],
  accounts100: { lanes: null, least: null, most: 8 },
  accounts10: { lanes: null, least: 1, most: null },
  accounts2: { lanes: 32, least: 0.7, most: null },
} as const;

/** neo1202/parallel-block-stm, docs/experiments.md, run of 21 April 2026 (version 4): threads, speed-up, aborts in percent. From its table. */
const CPP_ROWS = [
  [2, 2.0, 0.3],
  [4, 3.8, 1.0],
  [8, 7.2, 2.5],
  [16, 12.2, 4.7],
  [32, 17.3, 6.7],
] as const;

export const CPP_BLOCK_STM = {
  accounts: 1_000,
  /** 8,804 transactions a second on one thread. */
  microseconds: 1e6 / 8_804,
  /** Reads that a validation checks there. */
  reads: 2,
  rows: CPP_ROWS,
  speedup: CPP_ROWS.map(([lanes, speedup]) => exactly(lanes, speedup)),
  aborts: CPP_ROWS.map(([lanes, , percent]) => exactly(lanes, percent / 100)),
} as const;

/**
 * Galxe/grevm, docs/v2/grevm2.md, "Non-Parallelizable Transactions", tables 4 and 5: 32 vCPUs, no storage latency. Sequential time
 * of a transaction; speed-up and CPU use, in lanes, of the DAG-guided Grevm 2.0 and of Block-STM (pevm).
 */
export const CHAIN = {
  transactions: 1_000,
  lanes: [1, 2, 4, 8, 16, 32],
  transfers: {
    microseconds: 350_320 / 33_628,
    dag: { speedup: exactly(32, 0.95), busy: exactly(32, 1.28) },
    'block-stm': { speedup: exactly(32, 0.69), busy: exactly(32, 29.87) },
  },
  swaps: {
    microseconds: 550_190 / 6_414,
    dag: { speedup: exactly(32, 0.97), busy: exactly(32, 1.15) },
    'block-stm': { speedup: exactly(32, 0.71), busy: exactly(32, 27.61) },
  },
} as const;
