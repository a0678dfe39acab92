import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { measured as texts } from '#texts/measured.ts';
import type { LaneTimes } from '../../analysis/lane-times.ts';
import { formatTime } from '../../chart/format-time.ts';
import type { RunReport } from '../../model/run.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { explainTime } from './explain-time.ts';
import { Hint } from '../common/Hint.tsx';
import figures from '../figures/Figures.module.css';
import styles from './measured.module.css';
import { TIME_PARTS, TimeBar } from './TimeBar.tsx';

interface TimeApartProps {
  readonly report: RunReport;
  readonly lanes: readonly LaneTimes[];
  /** Sums over the lanes. */
  readonly all: LaneTimes;
}

/** The lanes' time as one bar, with what was lost to messages said beside it; each lane on demand. */
export function TimeApart(props: TimeApartProps) {
  const { all, lanes } = props;
  const time = formatTime((all.start + all.messages) / Math.max(1, lanes.length), 'µs');
  return (
    <span className={figures.figure}>
      <Popover.Root>
        <Hint text={texts.whereHint}>
          <Popover.Trigger className={`${controls.link} ${styles.trigger}`}>
            <span aria-hidden>
              <TimeBar name={texts.allLanes} times={all} />
            </span>
            {texts.startAndMessages(time, lanes.length)}
          </Popover.Trigger>
        </Hint>
        <Popover.Portal>
          <Popover.Content
            className={`${controls.popover} ${styles.popover}`}
            side="top"
            align="start"
            sideOffset={6}
            collisionPadding={8}
            aria-label={texts.whereTheTimeWent}
          >
            <TimeTable {...props} />
            <Popover.Close asChild>
              <Button look="quiet" icon small aria-label={texts.close} className={styles.close}>
                <X size={14} aria-hidden />
              </Button>
            </Popover.Close>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </span>
  );
}

function TimeTable({ report, lanes, all }: TimeApartProps) {
  const coordinator = report.measured?.timeApart.coordinator;
  const row = (name: string, times: LaneTimes) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className={styles.barCell}>
        <TimeBar name={name} times={times} />
      </td>
      {TIME_PARTS.map((part) => (
        <td key={part}>{formatTime(times[part], 'µs')}</td>
      ))}
    </tr>
  );
  return (
    <>
      <h2 className={controls.heading}>{texts.whereTheTimeWent}</h2>
      {explainTime(report, lanes.length, all, navigator.hardwareConcurrency).map((sentence) => (
        <p key={sentence} className={styles.note}>
          {sentence}
        </p>
      ))}
      <dl className={styles.legend}>
        {TIME_PARTS.map((part) => (
          <div key={part}>
            <dt>
              <span className={`${styles.swatch} ${styles.part}`} data-part={part} aria-hidden />
              {texts.parts[part].name}
            </dt>
            <dd>{texts.parts[part].note}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.lane}</th>
              <th scope="col">{texts.bars}</th>
              {TIME_PARTS.map((part) => (
                <th key={part} scope="col">
                  {texts.parts[part].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lanes.map((times, lane) => row(`${lane + 1}`, times))}
            {lanes.length > 1 && row(texts.allLanes, all)}
          </tbody>
        </table>
      </div>
      {coordinator && (
        <p className={styles.note}>
          {texts.coordinator(formatTime(coordinator.validation, 'µs'), formatTime(coordinator.scheduling, 'µs'))}
        </p>
      )}
    </>
  );
}
