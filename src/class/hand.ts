import * as v from 'valibot';
import type * as Y from 'yjs';
import { LIMITS } from './limits.ts';
import { lineSchema } from './plain-text.ts';

/**
 * A participant's own document: written by that participant alone, read by the server, which passes on what is in order. Nobody
 * else's page ever gets it.
 */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.idLength));
const line = lineSchema(LIMITS.titleLength);
const amount = v.pipe(v.number(), v.finite());

/** Where in the page somebody is. */
const placeSchema = v.object({
  kind: v.picklist(['bench', 'lesson', 'puzzle', 'other']),
  /** Of the lesson or puzzle. */
  id: v.optional(id),
  /** As it is called on screen. */
  title: line,
  /** Which step of how many, from 1. */
  step: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  steps: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  following: v.boolean(),
});

/** One answer: an option by its id, a number, or things marked in the views (transactions, lanes and locations by their names). */
const answerSchema = v.variant('kind', [
  v.object({ kind: v.literal('choice'), option: id, right: v.nullable(v.boolean()) }),
  v.object({ kind: v.literal('number'), number: amount, right: v.nullable(v.boolean()) }),
  v.object({
    kind: v.literal('marks'),
    marks: v.pipe(v.array(line), v.maxLength(LIMITS.marks)),
    right: v.nullable(v.boolean()),
  }),
]);

/** The best that somebody has made of a puzzle. */
const resultSchema = v.object({
  stars: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  makespan: v.pipe(amount, v.minValue(0)),
  optimum: v.pipe(amount, v.minValue(0)),
});

const solutionSchema = v.object({ title: line, text: v.pipe(v.string(), v.maxLength(LIMITS.handedText)) });

export type Place = v.InferOutput<typeof placeSchema>;
/** `right`: whether the run proved it so; null as long as nothing was run. */
export type Answer = v.InferOutput<typeof answerSchema>;
export type PuzzleResult = v.InferOutput<typeof resultSchema>;
export type Solution = v.InferOutput<typeof solutionSchema>;

export interface Hand {
  /** Empty as long as none was given. */
  readonly name: string;
  readonly place: Place | null;
  /** By question: `lesson/step`, or `poll/id`. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** By puzzle. */
  readonly results: Readonly<Record<string, PuzzleResult>>;
  readonly solution: Solution | null;
}

const HAND_MAP = 'hand';
const ANSWER = 'answer:';
const RESULT = 'result:';

export const EMPTY_HAND: Hand = { name: '', place: null, answers: {}, results: {}, solution: null };

/** What is in order of it, and no more than is allowed; the rest is as if it weren't there. */
export function readHand(doc: Y.Doc): Hand {
  const map = doc.getMap(HAND_MAP);
  return {
    name: parse(lineSchema(LIMITS.nameLength), map.get('name')) ?? '',
    place: parse(placeSchema, map.get('place')),
    answers: readAll(map, ANSWER, answerSchema, LIMITS.answers),
    results: readAll(map, RESULT, resultSchema, LIMITS.results),
    solution: parse(solutionSchema, map.get('solution')),
  };
}

export const writeName = (doc: Y.Doc, name: string): void => put(doc, 'name', name);
export const writePlace = (doc: Y.Doc, place: Place): void => put(doc, 'place', place);
export const writeAnswer = (doc: Y.Doc, question: string, answer: Answer): void =>
  put(doc, `${ANSWER}${question}`, answer);
export const writeResult = (doc: Y.Doc, puzzle: string, result: PuzzleResult): void =>
  put(doc, `${RESULT}${puzzle}`, result);
export const writeSolution = (doc: Y.Doc, solution: Solution): void => put(doc, 'solution', solution);

/** Every change travels: what is as it was isn't written. */
function put(doc: Y.Doc, key: string, value: unknown): void {
  const map = doc.getMap(HAND_MAP);
  if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
}

function readAll<T>(
  map: Y.Map<unknown>,
  prefix: string,
  schema: v.GenericSchema<unknown, T>,
  most: number,
): Record<string, T> {
  const found: [string, T][] = [];
  for (const [key, value] of map.entries()) {
    if (!key.startsWith(prefix) || key.length > prefix.length + LIMITS.idLength) continue;
    const parsed = key === `${prefix}__proto__` ? null : parse(schema, value);
    if (parsed !== null) found.push([key.slice(prefix.length), parsed]);
    if (found.length === most) break;
  }
  return Object.fromEntries(found);
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
