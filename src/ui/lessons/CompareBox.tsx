import { Check, X } from 'lucide-react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import type { Grade } from '../../lessons/grade.ts';
import { txIndex } from '../../model/ids.ts';
import type { Prediction } from '../../store/lesson/lesson-marks.ts';
import { LocationRef } from '../common/LocationRef.tsx';
import { TxRef } from '../common/TxRef.tsx';
import { formatValue } from './format-value.ts';
import styles from './LessonPanel.module.css';
import { LessonText, useSession } from './LessonText.tsx';

/** Each prediction over what came. */
export function CompareBox() {
  const session = useSession();
  const predictions = useStore(session.store, (state) => state.predictions);
  if (predictions.length === 0) {
    return (
      <div className={styles.box}>
        <p className={styles.small}>{texts.notAnswered}</p>
      </div>
    );
  }
  return predictions.map((prediction) => <Compared key={prediction.step.id} prediction={prediction} />);
}

function Compared({ prediction: { step, grade } }: { readonly prediction: Prediction }) {
  return (
    <div className={styles.box} data-right={grade?.right}>
      <p className={styles.question}>
        <LessonText text={step.question} />
      </p>
      {grade === null ? (
        <p className={styles.small}>{texts.waitingForRun}</p>
      ) : (
        <>
          <p className={styles.verdict}>
            {grade.right ? <Check size={15} aria-hidden /> : <X size={15} aria-hidden />}
            {grade.right ? texts.right : texts.notRight}
          </p>
          <Result step={step} grade={grade} />
          {grade.text.map((paragraph, i) => (
            <p key={i}>
              <LessonText text={paragraph} />
            </p>
          ))}
        </>
      )}
    </div>
  );
}

function Result({ step, grade }: { readonly step: Prediction['step']; readonly grade: Grade }) {
  const { clock } = useSession().evidence().now.scenario.settings;
  switch (grade.kind) {
    case 'number': {
      const unit = step.answer.kind === 'number' ? step.answer.unit : 'count';
      const most = Math.max(Math.abs(grade.said), Math.abs(grade.is), Number.MIN_VALUE);
      const rows = [
        { name: texts.youSaid, value: grade.said },
        { name: texts.itIs, value: grade.is },
      ];
      return (
        <dl className={styles.bars}>
          {rows.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <span className={styles.bar} style={{ width: `${(100 * Math.abs(value)) / most}%` }} />
                <span>{formatValue(value, unit, clock)}</span>
              </dd>
            </div>
          ))}
        </dl>
      );
    }
    case 'choice': {
      const options = step.answer.kind === 'choice' ? step.answer.options : [];
      return (
        <ul className={styles.results}>
          {options.map(({ id, text }) => {
            const [said, is] = [grade.said === id, grade.is.includes(id)];
            return (
              <li key={id} data-mark={is ? (said ? 'right' : 'missed') : said ? 'wrong' : undefined}>
                <LessonText text={text} />
                {said && <i> {texts.youSaidThis}</i>}
                {is && <i> {texts.thisIsIt}</i>}
              </li>
            );
          })}
        </ul>
      );
    }
    case 'transactions':
      return <Groups {...grade} show={(tx: number) => <TxRef tx={txIndex(tx)} />} />;
    case 'locations':
      return <Groups {...grade} show={(location) => <LocationRef location={location} />} />;
    case 'lanes':
      return <Groups {...grade} show={(lane: number) => texts.lane(lane + 1)} />;
  }
}

function Groups<T extends string | number>(props: {
  readonly hit: readonly T[];
  readonly missed: readonly T[];
  readonly wrong: readonly T[];
  readonly show: (member: T) => React.ReactNode;
}) {
  const groups = [
    { mark: 'right', name: texts.hit, members: props.hit },
    { mark: 'missed', name: texts.missed, members: props.missed },
    { mark: 'wrong', name: texts.wrong, members: props.wrong },
  ].filter(({ members }) => members.length > 0);
  if (groups.length === 0) return <p className={styles.small}>{texts.nothing}</p>;
  return (
    <ul className={styles.results}>
      {groups.map(({ mark, name, members }) => (
        <li key={mark} data-mark={mark}>
          <i>{name}</i>{' '}
          {members.map((member) => (
            <span key={member} className={styles.chip}>
              {props.show(member)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
