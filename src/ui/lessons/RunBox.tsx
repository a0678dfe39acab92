import { Play } from 'lucide-react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import { useRun } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import styles from './LessonPanel.module.css';
import { useSession } from './LessonText.tsx';

/** The run, by the user's own hand. */
export function RunBox() {
  const session = useSession();
  const done = useStore(session.store, (state) => state.done);
  const status = useRun((state) => state.status);
  const message = useRun(({ message, refusal }) => refusal?.message ?? message);
  const busy = status === 'running' || status === 'analysing';
  const say = busy ? texts.running : status === 'refused' ? texts.refused : done ? texts.hasRun : '';
  return (
    <div className={styles.box}>
      {/* Not disabled: that would take the focus away. */}
      <Button look={done ? 'plain' : 'primary'} aria-disabled={busy} onClick={busy ? undefined : session.run}>
        <Play size={13} aria-hidden />
        {done ? texts.runAgain : texts.runIt}
      </Button>
      <p className={styles.small}>
        {say} {message}
      </p>
    </div>
  );
}
