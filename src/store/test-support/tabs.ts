import type { DocumentClaims } from '../tabs/document-claims.ts';

/** Tabs of one browser, as their documents are claimed; `close` is a tab's end, and the moment before it is loaded anew. */
export function createTabs(): { open(): DocumentClaims & { close(): void } } {
  const owners = new Map<string, object>();
  const shown = new Map<object, string>();
  return {
    open() {
      const me = {};
      const take = (key: string): boolean => {
        if (!owners.has(key)) owners.set(key, me);
        return owners.get(key) === me;
      };
      return {
        take: async (key) => take(key),
        show(key) {
          take(key);
          shown.set(me, key);
        },
        shown: async () => new Set(shown.values()),
        close() {
          shown.delete(me);
          for (const [key, owner] of owners) if (owner === me) owners.delete(key);
        },
      };
    },
  };
}
