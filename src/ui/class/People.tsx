import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { Instructor } from '../../class/instructor.ts';
import type { Seat } from '../../class/roster.ts';
import type { Leading } from '../../store/class/leading.ts';
import { Button } from '../common/Button.tsx';
import { SendPanel } from './SendPanel.tsx';
import styles from './People.module.css';

/** Who is there and where, and the ways to send everybody somewhere. */
export function People({ instructor, leading }: { instructor: Instructor; leading: Leading }) {
  const seats = useStore(instructor.roster);
  const here = seats.filter((seat) => seat.here).length;
  return (
    <div className={styles.people}>
      <section className={styles.who} aria-label={texts.pages.people.label}>
        <p className={styles.count} role="status">
          {texts.hereAndAway(here, seats.length - here)}
        </p>
        {seats.length === 0 ? (
          <p className={styles.empty}>{texts.waiting}</p>
        ) : (
          <Table seats={seats} leading={leading} />
        )}
      </section>
      <SendPanel instructor={instructor} leading={leading} />
    </div>
  );
}

function Table({ seats, leading }: { seats: readonly Seat[]; leading: Leading }) {
  return (
    <table className={styles.table} aria-label={texts.peopleTable}>
      <thead>
        <tr>
          <th scope="col">{texts.columnName}</th>
          <th scope="col">{texts.columnPlace}</th>
          <th scope="col">{texts.columnStep}</th>
          <th scope="col">{texts.columnAnswers}</th>
          <th scope="col">{texts.columnHanded}</th>
          <th scope="col">{texts.columnActions}</th>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <Row key={seat.seat} seat={seat} leading={leading} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ seat: { seat, name, here, place, answers, handedIn }, leading }: { seat: Seat; leading: Leading }) {
  const said = Object.entries(answers).filter(([question]) => !question.startsWith('poll/'));
  const graded = said.filter(([, { right }]) => right !== null);
  const right = graded.filter(([, answer]) => answer.right).length;
  return (
    <tr data-away={!here || undefined}>
      <th scope="row">
        {name}
        {!here && <span className={styles.note}> · {texts.isAway}</span>}
      </th>
      <td>
        {place ? place.title : texts.placeNone}
        {place?.following && <span className={styles.note}> · {texts.isFollowing}</span>}
      </td>
      <td>
        {place?.step !== undefined && place.steps !== undefined && (
          <>
            <progress className={styles.progress} value={place.step} max={place.steps} aria-hidden />{' '}
            {texts.step(place.step, place.steps)}
          </>
        )}
      </td>
      <td>
        {graded.length > 0 ? texts.right(right, graded.length) : said.length > 0 ? texts.predictions(said.length) : ''}
      </td>
      <td>
        {handedIn && (
          <>
            <Button
              small
              aria-label={texts.openSolutionOf(name, handedIn.title)}
              onClick={() => void leading.openSolution(seat)}
            >
              {texts.openSolution}
            </Button>{' '}
            <span className={styles.handed}>{handedIn.title}</span>
          </>
        )}
      </td>
      <td>
        <Button small look="quiet" aria-label={texts.removeOf(name)} onClick={() => leading.remove(seat)}>
          {texts.remove}
        </Button>
      </td>
    </tr>
  );
}
