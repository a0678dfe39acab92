import { handout as texts } from '#texts/handout.ts';
import { spansOfLane } from '../../chart/span-steps.ts';
import { createSpanLog, type ExecutionSpan } from '../../chart/spans.ts';
import type { RunEvent } from '../../model/events.ts';
import styles from './Handout.module.css';

const MOST_ROWS = 160;

interface LaneRowsProps {
  readonly events: readonly RunEvent[];
  readonly lanes: number;
  readonly time: (value: number) => string;
}

/** The lanes as a table: every incarnation, when it ran and what came of it. */
export function LaneRows({ events, lanes, time }: LaneRowsProps) {
  const log = createSpanLog();
  log.update(events, lanes);
  const runs = log.lanes
    .flatMap((_, lane) => [...spansOfLane(log, lane)])
    .filter((span): span is ExecutionSpan => span.kind === 'execution');
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.lane}</th>
            <th scope="col">{texts.transaction}</th>
            <th scope="col" className={styles.number}>
              {texts.from}
            </th>
            <th scope="col" className={styles.number}>
              {texts.to}
            </th>
            <th scope="col">{texts.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {runs.slice(0, MOST_ROWS).map((span) => (
            <tr key={`${span.tx}.${span.incarnation}`}>
              <td>{span.lane + 1}</td>
              <td>{texts.run(span.tx, span.incarnation)}</td>
              <td className={styles.number}>{time(span.start)}</td>
              <td className={styles.number}>{time(span.end)}</td>
              <td>{outcomeOf(span)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {runs.length > MOST_ROWS && <p>{texts.moreRows(runs.length - MOST_ROWS)}</p>}
    </>
  );
}

function outcomeOf(span: ExecutionSpan): string {
  if (Number.isFinite(span.committedAt)) return texts.committed;
  if (Number.isFinite(span.abortedAt)) return texts.startedOver;
  return span.blockedOn ? texts.gaveUp : texts.ended;
}
