import { GraduationCap } from 'lucide-react';
import { menus as texts } from '#texts/menus.ts';
import { Button, type ButtonProps } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './TopBar.module.css';

/** Opens the menu of what can be learnt here. */
export function LearnButton(props: ButtonProps) {
  return (
    <Hint text={texts.learnHint}>
      <Button look="quiet" aria-label={texts.learn} aria-haspopup="menu" {...props}>
        <GraduationCap size={16} aria-hidden />
        <span className={styles.wide}>{texts.learn}</span>
      </Button>
    </Hint>
  );
}
