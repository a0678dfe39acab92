import { Lightbulb } from 'lucide-react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import type { Paragraph } from '../../lessons/text.ts';
import { Button } from '../common/Button.tsx';
import styles from './LessonPanel.module.css';
import { LessonText, useSession } from './LessonText.tsx';

/** Hints one after another, from a nudge to nearly the answer. */
export function HintLadder({ stepId, hints }: { readonly stepId: string; readonly hints: readonly Paragraph[] }) {
  const session = useSession();
  const taken = useStore(session.store, ({ progress }) => progress.hints[stepId] ?? 0);
  if (hints.length === 0) return null;
  return (
    <div className={styles.hints}>
      {taken > 0 && (
        <ol aria-label={texts.hints} aria-live="polite">
          {hints.slice(0, taken).map((hint, i) => (
            <li key={i}>
              <LessonText text={hint} />
            </li>
          ))}
        </ol>
      )}
      {taken < hints.length && (
        <Button small look="quiet" onClick={session.hint}>
          <Lightbulb size={13} aria-hidden />
          {texts.hint(taken, hints.length)}
        </Button>
      )}
    </div>
  );
}
