import type { Machine } from './machine.ts';

/** Where an engine comes from: a paper, a proposal, a system's documentation. */
export interface Source {
  /** Its full title. */
  readonly title: string;
  /** As the field cites it: arXiv 2203.06871, EIP-7928. */
  readonly identifier: string;
  readonly url: string;
}

/** What the page tells of an engine. */
export interface EngineStory {
  /** How it works, in five sentences. */
  readonly howItWorks: readonly [string, string, string, string, string];
  /** What it knows before execution begins. */
  readonly knows: string;
  readonly usedBy: string;
  readonly sources: readonly Source[];
  /** The states of a transaction under this engine. */
  readonly machine: Machine;
}
