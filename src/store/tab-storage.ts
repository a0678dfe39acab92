/** The part of a browser's `sessionStorage` that is needed, which may be forbidden; a map in tests. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** What lasts as long as this tab, over reloads; where that is forbidden, as long as the page. */
export function tabStorage(): TextStorage {
  try {
    // Where it is forbidden, even to look at it throws.
    return sessionStorage;
  } catch {
    return createMemoryTextStorage();
  }
}

export function createMemoryTextStorage(): TextStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}
