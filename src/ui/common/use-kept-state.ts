import { useState } from 'react';
import type { App } from '../../store/app.ts';
import { useApp } from './app-context.tsx';

const kept = new WeakMap<App, Map<string, unknown>>();

/**
 * State that is still there when its component comes back later in the same visit. What nobody has changed isn't kept: it begins anew.
 * `name` tells it from all others.
 */
export function useKeptState<T>(name: string, initial: () => T): readonly [T, (next: T) => void] {
  const app = useApp();
  const [value, setValue] = useState<T>(() => {
    const known = kept.get(app);
    return known?.has(name) ? (known.get(name) as T) : initial();
  });
  const change = (next: T): void => {
    const known = kept.get(app) ?? new Map<string, unknown>();
    kept.set(app, known.set(name, next));
    setValue(() => next);
  };
  return [value, change];
}
