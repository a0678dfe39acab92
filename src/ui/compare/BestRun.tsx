import { comparing as texts } from '#texts/comparing.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { figuresAndLimit, findBest, type RightRun } from './best-run.ts';
import type { WayRun } from './SideBySide.tsx';
import { wayName } from './way-name.ts';
import styles from './SideBySide.module.css';

/** Which of the runs whose result is right is the fastest, and what keeps it from being faster. `quiet`: it changes too often to be told aloud. */
export function BestRun({ runs, quiet = false }: { runs: readonly WayRun[]; quiet?: boolean }) {
  const found = findBest(runs);
  if (!found) return null;
  const { best, withoutList, noGain } = found;
  return (
    <div className={styles.best} role={quiet ? undefined : 'status'}>
      <p>
        {noGain === null ? (
          <>
            {texts.fastestWithASerialResult}
            <Told run={best} />
          </>
        ) : (
          texts.noneIsFasterThanOneLane(noGain)
        )}
      </p>
      {withoutList && (
        <p>
          {texts.withoutTheList}
          {withoutList.noGain === null ? (
            <Told run={withoutList.best} />
          ) : (
            texts.noneOfThoseIsFaster(withoutList.noGain)
          )}
        </p>
      )}
    </div>
  );
}

function Told({ run }: { run: RightRun }) {
  return (
    <>
      <strong>{wayName(run.way)}</strong>
      {figuresAndLimit(run)} <span className={styles.sentence}>{ENGINE_TEXT[run.way.engine].sentence}</span>
    </>
  );
}
