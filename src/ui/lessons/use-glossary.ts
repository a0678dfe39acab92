import { useEffect, useState } from 'react';
import { loadGlossary } from '../../lessons/built-in.ts';
import type { Glossary } from '../../lessons/glossary.ts';
import { useApp } from '../common/app-context.tsx';
import { notifyNotFetched } from '../common/notify-not-fetched.ts';

/** The glossary; null until it is there. */
export function useGlossary(): Glossary | null {
  const app = useApp();
  const [glossary, setGlossary] = useState<Glossary | null>(null);
  useEffect(() => {
    loadGlossary().then(setGlossary, (error: unknown) => notifyNotFetched(app, error));
  }, [app]);
  return glossary;
}
