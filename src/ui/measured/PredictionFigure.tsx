import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { measured as texts } from '#texts/measured.ts';
import { formatTime } from '../../chart/format-time.ts';
import type { Prediction } from '../../drivers/predict.ts';
import type { RunReport } from '../../model/run.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { Hint } from '../common/Hint.tsx';
import figures from '../figures/Figures.module.css';
import { CostTable } from './CostTable.tsx';
import styles from './measured.module.css';
import { percent } from './TimeBar.tsx';
import { usePrediction } from './use-prediction.ts';

interface PredictionFigureProps {
  readonly report: RunReport;
  /** Share of the lanes' time that was start and messages. */
  readonly overhead: number;
}

/** An error beyond this is explained, as far as the run tells why. */
const POOR = 0.15;

/** Modelled and measured makespan side by side, the error, and the costs behind it. */
export function PredictionFigure({ report, overhead }: PredictionFigureProps) {
  const state = usePrediction(report);
  switch (state.kind) {
    case 'offered':
      return (
        <Hint text={texts.predictNote}>
          <Button small onClick={state.ask}>
            {texts.predict}
          </Button>
        </Hint>
      );
    case 'pending':
      return <span className={figures.figure}>{texts.predicting}</span>;
    case 'nothing':
      return <span className={figures.figure}>{texts.noPrediction(texts.nothingToFit)}</span>;
    case 'refused':
      return <span className={figures.figure}>{texts.noPrediction(state.refusal.message)}</span>;
    case 'failed':
      return <span className={figures.figure}>{texts.noPrediction(state.message)}</span>;
    case 'cancelled':
      return null;
    case 'done':
      return <PredictionPopover prediction={state.value} overhead={overhead} lanes={report.metrics.lanes} />;
  }
}

interface PredictionPopoverProps {
  readonly prediction: Prediction;
  readonly overhead: number;
  readonly lanes: number;
}

function PredictionPopover({ prediction, overhead, lanes }: PredictionPopoverProps) {
  const { predicted, measured, error } = prediction;
  return (
    <span className={figures.figure}>
      <Popover.Root>
        <Hint text={lanes === 1 ? texts.oneLane : texts.heading}>
          <Popover.Trigger className={`${controls.link} ${styles.trigger}`}>
            {texts.predicted} <strong>{formatTime(predicted, 'µs')}</strong> · {texts.measured}{' '}
            <strong>{formatTime(measured, 'µs')}</strong> ·{' '}
            {lanes === 1 ? texts.noTest : texts.off(percent(Math.abs(error)))}
          </Popover.Trigger>
        </Hint>
        <Popover.Portal>
          <Popover.Content
            className={`${controls.popover} ${styles.popover}`}
            side="top"
            align="start"
            sideOffset={6}
            collisionPadding={8}
            aria-label={texts.heading}
          >
            <h2 className={controls.heading}>{texts.heading}</h2>
            <p className={styles.note}>{texts.how}</p>
            {lanes === 1 && <p className={styles.note}>{texts.oneLane}</p>}
            {reasons(prediction, overhead).map((reason) => (
              <p key={reason} className={styles.note}>
                {reason}
              </p>
            ))}
            <CostTable prediction={prediction} />
            <p className={styles.note}>{texts.inSample}</p>
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

/** Why a prediction is poor. */
function reasons({ error, aborts, fitted }: Prediction, overhead: number): readonly string[] {
  if (Math.abs(error) <= POOR) return [];
  const found: string[] = [];
  if (aborts.predicted !== aborts.measured) {
    found.push(texts.poorAborts(texts.aborts(aborts.predicted), texts.aborts(aborts.measured)));
  }
  if (overhead > POOR) found.push(texts.poorShort(percent(overhead)));
  if (fitted.typicalError > POOR) found.push(texts.poorNoise(percent(fitted.typicalError)));
  return found;
}
