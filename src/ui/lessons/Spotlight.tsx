import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Target } from '../../lessons/lesson.ts';
import { useSession } from './LessonText.tsx';
import './spotlight.css';

/**
 * Outlines what the step speaks of: views, controls and figures by an attribute that they carry. Transactions, locations and lanes
 * are marked in the views themselves (`Marks`). Nothing is dimmed.
 */
export function Spotlight() {
  const { lesson, store } = useSession();
  const step = useStore(store, ({ progress, away }) =>
    progress.finished || away ? undefined : lesson.steps[progress.step],
  );
  useEffect(() => {
    const selectors = (step?.spotlight ?? []).flatMap(selectorOf);
    if (selectors.length === 0) return;
    const lit = new Set<Element>();
    const light = (): void => {
      for (const element of document.querySelectorAll(selectors.join(','))) {
        if (lit.has(element)) continue;
        lit.add(element);
        element.setAttribute('data-spotlit', '');
      }
    };
    light();
    const observer = new MutationObserver(light);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      for (const element of lit) element.removeAttribute('data-spotlit');
    };
  }, [step]);
  return null;
}

function selectorOf(target: Target): readonly string[] {
  // The block's panel is known by where cards can be dropped.
  if ('view' in target) return [target.view === 'block' ? '[data-zone="block"]' : `[data-view="${target.view}"]`];
  if ('control' in target) return [`[data-control="${target.control}"]`];
  if ('figure' in target) return [`[data-figure~="${target.figure}"]`];
  return [];
}
