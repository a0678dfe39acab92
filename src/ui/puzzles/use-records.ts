import { useSyncExternalStore } from 'react';
import {
  type PuzzleRecord,
  type PuzzleRecords,
  readRecords,
  recordsToText,
  withRecord,
} from '../../puzzles/puzzle-records.ts';
import { readSetting, writeSetting } from '../common/local-setting.ts';

const KEY = 'lanewise/puzzles';
const listeners = new Set<() => void>();
let records: PuzzleRecords | null = null;

export function puzzleRecords(): PuzzleRecords {
  records ??= readRecords(readSetting(KEY));
  return records;
}

export function keepRecord(id: string, record: PuzzleRecord): void {
  records = withRecord(puzzleRecords(), id, record);
  writeSetting(KEY, recordsToText(records));
  for (const listener of listeners) listener();
}

/** The best of each puzzle in this browser. */
export function usePuzzleRecords(): PuzzleRecords {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, puzzleRecords);
}
