import { GraduationCap, Play, X } from 'lucide-react';
import { useState } from 'react';
import { welcome as texts } from '#texts/welcome.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { isFirstVisit, noteVisit } from '../common/first-visit.ts';
import styles from './Welcome.module.css';

/** For who is here for the first time: what this is, and two ways to begin. Gone for good once it has been answered. */
export function Welcome() {
  const app = useApp();
  const [seen, setSeen] = useState(() => !isFirstVisit());
  if (seen) return null;
  const answer = (act?: () => void) => () => {
    noteVisit();
    setSeen(true);
    act?.();
  };
  const tell = (): void => {
    app.setPace('told');
    app.seek(0);
    app.play();
  };
  return (
    <aside className={styles.welcome} aria-label={texts.label}>
      <p>{texts.whatThisIs}</p>
      <div className={styles.ways}>
        <Button small onClick={answer(() => app.setGuide({ kind: 'lesson', id: 'one-lane' }))}>
          <GraduationCap size={14} aria-hidden /> {texts.firstLesson}
        </Button>
        <Button small onClick={answer(tell)}>
          <Play size={14} aria-hidden /> {texts.tellTheRun}
        </Button>
        <Button small icon look="quiet" aria-label={texts.dismiss} onClick={answer()}>
          <X size={14} aria-hidden />
        </Button>
      </div>
    </aside>
  );
}
