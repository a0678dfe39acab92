import * as v from 'valibot';
import type { Address, Hex } from '../model/ids.ts';
import { address, bloom, bytes32, check, dictionary, quantity, slot } from './fields.ts';

/**
 * What must come of a block, as found by others (`N.expected.json.gz` beside a block file). Every part may be missing; what is
 * there is compared.
 */
export interface ExpectedResult {
  readonly header?: { readonly gasUsed?: bigint; readonly receiptsRoot?: Hex; readonly logsBloom?: Hex };
  /** By transaction index. */
  readonly perTx?: readonly {
    readonly gasUsed: bigint;
    readonly status: boolean;
    /** Keccak of the RLP of the logs. */
    readonly logsHash?: Hex;
  }[];
  /** Accounts that the transactions changed; of each, the fields it then has. */
  readonly postState?: Readonly<Record<Address, ExpectedAccount>>;
  readonly analysis?: { readonly strict?: ExpectedFigures; readonly commutative?: ExpectedFigures };
}

export interface ExpectedAccount {
  readonly deleted?: boolean;
  readonly balance?: bigint;
  readonly nonce?: bigint;
  readonly codeHash?: Hex;
  readonly storage?: Readonly<Record<Hex, bigint>>;
}

/** Figures by our names (`ConflictFigures`); the hottest locations by theirs, `location` first. */
export interface ExpectedFigures {
  readonly numbers: Readonly<Record<string, number>>;
  readonly lowestIndexFirst: Readonly<Record<string, number>>;
  readonly hottest: readonly { readonly location: string; readonly conflictingPairs: number }[];
}

const figuresSchema = v.objectWithRest(
  {
    lowestIndexFirst: v.optional(dictionary(v.string(), v.number()), {}),
    hottestKeys: v.optional(v.array(v.object({ key: v.string(), conflictingPairs: v.number() })), []),
  },
  v.number(),
);

const expectedSchema = v.object({
  header: v.exactOptional(
    v.object({
      gasUsed: v.exactOptional(quantity),
      receiptsRoot: v.exactOptional(bytes32),
      logsBloom: v.exactOptional(bloom),
    }),
  ),
  perTx: v.exactOptional(
    v.array(
      v.object({
        gasUsed: quantity,
        status: v.pipe(
          v.picklist([0, 1], '0 or 1'),
          v.transform((status) => status === 1),
        ),
        logsHash: v.exactOptional(bytes32),
      }),
    ),
  ),
  postState: v.exactOptional(
    dictionary(
      address,
      v.object({
        deleted: v.exactOptional(v.boolean()),
        balance: v.exactOptional(quantity),
        nonce: v.exactOptional(quantity),
        codeHash: v.exactOptional(bytes32),
        storage: v.exactOptional(dictionary(slot, quantity)),
      }),
    ),
  ),
  analysis: v.exactOptional(
    v.object({ strict: v.exactOptional(figuresSchema), commutativeCredits: v.exactOptional(figuresSchema) }),
  ),
});

/** The file's word for a figure, where ours is another. `theoreticalSpeedup` is rounded to three decimals. */
const OUR_NAMES: Readonly<Record<string, string>> = { totalGas: 'gasUsed', theoreticalSpeedup: 'speedupBound' };

/** Throws a FormatError with the path of the first thing wrong. */
export function parseExpected(json: unknown): ExpectedResult {
  const { analysis, ...rest } = check(expectedSchema, json, {
    fix: 'Compare it with the other .expected.json.gz files.',
  });
  if (!analysis) return rest;
  return {
    ...rest,
    analysis: {
      ...(analysis.strict && { strict: toFigures(analysis.strict) }),
      ...(analysis.commutativeCredits && { commutative: toFigures(analysis.commutativeCredits) }),
    },
  };
}

function toFigures(raw: v.InferOutput<typeof figuresSchema>): ExpectedFigures {
  const { lowestIndexFirst, hottestKeys, ...numbers } = raw;
  return {
    numbers: Object.fromEntries(Object.entries(numbers).map(([name, value]) => [OUR_NAMES[name] ?? name, value])),
    lowestIndexFirst,
    hottest: hottestKeys.map(({ key, conflictingPairs }) => ({ location: key, conflictingPairs })),
  };
}
