import { useEffect, useRef } from 'react';
import { lessons as texts } from '#texts/lessons.ts';
import { Button } from '../common/Button.tsx';
import styles from './LessonPanel.module.css';
import { useSession } from './LessonText.tsx';

/** Asks where to go: nothing is lost either way. */
export function LeaveBox({ onStay }: { readonly onStay: () => void }) {
  const session = useSession();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset
      className={styles.box}
      aria-label={texts.leave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onStay();
      }}
    >
      <p>{texts.leaveQuestion}</p>
      <div className={styles.choices}>
        <Button ref={first} look="primary" onClick={() => session.leave('before')}>
          {texts.backTo}
        </Button>
        <Button onClick={() => session.leave('block')}>{texts.keepBlock}</Button>
        <Button look="quiet" onClick={onStay}>
          {texts.stay}
        </Button>
      </div>
    </fieldset>
  );
}
