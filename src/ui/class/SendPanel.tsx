import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { Instructor } from '../../class/instructor.ts';
import { PUZZLES } from '../../puzzles/collection/index.ts';
import type { Leading } from '../../store/class/leading.ts';
import { Button } from '../common/Button.tsx';
import { sendGuide } from './send-guide.ts';
import { useLessonCatalog } from './use-catalog.ts';
import styles from './SendPanel.module.css';

/** Everybody to a block, a moment, a lesson or a puzzle; or along with the instructor. */
export function SendPanel({ instructor, leading }: { instructor: Instructor; leading: Leading }) {
  const follow = useStore(instructor.lead, (lead) => lead.follow !== null);
  const call = useStore(instructor.lead, (lead) => lead.call);
  const lessons = useLessonCatalog();
  return (
    <aside className={styles.panel}>
      <section>
        <h3>{texts.sendHeading}</h3>
        <p>{texts.sendNote}</p>
        <Button onClick={() => leading.sendDocument(false)}>{texts.sendDocument}</Button>
        <Button onClick={() => leading.sendDocument(true)}>{texts.sendMoment}</Button>
        <SendGuide
          kind={texts.sendLesson}
          choices={lessons.map(({ id, lesson }) => ({ id, title: lesson.title }))}
          onSend={({ id, title }) => void sendGuide(leading, { kind: 'lesson', id }, title)}
        />
        <SendGuide
          kind={texts.sendPuzzle}
          choices={PUZZLES}
          onSend={({ id, title }) => void sendGuide(leading, { kind: 'puzzle', id }, title)}
        />
        {call && (
          <p role="status" className={styles.last}>
            {texts.lastSent(call.title)}
          </p>
        )}
      </section>
      <section>
        <h3>{texts.followHeading}</h3>
        <p>{texts.followNote}</p>
        <Button aria-pressed={follow} onClick={() => leading.setFollow(!follow)}>
          {follow ? texts.followTurnOff : texts.followTurnOn}
        </Button>
      </section>
    </aside>
  );
}

interface Choice {
  readonly id: string;
  readonly title: string;
}

function SendGuide(props: {
  readonly kind: string;
  readonly choices: readonly Choice[];
  readonly onSend: (choice: Choice) => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const id = useId();
  const choice = props.choices.find((each) => each.id === chosen) ?? props.choices[0];
  if (!choice) return null;
  return (
    <div className={styles.guide}>
      <label htmlFor={id}>{props.kind}</label>
      <select id={id} value={choice.id} onChange={(event) => setChosen(event.target.value)}>
        {props.choices.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </select>
      <Button aria-label={texts.sendOf(props.kind.toLowerCase())} onClick={() => props.onSend(choice)}>
        {texts.send}
      </Button>
    </div>
  );
}
