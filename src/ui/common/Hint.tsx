import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './controls.module.css';

/** A short explanation on hover and focus. The trigger keeps its own accessible name. */
export function Hint({ text, keys, children }: { text: ReactNode; keys?: string; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles.tooltip} sideOffset={6} collisionPadding={8}>
          {text} {keys !== undefined && <kbd className={styles.kbd}>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
