import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { measured as texts } from '#texts/measured.ts';
import { addLaneTimes, laneTimesOf } from '../../analysis/lane-times.ts';
import type { RunReport } from '../../model/run.ts';
import { Hint } from '../common/Hint.tsx';
import figures from '../figures/Figures.module.css';
import styles from './measured.module.css';
import { PredictionFigure } from './PredictionFigure.tsx';
import { TimeApart } from './TimeApart.tsx';

/** What a measured run has beyond the figures of every run: its time taken apart, and what modelled time says of it. */
export function MeasuredFigures({ report }: { report: RunReport }) {
  const { lanes: count, makespan } = report.metrics;
  const lanes = useMemo(() => laneTimesOf(report.events, count, makespan), [report, count, makespan]);
  const all = useMemo(() => addLaneTimes(lanes), [lanes]);
  const threads = navigator.hardwareConcurrency;
  return (
    <>
      {count > threads && (
        <Hint text={texts.sharedThreadsNote}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
          <span className={figures.figure} tabIndex={0}>
            <TriangleAlert size={14} aria-hidden className={styles.shared} />
            {texts.sharedThreads(count, threads)}
          </span>
        </Hint>
      )}
      <TimeApart report={report} lanes={lanes} all={all} />
      <PredictionFigure report={report} overhead={(all.start + all.messages) / Math.max(1, count * makespan)} />
    </>
  );
}
