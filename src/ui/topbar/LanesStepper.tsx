import { Minus, Plus, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { topbar as texts } from '#texts/topbar.ts';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import { useSettings } from '../common/use-settings.ts';
import { MAX_LANES } from '../../model/settings.ts';
import styles from './TopBar.module.css';

/** How many lanes. What is typed counts once it is a number in range. */
export function LanesStepper() {
  const { settings, change } = useSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const most = MAX_LANES[settings.clock];
  const threads = navigator.hardwareConcurrency;

  const set = (lanes: number): void => change(texts.lanesEdit(lanes), { lanes }, 'lanes');
  const type = (text: string): void => {
    setTyped(text);
    const lanes = Number(text);
    if (Number.isInteger(lanes) && lanes >= 1 && lanes <= most) set(lanes);
  };
  const shared = settings.clock === 'measured' && settings.lanes > threads;
  const note =
    settings.clock === 'virtual'
      ? texts.toLanesInModelledTime(threads)
      : shared
        ? texts.lanesShareThreads(settings.lanes, threads)
        : texts.toLanesOneWebWorker(threads);

  return (
    <Hint text={note}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a row of the bar in every browser */}
      <div className={styles.lanes} role="group" aria-label={texts.lanes}>
        <Button
          look="quiet"
          icon
          aria-label={texts.oneLaneFewer}
          disabled={settings.lanes <= 1}
          onClick={() => set(settings.lanes - 1)}
        >
          <Minus size={13} aria-hidden />
        </Button>
        <span className={styles.lanesText}>
          <input
            id={id}
            className={styles.lanesInput}
            inputMode="numeric"
            aria-label={texts.numberOfLanesTo(most)}
            aria-invalid={typed !== null && Number(typed) !== settings.lanes}
            value={typed ?? settings.lanes}
            onChange={(event) => type(event.target.value)}
            onFocus={(event) => event.target.select()}
            onBlur={() => setTyped(null)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowUp' && settings.lanes < most) set(settings.lanes + 1);
              else if (event.key === 'ArrowDown' && settings.lanes > 1) set(settings.lanes - 1);
              // What counts is shown again.
              else if (event.key !== 'Enter') return;
              setTyped(null);
              event.preventDefault();
            }}
          />
          <label htmlFor={id}>{settings.lanes === 1 ? texts.lane : texts.lanesWord}</label>
          {shared && <TriangleAlert size={13} role="img" aria-label={note} className={styles.sharedLanes} />}
        </span>
        <Button
          look="quiet"
          icon
          aria-label={texts.oneLaneMore}
          disabled={settings.lanes >= most}
          onClick={() => set(settings.lanes + 1)}
        >
          <Plus size={13} aria-hidden />
        </Button>
      </div>
    </Hint>
  );
}
