/** As stored, packed or not. A mainnet block with its prestate takes about 1 MB packed. */
export const MAX_FILE_BYTES = 64 * 2 ** 20;

/** Unpacked: what a page can still hold as text and as objects. A mainnet block with its prestate takes about 10 MB. */
export const MAX_TEXT_BYTES = 128 * 2 ** 20;

/** What the generator makes at most, and what can be run. */
export const MAX_TRANSACTIONS = 10_000;

/** No format here nests deeper than a dozen. */
export const MAX_DEPTH = 64;

export const formatBytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
