import { type FormEvent, useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import { LIMITS } from '../../class/limits.ts';
import { toPlainText } from '../../class/plain-text.ts';
import { normalizeRoomCode } from '../../class/room-code.ts';
import { Button } from '../common/Button.tsx';
import { useView } from '../common/app-context.tsx';
import { useSession, useSessionState } from './use-session.ts';
import styles from './JoinForm.module.css';

/** Milliseconds without an answer after which it is said what may be wrong. */
const PATIENCE_MS = 6_000;

/** Into a room, with its code and a name of one's choice. */
export function JoinForm() {
  const session = useSession();
  const state = useSessionState();
  const room = useView(({ room }) => room);
  const [code, setCode] = useState(room?.code ?? '');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const id = useId();
  const roomCode = normalizeRoomCode(code);
  const clean = toPlainText(name, LIMITS.nameLength);

  const join = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (roomCode && clean) session.join(roomCode, clean);
  };

  return (
    <form className={styles.form} onSubmit={join} noValidate>
      <h3>{texts.joinHeading}</h3>
      <p>{texts.joinNote}</p>
      <Field
        id={`${id}code`}
        label={texts.code}
        value={code}
        problem={tried && !roomCode ? texts.codeWrong : null}
        onChange={setCode}
        className={styles.code}
        maxLength={16}
        autoFocus={room === null}
      />
      <Field
        id={`${id}name`}
        label={texts.name}
        value={name}
        problem={tried && !clean ? texts.nameMissing : null}
        onChange={setName}
        maxLength={LIMITS.nameLength}
        autoFocus={room !== null}
      />
      <p className={styles.seen}>{texts.whatIsSeen}</p>
      <div className={styles.act}>
        <Button type="submit" look="primary">
          {texts.join}
        </Button>
        {state.kind === 'takes part' && <Waiting key={state.code} state={state} />}
      </div>
    </form>
  );
}

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
  readonly maxLength: number;
  readonly autoFocus: boolean;
  readonly className?: string | undefined;
}) {
  const { id, problem } = props;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className={props.className}
        value={props.value}
        maxLength={props.maxLength}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the form is what the page was opened for, and nothing stands before it.
        autoFocus={props.autoFocus}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}problem`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {problem !== null && (
        <p id={`${id}problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Waiting({ state }: { state: Extract<ReturnType<typeof useSessionState>, { kind: 'takes part' }> }) {
  const { kind } = useStore(state.participant.state);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (kind !== 'connecting') return null;
  return <p role="status">{long ? texts.noAnswer : texts.joining}</p>;
}
