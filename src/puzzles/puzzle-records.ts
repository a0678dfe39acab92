import * as v from 'valibot';

/** The best of each puzzle, by id; kept in this browser. */
export type PuzzleRecords = ReadonlyMap<string, PuzzleRecord>;

export interface PuzzleRecord {
  /** 1 to 3. */
  readonly stars: number;
  /** Gas. */
  readonly makespan: number;
}

/** Endless puzzles would fill any storage in time: the oldest are forgotten. */
export const KEPT_RECORDS = 300;

const schema = v.object({
  version: v.literal(1),
  best: v.pipe(
    v.array(
      v.tuple([
        v.pipe(v.string(), v.maxLength(40)),
        v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)),
        v.pipe(v.number(), v.integer(), v.minValue(1)),
      ]),
    ),
    v.maxLength(KEPT_RECORDS),
  ),
});

/** What can't be read counts as none: it is only a record of games. */
export function readRecords(text: string | null): PuzzleRecords {
  if (text === null) return new Map();
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return new Map(read.success ? read.output.best.map(([id, stars, makespan]) => [id, { stars, makespan }]) : []);
  } catch {
    return new Map();
  }
}

export function recordsToText(records: PuzzleRecords): string {
  return JSON.stringify({
    version: 1,
    best: [...records].slice(-KEPT_RECORDS).map(([id, { stars, makespan }]) => [id, stars, makespan]),
  });
}

/** With this result, if it is better than the one there. */
export function withRecord(records: PuzzleRecords, id: string, result: PuzzleRecord): PuzzleRecords {
  const before = records.get(id);
  if (result.stars < 1 || (before && before.makespan <= result.makespan)) return records;
  const rest = [...records].filter(([other]) => other !== id);
  return new Map([...rest, [id, result]]);
}
