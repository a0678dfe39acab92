import { useMemo, useState } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import { wayKey } from '../../store/compare/points.ts';
import type { LoggedRun } from './use-partings.ts';
import { wayName } from './way-name.ts';
import styles from './PartingPanel.module.css';

/** Of more runs there are more pairs than anybody reads; any two can be chosen above. */
const MOST = 10;

interface AllPartingsProps {
  readonly runs: readonly LoggedRun[];
  readonly tell: (one: LoggedRun, other: LoggedRun) => string;
}

/** Where every two of the runs part; found when it is asked for. */
export function AllPartings({ runs, tell }: AllPartingsProps) {
  const [open, setOpen] = useState(false);
  const pairs = useMemo(() => {
    if (!open) return [];
    const some = runs.slice(0, MOST);
    return some.flatMap((one, i) =>
      some.slice(i + 1).map((other) => ({
        names: `${wayName(one.way)} · ${wayName(other.way)}`,
        text: tell(one, other),
        key: `${wayKey(one.way)} ${wayKey(other.way)}`,
      })),
    );
  }, [open, runs, tell]);
  return (
    <details className={styles.all} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.everyPair}</summary>
      {runs.length > MOST && <p className={styles.pair}>{texts.pairsOfTheFirst(MOST)}</p>}
      <dl>
        {pairs.map(({ names, text, key }) => (
          <div key={key}>
            <dt>{names}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
