import { CircleHelp } from 'lucide-react';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import { ClockSwitch } from './ClockSwitch.tsx';
import { EngineSwitch } from './EngineSwitch.tsx';
import { HistoryButtons } from './HistoryButtons.tsx';
import { LanesStepper } from './LanesStepper.tsx';
import { Logo } from './Logo.tsx';
import { AboutButton } from '../engines/AboutButton.tsx';
import { CompareButton } from '../compare/CompareButton.tsx';
import { createOnDemand } from '../common/OnDemand.tsx';
import { OptionsButton } from './OptionsButton.tsx';
import { ScenarioButton } from './ScenarioButton.tsx';
import { RunButton } from './RunButton.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import styles from './TopBar.module.css';

const ScenarioMenu = createOnDemand(() => import('./ScenarioMenu.tsx').then((m) => m.ScenarioMenu), ScenarioButton);
const OptionsPopover = createOnDemand(
  () => import('./OptionsPopover.tsx').then((m) => m.OptionsPopover),
  OptionsButton,
);

export interface TopBarProps {
  readonly onHelp: () => void;
  readonly about: boolean;
  readonly onAbout: () => void;
  readonly comparing: boolean;
  readonly onCompare: () => void;
}

/** What is run, and how. */
export function TopBar({ onHelp, about, onAbout, comparing, onCompare }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <Logo />
      <ScenarioMenu />
      <EngineSwitch />
      <AboutButton open={about} onClick={onAbout} />
      <OptionsPopover />
      <LanesStepper />
      <ClockSwitch />
      <span className={styles.spacer} />
      <HistoryButtons />
      <ThemeButton />
      <Hint text="Keys, and how to read the picture" keys="?">
        <Button look="quiet" icon className={styles.quietIcon} aria-label="Help" onClick={onHelp}>
          <CircleHelp size={16} aria-hidden />
        </Button>
      </Hint>
      <CompareButton open={comparing} onClick={onCompare} />
      <RunButton />
    </header>
  );
}
