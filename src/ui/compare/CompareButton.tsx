import { ChartGantt } from 'lucide-react';
import { Button, type ButtonProps } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './CompareButton.module.css';

/** Opens the view that compares, and closes it. */
export function CompareButton({ open, ...props }: ButtonProps & { readonly open: boolean }) {
  return (
    <Hint text="The same block under other engines and lane counts" keys="C">
      <Button aria-label="Compare" aria-pressed={open} data-state={open ? 'open' : 'closed'} {...props}>
        <ChartGantt size={15} aria-hidden />
        <span className={styles.wide}>Compare</span>
      </Button>
    </Hint>
  );
}
