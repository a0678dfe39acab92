import { Circle, CircleCheck, RotateCcw, WandSparkles } from 'lucide-react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import type { ChangeStep } from '../../lessons/lesson.ts';
import { Button } from '../common/Button.tsx';
import { HintLadder } from './HintLadder.tsx';
import styles from './LessonPanel.module.css';
import { LessonText, useSession } from './LessonText.tsx';

/** A goal to bring about, with help in steps: hints, then the solution. */
export function ChangeBox({ step }: { readonly step: ChangeStep }) {
  const session = useSession();
  const { progress, goals, feedback, replayed, done } = useStore(session.store);
  const [taken, tries] = [progress.hints[step.id] ?? 0, progress.attempts[step.id] ?? 0];
  const shown = progress.done[step.id] === 'shown';
  const mayShow = done || taken === step.hints.length || tries >= 3;
  return (
    <div className={styles.box} data-right={done || undefined}>
      <h4>{texts.goals}</h4>
      <ul className={styles.goals}>
        {step.goals.map(({ text }, i) => (
          <li key={i} data-reached={goals[i] || undefined}>
            {goals[i] ? (
              <CircleCheck size={15} aria-label={texts.reached} />
            ) : (
              <Circle size={15} aria-label={texts.notReached} />
            )}
            <span>
              <LessonText text={text} />
            </span>
          </li>
        ))}
      </ul>
      {feedback && (
        <p className={styles.feedback} aria-live="polite">
          <LessonText text={feedback} />
        </p>
      )}
      {done && (
        <p className={styles.feedback}>
          <b>{texts.goalReached}</b> <LessonText text={step.done} /> {shown && texts.shownNote}
        </p>
      )}
      {!done && <HintLadder stepId={step.id} hints={step.hints} />}
      {replayed !== null && (
        <p className={styles.small} role="status">
          {texts.solutionStep(replayed, step.solution.length)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button small onClick={session.resetStep}>
          <RotateCcw size={13} aria-hidden />
          {texts.startAgain}
        </Button>
        {mayShow && (
          <Button small onClick={session.showSolution}>
            <WandSparkles size={13} aria-hidden />
            {done ? texts.replaySolution : texts.showSolution}
          </Button>
        )}
      </div>
    </div>
  );
}
