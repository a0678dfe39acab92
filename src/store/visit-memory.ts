import type { TextStorage } from './tab-storage.ts';

/** Choices made in views, kept for the visit: they are there when a view is opened again, and after a reload. */
export interface VisitMemory {
  /** As it was kept, or null. After a reload it comes from storage: whoever asks checks it. */
  get(name: string): unknown;
  /** `value` must be what JSON can say. */
  set(name: string, value: unknown): void;
}

const keyOf = (name: string): string => `lanewise/visit/${name}`;

/** Where storage is forbidden or full, a choice lasts until the reload. */
export function createVisitMemory(storage: TextStorage): VisitMemory {
  const kept = new Map<string, unknown>();
  return {
    get(name) {
      if (kept.has(name)) return kept.get(name);
      try {
        return JSON.parse(storage.getItem(keyOf(name)) ?? 'null');
      } catch {
        return null;
      }
    },
    set(name, value) {
      kept.set(name, value);
      try {
        storage.setItem(keyOf(name), JSON.stringify(value));
      } catch {
        // As documented.
      }
    },
  };
}
