import { ChevronDown } from 'lucide-react';
import { topbar as texts } from '#texts/topbar.ts';
import { ENGINE_IDS } from '../../model/settings.ts';
import { useDocument } from '../common/app-context.tsx';
import { Button, type ButtonProps } from '../common/Button.tsx';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { SIDE_BY_SIDE } from './side-by-side.ts';
import styles from './TopBar.module.css';

/** Opens the menu of all engines; says which one is chosen. */
export function EngineButton(props: ButtonProps) {
  const { name } = useDocument((state) => ENGINE_TEXT[state.scenario.settings.engine]);
  return (
    <Button aria-haspopup="menu" aria-label={texts.engine(name)} {...props}>
      {name}
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
}

/** Opens the menu of the engines that have no place in the bar; says which one if one of them is chosen. */
export function MoreEnginesButton(props: ButtonProps) {
  const engine = useDocument((state) => state.scenario.settings.engine);
  const chosen = ENGINE_IDS.indexOf(engine) >= SIDE_BY_SIDE;
  const { name, short = name } = ENGINE_TEXT[engine];
  return (
    <Button
      look="quiet"
      className={styles.more}
      aria-haspopup="menu"
      aria-label={chosen ? texts.moreEngines(name) : texts.moreEnginesLabel}
      data-chosen={chosen}
      {...props}
    >
      <span>{chosen ? short : texts.more}</span>
      <ChevronDown size={13} aria-hidden />
    </Button>
  );
}
