import { useEffect } from 'react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { LinkState } from '../../class/link.ts';
import type { Room } from '../../store/app.ts';
import { useApp } from '../common/app-context.tsx';
import { InstructorBar } from './InstructorBar.tsx';
import { ParticipantBar } from './ParticipantBar.tsx';
import { useSession } from './use-session.ts';
import styles from './ClassBar.module.css';

/** The page's line in a class, as long as it is in one: opens it when the address says so, and asks for a name where one is needed. */
export function ClassBar({ room }: { room: Room }) {
  const app = useApp();
  const session = useSession();
  const state = useStore(session.store);
  useEffect(() => {
    // The projector shows the address bar too.
    if (room.key !== null) history.replaceState(history.state, '', `#room=${room.code}`);
    const isIn = session.enter();
    if (!isIn || room.key !== null) app.show('class');
  }, [app, session, room]);
  if (state.kind === 'outside') return null;
  return (
    <section className={styles.region} aria-label={texts.region}>
      {state.kind === 'leads' ? <InstructorBar state={state} /> : <ParticipantBar state={state} />}
    </section>
  );
}

/** Said in words and by a mark of its own shape. */
export function Connection({ kind, text }: { kind: LinkState['kind']; text: string }) {
  return (
    <span className={styles.connection} data-kind={kind} role="status">
      {text}
    </span>
  );
}
