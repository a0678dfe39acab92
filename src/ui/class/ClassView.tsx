import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { SessionState } from '../../store/class/session.ts';
import { Button } from '../common/Button.tsx';
import { ScreenView } from '../common/ScreenView.tsx';
import { Segments } from '../common/Segments.tsx';
import { useKeptState } from '../common/use-kept-state.ts';
import { AnswersPage } from './AnswersPage.tsx';
import { BoardPage } from './BoardPage.tsx';
import { JoinForm } from './JoinForm.tsx';
import { People } from './People.tsx';
import { useSession, useSessionState } from './use-session.ts';
import { WayIn } from './WayIn.tsx';
import styles from './ClassView.module.css';

const PAGES = ['join', 'people', 'answers', 'puzzles'] as const;
type PageId = (typeof PAGES)[number];

const isPage = (kept: unknown): kept is PageId => PAGES.some((page) => page === kept);

/** A class in one room: the instructor's desk, or the way in for everybody else. */
export function ClassView({ onClose }: { onClose: () => void }) {
  const state = useSessionState();
  // Where the instructor was last: the view goes away whenever the bench is shown.
  const [page, setPage] = useKeptState<PageId>('class page', isPage, () => 'join');
  return (
    <ScreenView
      title={texts.view}
      heading={state.kind === 'outside' ? texts.view : texts.inRoom(state.code)}
      close={texts.close}
      closeHint={texts.close}
      onClose={onClose}
      head={
        state.kind === 'leads' && (
          <>
            <div className={styles.pages}>
              <Segments
                label={texts.pagesLabel}
                value={page}
                segments={PAGES.map((value) => ({ value, ...texts.pages[value] }))}
                onChange={setPage}
              />
            </div>
            <CloseRoom state={state} />
          </>
        )
      }
    >
      <div className={styles.page}>
        {state.kind === 'leads' ? <Desk page={page} state={state} /> : <Door state={state} onIn={onClose} />}
      </div>
    </ScreenView>
  );
}

function Desk({ page, state }: { page: PageId; state: Extract<SessionState, { kind: 'leads' }> }) {
  const { instructor, leading, code } = state;
  switch (page) {
    case 'join':
      return <WayIn instructor={instructor} code={code} />;
    case 'people':
      return <People instructor={instructor} leading={leading} />;
    case 'answers':
      return <AnswersPage instructor={instructor} leading={leading} />;
    case 'puzzles':
      return <BoardPage instructor={instructor} />;
  }
}

/** Outside, or on the way in; who is in goes on to the bench. */
function Door({ state, onIn }: { state: Exclude<SessionState, { kind: 'leads' }>; onIn: () => void }) {
  if (state.kind === 'takes part') return <Inside state={state} onIn={onIn} />;
  return (
    <div className={styles.door}>
      <JoinForm />
      <section className={styles.start}>
        <h3>{texts.startHeading}</h3>
        <p>{texts.startNote}</p>
        <p>
          <code>{texts.startCommand}</code>
        </p>
      </section>
    </div>
  );
}

function Inside({ state, onIn }: { state: Extract<SessionState, { kind: 'takes part' }>; onIn: () => void }) {
  const session = useSession();
  const { kind } = useStore(state.participant.state);
  const [cameIn] = useState(kind !== 'connecting');
  useEffect(() => {
    if (kind === 'connected' && !cameIn) onIn();
  }, [kind, cameIn, onIn]);
  if (kind === 'connecting') {
    return (
      <div className={styles.door}>
        <JoinForm />
      </div>
    );
  }
  return (
    <div className={styles.door}>
      <section className={styles.start}>
        <h3>{texts.youAre(state.name)}</h3>
        <p>{texts.connection[kind]}</p>
        <p>{texts.whatIsSeen}</p>
        <div className={styles.act}>
          <Button onClick={session.handIn}>{texts.handIn}</Button>
          <Button onClick={session.leave}>{texts.leave}</Button>
        </div>
      </section>
    </div>
  );
}

/** Asks once more: it can't be taken back. */
function CloseRoom({ state }: { state: Extract<SessionState, { kind: 'leads' }> }) {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return <Button onClick={() => setSure(true)}>{texts.closeRoom}</Button>;
  }
  return (
    <fieldset className={styles.sure}>
      <legend>{texts.closeRoomSure}</legend>
      <Button look="primary" onClick={state.instructor.closeRoom}>
        {texts.closeRoomYes}
      </Button>
      <Button autoFocus onClick={() => setSure(false)}>
        {texts.closeRoomNo}
      </Button>
    </fieldset>
  );
}
