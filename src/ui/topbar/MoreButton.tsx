import { EllipsisVertical } from 'lucide-react';
import { menus as texts } from '#texts/menus.ts';
import { Button, type ButtonProps } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './TopBar.module.css';

/** Opens the menu of what is seldom wanted. */
export function MoreButton(props: ButtonProps) {
  return (
    <Hint text={texts.more}>
      <Button look="quiet" icon className={styles.quietIcon} aria-label={texts.more} aria-haspopup="menu" {...props}>
        <EllipsisVertical size={16} aria-hidden />
      </Button>
    </Hint>
  );
}
