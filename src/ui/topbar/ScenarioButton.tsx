import { ChevronDown } from 'lucide-react';
import { topbar as texts } from '#texts/topbar.ts';
import { useDocument } from '../common/app-context.tsx';
import { Button, type ButtonProps } from '../common/Button.tsx';
import styles from './TopBar.module.css';

/** Opens the scenario menu; says which document is open. */
export function ScenarioButton(props: ButtonProps) {
  const title = useDocument((state) => state.scenario.title);
  return (
    <Button className={styles.scenario} aria-haspopup="menu" aria-label={texts.scenario(title)} {...props}>
      <span className={styles.title}>{title}</span>
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
}
