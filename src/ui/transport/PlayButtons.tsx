import { ChevronFirst, ChevronLast, Pause, Play, StepBack, StepForward } from 'lucide-react';
import type { ComponentType } from 'react';
import { transport as texts } from '#texts/transport.ts';
import { useApp, useView } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './Transport.module.css';

export function PlayButtons({ disabled }: { disabled: boolean }) {
  const app = useApp();
  const playing = useView((state) => state.playing);
  const Icon = playing ? Pause : Play;
  return (
    <div className={styles.buttons}>
      <Step label={texts.toTheStart} keys="Home" icon={ChevronFirst} disabled={disabled} onClick={() => app.seek(0)} />
      <Step label={texts.previousEvent} keys="←" icon={StepBack} disabled={disabled} onClick={() => app.step(-1)} />
      <Hint text={playing ? texts.pause : texts.play} keys="Space">
        <button
          type="button"
          className={styles.play}
          aria-label={playing ? texts.pause : texts.play}
          disabled={disabled}
          onClick={playing ? app.pause : app.play}
        >
          <Icon size={16} fill="currentColor" aria-hidden />
        </button>
      </Hint>
      <Step label={texts.nextEvent} keys="→" icon={StepForward} disabled={disabled} onClick={() => app.step(1)} />
      <Step
        label={texts.toTheEnd}
        keys="End"
        icon={ChevronLast}
        disabled={disabled}
        onClick={() => app.seek(Infinity)}
      />
    </div>
  );
}

function Step(props: {
  label: string;
  keys: string;
  icon: ComponentType<{ size: number; 'aria-hidden': true }>;
  disabled: boolean;
  onClick: () => void;
}) {
  const Icon = props.icon;
  return (
    <Hint text={props.label} keys={props.keys}>
      <Button look="quiet" icon aria-label={props.label} disabled={props.disabled} onClick={props.onClick}>
        <Icon size={17} aria-hidden />
      </Button>
    </Hint>
  );
}
