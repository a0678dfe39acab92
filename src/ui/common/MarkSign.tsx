import { common as texts } from '#texts/common.ts';
import { MARK_SIGN, type Mark } from '../../model/mark.ts';
import styles from './refs.module.css';

/** The sign of a mark, and its name for those who don't see it. */
export function MarkSign({ mark }: { readonly mark: Mark }) {
  return (
    <span className={styles.sign} data-mark={mark} role="img" aria-label={texts.marks[mark]}>
      {MARK_SIGN[mark]}
    </span>
  );
}
