import { Lock } from 'lucide-react';
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import type { ChoiceOption, NumberSpec, PredictStep } from '../../lessons/lesson.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { formatValue } from './format-value.ts';
import { HintLadder } from './HintLadder.tsx';
import styles from './LessonPanel.module.css';
import { LessonText, useSession } from './LessonText.tsx';
import { MarkList } from './MarkList.tsx';
import { readNumber } from './read-number.ts';

/** Asks, and locks the answer in: afterwards it can be looked at, and not changed. */
export function PredictBox({ step }: { readonly step: PredictStep }) {
  const session = useSession();
  const locked = useStore(session.store, ({ progress }) => progress.answers[step.id] ?? null);
  const draft = useStore(session.store, (state) => state.draft);
  const question = useId();
  const { answer: spec } = step;
  const answer = locked ?? draft;
  const marks = spec.kind === 'transactions' || spec.kind === 'locations' || spec.kind === 'lanes';
  const none = marks && (!draft || Object.values(draft).some((part) => Array.isArray(part) && part.length === 0));
  return (
    <form
      className={styles.box}
      aria-labelledby={question}
      onSubmit={(event) => {
        event.preventDefault();
        // No mark at all is an answer, too.
        if (!draft && spec.kind === 'transactions') session.say({ kind: 'transactions', transactions: [] });
        if (!draft && spec.kind === 'locations') session.say({ kind: 'locations', locations: [] });
        if (!draft && spec.kind === 'lanes') session.say({ kind: 'lanes', lanes: [] });
        session.lock();
      }}
    >
      <p className={styles.question} id={question}>
        <LessonText text={step.question} />
      </p>
      {spec.kind === 'choice' && (
        <Choices
          label={question}
          options={spec.options}
          chosen={answer?.kind === 'choice' ? answer.option : null}
          locked={locked !== null}
        />
      )}
      {spec.kind === 'number' && (
        <NumberAnswer
          label={question}
          spec={spec}
          said={answer?.kind === 'number' ? answer.number : null}
          locked={locked !== null}
        />
      )}
      {marks && <MarkList kind={spec.kind} answer={answer} locked={locked !== null} label={question} />}
      {locked ? (
        <p className={styles.locked}>
          <Lock size={13} aria-hidden /> {texts.locked}
        </p>
      ) : (
        <>
          <HintLadder stepId={step.id} hints={step.hints} />
          <Button type="submit" look="primary" disabled={!draft && !marks}>
            <Lock size={13} aria-hidden />
            {none ? texts.noneOfThem : texts.lockIn}
          </Button>
        </>
      )}
    </form>
  );
}

function Choices(props: {
  readonly label: string;
  readonly options: readonly ChoiceOption[];
  readonly chosen: string | null;
  readonly locked: boolean;
}) {
  const session = useSession();
  const name = useId();
  return (
    <div className={styles.options} role="radiogroup" aria-labelledby={props.label}>
      {props.options.map(({ id, text }) => (
        <label key={id} className={styles.option}>
          <input
            type="radio"
            name={name}
            checked={props.chosen === id}
            disabled={props.locked}
            onChange={() => session.say({ kind: 'choice', option: id })}
          />
          <span>
            <LessonText text={text} />
          </span>
        </label>
      ))}
    </div>
  );
}

function NumberAnswer(props: {
  readonly label: string;
  readonly spec: NumberSpec;
  readonly said: number | null;
  readonly locked: boolean;
}) {
  const { spec, said, locked } = props;
  const session = useSession();
  const { clock } = session.evidence().now.scenario.settings;
  const [typed, setTyped] = useState('');
  const [hint, unit] = [useId(), useId()];
  if (locked && said !== null) return <p className={styles.said}>{formatValue(said, spec.unit, clock)}</p>;
  const wrong = typed.trim() !== '' && readNumber(typed) === null;
  return (
    <>
      <div className={styles.number}>
        <input
          className={controls.field}
          inputMode="decimal"
          autoComplete="off"
          aria-labelledby={`${props.label} ${unit}`}
          aria-describedby={hint}
          aria-invalid={wrong}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            const number = readNumber(event.target.value);
            session.say(number === null ? null : { kind: 'number', number });
          }}
        />
        <span id={unit}>{spec.unit === 'gas' && clock === 'measured' ? 'µs' : texts.units[spec.unit]}</span>
      </div>
      <p className={styles.small} id={hint} role={wrong ? 'alert' : undefined}>
        {wrong ? texts.notANumber : texts.typeANumber}
      </p>
    </>
  );
}
