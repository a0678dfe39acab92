import { useState } from 'react';
import { useApp } from './app-context.tsx';

/**
 * State that is still there when its component comes back later in the same visit, also after a reload. What nobody has changed isn't
 * kept: it begins anew, and so does what isn't one of its values (`isValue`) any more. `name` tells it from all others.
 */
export function useKeptState<T>(
  name: string,
  isValue: (kept: unknown) => kept is T,
  initial: () => T,
): readonly [T, (next: T) => void] {
  const { visit } = useApp();
  const [value, setValue] = useState<T>(() => {
    const kept = visit.get(name);
    return isValue(kept) ? kept : initial();
  });
  const change = (next: T): void => {
    visit.set(name, next);
    setValue(() => next);
  };
  return [value, change];
}
