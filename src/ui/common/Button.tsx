import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './controls.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'primary' | 'quiet';
  /** Square, for an icon alone; give it an `aria-label`. */
  readonly icon?: boolean;
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', icon, small, className, type = 'button', ...rest }: ButtonProps) {
  const classes = [
    styles.button,
    look === 'primary' && styles.primary,
    look === 'quiet' && styles.quiet,
    icon && styles.icon,
    small && styles.small,
    className,
  ];
  return <button type={type} className={classes.filter(Boolean).join(' ')} {...rest} />;
}
