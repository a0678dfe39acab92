import * as v from 'valibot';
import { describeValue, FormatError } from './format-error.ts';
import type { Address, Hex } from '../model/ids.ts';

/** Builds a field kind from a sentence and a function that converts the value, or gives undefined when it can't. */
function field<T>(expected: string, convert: (input: unknown) => T | undefined) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const value = convert(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: expected, expected });
      return NEVER;
    }),
  );
}

/** The same for text alone, so that it can also be the key of a record. */
function textField<T extends string>(expected: string, convert: (input: string) => T | undefined) {
  return v.pipe(
    v.string(expected),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = convert(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: expected, expected });
      return NEVER;
    }),
  );
}

const UINT256_LIMIT = 1n << 256n;

const toQuantity = (input: unknown): bigint | undefined => {
  if (typeof input === 'number') return Number.isSafeInteger(input) && input >= 0 ? BigInt(input) : undefined;
  if (typeof input !== 'string' || input.length > 80 || !/^(0x[0-9a-fA-F]+|[0-9]+)$/.test(input)) return undefined;
  const value = BigInt(input);
  return value < UINT256_LIMIT ? value : undefined;
};

/** A number as JSON-RPC writes it (`0x1b4`), as a decimal string, or, if small, as a JSON number. Below 2^256. */
export const quantity = field('a number like "0x1b4" or "436", below 2^256', toQuantity);

/** A bigint in our own files. */
export const decimal = field('a whole number as a string of digits', (input) =>
  typeof input === 'string' && /^[0-9]{1,80}$/.test(input) ? BigInt(input) : undefined,
);

export const address = textField('an address (0x and 40 hex digits)', (input) =>
  /^0x[0-9a-fA-F]{40}$/.test(input) ? (input.toLowerCase() as Address) : undefined,
);

export const bytes = textField('bytes in hex (0x and an even number of digits)', (input) =>
  input.length % 2 === 0 && /^0x[0-9a-fA-F]*$/.test(input) ? (input.toLowerCase() as Hex) : undefined,
);

const bytesOfLength = (length: number) =>
  textField(`${length} bytes in hex (0x and ${2 * length} digits)`, (input) =>
    input.length === 2 + 2 * length && /^0x[0-9a-fA-F]*$/.test(input) ? (input.toLowerCase() as Hex) : undefined,
  );
export const bytes32 = bytesOfLength(32);
export const bloom = bytesOfLength(256);

/** A storage slot, however padded, as minimal hex. */
export const slot = textField('a storage slot in hex, at most 32 bytes', (input) =>
  /^0x[0-9a-fA-F]{1,64}$/.test(input) ? toMinimalHex(input) : undefined,
);

/** `0x000a` → `0xa`; zero is `0x0`. */
export const toMinimalHex = (hex: string): Hex =>
  `0x${hex
    .slice(2)
    .toLowerCase()
    .replace(/^0+(?=.)/, '')}`;

/** A record of any keys of one kind. (valibot's own type says of such keys that their values may be missing.) */
export function dictionary<Key extends string, Value>(
  key: v.GenericSchema<string, Key>,
  value: v.GenericSchema<unknown, Value>,
) {
  return v.pipe(
    v.record(key, value),
    v.transform((record) => record as Record<Key, Value>),
  );
}

/**
 * Runs a schema over what came from a file. Throws a FormatError for the first thing wrong, with its path. `fix` says what
 * the user can do when no field knows better.
 */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  options: { readonly fix: string; readonly root?: string },
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new FormatError({
    where: pathOf(issue, options.root),
    expected: describeExpected(issue),
    came: describeValue(issue.input),
    fix: options.fix,
  });
}

function pathOf(issue: v.BaseIssue<unknown>, root = ''): string {
  let path = root;
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? String(key) : `.${String(key)}`;
  }
  return path === '' ? 'the file' : path;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  Object: 'an object',
  Array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  never: 'no such field',
};

function describeExpected(issue: v.BaseIssue<unknown>): string {
  // Where a schema was given a message, it says what was expected; valibot's own messages start with this word.
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  // A key that is missing is expected by its own name, which the path says already.
  if (issue.input === undefined) return 'a value';
  return KIND_WORDS[issue.expected ?? ''] ?? issue.expected ?? issue.message;
}
