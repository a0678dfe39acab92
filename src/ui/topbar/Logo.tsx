import { topbar as texts } from '#texts/topbar.ts';
import styles from './TopBar.module.css';

export function Logo() {
  return (
    <h1 className={styles.logo}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="3" y="1.5" width="14" height="4" rx="2" fill="var(--contract-1)" />
        <rect x="0" y="8" width="10" height="4" rx="2" fill="var(--contract-2)" />
        <rect x="7" y="14.5" width="13" height="4" rx="2" fill="var(--contract-4)" />
      </svg>
      {texts.lanewise}
    </h1>
  );
}
