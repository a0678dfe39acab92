import * as v from 'valibot';
import { FormatError } from '../formats/format-error.ts';
import { check } from '../formats/fields.ts';
import { ENGINE_IDS, type EngineId, MAX_LANES } from '../model/settings.ts';
import { address as texts } from '#texts/share.ts';

/*
 * What stands after the # of the page's address:
 *
 *   #s=<packed>        a document and what was seen of it (formats/share-link)
 *   #p=<example id>    an example; also &lanes=8&engine=dag&clock=measured&t=<moment, gas>&view=board
 *   #p=generated       a generated block; also &seed=7&n=50&people=20&contention=0.8, and what an example may have
 *   #lesson=<id>       a lesson that comes with the page
 *   #l=<packed>        a lesson of somebody's own
 *   #puzzle=<id>       a puzzle; `seed:<n>` makes one
 *   #papers            what was published, beside what is computed here
 *   #room=<code>       a class in one room; also &key=<the instructor's>
 */

export type Address =
  | { readonly kind: 'none' }
  | { readonly kind: 'shared'; readonly packed: string }
  | { readonly kind: 'example'; readonly example: ExampleAddress }
  | { readonly kind: 'lesson'; readonly id: string }
  | { readonly kind: 'own-lesson'; readonly packed: string }
  | { readonly kind: 'puzzle'; readonly id: string }
  | { readonly kind: 'papers' }
  | { readonly kind: 'room'; readonly code: string; readonly key: string | null };

/** An example or a generated block by name, run in a way of one's own. */
export interface ExampleAddress {
  readonly id: string;
  readonly lanes?: number;
  readonly engine?: EngineId;
  readonly clock?: 'virtual' | 'measured';
  /** Moment shown, in gas. */
  readonly t?: number;
  readonly view?: 'board' | 'timeline';
  readonly seed?: number;
  /** Transactions. */
  readonly n?: number;
  readonly people?: number;
  readonly contention?: number;
}

/** The id of blocks that are made when the link is opened. */
export const GENERATED = 'generated';
/** Codes are shorter; a link with more is a packed one and has its own limit. */
const MAX_PLAIN = 500;

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, texts.idExpected));
const number = (least: number, most: number, whole = true) =>
  v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,15}(\.[0-9]{1,6})?$/, texts.numberExpected(least, most)),
    v.transform(Number),
    v.number(),
    v.check(
      (value) => value >= least && value <= most && (!whole || Number.isInteger(value)),
      texts.numberExpected(least, most),
    ),
  );

const exampleSchema = v.strictObject({
  p: id,
  lanes: v.exactOptional(number(1, MAX_LANES.virtual)),
  engine: v.exactOptional(v.picklist(ENGINE_IDS, texts.engineExpected(ENGINE_IDS))),
  clock: v.exactOptional(v.picklist(['virtual', 'measured'], texts.oneOf(['virtual', 'measured']))),
  t: v.exactOptional(number(0, 1e15)),
  view: v.exactOptional(v.picklist(['board', 'timeline'], texts.oneOf(['board', 'timeline']))),
  seed: v.exactOptional(number(0, 2 ** 31)),
  n: v.exactOptional(number(1, 10_000)),
  people: v.exactOptional(number(2, 10_000)),
  contention: v.exactOptional(number(0, 2, false)),
});

const puzzleSchema = v.strictObject({
  puzzle: v.pipe(v.string(), v.regex(/^([a-z0-9][a-z0-9-]{0,63}|seed:[0-9]{1,10})$/, texts.idExpected)),
});
const lessonSchema = v.strictObject({ lesson: id });
const roomSchema = v.strictObject({
  room: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{4,16}$/, texts.codeExpected)),
  key: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{8,64}$/, texts.codeExpected))),
});

/** What an address asks for. `hash` with or without its #. Throws a FormatError for one that can't be understood. */
export function parseAddress(hash: string): Address {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '') return { kind: 'none' };
  // Packed ones are not taken apart: they may be long, and have no fields.
  if (text.startsWith('s=')) return { kind: 'shared', packed: text.slice(2) };
  if (text.startsWith('l=')) return { kind: 'own-lesson', packed: text.slice(2) };
  if (text === 'papers') return { kind: 'papers' };
  const fields = Object.fromEntries(new URLSearchParams(text.slice(0, MAX_PLAIN + 1)));
  const options = { fix: texts.fix, root: 'address' };
  if (text.length <= MAX_PLAIN) {
    if ('p' in fields) {
      const { p, ...rest } = check(exampleSchema, fields, options);
      return { kind: 'example', example: { id: p, ...rest } };
    }
    if ('lesson' in fields) return { kind: 'lesson', id: check(lessonSchema, fields, options).lesson };
    if ('puzzle' in fields) return { kind: 'puzzle', id: check(puzzleSchema, fields, options).puzzle };
    if ('room' in fields) {
      const { room, key = null } = check(roomSchema, fields, options);
      return { kind: 'room', code: room, key };
    }
  }
  throw new FormatError({
    where: 'address',
    expected: texts.expected,
    came: texts.somethingElse(text.length > 40 ? `${text.slice(0, 40)}…` : text),
    fix: texts.fix,
  });
}

/** The inverse, for an example: what stands after the #. */
export function exampleToHash({ id: p, ...rest }: ExampleAddress): string {
  const fields = Object.entries(rest).filter(([, value]) => value !== undefined);
  return [`p=${p}`, ...fields.map(([key, value]) => `${key}=${value}`)].join('&');
}
