/*
 * What came of an incarnation, as its worker leaves it in shared memory. First what an engine needs in order to go on: how it ended,
 * and the places that it read and wrote, as numbers. All the rest follows behind, and is unpacked when the run is over.
 */

export const KINDS = ['executed', 'invalid', 'blocked'] as const;

/** Words from the start of a result. */
export const KIND = 0;
export const PUBLICATION = 1;
export const WROTE_NEW = 2;
export const BLOCKED_BY = 3;
export const BLOCKED_AT = 4;
export const READS = 5;
export const WRITES = 6;
export const CREDITS = 7;
export const HAS_FEE = 8;
/** Under which it was executed. */
export const CLAIM = 9;
/** Two doubles. */
export const START = 10;
export const END = 12;
/** Then each read's place and sight, each write's place and record, each credit's place. */
export const LISTS = 14;

/** How an origin is told. */
export const ORIGINS = ['prestate', 'version', 'list', 'sum'] as const;
