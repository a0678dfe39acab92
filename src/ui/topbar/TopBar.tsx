import { useApp, useView } from '../common/app-context.tsx';
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
import { ShareButton } from '../sharing/ShareButton.tsx';
import { LearnButton } from './LearnButton.tsx';
import { MoreButton } from './MoreButton.tsx';
import styles from './TopBar.module.css';

const ScenarioMenu = createOnDemand(() => import('./ScenarioMenu.tsx').then((m) => m.ScenarioMenu), ScenarioButton);
const OptionsPopover = createOnDemand(
  () => import('./OptionsPopover.tsx').then((m) => m.OptionsPopover),
  OptionsButton,
);

const SharePopover = createOnDemand(
  () => import('../sharing/SharePopover.tsx').then((m) => m.SharePopover),
  ShareButton,
);
const LearnMenu = createOnDemand(() => import('./LearnMenu.tsx').then((m) => m.LearnMenu), LearnButton);
const MoreMenu = createOnDemand(() => import('./MoreMenu.tsx').then((m) => m.MoreMenu), MoreButton);

export interface TopBarProps {
  readonly about: boolean;
  readonly onAbout: () => void;
}

/** What is run, and how. */
export function TopBar({ about, onAbout }: TopBarProps) {
  const app = useApp();
  const comparing = useView(({ screen }) => screen === 'compare');
  return (
    <header className={styles.bar}>
      <Logo />
      <ScenarioMenu />
      <div className={styles.control} data-control="engine">
        <EngineSwitch />
      </div>
      <AboutButton open={about} onClick={onAbout} />
      <div className={styles.control} data-control="options">
        <OptionsPopover />
      </div>
      <div className={styles.control} data-control="lanes">
        <LanesStepper />
      </div>
      <div className={styles.control} data-control="clock">
        <ClockSwitch />
      </div>
      <span className={styles.spacer} />
      <HistoryButtons />
      <LearnMenu />
      <SharePopover />
      <MoreMenu />
      <div className={styles.control} data-control="compare">
        <CompareButton open={comparing} onClick={() => app.show(comparing ? 'bench' : 'compare')} />
      </div>
      <div className={styles.control} data-control="run">
        <RunButton />
      </div>
    </header>
  );
}
