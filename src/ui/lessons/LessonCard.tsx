import { Check, Link2, Printer, Trash2 } from 'lucide-react';
import { handout } from '#texts/handout.ts';
import { lessons as texts } from '#texts/lessons.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import type { ListedLesson } from './lesson-library.ts';
import styles from './LessonList.module.css';

/** A lesson in the list: what it teaches, and how far one is in it. */
export function LessonCard(props: {
  readonly listed: ListedLesson;
  readonly number?: number;
  readonly onBegin: () => void;
  readonly onRemove?: () => void;
  /** Copies a link to it. */
  readonly onShare?: () => void;
}) {
  const { listed, number, onBegin, onRemove, onShare } = props;
  const app = useApp();
  const { lesson, progress } = listed;
  const begun = progress !== null && (progress.furthest > 0 || progress.finished);
  const verb = progress?.finished ? texts.again : begun ? texts.goOn : texts.start;
  return (
    <li className={styles.card} data-done={progress?.finished || undefined}>
      <h3>
        {number !== undefined && <span className={styles.number}>{number}</span>}
        {lesson.title}
      </h3>
      <p>{lesson.summary}</p>
      {lesson.teaches.length > 0 && (
        <ul className={styles.teaches} aria-label={texts.teaches}>
          {lesson.teaches.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        <span className={styles.state}>
          {texts.minutes(lesson.minutes)}
          {' · '}
          {progress?.finished && <Check size={13} aria-hidden />}
          {progress?.finished
            ? texts.finished
            : begun
              ? texts.atStep(progress.step + 1, lesson.steps.length)
              : texts.notBegun}
        </span>
        <Button
          look="quiet"
          icon
          small
          aria-label={handout.printLesson(lesson.title)}
          onClick={() => app.print({ lesson: listed.id })}
        >
          <Printer size={14} aria-hidden />
        </Button>
        {onShare && (
          <Button look="quiet" icon small aria-label={texts.copyLessonLink(lesson.title)} onClick={onShare}>
            <Link2 size={14} aria-hidden />
          </Button>
        )}
        {onRemove && (
          <Button look="quiet" icon small aria-label={texts.remove(lesson.title)} onClick={onRemove}>
            <Trash2 size={14} aria-hidden />
          </Button>
        )}
        <Button aria-label={`${verb}: ${lesson.title}`} onClick={onBegin}>
          {verb}
        </Button>
      </div>
      {begun && !progress.finished && (
        <span className={styles.bar} style={{ width: `${(100 * progress.furthest) / lesson.steps.length}%` }} />
      )}
    </li>
  );
}
