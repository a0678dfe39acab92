import { useEffect } from 'react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { Poll } from '../../class/lead.ts';
import type { Participant } from '../../class/participant.ts';
import type { Following } from '../../store/class/following.ts';
import { pollQuestion } from '../../store/class/reporting.ts';
import type { SessionState } from '../../store/class/session.ts';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import { listBuiltIn } from '../lessons/lesson-library.ts';
import { Connection } from './ClassBar.tsx';
import { useSession } from './use-session.ts';
import styles from './ClassBar.module.css';

/** A participant's line: how the connection is, what the instructor asks, and the way out. */
export function ParticipantBar({ state }: { state: Extract<SessionState, { kind: 'takes part' }> }) {
  const { code, name, participant, following } = state;
  const session = useSession();
  const link = useStore(participant.state);
  useEffect(() => {
    // While there is a connection: a lesson is wanted just when it fails.
    if (link.kind === 'connected') void listBuiltIn().catch(() => {});
  }, [link.kind]);
  const lead = useStore(participant.lead);
  const handedIn = useStore(participant.hand, (hand) => hand.solution);
  const { follow, own } = useStore(following.store);
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.code}>{texts.inRoom(code)}</span>
        <span className={styles.who}>{name}</span>
        <Connection kind={link.kind} text={texts.connection[link.kind]} />
        {follow === 'on' && <span className={styles.code}>{texts.followOn}</span>}
        {follow === 'stopped' && <span className={styles.who}>{texts.followStopped}</span>}
        {handedIn && (
          <span className={styles.who} role="status">
            {texts.handedIn(handedIn.title)}
          </span>
        )}
        <div className={styles.rest}>
          {follow === 'on' && (
            <Button small onClick={following.stopFollowing}>
              {texts.followStop}
            </Button>
          )}
          {follow === 'stopped' && (
            <Button small onClick={() => void following.follow()}>
              {texts.followAgain}
            </Button>
          )}
          {own && (
            <Button small onClick={() => void following.backToOwn()}>
              {texts.backToOwn(own.title)}
            </Button>
          )}
          <Hint text={texts.handInHint}>
            <Button small onClick={session.handIn}>
              {texts.handIn}
            </Button>
          </Hint>
          <Hint text={texts.leaveHint}>
            <Button small look="quiet" onClick={session.leave}>
              {texts.leave}
            </Button>
          </Hint>
        </div>
      </div>
      <Asked following={following} />
      {lead.poll && <PollAsked key={lead.poll.id} poll={lead.poll} participant={participant} />}
    </>
  );
}

/** Nothing of this page is replaced before one of these buttons is pressed. */
function Asked({ following }: { following: Following }) {
  const { call, follow } = useStore(following.store);
  return (
    <>
      {call && (
        <div className={styles.ask} role="alert">
          <p>
            <strong>{texts.call(call.title)}</strong> <span className={styles.note}>{texts.callNote}</span>
          </p>
          <div className={styles.choices}>
            <Button look="primary" onClick={() => void following.openCall()}>
              {texts.callOpen}
            </Button>
            <Button onClick={following.stay}>{texts.callStay}</Button>
          </div>
        </div>
      )}
      {follow === 'asked' && (
        <div className={styles.ask} role="alert">
          <p>
            <strong>{texts.followAsk}</strong> <span className={styles.note}>{texts.followAskNote}</span>
          </p>
          <div className={styles.choices}>
            <Button look="primary" onClick={() => void following.follow()}>
              {texts.follow}
            </Button>
            <Button onClick={following.stopFollowing}>{texts.followNot}</Button>
          </div>
        </div>
      )}
    </>
  );
}

function PollAsked({ poll, participant }: { poll: Poll; participant: Participant }) {
  const question = pollQuestion(poll.id);
  const answer = useStore(participant.hand, ({ answers }) =>
    Object.hasOwn(answers, question) ? answers[question] : undefined,
  );
  const said = answer?.kind === 'choice' ? Number(answer.option) : null;
  if (!poll.open) return null;
  return (
    <section className={styles.ask} aria-label={poll.question}>
      <p>
        <strong>{poll.question}</strong>{' '}
        {said !== null && (
          <span className={styles.note} role="status">
            {texts.pollAnswered(poll.choices[said] ?? '')}
          </span>
        )}
      </p>
      <div className={styles.choices}>
        {poll.choices.map((choice, i) => (
          <Button
            key={choice}
            aria-pressed={said === i}
            onClick={() => participant.answer(question, { kind: 'choice', option: String(i), right: null })}
          >
            {choice}
          </Button>
        ))}
      </div>
    </section>
  );
}
