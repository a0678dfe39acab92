import { type FormEvent, useId, useState } from 'react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { Instructor } from '../../class/instructor.ts';
import { LIMITS } from '../../class/limits.ts';
import { toPlainText } from '../../class/plain-text.ts';
import type { Leading } from '../../store/class/leading.ts';
import { pollQuestion } from '../../store/class/reporting.ts';
import { Button } from '../common/Button.tsx';
import { Bars } from './Bars.tsx';
import { type ChosenQuestion, useQuestion } from './use-question.ts';
import styles from './AnswersPage.module.css';

/** What everybody predicted or said, counted; and a question of one's own. */
export function AnswersPage({ instructor, leading }: { instructor: Instructor; leading: Leading }) {
  const chosen = useQuestion(instructor);
  const { question, histogram } = chosen;
  const poll = useStore(instructor.lead, (lead) => lead.poll);
  const [shown, setShown] = useState<string | null>(null);
  const veiled = poll?.open === true && question?.id === pollQuestion(poll.id) && shown !== question.id;
  return (
    <div className={styles.page}>
      <section className={styles.answers} aria-label={texts.pages.answers.label}>
        <QuestionChoice chosen={chosen} />
        {question && histogram ? (
          <>
            <h3>{question.label}</h3>
            {veiled ? (
              <div className={styles.veil}>
                <p role="status">{texts.answered(histogram.answered, histogram.asked)}</p>
                <p>{texts.hiddenWhileAsked}</p>
                <Button onClick={() => setShown(question.id)}>{texts.showWhileAsked}</Button>
              </div>
            ) : (
              <Bars histogram={histogram} label={question.label} large />
            )}
          </>
        ) : (
          <p className={styles.empty}>{texts.noQuestion}</p>
        )}
      </section>
      <PollForm instructor={instructor} leading={leading} />
    </div>
  );
}

/** Absent as long as there is nothing to choose from. */
export function QuestionChoice({ chosen: { questions, question, choose } }: { chosen: ChosenQuestion }) {
  const id = useId();
  if (questions.length < 2) return null;
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{texts.question}</label>
      <select id={id} value={question?.id} onChange={(event) => choose(event.target.value)}>
        {questions.map(({ id: key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function PollForm({ instructor, leading }: { instructor: Instructor; leading: Leading }) {
  const poll = useStore(instructor.lead, (lead) => lead.poll);
  const [question, setQuestion] = useState('');
  const [choices, setChoices] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = useId();

  const ask = (event: FormEvent): void => {
    event.preventDefault();
    const asked = toPlainText(question, LIMITS.titleLength);
    const list = choices
      .split('\n')
      .map((line) => toPlainText(line, LIMITS.titleLength))
      .filter(Boolean);
    const fits = asked !== '' && list.length >= 2 && list.length <= LIMITS.pollChoices;
    setWrong(!fits);
    if (!fits) return;
    leading.ask(asked, list);
    setQuestion('');
    setChoices('');
  };

  return (
    <form className={styles.poll} onSubmit={ask}>
      <h3>{texts.pollHeading}</h3>
      <label htmlFor={`${id}q`}>{texts.pollQuestion}</label>
      <input
        id={`${id}q`}
        value={question}
        maxLength={LIMITS.titleLength}
        autoComplete="off"
        onChange={(event) => setQuestion(event.target.value)}
      />
      <label htmlFor={`${id}c`}>{texts.pollChoices}</label>
      <textarea id={`${id}c`} rows={4} value={choices} onChange={(event) => setChoices(event.target.value)} />
      {wrong && <p role="alert">{texts.pollProblem}</p>}
      <div className={styles.act}>
        <Button type="submit">{texts.pollAsk}</Button>
        {poll?.open && <Button onClick={leading.endPoll}>{texts.pollClose}</Button>}
      </div>
    </form>
  );
}
