import { ChartGantt } from 'lucide-react';
import { topbar as texts } from '#texts/topbar.ts';
import { Button, type ButtonProps } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './CompareButton.module.css';

/** Opens the view that compares, and closes it. */
export function CompareButton({ open, ...props }: ButtonProps & { readonly open: boolean }) {
  return (
    <Hint text={texts.theSameBlockUnderOther} keys="C">
      <Button aria-label={texts.compare} aria-pressed={open} data-state={open ? 'open' : 'closed'} {...props}>
        <ChartGantt size={15} aria-hidden />
        <span className={styles.wide}>{texts.compare}</span>
      </Button>
    </Hint>
  );
}
