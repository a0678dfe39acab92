import { ChartBar, Send, Users, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { Instructor } from '../../class/instructor.ts';
import type { SessionState } from '../../store/class/session.ts';
import { useApp, useView } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import { QuestionChoice } from './AnswersPage.tsx';
import { Bars } from './Bars.tsx';
import { Connection } from './ClassBar.tsx';
import { sendGuide } from './send-guide.ts';
import { useQuestion } from './use-question.ts';
import styles from './ClassBar.module.css';

/** What the instructor needs at hand while the bench is on the projector. */
export function InstructorBar({
  state: { code, instructor, leading },
}: {
  state: Extract<SessionState, { kind: 'leads' }>;
}) {
  const app = useApp();
  const screen = useView((view) => view.screen);
  const link = useStore(instructor.state);
  const seats = useStore(instructor.roster);
  const follow = useStore(instructor.lead, (lead) => lead.follow !== null);
  const call = useStore(instructor.lead, (lead) => lead.call);
  const [answers, setAnswers] = useState(false);
  const here = seats.filter((seat) => seat.here);
  const following = here.filter(({ place }) => place?.following).length;
  const isOpen = screen === 'class';
  const sendThis = (): void => {
    const { guide, progress } = app.view.getState();
    if (guide) void sendGuide(leading, guide, progress?.title ?? guide.id);
    else leading.sendDocument(true);
  };
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.code}>{texts.inRoom(code)}</span>
        <Connection
          kind={link.kind}
          text={
            link.kind === 'connected'
              ? texts.here(here.length)
              : link.kind === 'away'
                ? texts.instructorAway
                : texts.connection[link.kind]
          }
        />
        {follow && <span className={styles.who}>{texts.following(following)}</span>}
        {call && (
          <span className={styles.who} role="status">
            {texts.lastSent(call.title)}
          </span>
        )}
        <div className={styles.rest}>
          <Hint text={texts.followMeHint}>
            <Button
              small
              aria-pressed={follow}
              data-state={follow ? 'open' : undefined}
              onClick={() => leading.setFollow(!follow)}
            >
              <Users size={14} aria-hidden />
              {follow ? texts.followTurnOff : texts.followMe}
            </Button>
          </Hint>
          <Hint text={texts.sendThisHint}>
            <Button small onClick={sendThis}>
              <Send size={14} aria-hidden />
              {texts.sendThis}
            </Button>
          </Hint>
          <Hint text={texts.answersHint}>
            <Button
              small
              aria-expanded={answers}
              data-state={answers ? 'open' : undefined}
              onClick={() => setAnswers(!answers)}
            >
              <ChartBar size={14} aria-hidden />
              {texts.answers}
            </Button>
          </Hint>
          <Hint text={texts.openViewHint}>
            <Button
              small
              aria-pressed={isOpen}
              data-state={isOpen ? 'open' : undefined}
              onClick={() => app.show(isOpen ? 'bench' : 'class')}
            >
              {texts.openView}
            </Button>
          </Hint>
        </div>
      </div>
      {answers && !isOpen && <AnswersCard instructor={instructor} onClose={() => setAnswers(false)} />}
    </>
  );
}

/** What everybody predicted, over the run that answers it. */
function AnswersCard({ instructor, onClose }: { instructor: Instructor; onClose: () => void }) {
  const chosen = useQuestion(instructor);
  const { question, histogram } = chosen;
  return (
    <section className={styles.card} aria-label={texts.answers}>
      <div className={styles.cardHead}>
        <h3>{question ? question.label : texts.answers}</h3>
        <Button look="quiet" icon small aria-label={texts.hideAnswers} onClick={onClose}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      {question && histogram ? <Bars histogram={histogram} label={question.label} /> : <p>{texts.noQuestion}</p>}
      <QuestionChoice chosen={chosen} />
    </section>
  );
}
