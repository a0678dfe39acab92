import type { Hardfork } from '../model/block.ts';
import { HARDFORKS } from '../model/block.ts';
import { FormatError } from './format-error.ts';

/** Other names in use: `Merge` and `ConstantinopleFix` in the official tests. */
const ALIASES: Readonly<Record<string, Hardfork>> = {
  merge: 'paris',
  themerge: 'paris',
  constantinoplefix: 'petersburg',
};

/** Capitals, spaces and underscores aside. */
export function findHardfork(name: string): Hardfork | undefined {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  return HARDFORKS.find((fork) => fork.toLowerCase() === plain) ?? ALIASES[plain];
}

export function unknownFork(name: string, where: string): FormatError {
  return new FormatError({
    where,
    expected: `a hardfork this program knows (${HARDFORKS.join(', ')})`,
    came: JSON.stringify(name.slice(0, 40)),
    fix: 'Blocks from before Byzantium have other receipts, and later forks need a newer version.',
  });
}

/** Whether `fork` is `since` or later. */
export const isAtLeast = (fork: Hardfork, since: Hardfork): boolean =>
  HARDFORKS.indexOf(fork) >= HARDFORKS.indexOf(since);
