import { figures as texts } from '#texts/figures.ts';
import { useRun } from '../common/app-context.tsx';
import { FigureList } from './FigureList.tsx';
import styles from './Figures.module.css';
import { HeaderCheckMarks } from './HeaderCheckMarks.tsx';
import { RunBanner } from './RunBanner.tsx';
import { SerialCheckMark } from './SerialCheckMark.tsx';

/** What the run came to: the figures, and whether its result is right. */
export function Figures() {
  const { report, stale } = useRun(({ report, stale }) => ({ report, stale }));
  const isEmpty = report?.result.executions.length === 0;
  return (
    <section aria-label={texts.figures} data-view="figures">
      <RunBanner />
      <div className={stale ? `${styles.figures} ${styles.old}` : styles.figures}>
        {report && !isEmpty && (
          <>
            <FigureList report={report} />
            <div className={styles.checks}>
              <SerialCheckMark report={report} />
              <HeaderCheckMarks header={report.header} />
            </div>
          </>
        )}
      </div>
    </section>
  );
}
